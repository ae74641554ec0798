"""Records to rows and back. The writer stores what these functions give; ``verify`` compares with them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from dragoman.archive.folding import fold, valid
from dragoman.records import Article, Claim, Party, Speaker

ARTICLE_FIELDS: Final = (
    "id",
    "title",
    "publisher",
    "byline",
    "url",
    "published",
    "published_basis",
    "language",
    "text",
    "source",
    "source_hash",
)
ARTICLE_COLUMNS: Final = (*ARTICLE_FIELDS, "exact")
CLAIM_COLUMNS: Final = (
    "id",
    "article_id",
    "plover",
    "act",
    "mode",
    "cameo",
    "status",
    "historical",
    "quad",
    "score",
    "actors",
    "recipients",
    "speaker",
    "start_day",
    "end_day",
    "granularity",
    "day_basis",
    "place",
    "country",
    "admin1",
    "latitude",
    "longitude",
    "geonames_id",
    "place_precision",
    "place_search",
    "publisher",
    "contexts",
    "trigger_text",
    "trigger_start",
    "trigger_end",
    "evidence",
    "evidence_start",
    "evidence_end",
    "confidence",
    "frame",
    "coder_version",
    "json",
)
PARTY_COLUMNS: Final = (
    "role",
    "position",
    "text",
    "span_start",
    "span_end",
    "actor_id",
    "name",
    "country",
    "sectors",
    "search_text",
)
NUMBER_COLUMNS: Final = ("position", "text", "counted", "value", "low", "high")


# Made once: ``json.dumps`` would make an encoder a call, which costs as much as encoding a small claim.
_READABLE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def to_json(value: Any) -> str:
    """Readable JSON; with escapes only where UTF-8 could not hold the text. Loses nothing either way."""
    text = _READABLE.encode(value)
    return text if valid(text) == text else json.dumps(value, separators=(",", ":"))


def optional(text: str | None) -> str | None:
    """``text`` as valid UTF-8, ``None`` kept."""
    return None if text is None else valid(text)


def article_row(article: Article) -> tuple[str | None, ...]:
    """Values for ``ARTICLE_COLUMNS``. ``exact`` is filled only where a column cannot hold the text as it is."""
    values = tuple(getattr(article, name) for name in ARTICLE_FIELDS)
    stored = tuple(optional(value) for value in values)
    return (*stored, None if stored == values else to_json(article.to_dict()))


def article_from(row: tuple[Any, ...]) -> Article:
    """The article of a row of ``ARTICLE_COLUMNS``."""
    if row[-1] is not None:
        return Article.from_dict(json.loads(row[-1]))
    return Article.from_dict(dict(zip(ARTICLE_FIELDS, row, strict=False)))


def claim_row(claim: Claim, publisher: str | None) -> tuple[Any, ...]:
    """Values for ``CLAIM_COLUMNS``."""
    day = claim.time.grounding.choice if claim.time else None
    place = claim.place.grounding.choice if claim.place and claim.place.grounding else None
    last = claim.attribution[-1] if claim.attribution else None
    return (
        claim.id,
        claim.article_id,
        claim.plover,
        claim.act,
        claim.mode,
        claim.cameo,
        claim.status,
        int(claim.historical),
        claim.quad,
        claim.score,
        valid("; ".join(p.name or p.text for p in claim.actors)),
        valid("; ".join(p.name or p.text for p in claim.recipients)),
        optional((last.name or last.text) if last else None),
        day.start if day else None,
        day.end if day else None,
        day.granularity if day else None,
        day.basis if day else None,
        optional(place.name if place else claim.place.text if claim.place else None),
        place.country if place else None,
        optional(place.admin1) if place else None,
        place.latitude if place else None,
        place.longitude if place else None,
        place.geonames_id if place else None,
        place.precision if place else None,
        _place_search(claim),
        optional(publisher),
        "; ".join(claim.contexts),
        valid(claim.trigger.text),
        *claim.trigger.span,
        valid(claim.evidence.text),
        *claim.evidence.span,
        claim.confidence,
        claim.frame,
        claim.coder_version,
        to_json(claim.to_dict()),
    )


def _place_search(claim: Claim) -> str | None:
    if claim.place is None:
        return None
    place = claim.place.grounding.choice if claim.place.grounding else None
    names = (claim.place.text, place.name, place.admin1) if place else (claim.place.text,)
    return fold(" | ".join(name for name in names if name))


def claim_from(text: str) -> Claim:
    """The claim whose JSON ``claim_row`` wrote."""
    return Claim.from_dict(json.loads(text))


def parties_of(claim: Claim) -> Iterator[tuple[str, int, Party | Speaker]]:
    """Everybody a claim names: role, position within the role, mention."""
    yield from (("actor", i, party) for i, party in enumerate(claim.actors))
    yield from (("recipient", i, party) for i, party in enumerate(claim.recipients))
    yield from (("speaker", i, speaker) for i, speaker in enumerate(claim.attribution))
    if claim.status_holder is not None:
        yield "status holder", 0, claim.status_holder


def party_rows(claim: Claim) -> list[tuple[Any, ...]]:
    """Values for ``PARTY_COLUMNS``, one row a party."""
    rows: list[tuple[Any, ...]] = []
    for role, position, mention in parties_of(claim):
        actor = mention.grounding.choice if mention.grounding else None
        start, end = mention.span or (None, None)
        rows.append(
            (
                role,
                position,
                valid(mention.text),
                start,
                end,
                actor.id if actor else None,
                optional(actor.name) if actor else None,
                actor.country if actor else None,
                " ".join(actor.sectors) if actor else "",
                fold(f"{mention.text} | {actor.name}" if actor else mention.text),
            )
        )
    return rows


def number_rows(claim: Claim) -> list[tuple[Any, ...]]:
    """Values for ``NUMBER_COLUMNS``, one row a number."""
    return [(i, valid(n.text), valid(n.of), n.value, n.low, n.high) for i, n in enumerate(claim.numbers)]
