"""Where a sense fits by its words and tells nothing of the kind: silence, delays asked for, faults only promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words

if TYPE_CHECKING:
    from dragoman.coding.matcher import Match


def is_misfit(match: Match) -> bool:
    """Whether the words around a sense make it tell nothing, or something else that another sense has."""
    return _keeps_silent(match) or _is_asked_to_wait(match) or _is_promised_fault(match)


def _keeps_silent(match: Match) -> bool:
    """Whether only words are refused: "declined to say how many were hurt", "refused to release the names"."""
    if match.frame.id != "reject.refuses-to":
        return False
    acts = match.roles.get("ACT", ())
    if any(t.lemma_ in _SILENT or t.tag_ == "VBN" for t in acts):  # "refused to be drawn"
        return True
    return any(c.lemma_ in _KEPT_BACK for t in acts for c in t.rights if c.dep_ == "dobj")


_SILENT = words("keeping_silent")
_KEPT_BACK = words("kept_back")


def _is_asked_to_wait(match: Match) -> bool:
    """Whether a delay is only asked for, refused or meant: "asked the court to delay the hearing"."""
    return match.frame.id == "reject.puts-off" and any(c.tag_ == "TO" for c in match.trigger.lefts)


def _is_promised_fault(match: Match) -> bool:
    """Whether what is a fault where others tell of it is what somebody means to do himself: "vowed to raise taxes"."""
    verb = match.trigger
    if not match.frame.by_speaker or verb.dep_ != "xcomp" or verb.head.lemma_ not in _PROMISING:
        return False
    return any(c.tag_ == "TO" for c in verb.lefts)


_PROMISING = words("promising")
