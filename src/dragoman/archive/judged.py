"""Claims as people judged them: what matching looks at. The stored claims themselves are never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, Final

from dragoman.archive import judgements, queries
from dragoman.archive.connection import Store
from dragoman.archive.filters import ClaimFilter, first_day, last_day
from dragoman.codebook.types import Types, load_types
from dragoman.errors import ArchiveError
from dragoman.records import Claim, Grounding, Judgement, TimeMention, TimeValue

CORRECTED: Final = "judgement"  # the basis of a day that a person set
_GRANULARITY: Final = {4: "year", 7: "month", 10: "day"}


def judged_claims(store: Store) -> Iterator[Claim]:
    """The current claims without the rejected ones, corrections applied; see ``Archive.judged_claims``."""
    by_claim = made_by_claim(store)
    for claim in queries.claims(store, ClaimFilter()):
        judged = as_judged(claim, by_claim.get(claim.id, ()))
        if judged is not None:
            yield judged


def made_by_claim(store: Store) -> dict[str, list[Judgement]]:
    """The standing judgements of single claims, in the order they were made."""
    by_claim: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements.judgements(store, standing=True, subject=None):
        if judgement.verdict in ("accept", "reject", "correct"):
            by_claim[judgement.subjects[0]].append(judgement)
    return dict(by_claim)


def as_judged(claim: Claim, made: Sequence[Judgement]) -> Claim | None:
    """The claim after its standing judgements, in the order they were made; ``None`` if the last word is to reject it."""
    rejected = False
    for judgement in made:
        if judgement.verdict == "correct":
            assert judgement.field is not None
            claim = _CORRECT[judgement.field](claim, judgement) if judgement.field in _CORRECT else claim
        else:
            rejected = judgement.verdict == "reject"
            claim = replace(claim, confidence=1.0) if judgement.verdict == "accept" else claim
    return None if rejected else claim


def check_correction(field: str, value: str) -> Any:
    """The value of a correction as it is kept. Raises ``ArchiveError`` for a field or value that cannot be."""

    def wrong(what: str, remedy: str) -> ArchiveError:
        return ArchiveError(what, where=field, remedy=remedy)

    types = _types()
    if field == "status":
        if value not in types.statuses:
            raise wrong(f"there is no status {value!r}", f"Use one of {', '.join(types.statuses)}")
        return value
    if field == "act":
        name, _, mode = value.partition("/")
        known = types.types.get(name)
        if known is None or (mode and mode not in known.modes):
            raise wrong(f"there is no act {value!r}", "Write a type, or a type and a mode: COERCE/arrest")
        return value
    if field == "historical":
        if value not in ("true", "false"):
            raise wrong(f"{value!r} is neither true nor false", "Write true or false")
        return value == "true"
    if field == "day":
        first_day(value)  # raises for what is no date
        return value
    raise wrong(f"{field!r} cannot be corrected", f"Use one of {', '.join(_CORRECT)}; else reject the claim")


@cache
def _types() -> Types:
    return load_types()


def _counted(claim: Claim) -> Claim:
    """PLOVER type, class and score of a corrected act or status; kept for an act of a user's own codebook."""
    types = _types()
    if claim.act not in types.types:
        return claim
    plover = types.plover(claim.act, claim.status)
    score = types.score(plover, claim.mode if plover == claim.act else None)
    return replace(claim, plover=plover, quad=types.quad(plover), score=score)


def _status(claim: Claim, judgement: Judgement) -> Claim:
    return _counted(replace(claim, status=judgement.value))


def _act(claim: Claim, judgement: Judgement) -> Claim:
    name, _, mode = judgement.value.partition("/")
    return _counted(replace(claim, act=name, mode=mode or None))


def _historical(claim: Claim, judgement: Judgement) -> Claim:
    return replace(claim, historical=judgement.value)


def _day(claim: Claim, judgement: Judgement) -> Claim:
    text: str = judgement.value
    value = TimeValue(text, first_day(text), last_day(text), _GRANULARITY[len(text)], CORRECTED)
    why = f"corrected by {judgement.by}" + (f": {judgement.why}" if judgement.why else "")
    return replace(claim, time=TimeMention("", None, Grounding(value, 1.0, why)))


_CORRECT: Final[Mapping[str, Callable[[Claim, Judgement], Claim]]] = {
    "status": _status,
    "act": _act,
    "historical": _historical,
    "day": _day,
}
