"""Frames against syntax: which pattern a predicate fits, and what fills its slots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.codebook.frames import NO_ACT, Frame
from dragoman.codebook.patterns import ANY_HEAD, Item, Pattern
from dragoman.coding.admission import is_admissible
from dragoman.coding.fixed_words import forms_in
from dragoman.coding.misfits import is_misfit
from dragoman.coding.names import is_inside_name
from dragoman.coding.slots import fit_adjective, fit_noun, fit_verb
from dragoman.coding.syntax import arguments
from dragoman.coding.valency import Valency, valency
from dragoman.coding.votes import one_for_each_vote, votes_otherwise

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


# Types whose frames stand aside where the thing asked for, refused, promised or threatened is an act of its own.
VERBAL_TYPES = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE"})
_PARTY_SLOTS = ("ACTOR", "RECIPIENT")


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits a trigger. ``roles``: slot → heads of phrases; ``used``: all tokens the words consumed;
    ``missed``: how many of the pattern's prepositions the text left out.
    """

    frame: Frame
    pattern: Pattern
    pos: str
    trigger: Token
    roles: dict[str, tuple[Token, ...]]
    used: tuple[Token, ...]
    passive: bool
    missed: int = 0

    @property
    def rank(self) -> tuple[int, int, int]:
        """Sort key, best first: fixed words, prepositions, filled roles (a party's before a place's or a thing's)."""
        fixed, preps = self.pattern.strength
        filled = sum(2 if slot in _PARTY_SLOTS else 1 for slot, tokens in self.roles.items() if tokens)
        return (-fixed, self.missed - preps, -filled)


# A pattern that may fit: part of speech of its head, frame, pattern.
_Entry = tuple[str, Frame, Pattern]


class _Senses:
    """The patterns of one head. A light verb has hundreds that differ in the noun they ask for: they are kept by it."""

    def __init__(self) -> None:
        self._free: list[tuple[Frame, Pattern]] = []
        self._asking: dict[str, list[tuple[Frame, Pattern]]] = {}

    def add(self, frame: Frame, pattern: Pattern) -> None:
        if not pattern.required:
            self._free.append((frame, pattern))
            return
        for word in pattern.required[0]:
            self._asking.setdefault(word, []).append((frame, pattern))

    def of(self, here: frozenset[str]) -> Iterator[tuple[Frame, Pattern]]:
        """Those that ask for nothing, and those that ask first for a word of the sentence; each once."""
        yield from self._free
        if len(self._asking) <= len(here):
            words = [word for word in self._asking if word in here]
        else:
            words = sorted(word for word in here if word in self._asking)
        seen: set[int] = set()  # patterns, not their sources: one source may be several patterns of a head
        for word in words:
            for frame, pattern in self._asking[word]:
                if len(words) > 1:
                    if id(pattern) in seen:
                        continue
                    seen.add(id(pattern))
                yield frame, pattern


