"""Nouns and adjectives of speech: "his claim that …", "calls for calm", "sure that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.speech import STATED, Speech, Uses
from dragoman.coding.attribution.clauses import is_infinitive
from dragoman.coding.attribution.scene import Found, Scene
from dragoman.coding.attribution.sources import can_speak, owner
from dragoman.coding.syntax import is_verb, surface_subjects

if TYPE_CHECKING:
    from spacy.tokens import Token


def read_noun(noun: Token, uses: Uses, scene: Scene, speech: Speech) -> Found | None:
    """The attribution a noun makes, or ``None``."""
    source = owner(noun, speech)
    if "clause" in uses:
        clause = next((c for c in noun.rights if c.dep_ in ("acl", "ccomp", "relcl") and _that(c)), None)
        if clause is None:  # "the fear is that …"
            clause = _predicate(noun)
        content = scene.clause([clause]) if clause is not None else None
        if content is not None:
            kind = uses["clause"].kind
            return Found(source, (noun.i, noun.i + 1), content, kind if kind in STATED else "reported")
    if "infinitive" in uses and source is not None:
        clause = next((c for c in noun.rights if c.dep_ in ("acl", "relcl", "xcomp") and is_infinitive(c)), None)
        content = scene.clause([clause]) if clause is not None else None
        if content is not None:
            return Found(source, (noun.i, noun.i + 1), content, uses["infinitive"].kind)
    return _about(noun, uses, scene, source)


def _about(noun: Token, uses: Uses, scene: Scene, source: Token | None) -> Found | None:
    above = [noun.head] if noun.dep_ in ("nsubj", "dobj") and is_verb(noun.head) else []
    for child in [*noun.rights, *(c for head in above for c in head.rights if c.lower_ == "about")]:
        use = uses.get(child.lower_)
        if use is None or child.dep_ != "prep":
            continue
        if source is None and use.kind not in STATED:
            continue
        content = scene.clause(c for c in child.children if c.dep_ in ("pobj", "pcomp", "ccomp"))
        if content is not None:
            return Found(source, (noun.i, noun.i + 1), content, use.kind)
    return None


def _that(clause: Token) -> bool:
    return any(c.dep_ in ("mark", "nsubj", "dobj") and c.lower_ == "that" for c in clause.lefts) and not any(
        c.lower_ == "that" and c.dep_ in ("nsubj", "dobj") and c.tag_ in ("WDT", "WP") for c in clause.lefts
    )


def _predicate(noun: Token) -> Token | None:
    if noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return None
    return next((c for c in noun.head.rights if c.dep_ == "ccomp" and _that(c)), None)


def read_adjective(word: Token, uses: Uses, scene: Scene, speech: Speech) -> Found | None:
    """The attribution of "she is sure that …", "they are worried about …", or ``None``."""
    if word.dep_ not in ("acomp", "ROOT", "conj", "advcl", "ccomp"):
        return None
    verb = word.head if word.dep_ in ("acomp", "conj") else word
    source = next(iter(surface_subjects(verb)), None)
    if not can_speak(source, speech) or (source is not None and source.lower_ == "it"):
        return None
    for child in word.rights:
        content = None
        use = None
        if child.dep_ in ("ccomp", "xcomp"):
            use = uses.get("infinitive" if is_infinitive(child) else "clause")
            content = scene.clause([child])
        elif child.dep_ == "prep":
            use = uses.get(child.lower_)
            content = scene.clause(c for c in child.children if c.dep_ in ("pobj", "pcomp", "ccomp"))
        if use is not None and content is not None:
            return Found(source, (word.i, word.i + 1), content, use.kind)
    return None
