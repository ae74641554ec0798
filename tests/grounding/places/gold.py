"""Reading our own gold: sentences with every place marked as ``[name](ISO3 latitude longitude)``."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from dragoman.evaluation.places import NEAR_KM, kilometres
from dragoman.records import Place, Span

_MARKED = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
#: The middle of a sea or a land of several states can be told in many ways.
WIDE_KM = 1500.0


@dataclass(frozen=True)
class Gold:
    """A place of the gold: its span in the plain text, its country ("-" for none) and point (none for a state)."""

    span: Span
    country: str
    point: tuple[float, float] | None

    def is_met_by(self, place: Place | None) -> bool:
        """Whether ``place`` is in this country, and within 161 km of this point or the state itself."""
        if place is None or place.latitude is None or place.longitude is None:
            return False
        if self.point is None:
            return place.country == self.country and place.precision == "country"
        if self.country != "-" and place.country not in (self.country, None):
            return False
        far = kilometres((place.latitude, place.longitude), self.point)
        return far <= (WIDE_KM if self.country == "-" else NEAR_KM)


def read(name: str) -> list[tuple[str, list[Gold]]]:
    """The plain texts of the file ``name`` beside this one, each with its places."""
    return [unmarked(marked) for marked in yaml.safe_load(Path(__file__).with_name(name).read_text("utf-8"))]


def unmarked(marked: str) -> tuple[str, list[Gold]]:
    text, places, at = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        country, *point = match[2].split()
        span = Span(len(text), len(text) + len(match[1]))
        places.append(Gold(span, country, (float(point[0]), float(point[1])) if point else None))
        text += match[1]
        at = match.end()
    return text + marked[at:], places
