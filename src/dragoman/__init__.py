"""Dragoman: from news reports to a sourced record of who did what to whom.

The names below are the stable public surface; everything else may move. Heavy parts load at first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.errors import DragomanError
from dragoman.records import Article, Claim, Event, Relation, TimeExpression
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.archive import Archive
    from dragoman.pipeline import Coder, load, match

__version__ = "0.1.0"

__all__ = [
    "Archive",
    "Article",
    "Claim",
    "Coder",
    "DragomanError",
    "Event",
    "Relation",
    "Settings",
    "TimeExpression",
    "__version__",
    "load",
    "match",
]

_LAZY = {
    "Archive": "dragoman.archive",
    "Coder": "dragoman.pipeline",
    "load": "dragoman.pipeline",
    "match": "dragoman.pipeline",
}


def __getattr__(name: str) -> Any:
    """Import spaCy and the archive only when they are asked for: ``import dragoman`` stays quick."""
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
