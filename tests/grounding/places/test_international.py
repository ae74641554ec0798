"""Our own gold of international reports: what is found in it and put on the map, against floors."""

import re
from pathlib import Path

from tests.grounding.places.gold import read

from dragoman.grounding.places import find_places, resolve_places
from dragoman.records import Span

# Measured figures less a little; every miss is printed when one falls.
RESOLVED, FOUND, PRECISE = 0.97, 0.96, 0.99
WELL_KNOWN = 0.98


def test_the_gold_is_large_and_wide():
    golds = [gold for _, places in read("international.yaml") for gold in places]
    assert len(golds) >= 230
    assert len({gold.country for gold in golds}) >= 80


def test_names_given_are_put_where_they_are():
    total, wrong = 0, []
    for text, golds in read("international.yaml"):
        for gold, found in zip(golds, resolve_places(text, [gold.span for gold in golds]), strict=True):
            total += 1
            if not gold.is_met_by(found.choice if found else None):
                wrong.append((gold.span.of(text), found.choice if found else None))
    assert 1 - len(wrong) / total >= RESOLVED, wrong


def test_names_are_found_and_nothing_else_is():
    total, missed, extra, found_all = 0, [], [], 0
    for text, golds in read("international.yaml"):
        found = find_places(text)
        found_all += len(found)
        total += len(golds)
        missed += [g.span.of(text) for g in golds if not any(g.span.overlaps(place.span) for place in found)]
        extra += [place.text for place in found if not any(g.span.overlaps(place.span) for g in golds)]
    assert 1 - len(missed) / total >= FOUND, missed
    assert 1 - len(extra) / found_all >= PRECISE, extra


def well_known():
    """(country, name) of every name of the list beside this file."""
    lines = Path(__file__).with_name("well_known.txt").read_text("utf-8").splitlines()
    whole = re.sub(r"\n +", " ", "\n".join(line for line in lines if not line.startswith("#")))
    for line in whole.splitlines():
        country, names = line.split(": ", 1)
        yield from ((country, name) for name in names.split(", "))


def test_a_name_alone_means_its_best_known_place():
    total, wrong = 0, []
    for country, name in well_known():
        text = f"Fighting was reported near {name} on Monday."
        start = text.index(name)
        (found,) = resolve_places(text, [Span(start, start + len(name))])
        total += 1
        if found is None or found.choice.country != country:
            wrong.append((country, name, found and found.choice.country))
    assert total > 1800
    assert 1 - len(wrong) / total >= WELL_KNOWN, wrong
