"""One article's telling of one event."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from dragoman.records.grounding import Actor, Alternative, Grounding, Office, Place, TimeValue
from dragoman.records.span import Span

#: Statuses of what was done: the rest is ahead, asked for, denied or undone.
DONE = ("occurred", "ongoing")


def same_status(one: str, other: str) -> bool:
    """Whether two statuses say the same of an act: equal, or both that it was done (done and going on are no two)."""
    return one == other or (one in DONE and other in DONE)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the article and where they stand."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Party:
    """A mention of an actor or recipient: the fullest noun phrase, its head, and who it turned out to be."""

    text: str
    span: Span
    head_span: Span
    grounding: Grounding[Actor] | None = None

    @property
    def head(self) -> str:
        """The word that its phrase is built on: the "minister" of "the Chadian minister of trade"."""
        return self.head_span.shift(-self.span.start).of(self.text)

    @property
    def actor_id(self) -> str | None:
        """Id of the resolved actor."""
        return self.grounding.choice.id if self.grounding else None

    @property
    def name(self) -> str | None:
        """Name of the resolved actor."""
        return self.grounding.choice.name if self.grounding else None

    @property
    def country(self) -> str | None:
        """ISO 3166 alpha-3 of the resolved actor."""
        return self.grounding.choice.country if self.grounding else None

    @property
    def sectors(self) -> tuple[str, ...]:
        """PLOVER sector codes of the resolved actor."""
        return self.grounding.choice.sectors if self.grounding else ()


@dataclass(frozen=True, slots=True)
class TimeMention:
    """When the act is told to happen. ``span`` is ``None`` where only the publication date speaks."""

    text: str
    span: Span | None
    grounding: Grounding[TimeValue]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Where the act is told to happen."""

    text: str
    span: Span
    grounding: Grounding[Place] | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of the chain of who says so. ``text``/``span`` are empty for "it was reported"."""

    text: str
    span: Span | None
    cue: str
    cue_span: Span
    grounding: Grounding[Actor] | None = None

    @property
    def name(self) -> str | None:
        """Name of the resolved speaker."""
        return self.grounding.choice.name if self.grounding else None


@dataclass(frozen=True, slots=True)
class Number:
    """A count the predicate makes: best value, bounds, and what is counted (``of``)."""

    text: str
    span: Span
    value: float | None
    low: float | None
    high: float | None
    of: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One article's telling of one event; every value has its span. See the coding manual in ``docs/``."""

    id: str
    article_id: str
    act: str
    mode: str | None
    cameo: str | None
    status: str
    historical: bool
    plover: str
    quad: int
    score: float
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    time: TimeMention | None
    place: PlaceMention | None
    attribution: tuple[Speaker, ...]
    numbers: tuple[Number, ...]
    trigger: Quote
    evidence: Quote
    contexts: tuple[str, ...]
    confidence: float
    explanation: tuple[str, ...]
    coder_version: str
    status_cue: Quote | None = None
    status_holder: Party | None = None
    frame: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The JSON of the public surface; ``from_dict`` gives the same claim back."""
        return {
            "id": self.id,
            "article_id": self.article_id,
            "act": self.act,
            "mode": self.mode,
            "cameo": self.cameo,
            "status": self.status,
            "historical": self.historical,
            "plover": self.plover,
            "quad": self.quad,
            "score": self.score,
            "actors": [_party_out(p) for p in self.actors],
            "recipients": [_party_out(p) for p in self.recipients],
            "time": _time_out(self.time),
            "place": _place_out(self.place),
            "attribution": [_speaker_out(s) for s in self.attribution],
            "numbers": [
                {"text": n.text, "span": list(n.span), "value": n.value, "low": n.low, "high": n.high, "of": n.of}
                for n in self.numbers
            ],
            "trigger": _quote_out(self.trigger),
            "evidence": _quote_out(self.evidence),
            "contexts": list(self.contexts),
            "confidence": self.confidence,
            "explanation": list(self.explanation),
            "coder_version": self.coder_version,
            "status_cue": _quote_out(self.status_cue) if self.status_cue else None,
            "status_holder": _party_out(self.status_holder) if self.status_holder else None,
            "frame": self.frame,
        }

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Claim:
        """The claim that ``to_dict`` wrote."""
        v = values
        return cls(
            id=v["id"],
            article_id=v["article_id"],
            act=v["act"],
            mode=v["mode"],
            cameo=v["cameo"],
            status=v["status"],
            historical=v["historical"],
            plover=v["plover"],
            quad=v["quad"],
            score=v["score"],
            actors=tuple(_party_in(p) for p in v["actors"]),
            recipients=tuple(_party_in(p) for p in v["recipients"]),
            time=_time_in(v["time"]),
            place=_place_in(v["place"]),
            attribution=tuple(_speaker_in(s) for s in v["attribution"]),
            numbers=tuple(Number(**{**n, "span": Span(*n["span"])}) for n in v["numbers"]),
            trigger=_quote_in(v["trigger"]),
            evidence=_quote_in(v["evidence"]),
            contexts=tuple(v["contexts"]),
            confidence=v["confidence"],
            explanation=tuple(v["explanation"]),
            coder_version=v["coder_version"],
            status_cue=_quote_in(v["status_cue"]) if v.get("status_cue") else None,
            status_holder=_party_in(v["status_holder"]) if v.get("status_holder") else None,
            frame=v.get("frame"),
        )


def _span_out(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _span_in(value: list[int] | None) -> Span | None:
    return None if value is None else Span(*value)


def _quote_out(quote: Quote) -> dict[str, Any]:
    return {"text": quote.text, "span": list(quote.span)}


def _quote_in(value: dict[str, Any]) -> Quote:
    return Quote(value["text"], Span(*value["span"]))


def _grounded_out(grounding: Grounding[Any] | None) -> dict[str, Any]:
    if grounding is None:
        return {"score": None, "reason": None, "alternatives": []}
    return {
        "score": grounding.score,
        "reason": grounding.reason,
        "alternatives": [{f.name: getattr(a, f.name) for f in fields(a)} for a in grounding.alternatives],
    }


def _alternatives_in(value: dict[str, Any]) -> tuple[Alternative, ...]:
    return tuple(Alternative(**a) for a in value["alternatives"])


def _actor_out(grounding: Grounding[Actor] | None) -> dict[str, Any]:
    actor = grounding.choice if grounding else None
    return {
        "actor_id": actor.id if actor else None,
        "name": actor.name if actor else None,
        "country": actor.country if actor else None,
        "sectors": list(actor.sectors) if actor else [],
        "kind": actor.kind if actor else None,
        "aliases": list(actor.aliases) if actor else [],
        "offices": [
            {
                "title": o.title,
                "affiliation": o.affiliation,
                "country": o.country,
                "as_of": o.as_of,
                "article_id": o.article_id,
                "span": _span_out(o.span),
            }
            for o in (actor.offices if actor else ())
        ],
        "grounding": _grounded_out(grounding),
    }


def _actor_in(v: dict[str, Any]) -> Grounding[Actor] | None:
    if v["actor_id"] is None:
        return None
    offices = tuple(Office(**{**o, "span": _span_in(o["span"])}) for o in v["offices"])
    actor = Actor(v["actor_id"], v["name"], v["kind"], v["country"], tuple(v["sectors"]), tuple(v["aliases"]), offices)
    return Grounding(actor, v["grounding"]["score"], v["grounding"]["reason"], _alternatives_in(v["grounding"]))


def _party_out(party: Party) -> dict[str, Any]:
    return {
        "text": party.text,
        "span": list(party.span),
        "head_span": list(party.head_span),
        **_actor_out(party.grounding),
    }


def _party_in(v: dict[str, Any]) -> Party:
    return Party(v["text"], Span(*v["span"]), Span(*v["head_span"]), _actor_in(v))


def _speaker_out(speaker: Speaker) -> dict[str, Any]:
    return {
        "text": speaker.text,
        "span": _span_out(speaker.span),
        "cue": speaker.cue,
        "cue_span": list(speaker.cue_span),
        **_actor_out(speaker.grounding),
    }


def _speaker_in(v: dict[str, Any]) -> Speaker:
    return Speaker(v["text"], _span_in(v["span"]), v["cue"], Span(*v["cue_span"]), _actor_in(v))


def _time_out(time: TimeMention | None) -> dict[str, Any] | None:
    if time is None:
        return None
    value = time.grounding.choice
    return {
        "text": time.text,
        "span": _span_out(time.span),
        "value": value.value,
        "start": value.start,
        "end": value.end,
        "granularity": value.granularity,
        "basis": value.basis,
        "grounding": _grounded_out(time.grounding),
    }


def _time_in(v: dict[str, Any] | None) -> TimeMention | None:
    if v is None:
        return None
    value = TimeValue(v["value"], v["start"], v["end"], v["granularity"], v["basis"])
    g = v["grounding"]
    return TimeMention(v["text"], _span_in(v["span"]), Grounding(value, g["score"], g["reason"], _alternatives_in(g)))


_PLACE_FIELDS = ("name", "country", "admin1", "latitude", "longitude", "geonames_id", "precision")


def _place_out(mention: PlaceMention | None) -> dict[str, Any] | None:
    if mention is None:
        return None
    place = mention.grounding.choice if mention.grounding else None
    out: dict[str, Any] = {"text": mention.text, "span": list(mention.span)}
    for name in _PLACE_FIELDS:
        out[name] = getattr(place, name) if place else None
    out["grounding"] = _grounded_out(mention.grounding)
    return out


def _place_in(v: dict[str, Any] | None) -> PlaceMention | None:
    if v is None:
        return None
    span = Span(*v["span"])
    if v["name"] is None:
        return PlaceMention(v["text"], span)
    place = Place(span=span, text=v["text"], **{name: v[name] for name in _PLACE_FIELDS})
    g = v["grounding"]
    return PlaceMention(v["text"], span, Grounding(place, g["score"], g["reason"], _alternatives_in(g)))
