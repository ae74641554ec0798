"""Places of the world by name: GeoNames towns and divisions, states, regions and seas, in one mapped file."""

from dragoman.gazetteers.places.entry import KINDS, Entry
from dragoman.gazetteers.places.index import Hit, PlaceIndex, load_places
from dragoman.gazetteers.places.normalise import name_key

__all__ = ["KINDS", "Entry", "Hit", "PlaceIndex", "load_places", "name_key"]
