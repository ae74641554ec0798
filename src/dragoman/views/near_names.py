"""Which of many names somebody meant who wrote one that is not among them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_ALIKE = 0.75  # likeness of two spellings of one name
_MOST = 3  # names offered


def near_names(asked: str, names: Iterable[str]) -> list[str]:
    """The names most like the one asked for, by the whole name or one word of it; the best first, none if none is like it."""
    by_form: dict[str, list[str]] = {}
    for name in names:
        folded = name.casefold()
        for form in dict.fromkeys((folded, *folded.replace("(", " ").replace(")", " ").split())):
            by_form.setdefault(form, []).append(name)
    close = get_close_matches(asked.casefold(), sorted(by_form), n=2 * _MOST, cutoff=_ALIKE)
    return list(dict.fromkeys(name for form in close for name in by_form[form]))[:_MOST]
