"""Where reports of one event differ: each value with the claims that hold it, and who denies the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.records import DONE, Article, Claim, Event
from dragoman.views.claims import report_name, speakers

DENIAL = "whether it happened"


@dataclass(frozen=True, slots=True)
class Stand:
    """One value of a disputed field. ``said_by``: speakers, or the outlet where the report speaks in its own voice."""

    event_id: str
    field: str
    value: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    said_by: tuple[str, ...]
    note: str


def stands(event: Event, claims: Sequence[Claim], articles: Mapping[str, Article]) -> list[Stand]:
    """All stands on all disputed fields of an event, in the event's order; none if nobody differs."""
    by_id = {c.id: c for c in claims}
    out = []
    for conflict in event.conflicts:
        for value, ids in conflict.values:
            out.append(
                _stand(event, conflict.field, value, [by_id[i] for i in ids if i in by_id], articles, conflict.note)
            )
    denying = [c for c in claims if c.status == "denied"]
    telling = [c for c in claims if c.status in DONE]
    if denying and telling and not any(c.field in ("status", DENIAL) for c in event.conflicts):
        out.append(_stand(event, DENIAL, "told as done", telling, articles, ""))
        out.append(_stand(event, DENIAL, "denied", denying, articles, ""))
    return out


def _stand(
    event: Event, field: str, value: str, claims: Sequence[Claim], articles: Mapping[str, Article], note: str
) -> Stand:
    return Stand(
        event.id,
        field,
        value,
        tuple(c.id for c in claims),
        tuple(dict.fromkeys(c.article_id for c in claims)),
        tuple(dict.fromkeys(answerable(c, articles) for c in claims)),
        note,
    )


def answerable(claim: Claim, articles: Mapping[str, Article]) -> str:
    """Who says so, and through which outlet: ``Kenyan police (The Fjord Post)``."""
    article = articles.get(claim.article_id)
    report = report_name(article) if article is not None else claim.article_id
    chain = speakers(claim.attribution)
    return f"{', citing '.join(chain)} ({report})" if chain else report
