"""The record of an event, derived from its claims: best values with their support, history, contradictions."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from dragoman.matching.denials import Likeness, denials, deniers
from dragoman.matching.features import distance
from dragoman.matching.intervals import agreed
from dragoman.matching.origins import Origin, independent, key
from dragoman.matching.parties import likeness
from dragoman.matching.profile import Profile, ordinal
from dragoman.matching.sides import accused_only, parties
from dragoman.matching.tallies import tallies
from dragoman.records import DONE, Article, Claim, Conflict, Event, PlaceMention, StatusReport
from dragoman.records.event import denial_note

EXPECTED = "expected, not confirmed"
_ONE_DOER = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "PROTEST"})
_PATIENCE = 365  # days for which a plan without a day of its own may come true
_NEAR = 40.0  # km within which two named places do not contradict each other


def build_event(
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    origins: Mapping[str, Origin],
    profiles: Mapping[str, Profile],
    likeness: Likeness,
    explanation: tuple[str, ...] = (),
) -> Event:
    """The event of a group of claims; ``origins`` and ``profiles`` by claim id, ``likeness`` the score of two claims."""

    def published(claim: Claim) -> str:
        article = articles.get(claim.article_id)
        return (article.published or "") if article is not None else ""

    ordered = sorted(claims, key=lambda c: (published(c) or "9999", c.id))
    published_of = {c.id: published(c) for c in ordered}
    status = _status(ordered, published_of)
    telling = [c for c in ordered if c.status == status]
    best = max(telling, key=lambda c: (c.confidence, bool(c.actors) + bool(c.recipients), c.id))
    values = [c for c in ordered if c.status != "denied"] or ordered
    when = agreed(telling) if any(c.time for c in telling) else agreed(ordered)
    everyone = agreed(ordered)
    numbers, differing = tallies(values, lambda c: origins[c.id].key, published)
    place, place_conflict = _place(values, profiles)
    doers = _who_did(values, profiles)
    alleged = accused_only(values) if doers is None and best.act in _ONE_DOER else None
    conflicts = [c for c in (everyone.conflict, place_conflict, doers, alleged) if c is not None]
    conflicts += [*differing, *_disputed(ordered, origins, published_of)]
    days = sorted(day for c in ordered if (day := published(c)))
    names, reasons = independent((c, origins[c.id]) for c in ordered)
    chosen = place.grounding.choice if place is not None and place.grounding is not None else None
    acting = () if alleged is not None else parties(values, "actors", profiles, doers)
    return Event(
        id="e" + hashlib.sha256(ordered[0].id.encode()).hexdigest()[:12],
        act=best.act,
        mode=best.mode,
        plover=best.plover,
        status=status,
        claims=tuple(c.id for c in ordered),
        reports=tuple(dict.fromkeys(c.article_id for c in ordered)),
        independent_sources=names,
        actors=acting,
        # who met whom one report tells this way round and another that: all of them act
        recipients=tuple(
            one for one in parties(values, "recipients", profiles) if key(one) not in {key(a) for a in acting}
        ),
        start=when.start,
        end=when.end,
        granularity=when.granularity,
        place=chosen.name if chosen is not None else (place.text if place is not None else None),
        country=chosen.country if chosen is not None else None,
        latitude=chosen.latitude if chosen is not None else None,
        longitude=chosen.longitude if chosen is not None else None,
        numbers=numbers,
        history=_history(ordered, origins, published_of),
        conflicts=tuple(conflicts),
        first_report=days[0] if days else None,
        last_report=days[-1] if days else None,
        confidence=_confidence(best.confidence, len(names), any(c.status == "denied" for c in ordered)),
        denied_by=tuple(deniers(ordered, origins)),
        explanation=explanation,
        source_reasons=reasons,
        denials=denials(ordered, origins, published_of, likeness),
    )


def as_of(event: Event, day: str | None) -> Event:
    """The event as it stands on a day: a planned one whose last day has passed is ``expected, not confirmed``.

    So is one for which no day was told, a year after the last report of it.
    """
    if event.status not in ("planned", EXPECTED):
        return event
    if event.end is not None:
        over = day is not None and event.end < day
    else:
        over = event.last_report is not None and event.last_report < silent_since(day)
    return replace(event, status=EXPECTED if over else "planned")


def silent_since(day: str | None) -> str:
    """The ISO day before which a plan without a day must have been told last to count as overdue; empty for none."""
    number = ordinal(day)
    return "" if number is None else date.fromordinal(max(1, number - _PATIENCE)).isoformat()


def _status(claims: Sequence[Claim], published_of: Mapping[str, str]) -> str:
    """Done beats announced; else the last word counts (a meeting planned, then called off)."""
    done = [c for c in claims if c.status in DONE]
    if done:
        return max(done, key=lambda c: (published_of[c.id], c.confidence, c.id)).status
    told = [c for c in claims if c.status != "denied"] or list(claims)
    return max(told, key=lambda c: (published_of[c.id], c.status == "cancelled", c.confidence, c.id)).status


def _place(claims: Sequence[Claim], profiles: Mapping[str, Profile]) -> tuple[PlaceMention | None, Conflict | None]:
    """The exact place most reports give (else the widest told), and exact places that contradict it."""
    reports: dict[str, set[str]] = defaultdict(set)
    mentions: dict[str, PlaceMention] = {}
    exact: dict[str, list[str]] = defaultdict(list)
    rank: dict[str, int] = {}
    for claim in claims:
        if claim.place is None:
            continue
        where = profiles[claim.id].place
        name = where.name if where is not None else claim.place.text
        reports[name].add(claim.article_id)
        mentions.setdefault(name, claim.place)
        rank[name] = 0 if where is None or where.wide else 2 if where.exact else 1
        if where is not None and where.exact:
            exact[name].append(claim.id)
    if not mentions:
        return None, None
    best = max(sorted(mentions), key=lambda name: (rank[name], len(reports[name])))
    ours = {profiles[i].place for i in exact.get(best, ())}
    rivals = [best]
    for name in sorted(exact):
        theirs = {profiles[i].place for i in exact[name]}
        if name != best and not any(
            a is not None and b is not None and (d := distance(a, b)) is not None and d <= _NEAR
            for a in ours
            for b in theirs
        ):
            rivals.append(name)
    if len(rivals) < 2:
        return mentions[best], None
    return mentions[best], Conflict("place", tuple((n, tuple(sorted(exact[n]))) for n in sorted(rivals)))


def _who_did(claims: Sequence[Claim], profiles: Mapping[str, Profile]) -> Conflict | None:
    """Reports that name doers of a hostile act who cannot be the same."""
    by_name: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.actors and claim.act in _ONE_DOER:
            by_name["; ".join(sorted(p.name or p.text for p in claim.actors))].append(claim)
    names = sorted(by_name)
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            first, second = profiles[by_name[one][0].id], profiles[by_name[other][0].id]
            crossed = likeness(first.actors, second.recipients) > 0 or first.article_id == second.article_id
            if likeness(first.actors, second.actors) < 0 and not crossed:
                return Conflict(
                    "actor",
                    tuple((n, tuple(sorted(c.id for c in by_name[n]))) for n in (one, other)),
                )
    return None


def _disputed(
    claims: Sequence[Claim], origins: Mapping[str, Origin], published_of: Mapping[str, str]
) -> list[Conflict]:
    """A denial beside what it denies, and a plan beside its calling off where the later word is not the last."""
    found = []
    denied = [c for c in claims if c.status == "denied"]
    told = [c for c in claims if c.status in DONE]
    if denied and told:
        who = deniers(claims, origins)
        tellers = sorted({origins[c.id].name for c in told})
        values = tuple(
            (status, tuple(sorted(c.id for c in (*told, *denied) if c.status == status)))
            for status in sorted({c.status for c in (*told, *denied)})
        )
        found.append(Conflict("status", values, denial_note(who, tellers)))
    off = [c for c in claims if c.status == "cancelled"]
    still = [c for c in claims if c.status in ("planned", *DONE)]
    if off and still and published_of[still[-1].id] > published_of[off[0].id]:
        values = (("cancelled", tuple(c.id for c in off)), (still[-1].status, (still[-1].id,)))
        found.append(Conflict("status", values, "reported as called off, and later as going ahead"))
    return found


def _history(
    claims: Sequence[Claim], origins: Mapping[str, Origin], published_of: Mapping[str, str]
) -> tuple[StatusReport, ...]:
    """Each status at its first report by each source, in order of report."""
    seen: set[tuple[str, str]] = set()
    steps = []
    for claim in claims:
        source = origins[claim.id]
        if (claim.status, source.key) not in seen:
            seen.add((claim.status, source.key))
            steps.append(
                StatusReport(claim.status, published_of[claim.id] or None, source.name, claim.id, claim.article_id)
            )
    return tuple(steps)


def _confidence(best: float, sources: int, denied: bool) -> float:
    """The surest claim's confidence; independent sources close half the gap to certainty, a denial opens it again."""
    raised = best + (1 - best) * 0.5 * (1 - 1 / max(1, sources))
    return round(raised * (0.75 if denied else 1.0), 4)
