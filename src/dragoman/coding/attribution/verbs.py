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
from dragoman.coding.syntax import is_passive, is_verb
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def read_verb(verb: Token, uses: Uses, scene: Scene, quotes: Sequence[Span], speech: Speech) -> Found | None:
    """The attribution ``verb`` makes, or ``None``. ``quotes``: the quotations it stands nearest to."""
    if _takes_lives(verb) or _leaves_untold(verb):
        return None
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


_TELLING = (
    "comment",
    "say",
    "tell",
    "explain",
    "elaborate",
    "reveal",
    "disclose",
    "specify",
    "clarify",
    "state",
    "give",
)


def _takes_lives(verb: Token) -> bool:
    """Whether a verb of speech tells of the dead: "the revolt has <claimed> 300 lives"."""
    return verb.lemma_ == "claim" and any(
        c.dep_ == "dobj" and c.lemma_.lower() in ("life", "victim", "casualty") for c in verb.rights
    )


def _leaves_untold(verb: Token) -> bool:
    """Whether somebody only keeps silent on what the writer tells: "did not <comment> on why they shut the school"."""
    if verb.lemma_ not in _TELLING or not any(c.dep_ == "neg" for c in verb.children):
        return False
    clauses = [
        t
        for c in verb.rights
        for t in (c, *(c.children if c.dep_ == "prep" else ()))
        if t.dep_ in ("ccomp", "pcomp") and is_verb(t)
    ]
    return any(t.left_edge.lower_ in ("why", "how", "when", "where", "who", "whom") for t in clauses)
