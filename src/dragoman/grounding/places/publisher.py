"""What the publisher's host name tells of its home: ``richmondregister.com``, ``dailystar.com.lb``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.gazetteers.places import Entry, PlaceIndex, load_places
from dragoman.gazetteers.places.knowledge import load_knowledge
from dragoman.gazetteers.places.wordlists import word_list

# Country codes sold to the whole world, and codes that are no ISO 3166 code.
_FOR_SALE = word_list("publisher_words.yaml", "for_sale")
_OTHER_TLD = {"uk": "GB", "su": "RU", "eu": None}
_SECOND_LEVEL = word_list("publisher_words.yaml", "second_level")

_NEWS_WORDS = word_list("publisher_words.yaml", "news_words")


@dataclass(frozen=True, slots=True)
class PublisherHint:
    """Where a publisher seems to be at home: its country (ISO 3166 alpha-3) and towns its name may mean."""

    country: str | None = None
    towns: tuple[Entry, ...] = ()
    known: bool = False


@lru_cache(maxsize=4096)
def publisher_places(publisher: str | None) -> PublisherHint:
    """What ``publisher`` (a host, a URL or a paper's name) tells; an empty hint where it tells nothing."""
    if not publisher:
        return PublisherHint()
    index = load_places()
    host = re.sub(r"^[a-z]+://", "", publisher.strip().lower()).split("/", 1)[0].split(":", 1)[0]
    if "." not in host or " " in host:
        return _from_name(publisher, index)
    labels = host.split(".")
    outlets = load_knowledge().outlets
    for start in range(len(labels) - 1):
        home = outlets.get(".".join(labels[start:]))
        if home is not None:
            return PublisherHint(home.country, (home,), known=True)
    country = None
    top = labels[-1]
    if len(top) == 2 and top not in _FOR_SALE:
        country = index.iso3.get(_OTHER_TLD.get(top, top.upper()) or "")
    inner = labels[:-1]
    if len(inner) > 1 and inner[-1] in _SECOND_LEVEL:
        inner = inner[:-1]
    words = [word for label in inner if label != "www" for word in label.split("-") if word]
    towns: list[Entry] = []
    for word in words:
        for name in _names_in(word, index):
            towns.extend(_towns(name, country, index))
    return PublisherHint(country, tuple(dict.fromkeys(towns)))


def _from_name(publisher: str, index: PlaceIndex) -> PublisherHint:
    words = list(re.findall(r"[^\W\d_][\w'’.-]*", publisher))
    for length in (3, 2, 1):
        for at in range(len(words) - length + 1):
            phrase = " ".join(words[at : at + length])
            if phrase[0].isupper() and phrase.lower() not in _NEWS_WORDS and phrase in index and len(words) > length:
                return PublisherHint(None, _towns(phrase, None, index))
    return PublisherHint()


def _towns(name: str, country: str | None, index: PlaceIndex) -> tuple[Entry, ...]:
    hits = [h.entry for h in index.lookup(name) if h.main]
    at_home = [entry for entry in hits if country is None or entry.country == country]
    return tuple((at_home or hits)[:60])


def _names_in(label: str, index: PlaceIndex) -> list[str]:
    """Place names in a label that splits wholly into place names and words of newspaper titles.

    Of all splits the one with the fewest parts wins, news words counting less: ``springfieldnewssun``
    is ``springfield`` + ``news`` + ``sun``. Empty where no split works out.
    """
    best: list[tuple[float, list[str]] | None] = [None] * (len(label) + 1)
    best[0] = (0.0, [])
    for end in range(1, len(label) + 1):
        for start in range(max(0, end - 20), end):
            before = best[start]
            if before is None:
                continue
            part = label[start:end]
            name = None if part in _NEWS_WORDS else _as_name(part, index)
            if part in _NEWS_WORDS:
                cost = 1.0
            elif name is not None:
                cost = 1.5
            else:
                continue
            total = before[0] + cost
            if best[end] is None or total < best[end][0]:  # type: ignore[index]
                best[end] = (total, before[1] + ([name] if name else []))
    found = best[len(label)]
    return [] if found is None else found[1]


def _as_name(part: str, index: PlaceIndex) -> str | None:
    """``part`` as the name of a place, with a space put back where it was lost; short parts are no evidence."""
    if len(part) < 5:
        return None
    if any(hit.main for hit in index.lookup(part)):
        return part
    for cut in range(2, len(part) - 2):
        spaced = f"{part[:cut]} {part[cut:]}"
        if any(hit.main and hit.entry.population > 5000 for hit in index.lookup(spaced)):
            return spaced
    return None
