"""What a page says of itself: title, byline, publisher, canonical address, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

_SITE_MARK = re.compile(r"^(?P<head>.{8,})\s+[|–—·»-]\s+(?P<tail>.{2,60})$")
_SITE_BEFORE = re.compile(r"(?P<site>[^:|]{2,60}?)\s*(?::|\s[|–—·»-])\s+")
_SITE_BEHIND = re.compile(r"\s+[|–—·»-]\s+(?P<site>[^|]{2,60})")
#: A heading this long is the report's headline and no section's name.
_HEADLINE_WORDS = 3
#: No title, byline or name is longer; what is, would only slow down what compares it.
_LONGEST_LINE = 500
_LANGUAGE = re.compile(r"[a-z]{2}", re.IGNORECASE)
_REPORT_TYPES = re.compile(r"(?:Article|Posting|Report|WebPage)$")
#: JSON-LD larger than this is a catalogue, not a report's description.
_LONGEST_JSON = 1_000_000
#: Descriptions are nested a few levels; more is an attack.
_JSON_DEPTH = 6


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself; each may be absent."""

    title: str | None
    byline: str | None
    publisher: str | None
    url: str | None
    language: str | None


def facts_of_page(tree: Any, *, saved_from: str | None = None) -> PageFacts:
    """The facts in a page's head (``tree``: its parsed document).

    ``saved_from``: the address it was saved from, for a page that does not name its own.
    """
    from trafilatura.metadata import extract_metadata

    # fixed days, and no search of the text: the date is html_dates' business, and "today" must not matter
    days = {"extensive_search": False, "max_date": "2199-12-31"}
    document = extract_metadata(tree, date_config=days, extensive=False)
    described = next(json_ld(tree), {})
    url = _canonical(tree) or web_address(document.url) or web_address(saved_from)
    publisher = _name(described.get("publisher")) or document.sitename or hostname(url)
    title, site = _headline(tree, _line(document.title))
    publisher = _line(publisher) or site
    return PageFacts(
        title=_without_site(title, publisher),
        byline=_line(_name(described.get("author")) or document.author),
        publisher=publisher,
        url=url,
        language=_language(tree),
    )


def json_ld(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD descriptions of the page's report, those of articles before those of pages."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > _LONGEST_JSON:
            continue
        try:
            value = json.loads(script.text.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        found += _reports(value, _JSON_DEPTH)
    return iter(sorted(found, key=lambda entry: "WebPage" in str(entry.get("@type"))))


def _reports(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _reports(entry, depth - 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and _REPORT_TYPES.search(kind) for kind in kinds):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _reports(value.get(key), depth - 1)


def _name(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        names = [name for name in map(_name, value[:8]) if name]
        return ", ".join(dict.fromkeys(names)) or None
    return value.strip() or None if isinstance(value, str) and "://" not in value else None


def _canonical(tree: Any) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return web_address(link.get("href"))
    for meta in tree.iter("meta"):
        if (meta.get("property") or "").lower() == "og:url":
            return web_address(meta.get("content"))
    return None


def web_address(value: Any) -> str | None:
    """``value`` if it is an absolute http(s) address, else ``None``."""
    value = (value or "").strip()
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return value if parts.scheme in ("http", "https") and parts.hostname and len(value) < 2048 else None


def hostname(url: str | None) -> str | None:
    """The host of an address without ``www.``, or ``None``."""
    url = web_address(url)
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def _language(tree: Any) -> str | None:
    declared = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    match = _LANGUAGE.match(declared.strip())
    return match[0].lower() if match else None


def _headline(tree: Any, title: str | None) -> tuple[str | None, str | None]:
    """The title as a heading of the page has it, and the site's name that the page's title puts before or behind."""
    if title is None:
        return None, None
    # the extractor may have cut the site's name off the title already
    element = next(tree.iter("title"), None)
    whole = (_line(element.text_content()[: 4 * _LONGEST_LINE]) if element is not None else None) or title
    for heading in tree.iter("h1", "h2"):
        text = _line(heading.text_content()[: 4 * _LONGEST_LINE])
        if text is None or len(text.split()) < _HEADLINE_WORDS or text not in whole:
            continue
        before, _, behind = whole.partition(text)
        if not before and (match := _SITE_BEHIND.fullmatch(behind)):
            return text, match["site"]
        if not behind and (match := _SITE_BEFORE.fullmatch(before)):
            return text, match["site"]
    return title, None


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """A title without the site's name that pages hang behind it ("… | The Example")."""
    if title is None or publisher is None:
        return title
    match = _SITE_MARK.search(title)
    if match is None:
        return title
    site, name = _letters(publisher), _letters(match["tail"])
    return str(match["head"]) if name and (name in site or site in name) else title


def _letters(value: str) -> str:
    return "".join(character for character in value.casefold() if character.isalnum())


def _line(value: str | None) -> str | None:
    return " ".join(value.split())[:_LONGEST_LINE] or None if value else None
