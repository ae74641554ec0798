"""What keeps two claims apart by who acts and who is acted on: each rule says why, in words."""

from __future__ import annotations

from dragoman.matching.knowledge import acts
from dragoman.matching.parties import distinct_parties, distinct_people, likeness
from dragoman.matching.profile import Profile, Who, same_words

UNLIKE = 0.3  # likeness of two parties up to which they have at most a sector in common
REAL = 0  # the set of statuses of what happens, will happen or is said not to
_ARMED = frozenset({"MIL", "REB", "UAF"})  # sectors that fight: whom one of them hits is on the other side
_FIGHTING = frozenset({"REB", "UAF", "CRM"})
_CUSTODY = frozenset({"RETREAT", "COERCE", "AID"})
_FORCES = frozenset({"COP", "MIL"})
_HARMING = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_PUBLIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})  # sectors of those who are called by their office


def _victims(one: Profile, other: Profile) -> str | None:
    if one.act in _HARMING and other.act in _HARMING and distinct_people(one.recipients, other.recipients):
        return f"{one.recipients[0].name} and {other.recipients[0].name} are two people"
    return None


def _hit_back(one: Profile, other: Profile) -> str | None:
    """To shoot the gunman is another deed than what he did: whoever attacks is hit in one, and only others in the other."""
    if one.act != "ASSAULT" or other.act != "ASSAULT" or one.either_way or other.either_way:
        return None
    for ours, theirs in ((one.recipients, other.recipients), (other.recipients, one.recipients)):
        if ours and theirs and all(w.masked for w in ours) and not any(_may_attack(w) for w in theirs):
            return f"{ours[0].name} is hit in one, and {theirs[0].name} in the other"
    return None


def _answered(one: Profile, other: Profile) -> str | None:
    """What soldiers or the police do to attackers is not what the attackers do, even if neither report says to whom: "the navy
    repulsed it", "pirates attacked ships". (Whom both sides are blamed for hitting may be the same; then reports disagree.)
    """
    if one.act != "ASSAULT" or other.act != "ASSAULT" or one.either_way or other.either_way:
        return None
    if not one.actors or not other.actors or likeness(one.recipients, other.recipients) > 0:
        return None
    for ours, theirs in ((one.actors, other.actors), (other.actors, one.actors)):
        if all(map(_is_of_forces, ours)) and all(w.masked or _FIGHTING & set(w.sectors) for w in theirs):
            return f"{ours[0].name} strikes in one, and {theirs[0].name} in the other"
    return None


def _held(one: Profile, other: Profile) -> str | None:
    """Those freed, held or rescued on the one side of a war are none of those of the other: captive girls, jailed fighters."""
    if not (_takes(one) and _takes(other)) or (one.act != other.act and "ASSAULT" not in (one.act, other.act)):
        return None
    if not one.recipients or not other.recipients:
        return None
    if all(_of_two_sides(a, b) for a in one.recipients for b in other.recipients):
        return f"{one.recipients[0].name} and {other.recipients[0].name} are of two sides"
    return None


def _takes(claim: Profile) -> bool:
    """Whether the act takes, holds or gives back people."""
    return claim.act in _CUSTODY or (claim.act == "ASSAULT" and claim.mode == "abduct")


def _of_two_sides(one: Who, other: Who) -> bool:
    """Whether one is known to fight, and the other known not to."""
    fighting = [bool(_FIGHTING & set(w.sectors)) for w in (one, other)]
    known = all(w.sectors and w.sectors != ("UNK",) and not w.masked for w in (one, other))
    return known and fighting[0] != fighting[1] and one.head != other.head


def _one_and_many(one: Profile, other: Profile) -> str | None:
    """Who is hit by the police after a deed is one, and whom the deed hit are many: "the driver", "84 people"."""
    if one.act != "ASSAULT" or other.act != "ASSAULT" or one.either_way or other.either_way:
        return None
    for shot, deed in ((one, other), (other, one)):
        if not shot.recipients or not deed.recipients or any(w.many for w in shot.recipients):
            continue
        forces = bool(shot.actors) and all(map(_is_of_forces, shot.actors))
        theirs = any(map(_is_of_forces, deed.actors))
        if ((forces and not theirs) or all(w.masked for w in shot.recipients)) and all(w.many for w in deed.recipients):
            return f"{shot.recipients[0].name} is one, and {deed.recipients[0].name} are many"
    return None


def _is_of_forces(who: Who) -> bool:
    """Whether a party is soldiers or police."""
    return bool(_FORCES & set(who.sectors))


def _may_attack(who: Who) -> bool:
    """Whether a party may be whoever another report calls a gunman."""
    return (
        who.masked
        or who.kind in ("person", "word")
        or bool(_FIGHTING & set(who.sectors))
        or not who.sectors
        or who.sectors == ("UNK",)
    )


def _actors(one: Profile, other: Profile) -> str | None:
    """What one party says, demands or imposes is no deed of another, and none towards another; what dozens of women say is not
    what one of them says.

    So it is with any act that was only demanded, offered, threatened or refused.
    """
    if one.act != other.act or (one.status_set == REAL and one.act not in acts().by_their_actor):
        return None
    for ours, theirs in ((one.actors, other.actors), (one.recipients, other.recipients)):
        if distinct_parties(ours, theirs):
            return f"{ours[0].name} and {theirs[0].name} are two parties to an act that is its parties' own"
    for ours, theirs in ((one.actors, other.actors), (other.actors, one.actors)):
        if ours and theirs and all(map(_is_crowd, ours)) and all(w.kind == "person" for w in theirs):
            return f"{ours[0].name} are many, and {theirs[0].name} is one"
    return None


