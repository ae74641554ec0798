"""Reports in which every word that tells an act is marked: read, checked, and turned into what the models learn from.

    python training/marked.py [FILE …]      check the files (all of training/reports if none is named) and count

A report begins with a line of its theme, then one sentence a line, then an empty line:

    # theme: gulf-shipping | era: 2020s | page: world
    [1 The coast guard] {COERCE occurred 1>2: boarded} [2 a tanker] on Monday and {COERCE ongoing 1>3: holds} [3 its crew].

`[1 words]` is a party, its number the same all through the report. `{ACT status doers>receivers: word}` is a trigger: the
act told of as if done, what the sentence says of it, who does it to whom (`1+4>2`, `>2`, `1>`, `>`), and the word that
tells it. Parties are told where they stand in the same sentence, else left out. `{? word}` may be an act or none: nothing
is learnt there. Every word without a mark tells no act.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rows import ROOT, STATUSES, TYPES

REPORTS = ROOT / "training" / "reports"
_HEADER = re.compile(r"# theme: ([\w-]+) \| era: (\d{4}s) \| page: ([\w -]+)")
_MARK = re.compile(r"\[(\d+) |\]|\{\? |\{([A-Z]+) ([a-z]+) ([\d+]*)>([\d+]*): |\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A trigger: its place in the bare sentence; act and status are empty where it is doubtful; parties as numbers."""

    start: int
    end: int
    act: str = ""
    status: str = ""
    doers: tuple[int, ...] = ()
    receivers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without its marks; ``parties`` by number: every place where one is named, as (start, end)."""

    text: str
    marks: tuple[Mark, ...]
    parties: dict[int, tuple[tuple[int, int], ...]]
    theme: str
    where: str


class MarkError(ValueError):
    """A line that cannot be read as marked; says where and why."""


def read(file: Path) -> list[Sentence]:
    """All sentences of a file of marked reports, in order."""
    return list(_sentences(file, None))


def problems(file: Path) -> list[str]:
    """Every line that cannot be read, as `file:line: why`."""
    found: list[str] = []
    list(_sentences(file, found))
    return found


def _sentences(file: Path, found: list[str] | None):
    theme = ""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{file.name}:{number}"
        try:
            if line.startswith("#"):
                header = _HEADER.fullmatch(line.strip())
                if header is None:
                    raise MarkError("a report begins with '# theme: a-theme | era: 2010s | page: world'")
                theme = header.group(1)
            elif line.strip():
                if not theme:
                    raise MarkError("a sentence before the first '# theme: …' line")
                yield _sentence(line.strip(), theme, where)
        except MarkError as error:
            if found is None:
                raise MarkError(f"{where}: {error}") from error
            found.append(f"{where}: {error}")


def _sentence(line: str, theme: str, where: str) -> Sentence:
    bare, last = "", 0
    open_marks: list[tuple[str, int, re.Match[str]]] = []
    marks: list[Mark] = []
    parties: dict[int, list[tuple[int, int]]] = {}
    for m in _MARK.finditer(line):
        bare += line[last : m.start()]
        last = m.end()
        token = m.group()
        if token in "]}":
            if not open_marks or open_marks[-1][0] != token:
                raise MarkError(f"'{token}' closes nothing in: {line[max(0, m.start() - 40) : m.end()]}")
            _, start, opening = open_marks.pop()
            if not bare[start:].strip():
                raise MarkError("empty mark")
            if token == "]":
                parties.setdefault(int(opening.group(1)), []).append((start, len(bare)))
            else:
                marks.append(_mark(opening, start, len(bare)))
        else:
            open_marks.append(("]" if token[0] == "[" else "}", len(bare), m))
    bare += line[last:]
    if open_marks:
        raise MarkError(f"'{open_marks[-1][2].group()}' is never closed")
    if re.search(r"[\[\]{}]", bare):
        raise MarkError("a bracket that is no mark; a trigger is {ACT status doers>receivers: word}")
    for mark in marks:
        if len(bare[mark.start : mark.end].split()) > 3:
            raise MarkError(f"a trigger is one word (at most three): '{bare[mark.start : mark.end]}'")
        for number in (*mark.doers, *mark.receivers):
            if number not in parties:
                raise MarkError(f"party {number} of '{bare[mark.start : mark.end]}' is not named in the sentence")
    return Sentence(bare, tuple(marks), {n: tuple(spans) for n, spans in parties.items()}, theme, where)


def _mark(opening: re.Match[str], start: int, end: int) -> Mark:
    if opening.group().startswith("{?"):
        return Mark(start, end)
    act, status, doers, receivers = opening.group(2, 3, 4, 5)
    if act not in TYPES or act == "NONE":
        raise MarkError(f"unknown act {act}; one of {', '.join(TYPES[1:])}")
    if status not in STATUSES:
        raise MarkError(f"unknown status {status}; one of {', '.join(STATUSES)}")
    numbers = [tuple(int(n) for n in side.split("+") if n) for side in (doers, receivers)]
    return Mark(start, end, act, status, numbers[0], numbers[1])


def main(names: list[str]) -> int:
    files = [Path(n) for n in names] or sorted(REPORTS.glob("*.txt"))
    bad = 0
    for file in files:
        found = problems(file)
        bad += len(found)
        print(*found, sep="\n", end="\n" if found else "")
        good: list[Sentence] = list(_sentences(file, []))
        marks = [m for s in good for m in s.marks]
        acts, words = (
            Counter(m.act or "doubtful" for m in marks),
            Counter(s.text[m.start : m.end].lower() for s in good for m in s.marks if m.act),
        )
        reports = file.read_text(encoding="utf-8").count("# theme:")
        print(f"{file.name}: {reports} reports, {len(good)} sentences, {len(marks)} marks, {len(found)} problems")
        print("  acts", dict(acts.most_common()))
        print("  statuses", dict(Counter(m.status for m in marks if m.act).most_common()))
        print(f"  {len(words)} different trigger words; commonest {words.most_common(12)}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
