"""Places: which names in a text are places, which places they are, and where a claim's act happened."""

from dragoman.grounding.places.claim import claim_place
from dragoman.grounding.places.resolve import find_places, ground_places, resolve_places

__all__ = ["claim_place", "find_places", "ground_places", "resolve_places"]
