"""Base forms by rule and exception list, one dictionary look-up a word once seen.

spaCy's own lemmatizer costs a tenth of a full parse; its tables (shipped with the pipeline) are all we need.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

_POS_OF_TAG = {"VB": "verb", "NN": "noun", "JJ": "adj", "RB": "adv"}
# British and hyphen-free spellings on which the lexicons standardise.
_ENDINGS = (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"))


class Lemmatizer:
    """Base forms for (word, part of speech), from a pipeline's lookup tables."""

    def __init__(
        self,
        rules: Mapping[str, Sequence[tuple[str, str]]],
        exceptions: Mapping[str, Mapping[str, Sequence[str]]],
        index: Mapping[str, Sequence[str]],
    ) -> None:
        self._rules = {pos: tuple((a, b) for a, b in rules.get(pos, ())) for pos in ("verb", "noun", "adj", "adv")}
        self._exceptions = exceptions
        self._index = {pos: frozenset(index.get(pos, ())) for pos in ("verb", "noun", "adj", "adv")}
        self._seen: dict[tuple[str, str], str] = {}

    @classmethod
    def of_pipeline(cls, nlp: Language) -> Lemmatizer:
        """From the tables of ``nlp``'s rule lemmatizer; a pipeline without one gets English endings alone."""
        if "lemmatizer" in nlp.component_names:
            lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
            if lookups is not None and all(lookups.has_table(t) for t in ("lemma_rules", "lemma_exc", "lemma_index")):
                return cls(
                    lookups.get_table("lemma_rules"), lookups.get_table("lemma_exc"), lookups.get_table("lemma_index")
                )
        return cls(
            {"verb": [("ies", "y"), ("es", "e"), ("ed", "e"), ("ing", "e"), ("s", "")], "noun": [("s", "")]}, {}, {}
        )

    def by_tag(self, word: str, tag: str) -> str:
        """The base form of ``word`` given its Penn tag."""
        return self.base(word, "plural" if tag in ("NNS", "NNPS") else _POS_OF_TAG.get(tag[:2], ""))

    def is_verb(self, word: str) -> bool:
        """Whether ``word``, in small letters, can be a form of a verb that the tables know."""
        return self.base(word, "verb") in self._index["verb"]

    def base(self, word: str, pos: str) -> str:
        """The base form of ``word`` as ``verb``, ``noun``, ``plural`` (noun), ``adj``, ``adv``; else in lower case."""
        key = (word, pos)
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = self._look_up(word.lower(), pos) if pos else word.lower()
        return found

    def _look_up(self, word: str, pos: str) -> str:
        plural = pos == "plural"
        if plural:
            pos = "noun"
        exceptions = self._exceptions.get(pos, {})
        if word in exceptions:
            return str(exceptions[word][0])
        index = self._index[pos]
        if word in index and not plural and not (pos == "verb" and word.endswith(("ed", "ing"))):
            return word
        if plural and word.endswith(("ches", "shes")) and word[:-2] in index:
            return word[:-2]  # "marches": the tables know an old "marche", too
        unknown: str | None = None
        for old, new in self._rules[pos]:
            if old and word.endswith(old) and len(word) - len(old) > 1:
                form = word[: len(word) - len(old)] + new
                if form in index:
                    return form
                if unknown is None and len(form) > 2:
                    unknown = form
        if word in index:
            return word
        for british, american in _ENDINGS:
            if word.endswith(british):
                found = self._look_up(word[: -len(british)] + american, pos)
                return found[:-3] + "ise" if found.endswith("ize") else found
        if unknown is not None and (word.endswith(("s", "ed", "ing"))):
            return unknown
        return word
