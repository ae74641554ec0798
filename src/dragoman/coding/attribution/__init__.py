"""Attribution: who says what, by which words."""

from dragoman.coding.attribution.reader import AttributionReader

__all__ = ["AttributionReader"]
