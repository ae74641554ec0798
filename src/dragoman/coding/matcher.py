"""Frames against syntax: which pattern a predicate fits, and what fills its slots."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.codebook.frames import NO_ACT, Frame
from dragoman.codebook.patterns import ANY_HEAD, Item, Pattern
from dragoman.coding.admission import is_admissible
from dragoman.coding.fixed_words import forms_in
from dragoman.coding.slots import fit_adjective, fit_noun, fit_verb
from dragoman.coding.valency import Valency, valency

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


class Matcher:
    """All frames, indexed by the lemma of their head word.

    Give it senses of type ``NO_ACT`` too: where one of them fits best, or as well as any, the word tells no act.
    """

    def __init__(self, frames: Iterable[Frame]) -> None:
        self._index: dict[tuple[str, str], list[tuple[Frame, Pattern]]] = {}
        # words anywhere in the sentence that keep a frame from speaking, in every form that `forms_in` knows
        self._context: dict[str, frozenset[str]] = {}
        for frame in frames:
            self._context[frame.id] = frozenset(f for w in frame.not_context for f in (w, w.replace("-", "")))
            for pos, pattern in frame.patterns():
                for head in pattern.heads:
                    self._index.setdefault((pos, head.replace("-", "")), []).append((frame, pattern))

    def matches(self, doc: Doc) -> list[Match]:
        """The best match of every trigger in the sentence; words that a stronger match used up fire no frame."""
        found: list[Match] = []
        here = forms_in(doc)
        for token in doc:
            best = self._best(token, here)
            if best is not None:
                found.append(best)
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

    def _best(self, token: Token, here: frozenset[str]) -> Match | None:
        tag = token.tag_[:2]
        if tag == "VB" and token.dep_ not in ("aux", "auxpass"):
            adjectival = token.dep_ == "amod" and token.tag_ in ("VBN", "VBD", "VBG") and not any(token.rights)
            # "banned goods", "a war-renouncing law": a participle before its noun tells an act only where a frame says so
            entries = list(self._entries("adj" if adjectival else "verb", token))
            if token.tag_ == "VBG" and token.dep_ in ("pobj", "nsubj", "dobj", "pcomp", "compound"):
                entries += self._entries("noun", token)
        elif tag == "NN":
            if token.tag_ in ("NNP", "NNPS") and not token.doc[max(token.i - 1, 0)].tag_.startswith("NNP"):
                return None
            entries = list(self._entries("noun", token))
        elif tag == "JJ":
            entries = list(self._entries("adj", token))
        else:
            return None
        shared = valency(token) if tag == "VB" else None
        fits = self._fits(token, entries, shared, here)
        if not fits and tag in ("VB", "NN"):
            pos = "verb" if tag == "VB" else "noun"
            fits = self._fits(token, [(pos, *entry) for entry in self._index.get((pos, ANY_HEAD), ())], shared, here)
        if not fits:
            return None
        best = min(
            fits,
            key=lambda m: (not m.frame.own, m.rank[:2], m.frame.type != NO_ACT, m.rank, m.frame.id, m.pattern.source),
        )
        return best if best.frame.type != NO_ACT else None

    def _fits(
        self,
        token: Token,
        entries: Iterable[tuple[str, Frame, Pattern]],
        shared: Valency | None,
        here: frozenset[str],
    ) -> list[Match]:
        out: list[Match] = []
        for pos, frame, pattern in entries:
            # most patterns of a light verb miss their noun: one look at the sentence's words spares the syntax
            if any(group.isdisjoint(here) for group in pattern.required) or not self._context[frame.id].isdisjoint(
                here
            ):
                continue
            match = self._fit(token, pos, frame, pattern, shared)
            if match is not None:
                out.append(match)
        return out

    def _entries(self, pos: str, token: Token) -> list[tuple[str, Frame, Pattern]]:
        keys = [token.lemma_.replace("-", "")]
        if token.i and pos == "noun":
            before = token.doc[token.i - 1]
            if before.dep_ in ("compound", "amod", "punct"):
                keys.append((before.lower_ + token.lemma_).replace("-", ""))
                if before.text == "-" and token.i > 1:
                    keys.append(token.doc[token.i - 2].lower_ + token.lemma_)
        return [(pos, *entry) for key in keys for entry in self._index.get((pos, key), ())]

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
        return match if is_admissible(match) else None
