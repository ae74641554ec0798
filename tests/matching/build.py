"""Small claims for the matcher's tests, built without the coder: say what matters, the rest is plain."""

from __future__ import annotations

import hashlib
from typing import Any

from dragoman.records import (
    Actor,
    Article,
    Claim,
    Grounding,
    Number,
    Party,
    Place,
    PlaceMention,
    Quote,
    Span,
    Speaker,
    TimeMention,
    TimeValue,
)

NOWHERE = Span(0, 1)
PLACES = {
    "Garissa": (-0.45, 39.65, "KEN", "Garissa", "city"),
    "Wajir": (1.75, 40.06, "KEN", "Wajir", "city"),
    "Nairobi": (-1.28, 36.82, "KEN", "Nairobi", "city"),
    "Kampala": (0.32, 32.57, "UGA", "Central", "city"),
    "Kenya": (1.0, 38.0, "KEN", None, "country"),
}
ACTORS = {
    "gunmen": Actor("group:KEN:UAF:gunmen", "gunmen (Kenya)", "described", "KEN", ("UAF",)),
    "al-Shabaab": Actor("org:al-shabaab", "al-Shabaab", "organisation", "SOM", ("REB",)),
    "police": Actor("office:KEN:police", "Police (Kenya)", "office", "KEN", ("COP",)),
    "Kenya": Actor("state:KEN", "Government of Kenya", "state", "KEN", ("GOV",)),
    "Uganda": Actor("state:UGA", "Government of Uganda", "state", "UGA", ("GOV",)),
    "Norway": Actor("state:NOR", "Government of Norway", "state", "NOR", ("GOV",)),
    "villagers": Actor("group:KEN:CVL:villagers", "villagers (Kenya)", "described", "KEN", ("CVL",)),
    "a man": Actor("group::CVL:man", "man", "described", None, ("CVL",)),
    "driver": Actor("group:KEN:CVL:driver", "driver (Kenya)", "described", "KEN", ("CVL",)),
    "witnesses": Actor("group::CVL:witnesses", "witnesses", "described", None, ("CVL",)),
    "Amina Wanjiru": Actor("person:amina-wanjiru", "Amina Wanjiru", "person", "KEN", ("CVL",)),
    "Peter Otieno": Actor("person:peter-otieno", "Peter Otieno", "person", "KEN", ("CVL",)),
    "Musa Marzuk": Actor("person:musa-marzuk", "Musa Marzuk", "person", None, ()),
    "Mousa Marzouk": Actor("person:mousa-marzouk", "Mousa Marzouk", "person", None, ()),
}
ATTACK = "Gunmen attacked the market of Garissa with rifles and grenades before dawn"


def report(text: str = ATTACK, **fields: Any) -> Article:
    """A report of one sentence, published on 5 March 2024 by The Fjord Post."""
    return Article.from_text(text, **{"published": "2024-03-05", "publisher": "The Fjord Post", **fields})


def party(name: str) -> Party:
    """A mention of one of ``ACTORS``, or an unresolved one."""
    actor = ACTORS.get(name)
    return Party(name, NOWHERE, NOWHERE, Grounding(actor, 0.9, "its name") if actor else None)


def day(start: str | None, end: str | None = None, basis: str = "text", granularity: str = "day") -> TimeMention:
    value = TimeValue(start or "", start, end or start, granularity, basis)
    return TimeMention(start or "", None, Grounding(value, 0.9, "told"))


def place(name: str) -> PlaceMention:
    latitude, longitude, country, admin1, precision = PLACES[name]
    found = Place(NOWHERE, name, name, latitude, longitude, hash_of(name), country, admin1, precision)
    return PlaceMention(name, NOWHERE, Grounding(found, 0.9, "its name"))


def hash_of(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest()[:6], 16)


def speaker(name: str, cue: str = "said") -> Speaker:
    actor = ACTORS.get(name)
    return Speaker(name, NOWHERE, cue, NOWHERE, Grounding(actor, 0.9, "its name") if actor else None)


def number(value: float, of: str = "people", low: float | None = None, high: float | None = None) -> Number:
    return Number(f"{value:g}", NOWHERE, value, low, high, of)


def claim(article: Article, nth: int = 0, **fields: Any) -> Claim:
    """Gunmen attacked villagers in Garissa on 4 March 2024, unless ``fields`` say otherwise.

    ``actors``, ``recipients`` and ``said`` are names; ``on`` a day or a ``TimeMention``; ``where`` a place.
    """
    act = fields.pop("act", "ASSAULT")
    actors, recipients = fields.pop("actors", ("gunmen",)), fields.pop("recipients", ("villagers",))
    on, where, said = fields.pop("on", "2024-03-04"), fields.pop("where", "Garissa"), fields.pop("said", ())
    words = fields.pop("words", article.text.split("\n")[-1])
    trigger = fields.pop("trigger", "attacked")
    given: dict[str, Any] = {
        "id": f"{article.id}-{nth}",
        "article_id": article.id,
        "act": act,
        "mode": None,
        "cameo": None,
        "status": "occurred",
        "historical": False,
        "plover": act,
        "quad": 4,
        "score": -9.0,
        "actors": tuple(party(name) for name in actors),
        "recipients": tuple(party(name) for name in recipients),
        "time": on if isinstance(on, TimeMention) or on is None else day(on),
        "place": place(where) if where else None,
        "attribution": tuple(speaker(name) if isinstance(name, str) else name for name in said),
        "numbers": (),
        "trigger": Quote(trigger, NOWHERE),
        "evidence": Quote(words, NOWHERE),
        "contexts": (),
        "confidence": 0.8,
        "explanation": (),
        "coder_version": "test",
        "frame": "assault.attack",
    }
    return Claim(**{**given, **fields})
