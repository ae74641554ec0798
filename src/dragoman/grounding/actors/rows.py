"""Names in a row ("the ministers A, B and C"): one title for all, and what a title behind them gives to each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.grounding.actors.scan import NameRun, Scan
from dragoman.grounding.actors.titles import Title, row_title_after, row_title_before
from dragoman.grounding.actors.words import given_name
from dragoman.records import Span

# "A, B and C"; "A of Ghana and B of Togo"
_JOINT = re.compile(
    r"(?:\s(?:of|from)\s(?:the\s)?[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*)?)?(?:,\s(?:and\s|or\s)?|\s(?:and|or|&)\s)"
)


# No sentence of news names more people in a row; longer rows are lists.
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class Row:
    """Two or more names joined by commas and "and". ``of_people``: whether a title or a given name says so."""

    spans: tuple[Span, ...]
    titles: tuple[Title, ...]
    of_people: bool

    def title_of(self, span: Span) -> Title | None:
        """The title of the name at ``span``: its own where there is one for each, else the common one."""
        if not self.titles:
            return None
        return self.titles[self.spans.index(span)] if len(self.titles) == len(self.spans) else self.titles[0]


def rows_of(scan: Scan) -> dict[Span, Row]:
    """Each name of two words or more that stands in a row with others, with its row."""
    found: dict[Span, Row] = {}
    row: list[NameRun] = []
    joined_by_and = False
    for run in (*scan.runs, None):
        gap = scan.text[row[-1].span.end : run.span.start] if row and run is not None else ""
        if run is not None and 0 < len(row) < _LONGEST and len(run.words) > 1 and _JOINT.fullmatch(gap):
            joined_by_and = joined_by_and or "and" in gap
            row.append(run)
            continue
        if len(row) > 1 and joined_by_and:
            found.update(dict.fromkeys((one.span for one in row), _row(scan, row)))
        row, joined_by_and = [run] if run is not None and len(run.words) > 1 else [], False
    return found


def _row(scan: Scan, runs: Sequence[NameRun]) -> Row:
    spans = tuple(run.span for run in runs)
    before = row_title_before(scan, spans[0].start)
    titles: tuple[Title, ...] = (before,) if before is not None else ()
    if not titles:
        after, countries = row_title_after(scan, spans[-1].end)
        if after is not None and len(countries) == len(runs):
            # "the foreign ministers of Germany and Poland" after two names: each has his own
            titles = tuple(replace(after, country=code) for code in countries)
        elif after is not None:
            titles = (after if len(countries) <= 1 else replace(after, country=None),)
    people = bool(titles) or any(given_name(run.words[0]) is not None or run.titled for run in runs)
    return Row(spans, titles, people)
