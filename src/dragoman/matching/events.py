"""Claims to events by agreement of act, parties, day and place; contradictions keep claims apart.

The first version of the room: one pass over blocks of equal act, joining claims only where every pair in a group
agrees, so that no chain of weak likenesses can grow. Same claims in any order give the same events and ids.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from dragoman.records import Article, Claim, Conflict, Event, Judgement, Party, StatusReport

_MOST_DAYS_APART = 1  # reports of one act date it a day apart at most (time zones, late editions)
_NOT_DONE = frozenset({"planned", "offered", "requested", "threatened", "hypothetical", "expected, not confirmed"})


def match_claims(
    claims: Sequence[Claim], articles: Sequence[Article], judgements: Sequence[Judgement] = ()
) -> list[Event]:
    """Events in order of time. ``judgements`` of two claims (``same``, ``not the same``) bind."""
    by_id = {a.id: a for a in articles}
    same, apart = _bindings(judgements)
    groups: list[list[Claim]] = []
    blocks: dict[str, list[list[Claim]]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (_day(c) or "9999", c.article_id, c.trigger.span, c.id)):
        home = next((g for g in blocks[claim.act] if _fits(claim, g, same, apart)), None)
        if home is None:
            home = []
            blocks[claim.act].append(home)
            groups.append(home)
        home.append(claim)
    events = [_event(group, by_id) for group in groups]
    return sorted(events, key=lambda e: (e.start or e.first_report or "9999", e.id))


def _bindings(judgements: Sequence[Judgement]) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    undone = {j.subjects[0] for j in judgements if j.verdict == "undo"}
    same, apart = set(), set()
    for j in judgements:
        if j.id not in undone and len(j.subjects) == 2:
            if j.verdict == "same":
                same.add(frozenset(j.subjects))
            elif j.verdict == "not the same":
                apart.add(frozenset(j.subjects))
    return same, apart


def _fits(claim: Claim, group: list[Claim], same: set[frozenset[str]], apart: set[frozenset[str]]) -> bool:
    pairs = [frozenset((claim.id, other.id)) for other in group]
    if any(p in apart for p in pairs):
        return False
    if any(p in same for p in pairs):
        return True
    return all(_agree(claim, other) for other in group)


def _agree(one: Claim, other: Claim) -> bool:
    """Whether two claims can tell of one event: same act and mode, a party in common each way, days and places that fit."""
    if one.mode != other.mode or one.historical != other.historical:
        return False
    if not (_ids(one.actors) and _ids(one.actors) & _ids(other.actors)):
        return False
    if bool(one.recipients) and bool(other.recipients) and not _ids(one.recipients) & _ids(other.recipients):
        return False
    first, second = _day(one), _day(other)
    if (
        first is None
        or second is None
        or abs((date.fromisoformat(first) - date.fromisoformat(second)).days) > _MOST_DAYS_APART
    ):
        return False
    places = {_place(c) for c in (one, other)} - {None}
    return len(places) < 2


def _ids(parties: Sequence[Party]) -> set[str]:
    return {p.actor_id for p in parties if p.actor_id is not None}


def _day(claim: Claim) -> str | None:
    return claim.time.grounding.choice.start if claim.time is not None else None


def _place(claim: Claim) -> str | None:
    if claim.place is None or claim.place.grounding is None or claim.place.grounding.choice.precision == "country":
        return None
    return claim.place.grounding.choice.name


def _event(group: list[Claim], articles: dict[str, Article]) -> Event:
    claims = sorted(group, key=lambda c: (_published(c, articles), c.id))
    told = [c for c in claims if c.status not in _NOT_DONE] or claims
    best = max(told, key=lambda c: (c.confidence, len(c.recipients), c.id))
    value = best.time.grounding.choice if best.time is not None else None
    place = best.place.grounding.choice if best.place is not None and best.place.grounding is not None else None
    reports = tuple(dict.fromkeys(c.article_id for c in claims))
    history = tuple(
        StatusReport(c.status, _published(c, articles) or None, _source(c, articles), c.id, c.article_id)
        for c in claims
    )
    sources = tuple(sorted({_source(c, articles) for c in claims}))
    days = sorted({day for c in claims if (day := _day(c)) is not None})
    conflicts = []
    if len(days) > 1:
        conflicts.append(Conflict("day", tuple((d, tuple(c.id for c in claims if _day(c) == d)) for d in days)))
    numbers, differing = _numbers(claims)
    conflicts.extend(differing)
    published = sorted(p for c in claims if (p := _published(c, articles)))
    return Event(
        id="e" + hashlib.sha256(min(c.id for c in claims).encode()).hexdigest()[:12],
        act=best.act,
        mode=best.mode,
        plover=best.plover,
        status=best.status,
        claims=tuple(c.id for c in claims),
        reports=reports,
        independent_sources=sources,
        actors=_names([p for c in claims for p in c.actors]),
        recipients=_names([p for c in claims for p in c.recipients]),
        start=value.start if value is not None else None,
        end=value.end if value is not None else None,
        granularity=value.granularity if value is not None else None,
        place=place.name if place is not None else (best.place.text if best.place is not None else None),
        country=place.country if place is not None else None,
        latitude=place.latitude if place is not None else None,
        longitude=place.longitude if place is not None else None,
        numbers=numbers,
        history=history,
        conflicts=tuple(conflicts),
        first_report=published[0] if published else None,
        last_report=published[-1] if published else None,
        confidence=best.confidence,
        denied_by=tuple(sorted({_source(c, articles) for c in claims if c.status == "denied"})),
        explanation=("same act and mode, a party in common, days at most one apart, no two places",),
    )


def _names(parties: Sequence[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.name or p.text for p in parties))


def _published(claim: Claim, articles: dict[str, Article]) -> str:
    article = articles.get(claim.article_id)
    return (article.published or "") if article is not None else ""


def _source(claim: Claim, articles: dict[str, Article]) -> str:
    """The origin a report goes back to: its outermost named speaker, else its outlet."""
    for speaker in claim.attribution:
        if speaker.name or speaker.text:
            return speaker.name or speaker.text
    article = articles.get(claim.article_id)
    return (article.publisher or article.id) if article is not None else claim.article_id


def _numbers(
    claims: Sequence[Claim],
) -> tuple[tuple[tuple[str, float | None, float | None, float | None], ...], list[Conflict]]:
    values: dict[str, dict[float, list[str]]] = defaultdict(dict)
    for claim in claims:
        for number in claim.numbers:
            if number.value is not None:
                values[number.of].setdefault(number.value, []).append(claim.id)
    rows, conflicts = [], []
    for of in sorted(values):
        found = values[of]
        best = max(sorted(found), key=lambda v: len(found[v]))
        rows.append((of, min(found), best, max(found)))
        if len(found) > 1:
            conflicts.append(Conflict(f"number of {of}", tuple((f"{v:g}", tuple(found[v])) for v in sorted(found))))
    return tuple(rows), conflicts
