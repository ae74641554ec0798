"""Verbs of stance and speech made of several words: "made it clear that …", "took issue with …", "spoke out against …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.speech import Idiom, Speech
from dragoman.coding.attribution.scene import Found, Scene
from dragoman.coding.attribution.sources import can_speak, stand_in
from dragoman.coding.syntax import is_nominal, surface_subjects
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_BETWEEN = ("RB", "RBR", "RBS", "DT", "PRP$", "JJ", "JJR", "JJS", "RP", "POS")
_MOST_BETWEEN = 3  # words that may stand between two words of an idiom: "took very serious issue with"


def read_idiom(verb: Token, scene: Scene, speech: Speech) -> Found | None:
    """The attribution that ``verb`` makes with the words after it, or ``None``."""
    for idiom in speech.idioms.get(verb.lemma_, ()):
        matched = _match(verb, idiom, scene)
        if matched is None:
            continue
        source = next(iter(surface_subjects(verb)), None)
        if not can_speak(source, speech) or (source is not None and source.lower_ == "it"):
            return None
        content = _clause(verb, matched, scene) if idiom.takes == "clause" else _object(verb, matched, scene)
        if content is not None:
            return Found(source, (verb.i, matched[-1].i + 1), content, idiom.kind, stand_in=stand_in(verb, source))
    return None


def _match(verb: Token, idiom: Idiom, scene: Scene) -> list[Token] | None:
    """The tokens of the words after the verb, or ``None`` where they do not stand there."""
    if not all(word in scene.words for word in idiom.rest):
        return None
    tokens, place = scene.tokens, verb.i + 1
    out: list[Token] = []
    for word in idiom.rest:
        between = 0
        while place < len(tokens) and tokens[place].lower_ != word:
            token = tokens[place]
            between += 1
            passable = token.tag_ in _BETWEEN or (token.dep_ == "dobj" and token.tag_ == "PRP")
            if not passable or between > _MOST_BETWEEN:
                return None
            place += 1
        if place >= len(tokens):
            return None
        out.append(tokens[place])
        place += 1
    return out


def _clause(verb: Token, matched: list[Token], scene: Scene) -> Span | None:
    for token in [verb, *matched]:
        for child in token.rights:
            if child.i > matched[-1].i and child.dep_ in ("ccomp", "acl", "relcl", "advcl") and _finite(child):
                return scene.clause([child])
    return None


def _finite(clause: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in clause.lefts)


def _object(verb: Token, matched: list[Token], scene: Scene) -> Span | None:
    last = matched[-1]
    told = [c for c in last.rights if c.dep_ in ("pobj", "pcomp", "ccomp")]
    if not told:
        told = [
            c
            for c in verb.children
            if c.dep_ in ("dobj", "pobj") and c not in matched and is_nominal(c) and c.i > verb.i
        ]
    return scene.clause(told[:1])
