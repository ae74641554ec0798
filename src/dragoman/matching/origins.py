"""Whom a claim goes back to: an authority or person quoted, the agency whose words these are, or the outlet itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.matching.copies import CopyIndex
from dragoman.matching.credits import quoted
from dragoman.matching.knowledge import agencies
from dragoman.records import Article, Claim, Speaker

_MEDIA = frozenset(
    {"media", "press", "agencies", "agency", "newspapers", "outlets", "broadcasters", "television", "reports"}
)
_NAMED = frozenset({"state", "office", "organisation", "person"})


@dataclass(frozen=True, slots=True)
class Origin:
    """A source counted once, with the reason why a claim goes back to it."""

    name: str
    why: str

    @property
    def key(self) -> str:
        """The name under which it is counted: case and article aside."""
        return key(self.name)


def key(name: str) -> str:
    """A name as it is compared: capitals and the article aside."""
    return name.casefold().removeprefix("the ").strip()


def origin(claim: Claim, copies: CopyIndex, article: Article | None = None) -> Origin:
    """The origin of a claim of ``article``.

    The innermost named speaker counts ("RIA Novosti reported that the ministry said …" goes back to the ministry);
    unnamed ones ("witnesses", "officials") were heard by whoever wrote the report, so that report's origin counts, and what
    "the media" of a country say by the one agency that the report quotes goes back to that.
    """
    for speaker in reversed(claim.attribution):
        if (name := _named(speaker)) is not None:
            return Origin(name, f"named as the source ({speaker.cue or 'cited'})")
    if article is not None and claim.attribution and _media(claim.attribution[-1]):
        if (agency := quoted(article)) is not None:
            return Origin(agency, f"what {claim.attribution[-1].text} say, in a report that quotes {agency}")
    copy = copies.copies().get(claim.article_id)
    if copy is None:
        return Origin(copies.own_origin(claim.article_id), "its own report")
    if copy.whole or (copy.original_id is not None and copies.holds(copy.original_id, claim.evidence.text)):
        return Origin(copy.origin, copy.why)
    return Origin(copies.own_origin(claim.article_id), "its own words beside a reprinted passage")


def _media(speaker: Speaker) -> bool:
    return bool(_MEDIA & {word.lower() for word in speaker.text.split()[-1:]})


def _named(speaker: Speaker) -> str | None:
    if (agency := agencies().canonical(speaker.text)) is not None:
        return agency
    if speaker.grounding is not None and speaker.grounding.choice.kind in _NAMED:
        name = speaker.grounding.choice.name
        return agencies().canonical(name) or name
    return None


def independent(claims: Iterable[tuple[Claim, Origin]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The distinct origins by name, and one line for each that says which reports go back to it and why."""
    by_key: dict[str, list[tuple[Claim, Origin]]] = defaultdict(list)
    for claim, found in claims:
        by_key[found.key].append((claim, found))
    names, lines = [], []
    for key in sorted(by_key):
        name = min(found.name for _, found in by_key[key])
        reports = len({claim.article_id for claim, _ in by_key[key]})
        whys = sorted({found.why for _, found in by_key[key]})
        names.append(name)
        lines.append(f"{name}: {reports} report{'s' if reports != 1 else ''} ({'; '.join(whys[:3])})")
    return tuple(names), tuple(lines)