class Matcher:
    """All frames, indexed by the lemma of their head word.

    Give it senses of type ``NO_ACT`` too: where one of them fits best, or as well as any, the word tells no act.
    """

    def __init__(self, frames: Iterable[Frame]) -> None:
        self._index: dict[tuple[str, str], _Senses] = {}
        # words anywhere in the sentence that keep a frame from speaking, in every form that `forms_in` knows
        self._context: dict[str, frozenset[str]] = {}
        for frame in frames:
            self._context[frame.id] = frozenset(f for w in frame.not_context for f in (w, w.replace("-", "")))
            for pos, pattern in frame.patterns():
                for head in pattern.heads:
                    self._index.setdefault((pos, head.replace("-", "")), _Senses()).add(frame, pattern)

    def matches(self, doc: Doc) -> list[Match]:
        """The best match of every trigger in the sentence; words that a stronger match used up fire no frame."""
        found: list[Match] = []
        here = forms_in(doc)
        loose = self._of_any_head(here)
        for token in doc:
            best = self._best(token, here, loose)
            if best is not None:
                found.append(best)
        found = one_for_each_vote(found)
        consumed: dict[int, Match] = {}
        for match in sorted(found, key=lambda m: (m.rank, m.trigger.i)):
            if match.trigger.i in consumed:
                continue
            if match.frame.type in VERBAL_TYPES:
                continue  # "rejected talks": the talks are the act, rejecting their status
            for token in match.used:
                if token.i != match.trigger.i:
                    consumed.setdefault(token.i, match)
        return [m for m in found if m.trigger.i not in consumed]

    def is_no_act(self, token: Token) -> bool:
        """Whether a sense that is no act fits the word better than any other, with all its words behind it or before its passive:
        "regretted the death of the miners"."""
        here = forms_in(token.doc)
        best = self._best_of_all(token, here, self._of_any_head(here))
        if best is None or best.frame.type != NO_ACT or best.missed:
            return False
        return best.passive or all(t.i >= token.i for t in best.used)

    def _of_any_head(self, here: frozenset[str]) -> dict[str, list[_Entry]]:
        """Patterns of any head at all: what a sentence's words leave of them is the same for each of its words."""
        return {pos: self._possible(pos, ANY_HEAD, here) for pos in ("verb", "noun")}

    def _best(self, token: Token, here: frozenset[str], loose: dict[str, list[_Entry]]) -> Match | None:
        best = self._best_of_all(token, here, loose)
        return best if best is not None and best.frame.type != NO_ACT else None

    def _best_of_all(self, token: Token, here: frozenset[str], loose: dict[str, list[_Entry]]) -> Match | None:
        """The best sense of a word, be it an act or none."""
        tag = token.tag_[:2]
        if tag == "VB" and token.dep_ not in ("aux", "auxpass"):
            adjectival = token.dep_ == "amod" and token.tag_ in ("VBN", "VBD", "VBG") and not any(token.rights)
            # "banned goods", "a war-renouncing law": a participle before its noun tells an act only where a frame says so
            entries = self._entries("adj" if adjectival else "verb", token, here)
            nominal = token.tag_ == "VBG" and token.dep_ in ("pobj", "nsubj", "dobj", "pcomp", "compound")
            if nominal and not arguments(token).objects:  # "since arresting her" is a verb
                entries += self._entries("noun", token, here)
        elif tag == "NN":
            if token.tag_ in ("NNP", "NNPS") and not token.doc[max(token.i - 1, 0)].tag_.startswith("NNP"):
                return None
            if is_inside_name(token):
                return None
            entries = self._entries("noun", token, here)
        elif tag == "JJ":
            entries = self._entries("adj", token, here)
        else:
            return None
        wanted = loose["verb" if tag == "VB" else "noun"] if tag in ("VB", "NN") else []
        if not entries and not wanted:
            return None
        shared = valency(token) if tag == "VB" else None
        fits = self._fits(token, entries, shared) or self._fits(token, wanted, shared)
        if not fits:
            return None
        return min(
            fits,
            key=lambda m: (not m.frame.own, m.rank[:2], m.frame.type != NO_ACT, m.rank, m.frame.id, m.pattern.source),
        )

    def _fits(self, token: Token, entries: Iterable[_Entry], shared: Valency | None) -> list[Match]:
        matches = (self._fit(token, pos, frame, pattern, shared) for pos, frame, pattern in entries)
        return [match for match in matches if match is not None]

    def _entries(self, pos: str, token: Token, here: frozenset[str]) -> list[_Entry]:
        """The patterns headed by the word, or by a compound that it ends, whose words all stand in the sentence."""
        out = self._possible(pos, token.lemma_.replace("-", ""), here)
        if token.i and pos == "noun":
            before = token.doc[token.i - 1]
            if before.dep_ in ("compound", "amod", "punct"):
                out += self._possible(pos, (before.lower_ + token.lemma_).replace("-", ""), here)
                if before.text == "-" and token.i > 1:
                    out += self._possible(pos, token.doc[token.i - 2].lower_ + token.lemma_, here)
        return out

    def _possible(self, pos: str, head: str, here: frozenset[str]) -> list[_Entry]:
        """The patterns of a head that the words of the sentence allow: a look that spares the syntax."""
        senses = self._index.get((pos, head))
        if senses is None:
            return []
        return [
            (pos, frame, pattern)
            for frame, pattern in senses.of(here)
            if not any(group.isdisjoint(here) for group in pattern.required)
            and self._context[frame.id].isdisjoint(here)
        ]

    def _fit(self, token: Token, pos: str, frame: Frame, pattern: Pattern, args: Valency | None) -> Match | None:
        roles: dict[str, list[Token]] = {}
        used: list[Token] = [token]
        missed: list[Item] = []
        if pos == "verb":
            assert args is not None
            ok = fit_verb(token, frame, pattern, args, roles, used, missed)
            passive = args.passive
        elif pos == "noun":
            ok, passive = fit_noun(token, pattern, roles, used), False
        else:
            ok, passive = fit_adjective(token, pattern, roles), True
        if not ok:
            return None
        filled = {slot: tuple(tokens) for slot, tokens in roles.items()}
        match = Match(frame, pattern, pos, token, filled, tuple(used), passive, len(missed))
        if votes_otherwise(match) or is_misfit(match):
            return None
        return match if is_admissible(match) else None
