"""Which words a sentence must hold for some frame to fit it: what the gate in front of the parser asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.codebook.frames import Frame
from dragoman.codebook.patterns import ANY_HEAD, Item, Pattern
from dragoman.coding.slots import STRICT, UNSAID

# "To" leads into something, too, but brings a receiver more often, who may be a dative.
_INTO = STRICT - {"to"}
# An anchor lemma and what must stand beside it: of each group one word.
Anchor = tuple[str, tuple[frozenset[str], ...]]


def anchors(frames: Iterable[Frame]) -> list[Anchor]:
    """One anchor per pattern and head, in a fixed order.

    A fixed word of the pattern is the better anchor ("talk" of "hold talk with"), since heads are often light verbs.
    """
    out: set[Anchor] = set()
    for frame in frames:
        # a frame that only certain parties fit needs one of their words, too
        chosen = tuple(frozenset(words) for words in (frame.only_actor, frame.only_recipient) if words)
        for pos, pattern in frame.patterns():
            out.update((word, (*groups, *chosen)) for word, groups in _of_pattern(pos, pattern))
    return sorted(out, key=lambda a: (a[0], [sorted(g) for g in a[1]]))


def _of_pattern(pos: str, pattern: Pattern) -> Iterable[Anchor]:
    required = [item for item in pattern.items if not item.optional]
    fixed = [frozenset(form for word in item.words for form in _forms(word)) for item in required if item.words]
    particles = [
        group for place, item in enumerate(pattern.items) if (group := _beside(pos, item, pattern.items[:place]))
    ]
    for head in pattern.heads:
        rest = tuple(fixed[1:] + particles)
        if head == ANY_HEAD:
            if fixed:
                yield from ((word, rest) for word in sorted(fixed[0]))
        elif fixed:
            yield from ((word, (frozenset(_forms(head)), *rest)) for word in sorted(fixed[0]))
        else:
            first, _, last = head.rpartition("-")
            yield (last, (*(frozenset({part}) for part in first.split("-") if part), *rest))
            if first:
                yield (head.replace("-", ""), rest)


def _forms(word: str) -> set[str]:
    """How a lemma of the frames may stand in a sentence: "cease-fire" as "ceasefire" or ending in "fire"."""
    return {word.rpartition("-")[2], word.replace("-", "")}


def _beside(pos: str, item: Item, before: Sequence[Item]) -> frozenset[str] | None:
    """The particles or prepositions one of which a verb must have beside it; nouns take theirs in too many ways.

    Behind an object, a receiver may be a dative ("gave the town bread") and what the act bears on unsaid.
    """
    if pos != "verb" or not item.prep or item.words or item.optional:
        return None
    if item.slot in UNSAID and any(not i.prep for i in before) and not _INTO.issuperset(item.prep):
        return None
    return frozenset(item.prep)
