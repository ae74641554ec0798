"""The fixed words of patterns in a sentence: which are there, and which word of a verb's own is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.patterns import Item
from dragoman.coding.valency import kernels

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OBJECT_DEPS = ("dobj", "attr", "oprd", "acomp", "nsubjpass", "advmod", "npadvmod", "prt", "dative", "xcomp", "ccomp")
_NOMINAL_FORMS = ("NN", "JJ", "VB", "RB", "CD")


def forms_in(doc: Doc) -> frozenset[str]:
    """Every form under which ``is_word`` may know a word of the sentence."""
    out: set[str] = set()
    before = ""
    for token in doc:
        lemma = token.lemma_.replace("-", "")
        out.update((lemma, token.lower_, (before + lemma).replace("-", "")))
        before = token.lower_
    return frozenset(out)


def is_word(token: Token, item: Item) -> bool:
    """Whether the word, alone or joined with the one before ("cease fire"), is one of the item's fixed words."""
    lemma = token.lemma_.replace("-", "")
    forms = item.forms
    if lemma in forms or token.lower_ in forms:
        return True
    return token.i > 0 and (token.doc[token.i - 1].lower_ + lemma).replace("-", "") in forms


def fixed_word(verb: Token, objects: list[Token], item: Item) -> Token | None:
    """The fixed word that ``item`` asks of ``verb``: one of its objects, or what they measure; else of its other words."""
    for token in objects:
        for word in kernels(token):
            if is_word(word, item):
                return word
    for child in verb.children:
        if child.dep_ in _OBJECT_DEPS and child.tag_[:2] in _NOMINAL_FORMS:
            for word in kernels(child):
                if is_word(word, item):
                    return word
        if child.dep_ in ("compound", "amod") and is_word(child, item):
            return child
    return None
