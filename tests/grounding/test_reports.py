"""When and where the acts of whole reports were: what a report says once holds for what it tells of the same event."""

from pathlib import Path

import pytest
import yaml
from tests.factories import loaded

import dragoman

REPORTS = yaml.safe_load(Path(__file__).with_name("reports.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


def told(coder, report):
    """The claims of the acts that the table names and the coder finds, by the table's words."""
    text = report["text"]
    claims = coder.code(dragoman.Article.from_text(text, published=str(report["published"])))
    found = {}
    for words in report["acts"]:
        start = text.index(words)
        end = start + len(words)
        hits = [c for c in claims if c.trigger.span.start < end and c.trigger.span.end > start]
        if hits:
            found[words] = hits[0]
    return found


@pytest.mark.parametrize("report", REPORTS, ids=[report["text"][:40] for report in REPORTS])
def test_when_and_where_the_acts_of_a_report_were(coder, report):
    found = told(coder, report)
    # which acts are claims is tested elsewhere; a table of nothing would test nothing
    assert 2 * len(found) >= len(report["acts"])
    for words, claim in found.items():
        time, place = report["acts"][words]
        value = claim.time.grounding.choice
        if time is not None:
            assert (words, "-" if value.basis == "publication date" else value.value) == (words, time)
        if place is not None:
            assert (words, claim.place.text if claim.place else "-") == (words, place)


SCENES = [
    # the report tells of one attack, and says once where and when
    ("Gunmen attacked a bus in Maiduguri on Tuesday. Ten passengers were killed.", "killed", "Maiduguri", "2021-05-04"),
    ("Gunmen attacked a bus in Maiduguri on Tuesday. The attackers burned two cars.", "burned", "Maiduguri", "2021-05-04"),
    # others did it, so it is another event
    ("Rebels attacked a bus in Maiduguri on Tuesday. Soldiers killed ten rebels.", "killed", None, None),
    # another time
    ("Gunmen attacked a bus in Maiduguri on Tuesday. Gunmen killed ten soldiers in 2014.", "killed", None, "2014"),
    ("Gunmen attacked a bus in Maiduguri on Tuesday. Gunmen killed ten soldiers there in 2014.", "killed", "Maiduguri", "2014"),
    ("Soldiers sealed off the centre of Lagos on Monday. The next morning, crowds stormed a bank.", "stormed", "Lagos", "2021-05-04TMO"),
    # told by its distance from another event
    ("Chad declared mourning on Tuesday, two days after rebels killed nine soldiers.", "killed", None, "2021-05-02"),
    ("Chad remains tense ten years after rebels killed its president.", "killed", None, "2011"),
    ("Chad declared mourning on Tuesday, less than two weeks after rebels killed nine soldiers.", "killed", None, None),
    ("The raid that freed four hostages in Kidal killed nine villagers.", "killed", "Kidal", None),
    # what is answered has its own time and place
    ("The militia killed six soldiers in revenge for raids last week in Tessalit.", "killed", None, None),
    # what a part, a clause or a border says
    ("Soldiers captured the town of Kidal.", "captured", "Kidal", None),
    ("Women in Lyon reported being attacked by a gang.", "attacked", "Lyon", None),
    ("Police arrested four men at the border with Chad.", "arrested", "Chad", None),
    ("The army imprisoned the banker and forced other merchants out of Mali.", "imprisoned", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "place", "time"), SCENES, ids=[row[0][:60] for row in SCENES])
def test_the_scene_of_an_act(coder, text, act, place, time):
    claims = coder.code(dragoman.Article.from_text(text, published="2021-05-06"))
    claim = next(c for c in claims if c.trigger.text == act)
    value = claim.time.grounding.choice
    assert (claim.place.text if claim.place else None) == place
    assert (value.value if value.basis != "publication date" else None) == time


def test_an_inherited_place_says_why(coder):
    text = "Gunmen attacked a bus in Maiduguri on Tuesday. Ten passengers were killed."
    claims = coder.code(dragoman.Article.from_text(text, published="2021-05-06"))
    killed = next(c for c in claims if c.trigger.text == "killed")
    assert "elsewhere" in killed.place.grounding.reason
    assert killed.place.grounding.score < 0.5
