"""Acts that news tells with nobody said to do or suffer them: "a missile was launched", "the toll rose to 40"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.coding.matcher import Match

# Acts of force and state: their thing alone tells them ("files were hacked", "sanctions were lifted").
_BY_THEIR_THING = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "SANCTION"})
# Acts that need an event of theirs to be held or opened: "a vigil was held", but not "the streets were filled".
_BY_THEIR_EVENT = {
    "PROTEST": frozenset(
        (
            "protest",
            "demonstration",
            "rally",
            "march",
            "vigil",
            "sit-in",
            "picket",
            "strike",
            "walkout",
            "boycott",
            "riot",
        )
    ),
    "ACCUSE": frozenset(("investigation", "inquiry", "enquiry", "probe", "inquest", "lawsuit", "complaint", "charge")),
}


def tells_its_thing(match: Match) -> bool:
    """Whether a verb is a claim though no party stands beside it: its pattern or its frame names its thing."""
    frame, pattern = match.frame, match.pattern
    if frame.by_speaker:
        return True  # its doer is found where the statement is
    if frame.needs:
        return False
    named = bool(frame.only_actor or frame.only_recipient)  # "the toll rose", "fighting erupted"
    if frame.type in _BY_THEIR_EVENT:
        return named or (match.passive and any(t.lemma_ in _BY_THEIR_EVENT[frame.type] for t in match.used))
    return frame.type in _BY_THEIR_THING and (named or (bool(pattern.fixed) and not _befalls_a_thing(match)))


def _befalls_a_thing(match: Match) -> bool:
    """Whether the object of violence is told and is nobody: "the gorilla was shot dead in its cage"."""
    direct = any(i.slot == "RECIPIENT" and not i.prep for i in match.pattern.items)
    return match.frame.type == "ASSAULT" and direct and bool(match.roles.get("RECIPIENT"))
