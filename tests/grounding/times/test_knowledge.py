"""The word lists are checked, and the reckoning of days is right."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.errors import CodebookError
from dragoman.grounding.times import lexicon
from dragoman.grounding.times.days import easter, nth_weekday, orthodox_easter, third
from dragoman.grounding.times.trie import gated_pattern, trie_pattern


def test_the_shipped_lists_load():
    assert lexicon.words().tables["months"]["sept"] == 9
    assert len(lexicon.named_days()) > 50
    assert any(known.year == 2001 for known in lexicon.known_dates())


@pytest.mark.parametrize(
    ("name", "text", "load", "where"),
    [
        ("words.yaml", "months:\n  January: one\n", "words", "words.yaml:1"),
        ("words.yaml", "months: {January: 1}\nmonhts: []\n", "words", "words.yaml:2"),
        ("words.yaml", "months: [\n", "words", "words.yaml:2"),
        ("days.yaml", "- {names: [A], day: 01-01}\n- {names: [B]}\n", "named_days", "days.yaml:2"),
        ("days.yaml", "- {names: [A], day: new year}\n", "named_days", "days.yaml:1"),
        ("events.yaml", "- {month: 9, day: 11}\n", "known_dates", "events.yaml:1"),
    ],
)
def test_a_wrong_file_is_named_with_its_line(monkeypatch, tmp_path, name, text, load, where):
    (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(lexicon, "files", lambda _package: tmp_path)
    with pytest.raises(CodebookError) as caught:
        getattr(lexicon, load).__wrapped__()
    assert caught.value.where == where


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (2008, (3, 23), (4, 27)),
        (2017, (4, 16), (4, 16)),
        (2018, (4, 1), (4, 8)),
        (2024, (3, 31), (5, 5)),
        (2038, (4, 25), (4, 25)),
    ],
)
def test_easter_is_right(year, western, orthodox):
    assert easter(year) == date(year, *western)
    assert orthodox_easter(year) == date(year, *orthodox)


def test_nth_weekdays():
    assert nth_weekday(2024, 11, 4, 4) == date(2024, 11, 28)
    assert nth_weekday(2024, 5, 1, -1) == date(2024, 5, 27)
    assert nth_weekday(2024, 2, 1, 5) is None


def test_thirds_cover_the_whole_without_overlap():
    for whole in [
        (date(2024, 2, 1), date(2024, 2, 29)),
        (date(2024, 1, 1), date(2024, 12, 31)),
        (date(1990, 1, 1), date(1999, 12, 31)),
        (date(1800, 1, 1), date(1899, 12, 31)),
        (date(2024, 6, 17), date(2024, 6, 23)),
    ]:
        start, mid, end = (third(whole, which) for which in ("START", "MID", "END"))
        assert start[0] == whole[0]
        assert end[1] == whole[1]
        assert (mid[0] - start[1]).days == 1
        assert (end[0] - mid[1]).days == 1


def test_tries_match_exactly_their_words():
    import re

    pattern = re.compile(trie_pattern(["may", "march", "mar", "week"]) + r"\Z")
    assert [w for w in ("may", "mar", "march", "week", "ma", "weeks", "") if pattern.match(w)] == [
        "may",
        "mar",
        "march",
        "week",
    ]
    gated = re.compile(gated_pattern({"the": frozenset({"end", "#"}), "now": None}))
    assert gated.search("the End of it")
    assert gated.search("the 1990s")
    assert gated.search("NOW")
    assert not gated.search("the house knows")
