"""A short written brief over events: plain English, every sentence footnoted to article and span.

A sentence is built from one claim (the one that tells its event best) and says nothing that this claim, or another claim
in its footnotes, does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.codebook.types import Types
from dragoman.records import DONE, Article, Claim, Conflict, Event, Number, Party, Span
from dragoman.views.claims import UNCONFIRMED, counted, time_of, told_time
from dragoman.views.english import day_text, listing
from dragoman.views.naming import in_prose
from dragoman.views.sentences import sentence

_SECTIONS = (
    ("What happened", ("occurred", "ongoing", "failed")),
    ("What was planned, offered or called off", ("planned", "offered", UNCONFIRMED, "cancelled")),
    ("What was asked, refused or threatened", ("requested", "refused", "threatened")),
    ("What was denied, or thought possible", ("denied", "hypothetical")),
)
_MOST_NOTES = 4  # reports cited for one sentence: more add nothing a reader would look up


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with its claims (in the event's order) and the articles they stand in.

    ``befell``: by frame, what its numbers say of those counted ("killed"); other frames say nothing of it.
    """

    event: Event
    claims: tuple[Claim, ...]
    articles: Mapping[str, Article]
    befell: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: a sentence of a report (``quote`` is ``text[start:end]``), and the claims that rest on it."""

    number: int
    claims: tuple[str, ...]
    article_id: str
    start: int
    end: int
    quote: str
    publisher: str | None
    published: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the brief with the numbers of its footnotes."""

    section: str
    text: str
    notes: tuple[int, ...]
    event_id: str


@dataclass(frozen=True, slots=True)
class Brief:
    """Lines in reading order and their footnotes; ``left_out``: events that fit but were too many."""

    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    left_out: int


def write_brief(tellings: Sequence[Telling], most: int, types: Types | None = None) -> Brief:
    """The brief of at most ``most`` events: those with the most independent sources and reports, in order of time.

    ``types``: the codebook the claims were coded with, if not the shipped one; acts of the user's own go by their names in it.
    """
    ranked = sorted(tellings, key=_weight)
    chosen = sorted(ranked[:most], key=lambda t: (_day(t), t.event.id))
    book = _Notes()
    lines: list[Line] = []
    for title, statuses in _SECTIONS:
        for telling in chosen:
            if telling.event.status in statuses:
                lines += _lines(title, telling, book, types)
    return Brief(tuple(lines), book.notes, len(ranked) - len(chosen))


def _weight(telling: Telling) -> tuple[int, int, float, str]:
    event = telling.event
    return (-len(event.independent_sources), -len(event.reports), -event.confidence, event.id)


def _day(telling: Telling) -> str:
    return telling.event.start or telling.event.first_report or "9999"


class _Notes:
    """Footnotes in the order of their first use; one per sentence of a report."""

    def __init__(self) -> None:
        self._claims: dict[tuple[str, Span], list[str]] = {}
        self._articles: dict[str, Article] = {}

    def cite(self, claims: Sequence[Claim], articles: Mapping[str, Article]) -> tuple[int, ...]:
        cited = set()
        for claim in claims:
            place = (claim.article_id, claim.evidence.span)
            self._articles.setdefault(claim.article_id, articles[claim.article_id])
            known = self._claims.setdefault(place, [])
            if claim.id not in known:
                known.append(claim.id)
            cited.add(place)
        return tuple(number for number, place in enumerate(self._claims, 1) if place in cited)

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(
            self._note(number, *place, tuple(claims)) for number, (place, claims) in enumerate(self._claims.items(), 1)
        )

    def _note(self, number: int, article_id: str, span: Span, claims: tuple[str, ...]) -> Note:
        article = self._articles[article_id]
        source = (article.publisher, article.published, article.title)
        return Note(number, claims, article_id, span.start, span.end, article.text[span.start : span.end], *source)


def _lines(title: str, telling: Telling, book: _Notes, types: Types | None) -> list[Line]:
    event, articles = telling.event, telling.articles
    status = "planned" if event.status == UNCONFIRMED else event.status
    best = _best(telling, status)
    if best is None:
        return []
    beside = [c for c in telling.claims if c.id != best.id and _same_telling(c, best)]
    cited = [best, *_one_a_report(beside, best.article_id)][:_MOST_NOTES]
    report = articles[best.article_id].published
    known = types.types.get(best.act) if types is not None else None
    text = sentence(
        best, report, _in_prose(best, "actors"), _in_prose(best, "recipients"),
        unconfirmed=event.status == UNCONFIRMED, label=known.label_of(best.mode) if known is not None else "",
    )  # fmt: skip
    lines = [Line(title, text, book.cite(cited, articles), event.id)]

    def add(text: str, claims: Sequence[Claim]) -> None:
        if claims:
            lines.append(Line(title, text, book.cite(claims, articles), event.id))

    add(*_counted(telling, best))
    if status in DONE:
        add(*_announced(telling, best))
    denying = [c for c in telling.claims if c.status == "denied"]
    if status != "denied":
        who = listing([name for c in denying for s in c.attribution[-1:] if (name := in_prose(s))])
        add(f"It was denied{f' by {who}' if who else ''}.", denying[:_MOST_NOTES])
    by_id = {c.id: c for c in telling.claims}
    for conflict in event.conflicts:
        add(*_differ(conflict, by_id))
    return lines


