"""Which reading of each name fits the article best: all names are weighed together, in a few rounds.

A reading's score is a sum, in powers of ten of population: a weight of 2 in its favour makes up for a
town a hundred times as populous. First come the name's own words (how populous, a capital, a rare
name, "X County", "X, Ohio"), then what the other names of the article, the publisher and words of one
country's affairs say for its country, its division, the land around it and its part of the world.
Since the other names are uncertain too, each speaks for all its readings by its present belief in them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.gazetteers.places import Entry, PlaceIndex
from dragoman.grounding.places.mention import Mention
from dragoman.grounding.places.support import Spot, Support, distance_km, spot_of

COUNTRY_BONUS = 1.5
#: Seas, ranges and regions of no one state have no country to speak for them; they are in the table because news means them.
REGION_BONUS = 1.5
#: Per power of ten above this many people, in world news: it says "Geneva" and no more of the one all know.
FAMOUS_PEOPLE = 100_000
FAME = 0.6
#: In world news the United States are a party everywhere, and half the towns of the world have a namesake there:
#: naming them says so much less of where the other names are.
PARTY_EVERYWHERE = "USA"
AS_A_PARTY = 0.1
CAPITAL_BONUS = 1.8
OTHER_NAME = -2.5
BARE_COUNTY = -2.0
SAME_TOWN_DIVISION = -1.5
#: "Panama", "Kuwait", "Djibouti": the state, unless words ask for the town.
SAME_STATE_CAPITAL = -2.5
KIND_FITS = 4.0
FIRST_KIND = 0.5
CALLED_TOWN = 2.0
LIES_INSIDE = 8.0
LAY_INSIDE = 4.0

SAME_COUNTRY = 3.0
SAME_DIVISION = 3.0
NEARBY = 3.5
SAME_REGION = 1.0
#: The amount of support that yields half of the weights above: one other name that is sure.
HALF = 1.0
#: How fast belief follows scores: a lead of one power of ten gives odds of about 5 to 1.
SHARPNESS = 1.6
#: Sharpness round by round: at first even unlikely readings are heard, so that several small towns of
#: one county can find each other before the great cities of their names win.
COOLING = (0.6, 1.1, SHARPNESS)
#: Fewer people than this are all alike.
FEWEST_PEOPLE = 300
#: A reading that starts this far behind the best is not weighed: no article makes up for it.
HOPELESS = 6.0
_NEGLIGIBLE = 0.005
#: Within a state, the middle of a region is no more exact than this.
_REGION_KM = 300.0


@dataclass(slots=True)
class Group:
    """All mentions of one name in an article: it means one place, unless a mention's own words say otherwise."""

    mentions: list[Mention]
    candidates: tuple[Entry, ...]
    base: list[float]
    weight: float
    spots: tuple[Spot, ...]
    scores: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)


def group_mentions(mentions: Sequence[Mention], index: PlaceIndex, *, world: bool = False) -> list[Group]:
    """The mentions that have candidates, grouped by name, in order of first mention.

    ``world``: the article is world news, whose towns are the well-known ones of their names.
    """
    together: dict[tuple[str, tuple[str, ...]], list[Mention]] = {}
    said_inside: dict[str, dict[int, Entry]] = defaultdict(dict)
    for mention in mentions:
        if mention.candidates:
            together.setdefault((mention.key, mention.kinds), []).append(mention)
            said_inside[mention.key].update((larger.row, larger) for larger in mention.inside)
    groups = []
    for (key, _), same in together.items():
        candidates = same[0].candidates
        base = [prior(entry, same[0], index, world=world or any(m.filed for m in same)) for entry in candidates]
        called_town = any(m.town for m in same)
        for at, entry in enumerate(candidates):
            if called_town and entry.kind == "city":
                base[at] += CALLED_TOWN
            # "Springfield, Ohio" holds for plain "Springfield" later on, if less
            if any(lies_in(entry, larger) for larger in said_inside[key].values()):
                base[at] += LAY_INSIDE
        best = max(base)
        kept = [at for at, score in enumerate(base) if score >= best - HOPELESS]
        candidates = tuple(candidates[at] for at in kept)
        base = [base[at] for at in kept]
        weight = 1 + math.log(len(same))
        if world and _is_a_party(candidates[max(range(len(base)), key=lambda at: (base[at], -at))], index):
            weight *= AS_A_PARTY
        groups.append(Group(same, candidates, base, weight, tuple(map(spot_of, candidates)), base, shares_of(base)))
    return groups


