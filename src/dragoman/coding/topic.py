"""What kind of report an article is, as far as it decides whether an act in it is political."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from dragoman.codebook.words import words
from dragoman.records import Article

_SPORT = words("sport_words")
_ACCIDENT = words("accident_words")
_VIOLENCE = words("violence_words")
_CAMPAIGN = words("campaign_words")
_BORROWED = words("borrowed_violence")  # what campaigns borrow of violence
_BUSINESS = words("business_words")
_SHOW = words("show_words")
_BEASTS = "|".join(sorted(words("beasts")))
# "the gorilla Kibo", "a lion named Zuri"; "Kibo, a 17-year-old gorilla", "Zuri the lion"
_NAMED_BEAST = re.compile(rf"\b(?:{_BEASTS})(?:,?\s+(?:named|called|known as))?\s+([A-Z][a-z]+)\b")
_BEAST_BEHIND = re.compile(rf"\b([A-Z][a-z]+),?\s+(?:the|an?)\s+(?:[\w-]+\s+){{0,3}}(?:{_BEASTS})\b")
_CAMPAIGN_WORDS = 4  # different words of elections that make a report of a campaign
_OPENING = 600  # characters: title and lead tell what the report is about
_SPORT_WORDS = 5  # different words of sport that make a sports report; politics borrows one or two
_TRADE_WORDS = 5  # … and so many of business or of the stage make one of those
# What makes of a report on stars and firms one on crime.
_CRIMES = frozenset(
    {"assault", "assaulted", "rape", "raped", "molested", "harassment", "misconduct", "murder", "murdered"}
)


@dataclass(frozen=True, slots=True)
class Topic:
    """``sport``: a sports report. ``accident``: an accident or a natural disaster, and no violence beside it.
    ``campaign``: an election campaign, and no violence in what opens the report. ``animals``: those that it calls by name.
    ``trade``: a report of business or of the stage, and of no violence.
    """

    sport: bool
    accident: bool
    campaign: bool = False
    animals: frozenset[str] = frozenset()
    trade: bool = False


def read_topic(article: Article) -> Topic:
    """The topic of ``article`` by its words; the whole text for sport, title and lead for accidents."""
    opening = _terms(f"{article.title or ''}\n{article.text[:_OPENING]}")
    terms = _terms(article.text)
    sport = len(_SPORT & terms) >= _SPORT_WORDS
    peaceful = not (_VIOLENCE - _BORROWED) & opening
    campaign = peaceful and len(_CAMPAIGN & terms) >= _CAMPAIGN_WORDS
    accident = bool(_ACCIDENT & opening) and not _VIOLENCE & opening
    animals = frozenset((*_NAMED_BEAST.findall(article.text), *_BEAST_BEHIND.findall(article.text)))
    trade = peaceful and not _CRIMES & terms and max(len(_BUSINESS & terms), len(_SHOW & terms)) >= _TRADE_WORDS
    return Topic(sport, accident, campaign, animals, trade)


def _terms(text: str) -> set[str]:
    """Single words and pairs of neighbours, lower case."""
    tokens = re.findall(r"[a-z][a-z-]*", text.lower())
    return {*tokens, *(f"{one} {other}" for one, other in pairwise(tokens))}