def _is_crowd(who: Who) -> bool:
    """Whether a party is just many people, of no body that one of them may speak for."""
    return who.many and who.vague and not _PUBLIC & set(who.sectors)


def _both_sides(one: Profile, other: Profile) -> str | None:
    """Another doer and another victim make another deed (reports of one deed may disagree about either)."""
    if one.either_way or other.either_way:
        return None
    if distinct_parties(one.actors, other.actors) and distinct_parties(one.recipients, other.recipients):
        return f"{one.actors[0].name} to {one.recipients[0].name} and {other.actors[0].name} to {other.recipients[0].name} are two deeds"
    return None


def _denied(one: Profile, other: Profile) -> str | None:
    """A denial is of a deed that its own doer is said to have done, to those it was done to; of a denial that names neither
    as the other does, only the same words tell that it is of that deed.
    """
    if (one.status == "denied") == (other.status == "denied") or one.either_way or other.either_way:
        return None
    alike = []
    for ours, theirs in ((one.actors, other.actors), (one.recipients, other.recipients)):
        alike.append(likeness(ours, theirs))
        if ours and theirs and alike[-1] <= 0:
            return f"what is denied is of {ours[0].name}, what is told of {theirs[0].name}"
    return None if max(alike) > 0 or same_words(one, other) else "what is denied has no party of what is told"


def _outsiders(one: Profile, other: Profile) -> str | None:
    """Two meetings, if each has somebody who cannot be anybody of the other: a host sees two visitors one after the other."""
    if not (one.either_way and other.either_way):
        return None
    first, second = (*one.actors, *one.recipients), (*other.actors, *other.recipients)
    ours = next((who for who in first if _outside(who, second)), None)
    theirs = next((who for who in second if _outside(who, first)), None)
    return None if ours is None or theirs is None else f"{ours.name} is in one, and {theirs.name} in the other"


def _outside(who: Who, others: tuple[Who, ...]) -> bool:
    """Whether a party is like none of ``others``, and surely another than one of them."""
    alike = [likeness((who,), (other,)) for other in others]
    return max(alike, default=1.0) <= 0 and min(alike) < 0


def _turned(one: Profile, other: Profile) -> str | None:
    """Blame and its answer are two acts: who acts in one is only acted on in the other."""
    if one.act != other.act or one.either_way or other.either_way:
        return None
    for first, second in ((one, other), (other, one)):
        for who in first.actors:
            acting, undergoing = _sides(second.actors), _sides(second.recipients)
            if not _sides((who,)).isdisjoint(undergoing - acting - _sides(first.recipients)):
                return f"{who.name} acts in one and is acted on in the other"
    return None


def _sides(parties: tuple[Who, ...]) -> set[str]:
    """The parties by id, and the armed side of a country that each is of."""
    found = {w.id for w in parties if w.kind != "word" and not w.vague}
    return found | {f"{w.country} {s}" for w in parties if w.country for s in w.sectors if s in _ARMED}


def _strangers(one: Profile, other: Profile) -> str | None:
    """Two acts between parties that have neither a party nor a word in common.

    To act in the same word is enough only where any party may be left unsaid: that sanctions were "imposed" is told of all.
    """
    if not {one.act, other.act} <= acts().between_parties or one.sentence == other.sentence:
        return None
    own = {one.act, other.act} <= acts().by_their_actor
    if one.trigger == other.trigger and (not own or len(one.words & other.words) > 1):
        return None
    if one.told_day and other.told_day and one.start == other.start and same_words(one, other):
        return None  # "it had been initialled on 21 November"
    alike = [likeness(one.actors, other.actors), likeness(one.recipients, other.recipients)]
    if one.either_way or other.either_way:
        alike += [likeness(one.actors, other.recipients), likeness(one.recipients, other.actors)]
    if own and _veiled(one, other):
        return None
    return None if max(alike) > UNLIKE else "no party and no word in common"


def _veiled(one: Profile, other: Profile) -> bool:
    """Whether both tell in one word, frame or kind of deed of what befell somebody whom one of them does not name: "a man was
    charged".
    """
    if not (same_words(one, other) or one.kinds & other.kinds) or not one.recipients or not other.recipients:
        return False
    return all(_may_be(a, b) or _may_be(b, a) for a in one.recipients for b in other.recipients)


def _may_be(unnamed: Who, who: Who) -> bool:
    """Whether "a teenage girl", "the gunman" or "a co-worker" may be somebody another report names."""
    said = unnamed.vague or unnamed.masked or unnamed.head in acts().anyone or _is_plain(unnamed)
    same_land = not unnamed.country or not who.country or unnamed.country == who.country
    named = who.kind == "person" or (who.kind == "word" and _is_name(who.name))
    return said and not unnamed.many and same_land and (named or who.vague or who.masked)


def _is_plain(who: Who) -> bool:
    """Whether a party is a description of one private person: no name in it, and no office."""
    return who.kind in ("described", "word") and who.name.islower() and not _PUBLIC & set(who.sectors)


def _is_name(text: str) -> bool:
    """Whether a party that nobody could resolve is called by a name of two words or more: "Sharon Wells, 61"."""
    return sum(word[:1].isupper() for word in text.split()) > 1


RULES = (
    _victims,
    _hit_back,
    _answered,
    _held,
    _one_and_many,
    _actors,
    _both_sides,
    _denied,
    _outsiders,
    _turned,
    _strangers,
)