def _is_a_party(entry: Entry, index: PlaceIndex) -> bool:
    """Whether the entry is the state that is a party everywhere, or its seat of government."""
    return entry.country == PARTY_EVERYWHERE and (entry.kind == "country" or entry.row in index.capitals)


def prior(entry: Entry, mention: Mention, index: PlaceIndex, *, world: bool = False) -> float:
    """What speaks for a reading before the rest of the article is heard; ``world``: it is world news."""
    score = math.log10(max(entry.population, FEWEST_PEOPLE))
    if entry.row not in mention.main:
        score += OTHER_NAME
    if entry.kind == "country":
        score += COUNTRY_BONUS
    elif entry.country is None:
        score += REGION_BONUS
    elif entry.row in index.capitals:
        score += CAPITAL_BONUS
    if entry.kind in {"city", "admin1"} and any(
        c.kind == "country" and c.country == entry.country for c in mention.candidates
    ):
        score += SAME_STATE_CAPITAL
    if mention.kinds:
        if entry.kind in mention.kinds:
            # "Lexington County" is first of all a county
            score += KIND_FITS + (FIRST_KIND if entry.kind == mention.kinds[0] else 0.0)
    elif entry.kind == "admin2":
        score += BARE_COUNTY
    elif entry.kind == "admin1" and any(
        c.admin1 == entry.row and c.kind == "city" and c.row in mention.main for c in mention.candidates
    ):
        return score + SAME_TOWN_DIVISION
    return score + world * fame(entry)


def fame(entry: Entry) -> float:
    """What world news adds for a town or division that is large."""
    if entry.kind not in {"city", "admin1"} or entry.population <= FAMOUS_PEOPLE:
        return 0.0
    return FAME * math.log10(entry.population / FAMOUS_PEOPLE)


def lies_in(entry: Entry, larger: Entry) -> bool:
    """Whether ``entry`` is or lies in ``larger``."""
    if entry.row == larger.row or larger.row in (entry.admin1, entry.admin2):
        return True
    if larger.kind == "country":
        return entry.country == larger.country and entry.kind != "country"
    return larger.kind == "region" and entry.kind in {"city", "admin2"} and distance_km(entry, larger) < _REGION_KM


def shares_of(scores: Sequence[float], sharpness: float = SHARPNESS) -> list[float]:
    """Belief in each reading from the scores of all; sums to 1."""
    top = max(scores)
    raw = [math.exp(sharpness * (score - top)) for score in scores]
    total = sum(raw)
    return [value / total for value in raw]


def weigh(groups: Sequence[Group], hints: Support) -> None:
    """Settle ``scores`` and ``shares`` of every group. ``hints`` is support from outside the names."""
    settled = Support()
    settled.include(hints)
    open_groups = []
    for group in groups:
        if len(group.candidates) == 1:
            settled.add(group.spots[0], group.weight)
        else:
            group.shares = shares_of(group.base, COOLING[0])
            open_groups.append(group)
    for sharpness in COOLING:
        total = Support()
        total.include(settled)
        owns = []
        for group in open_groups:
            own = Support()
            for spot, share in zip(group.spots, group.shares, strict=True):
                if share > _NEGLIGIBLE:
                    own.add(spot, group.weight * share)
            total.include(own)
            owns.append(own)
        for group, own in zip(open_groups, owns, strict=True):
            group.scores = [b + context(spot, total, own) for spot, b in zip(group.spots, group.base, strict=True)]
            group.shares = shares_of(group.scores, sharpness)


def context(spot: Spot, total: Support, own: Support) -> float:
    """What the rest of the article says for a reading at ``spot``: all support less the name's own."""
    country, division, near, region, _, _ = spot
    score = SAME_REGION * _part(total.region.get(region, 0.0) - own.region.get(region, 0.0))
    if country:
        score += SAME_COUNTRY * _part(total.country.get(country, 0.0) - own.country.get(country, 0.0))
    if division is not None:
        score += SAME_DIVISION * _part(total.division.get(division, 0.0) - own.division.get(division, 0.0))
    if near is not None:
        score += NEARBY * _part(total.near.get(near, 0.0) - own.near.get(near, 0.0))
    return score


def _part(amount: float) -> float:
    return amount / (amount + HALF) if amount > 0 else 0.0
