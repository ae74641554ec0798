"""The file of mistakes: written for a reader, commonest kinds first."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from dragoman.errors import EvaluationError
from dragoman.evaluation.report import Mistake, Report
from dragoman.records import Span

_AROUND = 90  # characters of context on either side: about a clause


def write_mistakes(report: Report, path: Path) -> None:
    """Write the mistakes as text. Raises ``EvaluationError`` if the file cannot be written."""
    try:
        path.write_text(mistakes_text(report), encoding="utf-8", errors="replace")
    except OSError as error:
        raise EvaluationError(
            f"the mistakes cannot be written ({error.strerror})",
            where=str(path),
            remedy="Name a file in a folder that is there",
        ) from error


def mistakes_text(report: Report) -> str:
    """All mistakes, grouped by kind."""
    groups: dict[str, list[Mistake]] = defaultdict(list)
    for one in report.mistakes:
        groups[one.kind].append(one)
    count = len(report.mistakes)
    lines = [f"{report.kind}: {count} mistake{'s' * (count != 1)} in {report.units} of {report.gold}", ""]
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    lines += [f"{len(found):6}  {kind}" for kind, found in ordered]
    for kind, found in ordered:
        lines += ["", f"== {kind} ({len(found)})"]
        for one in found:
            lines += [
                "",
                f"[{one.where}] {_line(one.text)}",
                f"    gold:  {_line(one.gold)}",
                f"    found: {_line(one.found)}",
            ]
            if one.why:
                lines.append(f"    why:   {_line(one.why)}")
    return "\n".join(lines) + "\n"


def in_context(text: str, *spans: Span) -> str:
    """The passage around the first span, all spans in it between ``«`` and ``»``."""
    if not spans:
        return text[: 2 * _AROUND]
    start = max(0, spans[0].start - _AROUND)
    end = min(len(text), spans[0].end + _AROUND)
    out, at = [], start
    for span in sorted(set(spans)):
        if span.start < at or span.end > end:
            continue
        out += [text[at : span.start], "«", text[span.start : span.end], "»"]
        at = span.end
    out.append(text[at:end])
    return ("…" if start else "") + "".join(out) + ("…" if end < len(text) else "")


def _line(text: str) -> str:
    """On one line, without characters that steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
