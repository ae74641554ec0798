"""Who answers for a deed that is told as an accusation, and for the denial of one.

"the union accused the police of beating marchers": the union says so. "Kabul rejected claims that …": Kabul denies it.
Both matter to claims; among the article's own attributions they are judgements, which ``stances`` reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.speech import Speech
from dragoman.coding.attribution.scene import Found, Scene
from dragoman.coding.attribution.sources import can_speak
from dragoman.coding.syntax import arguments, is_noun, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token


def read_accusation(verb: Token, scene: Scene, speech: Speech) -> Found | None:
    """The accuser of "accused X of bombing", with the deed as content; nobody where a passive names nobody."""
    objects = arguments(verb).objects if not is_passive(verb) else ()
    for prep in (*verb.rights, *(c for t in objects for c in t.rights)):
        if prep.dep_ != "prep" or f"{verb.lemma_} {prep.lower_}" not in speech.accusing:
            continue
        content = scene.clause(c for c in prep.children if c.dep_ in ("pcomp", "pobj"))
        source = _answering(verb, speech)
        if content is not None and (source is not None or is_passive(verb)):
            return Found(source, (verb.i, verb.i + 1), content, "reported")
    return None


def read_dismissal(verb: Token, scene: Scene, speech: Speech) -> Found | None:
    """Who denies in "rejected claims that …", "dismissed as false reports of …"."""
    if verb.lemma_ not in speech.dismissing:
        return None
    told = list(arguments(verb).objects)
    told += [c for prep in verb.rights if prep.lower_ == "as" for c in prep.children if c.dep_ == "pobj"]
    noun = next((t for t in told if is_noun(t) and "clause" in speech.nouns.get(t.lemma_, ())), None)
    source = _answering(verb, speech)
    content = scene.clause([noun]) if noun is not None else None
    if source is None or content is None:
        return None
    return Found(source, (verb.i, verb.i + 1), content, "denied")


def _answering(verb: Token, speech: Speech) -> Token | None:
    source = next(iter(arguments(verb).subjects), None)
    return source if can_speak(source, speech) else None
