"""Claims and events in a reporter's words: one line that says who did what to whom, in which status."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from dragoman.codebook.types import Types, load_types
from dragoman.records import Claim, Event, Party, Speaker
from dragoman.views.claims import counted, outlet, speakers

#: Stands where the report does not say who acted.
UNSAID = "someone unnamed"
_MOST = 5  # parties of one side of a line


@lru_cache(maxsize=1)
def types() -> Types:
    """The shipped types, read once."""
    return load_types()


def deed(act: str, mode: str | None) -> str:
    """The act in plain words: ``visit``, ``arrest``, ``air strike``."""
    known = types().types.get(act)
    return known.label_of(mode) if known is not None else f"{act.lower()} {mode or ''}".strip()


def name_of(party: Party) -> str:
    """The identity's name, else the article's words."""
    return party.name or party.text


def names(parties: Sequence[Party]) -> str:
    """All names, each once."""
    return " + ".join(dict.fromkeys(name_of(p) for p in parties)) or UNSAID


def when(start: str | None, end: str | None, granularity: str | None, basis: str | None = None) -> str:
    """A day or interval no finer than the text gives it; ``~`` where only the publication date speaks."""
    mark = "~" if basis == "publication date" else ""
    if start is None and end is None:
        return "?"
    if start is None:
        return f"{mark}until {end}"
    if granularity == "year":
        return mark + start[:4]
    if granularity == "month":
        return mark + start[:7]
    if end is None:
        return f"{mark}from {start}"
    return mark + (start if start == end else f"{start} … {end}")


def short_when(start: str | None, end: str | None, granularity: str | None, basis: str | None = None) -> str:
    """``when`` for a narrow column: the end of an interval without the parts it shares with the start."""
    if start is None and end is None:
        return "undated"
    text = when(start, end, granularity, basis)
    if start is None or end is None or " … " not in text:
        return text
    shared = 8 if start[:7] == end[:7] else 5 if start[:4] == end[:4] else 0
    return text.replace(f" … {end}", f"…{end[shared:]}")


def said_by(attribution: Sequence[Speaker], publisher: str | None) -> str:
    """Who is answerable: the chain of speakers, outermost first, else the outlet itself."""
    return ", citing ".join(speakers(attribution)) or (outlet(publisher) or "the report itself")


def claim_line(claim: Claim) -> str:
    """``Musa Abu Marzouk → Government of Russia: visit``."""
    whom = f" → {names(claim.recipients)}" if claim.recipients else ""
    count = "; ".join(map(counted, claim.numbers))
    return f"{names(claim.actors)}{whom}: {deed(claim.act, claim.mode)}" + (f" ({count})" if count else "")


def claim_row(claim: Claim, publisher: str | None) -> dict[str, Any]:
    """A claim as a row of the tables; ``_json`` is its full record."""
    value = claim.time.grounding.choice if claim.time else None
    return {
        "when": when(value.start, value.end, value.granularity, value.basis) if value else "?",
        "status": claim.status + (" (background)" if claim.historical else ""),
        "what": claim_line(claim),
        "where": place_of(claim),
        "according to": said_by(claim.attribution, publisher),
        "plover": claim.plover,
        "report": claim.article_id,
        "id": claim.id,
        "evidence": claim.evidence.text,
        "_json": claim.to_dict(),
    }


def place_of(claim: Claim) -> str:
    """The place's name and country as far as resolved."""
    if claim.place is None:
        return ""
    place = claim.place.grounding.choice if claim.place.grounding else None
    if place is None:
        return claim.place.text
    return place.name + (f" ({place.country})" if place.country and place.precision != "country" else "")


def event_line(event: Event) -> str:
    """``Musa Abu Marzouk → Government of Russia: visit``, with what was counted."""
    whom = f" → {_first(event.recipients)}" if event.recipients else ""
    counts = "; ".join(filter(None, (count(*number) for number in event.numbers)))
    deed_told = deed(event.act, event.mode) + (f" ({counts})" if counts else "")
    return f"{_first(event.actors) or UNSAID}{whom}: {deed_told}"


def _first(parties: Sequence[str]) -> str:
    """The parties that most reports name; how many others there are, where a line of all of them could not be read."""
    if len(parties) <= _MOST:
        return " + ".join(parties)
    return f"{' + '.join(parties[: _MOST - 1])} + {len(parties) - _MOST + 1} more"


def count(of: str, low: float | None, best: float | None, high: float | None) -> str:
    """``37 people``, ``210–274 people``, ``at least 37 people``, ``1 member``; empty where nothing is known."""
    if low is not None and high is not None and low != high:
        return f"{low:,g}–{high:,g} {of}".strip()
    value = best if best is not None else low if low is not None else high
    if value is None:
        return ""
    if value == 1 and of.split()[:1] == ["people"]:
        of = of.replace("people", "person", 1)
    elif value == 1 and of.endswith("s") and not of.endswith("ss"):
        of = f"{of[:-3]}y" if of.endswith("ies") else of[:-1]
    bound = "at least " if low == value and high is None else "at most " if high == value and low is None else ""
    return f"{bound}{value:,g} {of}".strip()
