"""When a page was published, and how we know."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from dragoman.reading.dates import day_in_url, first_day
from dragoman.reading.html_meta import json_ld

#: Fields of the head that name the day of publication: attribute, value; surest first.
_META = (
    ("property", "article:published_time"),
    ("property", "og:article:published_time"),
    ("property", "og:published_time"),
    ("name", "article:published_time"),
    ("name", "parsely-pub-date"),
    ("name", "sailthru.date"),
    ("name", "publication_date"),
    ("name", "publish-date"),
    ("name", "publish_date"),
    ("name", "publishdate"),
    ("name", "published_date"),
    ("name", "published-date"),
    ("name", "published_time"),
    ("name", "pubdate"),
    ("name", "pub_date"),
    ("name", "ptime"),
    ("name", "pdate"),
    ("name", "cxenseparse:recs:publishtime"),
    ("name", "article.published"),
    ("name", "article_date_original"),
    ("name", "originalpublicationdate"),
    ("name", "displaydate"),
    ("name", "bt:pubdate"),
    ("name", "citation_publication_date"),
    ("name", "citation_date"),
    ("name", "dc.date.issued"),
    ("name", "dcterms.issued"),
    ("name", "dc.date.created"),
    ("name", "dcterms.created"),
    ("name", "dc.date"),
    ("name", "date"),
    ("itemprop", "datepublished"),
)
#: Early enough for a newspaper's archive, late enough not to depend on the day of reading.
_EARLIEST, _LATEST = "1970-01-01", "2199-12-31"


def date_of_page(tree: Any, url: str | None) -> tuple[str, str] | None:
    """The day of publication (ISO 8601) and its basis in words, or ``None`` where the page does not say."""
    in_url = day_in_url(url) if url else None
    for day, basis in _candidates(tree, url):
        if day is not None and _EARLIEST <= day <= _LATEST:
            # stamps are often in universal time: an evening's report in America then bears the next day's date,
            # while "Monday" in its text means the day that the outlet put into the address
            if in_url is not None and in_url != day and _neighbours(in_url, day):
                return in_url, f"the URL path ({basis} says {day}, perhaps in universal time)"
            return day, basis
    return None


def _neighbours(one: str, other: str) -> bool:
    days = datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other)
    return abs(days.days) == 1


def _candidates(tree: Any, url: str | None) -> Iterator[tuple[str | None, str]]:
    for described in json_ld(tree):
        value = described.get("datePublished")
        if isinstance(value, str):
            yield first_day(value[:200]), "JSON-LD datePublished"
    yield from _meta_dates(tree)
    for element in tree.iter():
        if not isinstance(element.tag, str) or "datepublished" not in (element.get("itemprop") or "").lower():
            continue
        value = element.get("content") or element.get("datetime") or element.text_content()
        yield first_day(value[:200]), "the page's itemprop datePublished"
    yield from _time_elements(tree)
    if url:
        yield day_in_url(url), "the URL path"
    yield _guess(tree, url), "htmldate's best guess"


def _meta_dates(tree: Any) -> Iterator[tuple[str | None, str]]:
    said: dict[tuple[str, str], str] = {}
    for meta in tree.iter("meta"):
        content = (meta.get("content") or "")[:200]
        for attribute in ("property", "name", "itemprop"):
            said.setdefault((attribute, (meta.get(attribute) or "").lower()), content)
    for attribute, name in _META:
        if (attribute, name) in said:
            yield first_day(said[attribute, name]), f"meta {attribute} {name}"


def _time_elements(tree: Any) -> Iterator[tuple[str | None, str]]:
    """``<time>`` marked as the day of publication, or the only one of the page: others date its other reports."""
    times = list(tree.iter("time"))
    for element in times:
        marks = " ".join((element.get("class") or "", "pubdate" if element.get("pubdate") is not None else "")).lower()
        if any(mark in marks for mark in ("publish", "pubdate", "entry-date", "posted")):
            yield _day_of_time(element), "a time element marked as published"
    if len(times) == 1:
        yield _day_of_time(times[0]), "the page's only time element"


def _day_of_time(element: Any) -> str | None:
    return first_day((element.get("datetime") or element.text_content())[:200])


def _guess(tree: Any, url: str | None) -> str | None:
    from htmldate import find_date

    try:
        found = find_date(tree, original_date=True, url=url, min_date=_EARLIEST, max_date=_LATEST)
    except (ValueError, OverflowError, TypeError):  # a hostile page; its date stays unknown
        return None
    return found if isinstance(found, str) else None
