"""Verbs of speech, thought and stance: their source and their content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.codebook.speech import STATED, Speech, Uses
from dragoman.codebook.words import words
from dragoman.coding.attribution.extents import without_additions
from dragoman.coding.attribution.scene import Found, Scene
from dragoman.coding.attribution.sources import passed_on, speaker_of, stand_in
from dragoman.coding.attribution.stances import stance
from dragoman.coding.attribution.statements import statement
from dragoman.coding.syntax import is_passive
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def read_verb(verb: Token, uses: Uses, scene: Scene, quotes: Sequence[Span], speech: Speech) -> Found | None:
    """The attribution ``verb`` makes, or ``None``. ``quotes``: the quotations it stands nearest to."""
    source = speaker_of(verb, speech)
    told, kind, quoted = statement(verb, uses, scene, quotes, source, speech)
    end = verb.i + 1
    if told is None:
        held = stance(verb, uses, scene, source, speech)
        if held is None:
            return None
        told, kind, end = held
        if kind == "denied" and any(c.dep_ == "dobj" and c.lemma_ in _ASKINGS for c in verb.rights):
            return None  # "denied a request to delay the trial": who turns it down says nothing of what it asks
    elif quoted and (whose := passed_on(verb, speech)) is not None:
        source = whose
    if source is None and not quoted and not is_passive(verb) and verb.tag_ in ("VB", "VBP"):
        return None  # an order to the reader: "imagine that …"
    if end == verb.i + 1 and end < len(verb.doc) and verb.doc[end].dep_ == "prt" and verb.doc[end].head == verb:
        end += 1  # "pointed out"
    if kind not in STATED:
        told = without_additions(told, scene)
    return Found(source, (verb.i, end), told, kind, quoted, stand_in(verb, source))


_ASKINGS = words("askings")
