"""What the views ask of a claim: its time, who says so, what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from dragoman.records import Article, Claim, Number, Speaker, TimeValue

#: The status of an event that was announced and that no later report confirms.
UNCONFIRMED = "expected, not confirmed"


def time_of(claim: Claim) -> TimeValue | None:
    """The time that was settled on, if any."""
    return claim.time.grounding.choice if claim.time is not None else None


def told_time(claim: Claim) -> TimeValue | None:
    """The time that words of the report tell; ``None`` where only the day of publication speaks."""
    value = time_of(claim)
    return value if value is not None and value.basis != "publication date" else None


def speakers(attribution: Sequence[Speaker]) -> list[str]:
    """The chain of who says so, outermost first, each once; empty where the report speaks in its own voice."""
    return list(dict.fromkeys(s.name or s.text or "unnamed sources" for s in attribution))


#: Characters: as much of a title as tells which report it is.
_TITLE = 48


def outlet(publisher: str | None) -> str | None:
    """An outlet's name, without the ``www.`` of an address that stands for it."""
    return publisher.removeprefix("www.") if publisher else None


def shorten(text: str, most: int) -> str:
    """At most ``most`` characters, cut between words."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    if not text[most - 1].isspace():
        cut = cut.rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,;:-–—')}…"


def report_name(article: Article) -> str:
    """The report's outlet; one that names none goes by its title, else by its file, else by its id."""
    if article.publisher:
        return outlet(article.publisher) or article.id
    if article.title:
        return f"“{shorten(article.title, _TITLE)}”"
    file = PurePath(article.source).name if article.source else ""
    return file if file not in ("", "-") else article.id


#: Words of number that take "of" before what they count.
_ROUND = frozenset(("dozens", "scores", "hundreds", "thousands", "millions", "billions"))
_THEM = frozenset(("them", "us", "these", "those"))


def counted(number: Number) -> str:
    """``37 people``, ``dozens of people``: the report's words for a number, with what it counts where they do not hold it."""
    if number.of in number.text:
        return number.text
    of = "of " if number.of.lower() in _THEM or number.text.lower().split()[-1] in _ROUND else ""
    return f"{number.text} {of}{number.of}".strip()
