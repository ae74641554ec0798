"""When a field of a claim agrees with what a reader wrote down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dragoman.codebook.types import Types, load_types
from dragoman.gazetteers import agents
from dragoman.gazetteers.countries import match
from dragoman.grounding.actors.words import words
from dragoman.records import Actor, Claim, Party

_WORD = re.compile(r"\w+")
_SMALL = frozenset(("the", "a", "an", "of", "and", "in", "for", "s"))
#: The fields of an expected claim that can be scored, in the order in which they are shown.
FIELDS = ("act", "mode", "status", "plover", "actor", "recipient", "time", "place")


def said(claim: Claim, field: str) -> str | None:
    """The claim's value in words; ``None`` where it has none. The day of publication alone is no time said."""
    if field in ("act", "mode", "status", "plover"):
        value: str | None = getattr(claim, field)
        return value
    if field in ("actor", "recipient"):
        parties = claim.actors if field == "actor" else claim.recipients
        return "; ".join(p.name if p.name and p.name != p.text else p.text for p in parties) or None
    if field == "time":
        return claim.time.grounding.choice.value if claim.time is not None and _from_text(claim) else None
    place = claim.place
    if place is None:
        return None
    return place.grounding.choice.name if place.grounding is not None else place.text


def agrees(claim: Claim, field: str, wanted: Sequence[str]) -> bool:
    """Whether the claim's value is the wanted one; of parties, all wanted must be there and no other."""
    if field in ("act", "plover"):
        return bool(getattr(claim, field) == wanted[0].upper())
    if field in ("mode", "status"):
        return bool(getattr(claim, field) == wanted[0].lower())
    if field in ("actor", "recipient"):
        parties = claim.actors if field == "actor" else claim.recipients
        found_all = all(any(same_party(p, one) for p in parties) for one in wanted)
        return found_all and all(any(same_party(p, one) for one in wanted) for p in parties)
    if field == "time":
        if claim.time is None or not _from_text(claim):
            return False
        value = claim.time.grounding.choice
        return wanted[0] in (value.value, value.start if value.start == value.end else None)
    return claim.place is not None and _same_place(claim, wanted[0])


def same_party(party: Party, wanted: str) -> bool:
    """By identity (a name, an alias, an id, another way to call it), or by words: its head is among the wanted words and one
    holds the other."""
    actor = party.grounding.choice if party.grounding is not None else None
    if actor is not None and (
        wanted == actor.id
        or _words(wanted) in (_words(n) for n in (actor.name, *actor.aliases))
        or _calls(wanted, actor)
    ):
        return True
    mine, theirs = set(_words(party.text)), set(_words(wanted))
    start = party.head_span.start - party.span.start
    head = set(_words(party.text[start : start + party.head_span.end - party.head_span.start]))
    return bool(mine) and bool(theirs) and head <= theirs and (mine <= theirs or theirs <= mine)


def _calls(wanted: str, actor: Actor) -> bool:
    """Whether the words are another way to call somebody: "Mr. Lund" and "President Lund" Ana Lund, "Oslo" and "Norway" the
    state, "a 23-year-old student" the student whom nobody names."""
    if actor.kind == "state":
        named = match(wanted)
        return named is not None and named.country.alpha3 == actor.country
    theirs, name = _words(wanted), _words(actor.name.split(" (")[0])
    if actor.kind == "person":
        return len(name) > 1 and theirs[-1:] == name[-1:] and all(w in name or _is_title(w) for w in theirs)
    return actor.kind == "described" and bool(name) and theirs[-len(name) :] == name


def _is_title(word: str) -> bool:
    return agents.is_party_noun(word) or word in (t.casefold().rstrip(".") for t in words().honorifics)


def faults(field: str, wanted: str) -> str | None:
    """What is wrong with a gold value, in words; ``None`` if nothing is."""
    types = _types()
    if field in ("act", "plover") and wanted.upper() not in types.types:
        return f"{field} {wanted!r} is no PLOVER type"
    if field == "status" and wanted.lower() not in types.statuses:
        return f"status {wanted!r} is none of {', '.join(types.statuses)}"
    return None


@cache
def _types() -> Types:
    return load_types()


def _from_text(claim: Claim) -> bool:
    return claim.time is not None and claim.time.grounding.choice.basis != "publication date"


def _same_place(claim: Claim, wanted: str) -> bool:
    assert claim.place is not None
    names = [claim.place.text]
    if claim.place.grounding is not None:
        place = claim.place.grounding.choice
        if str(place.geonames_id) == wanted:
            return True
        names.append(place.name)
    return _words(wanted) in [_words(name) for name in names]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(text.casefold()) if word not in _SMALL)
