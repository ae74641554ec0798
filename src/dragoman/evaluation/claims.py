"""Claims of whole articles against what a reader found: which events, and each field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.evaluation.agreement import FIELDS, agrees, faults, said
from dragoman.evaluation.figures import BINS, Figure, calibration_error, figure, share, three
from dragoman.evaluation.gold import Row, digest, read_jsonl
from dragoman.evaluation.labels import NOTHING, confusion
from dragoman.evaluation.mistakes import in_context
from dragoman.evaluation.pairing import pair
from dragoman.evaluation.report import Mistake, Report, Table
from dragoman.records import Article, Claim, Span

if TYPE_CHECKING:
    from dragoman.pipeline import Coder


@dataclass(frozen=True, slots=True)
class Expected:
    """One claim of the gold: the passage it stands in (``None``: anywhere), and the value of each field that is scored.

    An empty value: the article does not say. ``trigger``: the word that tells the act; ``doubtful``: careful readers
    might differ on whether this is a claim.
    """

    passage: Span | None
    values: dict[str, tuple[str, ...]]
    trigger: Span | None = None
    doubtful: bool = False


def evaluate(coder: Coder, path: Path, sample: int | None = None) -> Report:
    """Precision, recall and F1 of claims and of each field, and the share of claims right throughout.

    Raises ``EvaluationError``.
    """
    rows = read_jsonl(path, sample)
    golds = [read_expected(row) for row in rows]
    articles = [row.article() for row in rows]
    claim_units: list[list[int]] = []
    field_units: dict[str, list[list[int]]] = defaultdict(list)
    whole: list[list[int]] = []
    found_right: list[list[int]] = []
    found_named: list[list[int]] = []
    confidences: list[list[float]] = []
    labels: list[tuple[str, str]] = []
    statuses: list[tuple[str, str]] = []
    mistakes: list[Mistake] = []
    coded = (found for _, found in coder.code_many(articles))
    for row, expected, article, found in zip(rows, golds, articles, coded, strict=True):
        doubtful = [one for one in expected if one.doubtful]
        expected = [one for one in expected if not one.doubtful]
        pairs, lost, extra = pair(expected, found, likeness)
        # what a careful reader might have taken for a claim is neither right nor wrong
        _, _, left = pair(doubtful, [found[j] for j in extra], likeness)
        extra = [extra[k] for k in left]
        if row.fields.get("complete") is False:
            extra = []  # the reader did not list every claim: what is more may be right
        claim_units.append([len(pairs), len(extra), len(lost)])
        throughout = named = 0
        units = {field: [0, 0, 0] for field in FIELDS}
        sure = [0.0] * (3 * BINS)
        for i, j in pairs:
            gold, claim = expected[i], found[j]
            wrong = [f for f in gold.values if not _field(gold, claim, f, units[f])]
            throughout += not wrong
            as_said = not {"act", "status", "plover"}.intersection(wrong)
            named += as_said
            _count_confidence(sure, claim, as_said)
            labels.append((_one(gold, "plover") or claim.plover, claim.plover))
            if "status" in gold.values:
                statuses.append((_one(gold, "status") or NOTHING, claim.status))
            mistakes += [_differs(row.where, article, gold, claim, f) for f in wrong]
        for i in lost:
            for field, value in expected[i].values.items():
                units[field][2] += bool(value)
            labels.append((_one(expected[i], "plover") or NOTHING, NOTHING))
            mistakes.append(_missed(row.where, article, expected[i]))
        for j in extra:
            labels.append((NOTHING, found[j].plover))
            _count_confidence(sure, found[j], False)
            mistakes.append(
                Mistake(
                    "not in gold",
                    row.where,
                    in_context(article.text, found[j].trigger.span),
                    "nothing",
                    _shown(found[j]),
                    "; ".join(found[j].explanation),
                )
            )
        for field in FIELDS:
            field_units[field].append(units[field])
        whole.append([throughout, len(pairs)])
        found_right.append([throughout, len(pairs) + len(extra)])
        found_named.append([named, len(pairs) + len(extra)])
        confidences.append(sure)
    figures: list[Figure] = [*three("claim", claim_units)]
    for field in FIELDS:
        if any(any(unit) for unit in field_units[field]):
            figures += three(field, field_units[field])
    for name, units_of in (
        ("paired claims right in every field", whole),
        ("found claims right in type and status", found_named),
        ("found claims right in every field", found_right),
    ):
        figures.append(figure(name, units_of, share, sum(unit[1] for unit in units_of)))
    in_all = [sum(column) for column in zip(*confidences, strict=True)]
    figures.append(figure("calibration error of confidence", confidences, calibration_error, sum(in_all[::3])))
    tables = [confusion("PLOVER types", labels)] if labels else []
    if statuses:
        tables.append(confusion("status of the found", statuses))
    tables.append(_by_confidence(in_all))
    units_text = f"{sum(map(len, golds)):,} claims in {len(rows):,} articles"
    return Report("claims", path.name, digest(path), units_text, tuple(figures), tuple(tables), tuple(mistakes))


def _count_confidence(bins: list[float], claim: Claim, right: bool) -> None:
    """Count a claim into the bin of its confidence: number, confidence, whether its type and status are right."""
    at = 3 * min(int(claim.confidence * BINS), BINS - 1)
    for column, value in enumerate((1.0, claim.confidence, float(right))):
        bins[at + column] += value


def _by_confidence(bins: Sequence[float]) -> Table:
    rows = []
    for number in range(BINS):
        count, confidence, right = bins[3 * number : 3 * number + 3] or (0.0, 0.0, 0.0)
        if count:
            name = f"{number / BINS:.1f}–{(number + 1) / BINS:.1f}"
            rows.append((name, int(count), round(confidence / count, 2), round(right / count, 2)))
    return Table(
        "claims by confidence", ("confidence", "claims", "mean confidence", "type and status right"), tuple(rows)
    )


def read_expected(row: Row) -> list[Expected]:
    """The expected claims of an article. Raises ``EvaluationError``."""
    text = row.text("text")
    out = []
    for one in row.items("claims"):
        if unknown := sorted(set(one.fields) - {*FIELDS, *_BESIDE}):
            raise one.error(f"there is no field {unknown[0]!r}; fields are {', '.join((*FIELDS, *_BESIDE))}")
        values = {field: _values(one, field, text) for field in FIELDS if field in one.fields}
        if not any(values.get(field) for field in ("act", "plover")):
            raise one.error("an expected claim needs an act or a plover type")
        passage = _passage(one, "sentence", text, Span(0, len(text)))
        trigger = _passage(one, "trigger", text, passage or Span(0, len(text)))
        out.append(Expected(passage, values, trigger, one.fields.get("doubtful") is True))
    return out


#: What an expected claim says beside its fields.
_BESIDE = ("sentence", "trigger", "doubtful")


def _passage(row: Row, field: str, text: str, inside: Span) -> Span | None:
    """Where the words of ``field`` first stand inside a passage; it may give the range itself instead."""
    value = row.fields.get(field)
    if isinstance(value, list):
        return row.span(text, value)
    words = row.maybe(field)
    if words is None:
        return None
    start = text.find(words, inside.start, inside.end)
    if start < 0:
        raise row.error(f"the text has no {words!r}" + (" in the sentence" if field == "trigger" else ""))
    return Span(start, start + len(words))


def _values(row: Row, field: str, text: str) -> tuple[str, ...]:
    """The values of one field; a party or place may be a range of the text instead of words."""
    value = row.fields[field]
    if _is_range(value):
        value = [value]
    listed = [] if value is None else value if isinstance(value, list) else [value]
    listed = [row.span(text, one).of(text) if _is_range(one) else one for one in listed]
    if not all(isinstance(one, str) and one for one in listed):
        raise row.error(f"{field!r} is neither text, null nor a list of texts")
    for one in listed:
        if (fault := faults(field, one)) is not None:
            raise row.error(fault)
    return tuple(listed)


def _is_range(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(one) is int for one in value)


# Claims with one trigger are one, whatever else agrees.
_BY_TRIGGER = 4.0


def likeness(gold: Expected, claim: Claim) -> float:
    """Nought unless the claim stands in the passage and its act or type is the gold's; else how many fields agree."""
    if gold.passage is not None and not gold.passage.overlaps(claim.evidence.span):
        return 0.0
    if not any(gold.values.get(f) and agrees(claim, f, gold.values[f]) for f in ("act", "plover")):
        return 0.0
    close = gold.passage is not None and gold.passage.covers(claim.trigger.span)
    told = gold.trigger is not None and gold.trigger.overlaps(claim.trigger.span)
    return sum(_right(gold, claim, field) for field in gold.values) + 0.5 * close + _BY_TRIGGER * told + 0.1


