"""The fixed words of patterns in a sentence: which are there, and which word of a verb's own is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.patterns import Item, Pattern
from dragoman.codebook.words import words
from dragoman.coding.syntax import infinitive_to
from dragoman.coding.valency import kernels

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OBJECT_DEPS = ("dobj", "attr", "oprd", "acomp", "nsubjpass", "advmod", "npadvmod", "prt", "dative", "xcomp", "ccomp")
_DATING = frozenset({"last", "this", "next", "earlier", "later"})
_NOMINAL_FORMS = ("NN", "JJ", "VB", "RB", "CD")
# Particles that leave a verb what it is: whoever is locked up is locked. With any other it is another verb.
_SAME = words("same_with_particle")


def forms_in(doc: Doc) -> frozenset[str]:
    """Every form under which ``is_word`` may know a word of the sentence."""
    out: set[str] = set()
    for token, compounds in zip(doc, _compounds(doc), strict=True):
        out.update((token.lemma_.replace("-", ""), token.lower_), compounds)
    return frozenset(out)


# How many words before its last a compound may have: "rocket-propelled grenade", "ballistic missile test".
_LONGEST = 3
_KEPT = "dragoman: compounds"


def _compounds(doc: Doc) -> list[list[str]]:
    """For each word the compounds that end in it, however written ("cease fire", "cease-fire"), and those it begins
    through "of" ("state of emergency"), without hyphens. Worked out once for a sentence."""
    kept: list[list[str]] | None = doc.user_data.get(_KEPT)
    if kept is not None:
        return kept
    lowers = [token.lower_ for token in doc]
    bare = [word.replace("-", "") for word in lowers]
    lemmas = [token.lemma_ for token in doc]
    out = []
    for i, lemma in enumerate(lemmas):
        own = joined = lemma.replace("-", "")
        place, found = i - 1, []
        for _ in range(_LONGEST):
            if place > 0 and lowers[place] == "-":
                place -= 1
            if place < 0:
                break
            joined = bare[place] + joined
            found.append(joined)
            place -= 1
        if i + 2 < len(lowers) and lowers[i + 1] == "of":
            found += [f"{own}of{last}" for last in (lemmas[i + 2], lowers[i + 2])]
        out.append(found)
    doc.user_data[_KEPT] = out
    return out


def is_word(token: Token, item: Item) -> bool:
    """Whether the word, alone or with those beside it ("cease fire", "state of emergency"), is one of the item's fixed words."""
    lemma = token.lemma_.replace("-", "")
    forms = item.forms
    if lemma in forms or token.lower_ in forms:
        return True
    if token.tag_ == "CD" and any(c.text in forms for c in token.lefts):
        return True  # "$40": the sign hangs on the number
    return any(compound in forms for compound in _compounds(token.doc)[token.i])


def fixed_word(verb: Token, objects: list[Token], item: Item) -> Token | None:
    """The fixed word that ``item`` asks of ``verb``: one of its objects, or what they measure; else of its other words."""
    for token in objects:
        for word in kernels(token):
            if is_word(word, item):
                return word
    for child in verb.children:
        if child.tag_[:2] == "VB" and infinitive_to(child) is not None:
            continue  # "called on them to strike" calls no strike, "is to be deployed" is not deployed yet
        if child.tag_[:2] == "VB" and _is_clause(child):
            continue  # "announced it would ban the party" announces no ban yet
        if child.dep_ == "npadvmod" and any(c.lower_ in _DATING for c in child.children):
            continue  # "faced a scandal last year" faces no years
        if child.dep_ in _OBJECT_DEPS and child.tag_[:2] in _NOMINAL_FORMS:
            for word in kernels(child):
                if is_word(word, item):
                    return word
        if child.dep_ in ("compound", "amod") and is_word(child, item):
            return child
    return None


def _is_clause(verb: Token) -> bool:
    """Whether the verb heads a clause of its own, finite or with a particle ("saw the mayor hand out gifts" sees no hand), unlike
    the bare one in "let them <go>"."""
    if not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return False
    return verb.tag_ != "VB" or any(c.dep_ in ("aux", "auxpass", "mark", "prt") for c in verb.children)


def has_stray_particle(verb: Token, pattern: Pattern) -> bool:
    """Whether the verb has a particle that the pattern does not name and that makes another verb of it.

    "Called off the summit" is not "call", "turned down the plea" not "turn"; but who is locked up is locked.
    """
    for child in verb.children:
        if child.dep_ != "prt" or child.lower_ == "by" or any(child.children):
            continue
        if f"{verb.lemma_} {child.lower_}" in _SAME:
            continue
        if not any(child.lower_ in (*item.prep, *item.words) for item in pattern.items):
            return True
    return False
