"""Matching: which claims tell of the same event, which reports are copies, and what all of them come to."""

from dragoman.matching.copies import find_copies
from dragoman.matching.matcher import Matcher, match_claims, match_shelf
from dragoman.matching.version import matcher_version

__all__ = ["Matcher", "find_copies", "match_claims", "match_shelf", "matcher_version"]
