"""Matching: which claims tell of the same event. A first, plain version: see ``docs/architecture.md``."""

from dragoman.matching.events import match_claims

__all__ = ["match_claims"]
