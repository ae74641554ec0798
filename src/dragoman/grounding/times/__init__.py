"""Times: expressions of time in a text, and which expression dates which event."""

from dragoman.grounding.times.claims import claim_time
from dragoman.grounding.times.finder import find_times
from dragoman.grounding.times.history import is_historical

__all__ = ["claim_time", "find_times", "is_historical"]
