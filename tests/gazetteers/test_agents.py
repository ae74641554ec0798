"""The kind of a party is told by the last words of its phrase."""

import pytest

from dragoman.errors import CodebookError
from dragoman.gazetteers.agents import agent, all_agents, is_party_noun
from dragoman.gazetteers.agents.lookup import load


@pytest.mark.parametrize(
    ("phrase", "word", "sectors", "kind"),
    [
        ("deputy oil minister", "oil minister", ("GOV",), "person"),
        ("three Russian citizens", "citizen", ("CVL",), "person"),
        ("Israeli special forces", "special forces", ("MIL",), "group"),
        ("riot police", "riot police", ("COP",), "body"),
        ("police", "police", ("COP",), "body"),
        ("gunmen", "gunman", ("UAF",), "person"),
        ("opposition lawmakers", "opposition lawmaker", ("LEG", "OPP"), "person"),
        ("striking miners", "miner", ("LAB",), "person"),
        ("the Supreme Court", "supreme court", ("JUD",), "body"),
        ("asylum seekers", "asylum seeker", ("REF",), "person"),
        ("aid workers", "aid worker", ("NGO",), "person"),
        ("drug cartel", "drug cartel", ("CRM",), "body"),
        ("spy agencies", "spy agency", ("SPY",), "body"),
        ("news agency", "news agency", ("JRN",), "body"),
    ],
)
def test_the_longest_compound_wins(phrase, word, sectors, kind):
    found = agent(phrase)
    assert found is not None
    assert (found.word, found.sectors, found.kind) == (word, sectors, kind)


@pytest.mark.parametrize("phrase", ["", "cat", "oil", "police statement", "killing"])
def test_other_nouns_are_no_parties(phrase):
    assert agent(phrase) is None


def test_words_may_come_as_a_sequence():
    assert agent(["foreign", "minister"]) == agent("foreign minister")


@pytest.mark.parametrize(
    "word", ["terrorist", "terrorists", "terror group", "jihadist", "regime", "extremists", "thug"]
)
def test_words_that_judge_have_a_neutral_name(word):
    found = agent(word)
    assert found is not None
    assert found.name != found.word
    assert not any(label in found.name for label in ("terror", "extrem", "jihad", "regime", "thug"))


def test_there_are_many_and_each_is_a_party_noun():
    assert len(all_agents()) >= 600
    assert all(is_party_noun(a.word) and is_party_noun(a.plural) for a in all_agents())


@pytest.mark.parametrize(
    "row", ["police,police,XXX,body,plural,", "police,police,COP,thing,plural,", "police,police,COP,body,dual,"]
)
def test_a_wrong_row_names_its_line(tmp_path, row):
    path = tmp_path / "agents.csv"
    path.write_text(f"word,plural,sectors,kind,number,neutral\n{row}\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"agents\.csv:2"):
        load(path)
