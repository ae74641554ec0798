"""Claims near a point: boxes from the R*Tree, then true distances."""

from __future__ import annotations

import math
from typing import Final

from dragoman.archive import rows
from dragoman.archive.answers import NearClaim
from dragoman.archive.connection import Store
from dragoman.errors import ArchiveError

# Mean radius of the Earth (IUGG), km.
EARTH_RADIUS: Final = 6371.0088


def claims_near(store: Store, latitude: float, longitude: float, km: float) -> list[NearClaim]:
    """Current claims whose place lies within ``km``, nearest first; see ``Archive.claims_near``."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180 and km >= 0):
        raise ArchiveError(
            f"no circle on the map: {latitude}, {longitude}, {km} km",
            remedy="Latitude is -90 to 90, longitude -180 to 180, the distance not negative",
        )
    found: dict[int, NearClaim] = {}
    for south, north, west, east in _boxes(latitude, longitude, km):
        for row, at, along, text in store.rows(
            "SELECT c.row, c.latitude, c.longitude, c.json FROM claim_places AS b JOIN claims AS c ON c.row = b.row"
            " WHERE b.south <= ? AND b.north >= ? AND b.west <= ? AND b.east >= ? AND c.superseded_at IS NULL",
            (north, south, east, west),
        ):
            distance = kilometres(latitude, longitude, at, along)
            if distance <= km:
                found[row] = NearClaim(rows.claim_from(text), distance)
    return sorted(found.values(), key=lambda near: (near.km, near.claim.id))


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance of two points given in degrees."""
    phi, other_phi = math.radians(latitude), math.radians(other_latitude)
    across = math.radians(other_longitude - longitude)
    half = math.sin((other_phi - phi) / 2) ** 2 + math.cos(phi) * math.cos(other_phi) * math.sin(across / 2) ** 2
    return 2 * EARTH_RADIUS * math.asin(min(1.0, math.sqrt(half)))


def _boxes(latitude: float, longitude: float, km: float) -> list[tuple[float, float, float, float]]:
    """South, north, west and east of the boxes that hold the circle: two where it crosses the date line."""
    reach = math.degrees(km / EARTH_RADIUS)
    south, north = latitude - reach, latitude + reach
    if south <= -90 or north >= 90:  # a pole lies inside: every longitude does
        return [(max(south, -90.0), min(north, 90.0), -180.0, 180.0)]
    aside = math.degrees(math.asin(min(1.0, math.sin(math.radians(reach)) / math.cos(math.radians(latitude)))))
    west, east = longitude - aside, longitude + aside
    if west < -180:
        return [(south, north, west + 360, 180.0), (south, north, -180.0, east)]
    if east > 180:
        return [(south, north, west, 180.0), (south, north, -180.0, east - 360)]
    return [(south, north, west, east)]
