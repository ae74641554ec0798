"""The codebook for people: complete, in step with its document, and every shipped frame has its CAMEO code."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from dragoman.codebook.frames import load_frames
from dragoman.codebook.manual import load_contexts, load_type_entries
from dragoman.codebook.types import load_types

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_document_is_what_the_data_says():
    build = runpy.run_path(str(DOCS / "build_codebook.py"))["build"]
    assert (DOCS / "codebook.md").read_text(encoding="utf-8") == build(), "run: python docs/build_codebook.py"


def test_sixteen_types_have_words_and_every_mode_an_example():
    entries = load_type_entries()
    assert len(entries) == 16
    examples = [e.example for e in entries] + [x for e in entries for x in e.mode_examples.values()]
    assert len(set(examples)) == len(examples) == 16 + sum(len(e.type.modes) for e in entries)


def test_thirty_seven_contexts_have_words_and_a_meaning():
    contexts = load_contexts()
    assert len(contexts) == 37
    assert all(c.words and c.means for c in contexts)


@pytest.mark.parametrize(
    ("quad", "names"),
    [
        (1, "AGREE CONSULT SUPPORT CONCEDE"),
        (2, "COOPERATE AID RETREAT"),
        (3, "REQUEST ACCUSE REJECT THREATEN"),
        (4, "PROTEST SANCTION MOBILIZE COERCE ASSAULT"),
    ],
)
def test_quad_classes(quad: int, names: str):
    assert {n for n, t in load_types().types.items() if t.quad == quad} == set(names.split())


def test_scores_have_the_sign_of_their_quad_class():
    for event_type in load_types().types.values():
        for score in (event_type.score, *(m.score for m in event_type.modes.values())):
            if event_type.name != "REQUEST":  # the manual puts requests around nought
                assert (score > 0) == (event_type.quad in (1, 2)), event_type.name


def test_every_shipped_frame_has_a_cameo_code():
    without = [f.id for f in load_frames(load_types()) if not f.cameo or not f.cameo.isdigit()]
    assert without == ["retreat.quits", "retreat.resign"]  # CAMEO has no code for an official who leaves office
