"""What is planned, who says so, and what became of it; also as an iCalendar file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as Appointment

from dragoman.records import Article, Claim, Event
from dragoman.views.claims import report_name, told_time
from dragoman.views.disagreements import answerable

_ICS_STATUS = {"cancelled": "CANCELLED", "occurred": "CONFIRMED", "ongoing": "CONFIRMED"}
_LONGEST = 45  # days: "in March" is an entry of the calendar, "next year" would only lie across it


@dataclass(frozen=True, slots=True)
class Plan:
    """An event that some claim tells as planned. ``start``/``end``: the days it is planned for, where one is told.

    A day that only the publication date gives is none. ``state``: what the whole event has come to (``planned``, ``occurred``, ``cancelled``, ``expected, not confirmed`` …).
    """

    event: Event
    start: str | None
    end: str | None
    granularity: str | None
    state: str
    said_by: tuple[str, ...]
    announced: str | None
    claims: tuple[Claim, ...]


def plan(event: Event, claims: Sequence[Claim], articles: Mapping[str, Article]) -> Plan | None:
    """The plan an event is, or ``None`` if no claim of it tells of one."""
    told = [c for c in claims if c.status == "planned" and not c.historical]
    if not told:
        return None

    def exactness(claim: Claim) -> tuple[bool, str, str]:
        value = told_time(claim)
        closed = value is not None and value.start is not None and value.end is not None
        return (not closed, (value.end or "9999") if value else "9999", claim.id)

    days = sorted(d for c in told if (d := _published(c, articles)) is not None)
    value = told_time(min(told, key=exactness))
    return Plan(
        event,
        value.start if value else None,
        value.end if value else None,
        value.granularity if value else None,
        event.status,
        tuple(dict.fromkeys(answerable(c, articles) for c in told)),
        days[0] if days else None,
        tuple(told),
    )


def _published(claim: Claim, articles: Mapping[str, Article]) -> str | None:
    article = articles.get(claim.article_id)
    return article.published if article is not None else None


def fits_calendar(plan: Plan) -> bool:
    """Whether the plan has days of its own: both ends known, and few enough days between them."""
    if plan.start is None or plan.end is None:
        return False
    return (date.fromisoformat(plan.end) - date.fromisoformat(plan.start)).days <= _LONGEST


def to_ics(plans: Iterable[tuple[Plan, str]], articles: Mapping[str, Article]) -> bytes:
    """An iCalendar file of the plans that have days, each with its one-line summary. The same plans give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Dragoman//planned events//EN")
    calendar.add("version", "2.0")
    for one, summary in plans:
        if not fits_calendar(one):
            continue
        assert one.start is not None
        assert one.end is not None
        entry = Appointment()
        entry.add("uid", f"{one.event.id}@dragoman")
        stamp = one.event.last_report or one.announced or one.start
        entry.add("dtstamp", datetime.fromisoformat(stamp).replace(tzinfo=UTC))
        entry.add("summary", _clean(summary))
        entry.add("dtstart", date.fromisoformat(one.start))
        entry.add("dtend", date.fromisoformat(one.end) + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
        entry.add("status", _ICS_STATUS.get(one.state, "TENTATIVE"))
        if one.event.place:
            entry.add("location", _clean(one.event.place))
        entry.add("description", _clean("\n".join(_described(one, articles))))
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _described(one: Plan, articles: Mapping[str, Article]) -> list[str]:
    lines = [f"State: {one.state}", f"According to: {'; '.join(one.said_by)}"]
    for claim in one.claims:
        article = articles.get(claim.article_id)
        source = ", ".join(x for x in (report_name(article), article.published) if x) if article else claim.article_id
        lines.append(f"“{claim.evidence.text}” ({source})")
    return lines


def _clean(text: str) -> str:
    """Text of articles without control characters."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)