def _right(gold: Expected, claim: Claim, field: str) -> bool:
    wanted = gold.values[field]
    return agrees(claim, field, wanted) if wanted else said(claim, field) is None


def _field(gold: Expected, claim: Claim, field: str, unit: list[int]) -> bool:
    """Whether the field is right; counts it into hits, spurious, missed (a wrong value is both of the latter)."""
    wanted, right = gold.values[field], _right(gold, claim, field)
    if wanted:
        unit[0] += right
        unit[1] += not right and said(claim, field) is not None
        unit[2] += not right
    else:
        unit[1] += not right
    return right


def _one(gold: Expected, field: str) -> str | None:
    return next((v.lower() if field == "status" else v.upper() for v in gold.values.get(field, ())), None)


def _differs(where: str, article: Article, gold: Expected, claim: Claim, field: str) -> Mistake:
    wanted = "; ".join(gold.values[field]) or "not said"
    why = "; ".join(claim.explanation)
    return Mistake(
        f"{field} differs",
        where,
        in_context(article.text, claim.trigger.span),
        wanted,
        said(claim, field) or "nothing",
        why,
    )


def _missed(where: str, article: Article, gold: Expected) -> Mistake:
    wanted = ", ".join(f"{field} {'; '.join(value)}" for field, value in gold.values.items() if value)
    passage = in_context(article.text, gold.passage) if gold.passage is not None else in_context(article.text)
    return Mistake("missed", where, passage, wanted, "nothing")


def _shown(claim: Claim) -> str:
    return ", ".join(f"{field} {value}" for field in FIELDS if (value := said(claim, field)) is not None)
