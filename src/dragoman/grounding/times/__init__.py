"""Times: expressions of time in a text, the dateline, and which expression dates which event."""

from dragoman.grounding.times.claims import claim_time
from dragoman.grounding.times.dateline import Dateline, dateline
from dragoman.grounding.times.finder import find_times
from dragoman.grounding.times.history import is_historical

__all__ = ["Dateline", "claim_time", "dateline", "find_times", "is_historical"]