def _best(telling: Telling, status: str) -> Claim | None:
    """The claim that tells the event best: in its status, dating it as the event is dated, by words rather than default."""
    fitting = [c for c in telling.claims if c.status == status]

    def rank(claim: Claim) -> tuple[bool, bool, int, float, str]:
        value = time_of(claim)
        dated = value is not None and (value.start, value.end) == (telling.event.start, telling.event.end)
        parties = bool(_own_names(claim, "actors")) + bool(_own_names(claim, "recipients"))
        return (not dated, told_time(claim) is None, -parties, -claim.confidence, claim.id)

    return min(fitting, key=rank, default=None)


def _same_telling(claim: Claim, best: Claim) -> bool:
    """Whether the claim says what the sentence made of ``best`` says: act, status and days, and all its parties."""
    one, other = time_of(claim), time_of(best)
    days = (one.start, one.end) == (other.start, other.end) if one and other else one is other
    parties = all(set(_own_names(best, r)) <= set(_own_names(claim, r)) for r in ("actors", "recipients"))
    return (claim.status, claim.act, claim.mode) == (best.status, best.act, best.mode) and days and parties


def _one_a_report(claims: Sequence[Claim], but: str) -> list[Claim]:
    seen, out = {but}, []
    for claim in claims:
        if claim.article_id not in seen:
            seen.add(claim.article_id)
            out.append(claim)
    return out


def _own_names(claim: Claim, role: str) -> list[str]:
    """Names of identities, else the report's own words; a pronoun nobody resolved names nobody."""
    return [p.name or p.text for p in _named(claim, role)]


def _in_prose(claim: Claim, role: str) -> list[str]:
    return [in_prose(p) for p in _named(claim, role)]


def _named(claim: Claim, role: str) -> list[Party]:
    """The parties that have a name or words of their own; a bare number ("wounding 42") is told among the figures."""
    parties: tuple[Party, ...] = getattr(claim, role)
    return [p for p in parties if p.name or not (p.text.lower() in _PRONOUNS or _BARE.fullmatch(p.text))]


_BARE = re.compile(r"[\d,.]+")


_PRONOUNS = frozenset(
    ("he", "him", "she", "her", "they", "them", "it", "we", "us", "i", "me", "you", "who", "which", "that", "those",
     "these", "this", "others", "both", "each other", "one another", "himself", "herself", "themselves", "itself")
)  # fmt: skip


def _announced(telling: Telling, best: Claim) -> tuple[str, list[Claim]]:
    """The first report that told of it as planned, if it came before the event and before the report that it was done."""
    value = time_of(best)
    before = min(x for x in (value.start if value else None, telling.articles[best.article_id].published, "9999") if x)
    planned = [
        (telling.articles[c.article_id].published or "9999", c.id, c) for c in telling.claims if c.status == "planned"
    ]
    day, _, claim = min(planned, key=lambda p: p[:2], default=("9999", "", best))
    return (f"It had been announced in a report of {day_text(day)}.", [claim]) if day < before else ("", [])


def _counted(telling: Telling, best: Claim) -> tuple[str, list[Claim]]:
    """What the reports count, each figure with the claim that gives it."""
    told: dict[str, Claim] = {}
    for claim in (best, *telling.claims):
        if claim.status != "denied":
            for number in claim.numbers:
                told.setdefault(_figure(number, telling.befell.get(claim.frame or "", "")), claim)
    few = list(told.items())[:_MOST_NOTES]
    return f"Figures told: {'; '.join(words for words, _ in few)}.", list(dict.fromkeys(c for _, c in few))


#: Nouns of time: "killed within 72 hours" counts no dead.
_TIMES = frozenset(("second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "time", "round"))


def _figure(number: Number, befell: str) -> str:
    """``at least 10 civilians killed``, in the report's words."""
    words = " ".join(counted(number).split())
    noun = number.of.lower().split()[-1:]
    says = befell and befell not in words and not (noun and noun[0].removesuffix("s") in _TIMES)
    return f"{words[:1].lower()}{words[1:]}{f' {befell}' if says else ''}"


def _differ(conflict: Conflict, by_id: Mapping[str, Claim]) -> tuple[str, list[Claim]]:
    values = [(value, [by_id[i] for i in ids if i in by_id]) for value, ids in conflict.values]
    known = [(value, claims) for value, claims in values if claims]
    if len(known) < 2:
        return "", []
    told = [day_text(v) if conflict.field == "day" and _is_day(v) else v for v, _ in known]
    claims = [c for _, held in known for c in held[:2]]
    return f"The reports differ on the {conflict.field}: {' or '.join(told)}.", list(dict.fromkeys(claims))


def _is_day(value: str) -> bool:
    parts = value.split("-")
    return len(parts) == 3 and all(p.isdigit() for p in parts)
