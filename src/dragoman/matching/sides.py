"""Who acts and who is acted on in an event: the best names for each side, those in most reports first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.matching.origins import key
from dragoman.matching.profile import Profile, Who, says_nobody, who
from dragoman.records import Claim, Conflict, Party

# Sectors of those through whom a state acts: "Norway" and "Norwegian forces" are one side told twice.
_ORGANS = frozenset({"GOV", "MIL", "COP", "SPY", "JUD"})
_ACCUSING = ("accus", "blam", "alleg", "suspect")  # stems of what an accuser does
UNSAID = "nobody named"  # stands in a conflict for claims without a doer


@dataclass(slots=True)
class _Told:
    """A party of one side: as first written, who it is, the reports that name it, and the claims."""

    shown: str
    who: Who
    reports: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)


def parties(
    claims: Sequence[Claim], side: str, profiles: Mapping[str, Profile], rivals: Conflict | None = None
) -> tuple[str, ...]:
    """Names of one side's parties, those in most reports first, then in order of report.

    Left out is what tells no more than a name that stays: a pronoun, "people" or "gunmen" beside those who are named, a state
    beside who acts for it (whichever of the two more reports name); and of ``rivals`` (doers who cannot all have done it) those
    in fewer reports, which the conflict lists.
    """
    told: dict[str, _Told] = {}  # "the patrol" and "The patrol" are one
    for claim in claims:
        named: tuple[Party, ...] = getattr(claim, side)
        for party in named:
            if says_nobody(party):
                continue
            name = party.name or party.text
            found = told.setdefault(key(name), _Told(name, who(party)))
            found.reports.add(claim.article_id)
            found.claims.add(claim.id)
    kept = _without_rivals(list(told.values()), rivals)
    kept = [one for one in kept if not any(_says_more(other, one) for other in kept if other is not one)]
    order = {one.shown: i for i, one in enumerate(kept)}
    return tuple(one.shown for one in sorted(kept, key=lambda one: (-len(one.reports), order[one.shown])))


def _without_rivals(told: list[_Told], rivals: Conflict | None) -> list[_Told]:
    if rivals is None:
        return told
    groups = [[one for one in told if one.claims & set(ids)] for _, ids in rivals.values]
    support = [len({report for one in group for report in one.reports}) for group in groups]
    if not support or support.count(max(support)) > 1:
        return told
    best = groups[support.index(max(support))]
    weaker = [one for group in groups for one in group if group is not best]
    return [one for one in told if one not in weaker or one in best]


def _says_more(one: _Told, other: _Told) -> bool:
    """Whether ``other`` need not be told beside ``one``."""
    a, b = one.who, other.who
    if b.vague and not a.vague and not a.masked:
        return True
    if b.masked and a.kind in ("organisation", "person"):
        return True  # whoever they were, they are named
    if "state" not in (a.kind, b.kind) or a.kind == b.kind or not a.country or a.country != b.country:
        return False
    if one.claims & other.claims or not _ORGANS & set((b if a.kind == "state" else a).sectors):
        return False  # a report that names both means both
    if len(one.reports) != len(other.reports):
        return len(one.reports) > len(other.reports)
    return b.kind == "state"


def accused_only(claims: Sequence[Claim]) -> Conflict | None:
    """Doers whom nobody but an accuser names, where others tell of the deed; ``None`` if there are none."""
    by_name: dict[str, list[str]] = defaultdict(list)
    accusers: dict[str, None] = {}
    for claim in claims:
        if claim.actors and not _accuses(claim):
            return None
        by_name["; ".join(sorted(p.name or p.text for p in claim.actors)) or UNSAID].append(claim.id)
        if claim.actors:
            speaker = claim.attribution[-1]
            accusers[speaker.name or speaker.text] = None
    if len(by_name) < 2 or UNSAID not in by_name:
        return None
    values = tuple((name, tuple(sorted(ids))) for name, ids in sorted(by_name.items()))
    return Conflict("actor", values, f"only {', '.join(accusers)} {'says' if len(accusers) == 1 else 'say'} so")


def _accuses(claim: Claim) -> bool:
    if not claim.attribution:
        return False
    cue = claim.attribution[-1].cue.lower()
    return cue.startswith(_ACCUSING)
