"""Bare sentences with what each word tells: what the tagger learns from, out of marked reports and the classifier's sentences."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from marked import read as read_reports
from rows import PARTY, TAG

HELD_OUT_EACH = 15  # of so many themes of the reports one is kept apart for measuring, by the digest of its name
WORD = re.compile(r"\w[\w’'.&-]*\w|\w")
# Writers who marked every act of their sentences: there an unmarked word tells none.
WHOLE = re.compile(r"w12_|w13_|w19_")
# Writers whose NONE is about the word, not about who stands at its sides.
NO_ACT = re.compile(r"w10_|w12_|w13_|w18_|w19_")


Spans = tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Tagged:
    """A bare sentence. ``words``: by the offset of a word: act, status (None: not to be learnt) and how much it counts;
    ``whole``: every act of the sentence is marked; ``parts``: by the offset of a trigger: where its doers and receivers stand."""

    text: str
    words: dict[int, tuple[str, str | None, float]]
    theme: str
    whole: bool
    parts: dict[int, tuple[Spans, Spans]] = field(default_factory=dict)

    def moved(self, by: int) -> Tagged:
        """The same with ``by`` letters before it."""
        parts = {
            at + by: tuple(tuple((a + by, b + by) for a, b in side) for side in sides)
            for at, sides in self.parts.items()
        }
        return Tagged(self.text, {at + by: w for at, w in self.words.items()}, self.theme, self.whole, parts)


def from_rows(rows: list[dict], vocabulary: frozenset[str]) -> list[Tagged]:
    """The classifier's sentences, every marking of one sentence together."""
    together: dict[str, list[dict]] = defaultdict(list)
    for row in rows:
        together[TAG.sub("", row["s"])].append(row)
    out = []
    for text, some in together.items():
        words: dict[int, tuple[str, str | None, float]] = {}
        parts: dict[int, tuple[Spans, Spans]] = {}
        whole = any(WHOLE.match(r["file"]) for r in some)
        for m in WORD.finditer(text):
            words[m.start()] = ("NONE", None, 1.0 if whole else 0.0 if m.group().lower() in vocabulary else 0.1)
        for row in sorted(some, key=lambda r: r["act"] != "NONE"):  # what tells an act overrules
            at = re.search(r"<V>", row["s"])
            if at is None:
                continue
            start = len(TAG.sub("", row["s"][: at.start()]))
            if start not in words:
                continue
            if row["act"] != "NONE":
                words[start] = (row["act"], row["status"], 1.0)
                sides = (_bare_span(row["s"], "S"), _bare_span(row["s"], "T"))
                known = parts.get(start, ((), ()))
                parts[start] = tuple(tuple(dict.fromkeys(k + new)) for k, new in zip(known, sides, strict=True))
            else:
                words[start] = ("NONE", None, 0.7 if NO_ACT.match(row["file"]) else 0.0)
        out.append(Tagged(text, words, some[0]["theme"], whole, parts))
    return out


def _bare_span(marked: str, tag: str) -> Spans:
    """Where the party between these marks stands in the sentence without marks."""
    found = PARTY[tag].search(marked)
    if found is None:
        return ()
    start = len(TAG.sub("", marked[: found.start()]))
    return ((start, start + len(TAG.sub("", found.group(1)))),)


def from_reports(files: list[Path]) -> list[Tagged]:
    """The reports in which every act is marked."""
    out = []
    for file in files:
        for sentence in read_reports(file):
            words: dict[int, tuple[str, str | None, float]] = {
                m.start(): ("NONE", None, 1.0) for m in WORD.finditer(sentence.text)
            }
            parts: dict[int, tuple[Spans, Spans]] = {}
            for mark in sentence.marks:
                inside = [at for at in words if mark.start <= at < mark.end]
                for at in inside:
                    words[at] = ("NONE", None, 0.0)
                if mark.act and inside:
                    words[inside[0]] = (mark.act, mark.status, 1.0)
                    parts[inside[0]] = tuple(
                        tuple(span for n in side for span in sentence.parties[n])
                        for side in (mark.doers, mark.receivers)
                    )
            out.append(Tagged(sentence.text, words, sentence.theme, True, parts))
    return out


def held_out(theme: str) -> bool:
    """Whether the reports of a theme are kept apart for measuring."""
    return int(hashlib.sha256(theme.encode()).hexdigest(), 16) % HELD_OUT_EACH == 0


def telling(data: list[Tagged]) -> list[str]:
    """The words, in small letters, that tell an act in a good part of the places where sentences marked as a whole have them."""
    told: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for tagged in data:
        if not tagged.whole:
            continue
        for word in re.finditer(r"[^\W\d_]+", tagged.text):
            act, _, weight = tagged.words.get(word.start(), ("NONE", None, 0.0))
            if weight:
                seen[word.group().lower()] += 1
                told[word.group().lower()] += act != "NONE"
    return sorted(word for word, count in told.items() if count / (seen[word] + _UNSEEN) >= _GOOD_PART)


# On blind gold (by lemmas) a lower bar, .25, finds no more; a higher one, .5, costs claim F1 .007 to .039 of 1.
_GOOD_PART = 0.35
_UNSEEN = 3  # places where the word may yet stand and tell nothing
