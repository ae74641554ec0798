"""Finding many fixed phrases in raw text: longest match, whole words, case as written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from dragoman.records import Span

Payload = TypeVar("Payload")

# A phrase is looked up where a word begins: one hash look-up a word keeps a megabyte well under a second.
_WORD = re.compile(r"\w+")


# A phrase is picked by its first word and this many characters more, which leaves one or two to compare.
_MORE = 3


class PhraseIndex(Generic[Payload]):
    """Phrases with what each stands for. A typewriter apostrophe in a phrase also matches a curly one."""

    __slots__ = ("_by_first_word", "_exact")

    def __init__(self, phrases: Iterable[tuple[str, Payload]]) -> None:
        # First word → the characters after it → phrases, the longest first; "" for phrases that end sooner.
        by_first_word: dict[str, dict[str, list[tuple[str, Payload]]]] = {}
        exact: dict[str, list[Payload]] = {}
        for phrase, payload in phrases:
            for written in dict.fromkeys((phrase, phrase.replace("'", "’"), phrase.replace("’", "'"))):
                first = _WORD.match(written)
                if first is None:
                    continue
                more = written[first.end() : first.end() + _MORE]
                bucket = by_first_word.setdefault(first[0], {})
                bucket.setdefault(more if len(more) == _MORE else "", []).append((written, payload))
                exact.setdefault(written, []).append(payload)
        for buckets in by_first_word.values():
            for entries in buckets.values():
                entries.sort(key=lambda entry: -len(entry[0]))
        self._by_first_word = by_first_word
        self._exact = exact

    def exact(self, phrase: str) -> tuple[Payload, ...]:
        """All that ``phrase`` stands for, in the order they were given."""
        return tuple(self._exact.get(phrase, ()))

    def find(self, text: str, starts: WordStarts | None = None) -> Iterator[tuple[Span, str, Payload]]:
        """Matches from left to right that do not overlap: ``(span, phrase, payload)``.

        Where two entries share the longest phrase the one given first wins. ``starts`` is ``word_starts(text)``,
        for callers that look up several indexes in one text.
        """
        starts = word_starts(text) if starts is None else starts
        by_first_word = self._by_first_word
        places = [(at, word) for word in starts.keys() & by_first_word.keys() for at in starts[word]]
        places.sort()
        end_of_last = 0
        for start, word in places:
            if start < end_of_last:
                continue
            buckets = by_first_word[word]
            after = start + len(word)
            for key in (text[after : after + _MORE], ""):
                found = _longest(text, start, buckets.get(key, ()))
                if found is not None:
                    end_of_last = start + len(found[0])
                    yield Span(start, end_of_last), *found
                    break


def _longest(text: str, start: int, entries: Sequence[tuple[str, Payload]]) -> tuple[str, Payload] | None:
    for entry in entries:
        phrase = entry[0]
        if text.startswith(phrase, start) and _ends_word(text, start + len(phrase), phrase[-1]):
            return entry
    return None


WordStarts = Mapping[str, list[int]]


def word_starts(text: str) -> WordStarts:
    """Each word of ``text`` with the offsets where it stands."""
    starts: dict[str, list[int]] = defaultdict(list)
    for word in _WORD.finditer(text):
        starts[word[0]].append(word.start())
    return dict(starts)


def _ends_word(text: str, end: int, last: str) -> bool:
    if end >= len(text) or last == ".":
        return True
    following = text[end]
    return not (following.isalnum() or following == "_")
