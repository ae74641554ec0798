"""Whom a report opens with as "a Milton woman" and names two sentences on: "Ana Lund, 34, was charged with …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.codebook.words import words
from dragoman.gazetteers.agents import agent as agent_of
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.words import given_name
from dragoman.records import Actor, Claim, Grounding, Parse, Party

# As many sentences the name may stand behind the description, which stands in the first two.
_WITHIN, _LEAD = 4, 2
# Acts that one says of a man in more than one word: "held", "charged", "sentenced".
_BY_LAW = frozenset({"ACCUSE", "COERCE", "SANCTION"})
_AGED = re.compile(r"(?:of\s)?\s?,\s(?:an?\s)?\d{1,2}(?:,|\s|-year-old)")
_HIS, _HERS = words("his_roles") | {"man", "boy"}, words("her_roles") | {"woman", "girl"}
_SURE = 0.6


def named_later(parse: Parse, claims: Sequence[Claim]) -> list[Claim]:
    """The claims with the name for a person whom the opening only describes, where one person alone is named soon after with
    his age as suffering the same kind of act."""
    kinds: dict[tuple[int, str, str], Grounding[Actor]] = {}
    for claim in claims:
        at = _sentence(parse, claim)
        described = [p for p in claim.recipients if _is_only_described(p)]
        if len(described) != 1 or len(claim.recipients) != 1:
            continue
        [one] = described
        names = {p.text: p for p in _named(parse, claims, claim, at)}
        if len(names) != 1:
            continue
        [name] = names.values()
        if not _may_be(one, name):
            continue
        actor = name.grounding.choice if name.grounding is not None else identities.person(name.text, None, ())
        grounding = Grounding(actor, _SURE, f"“{one.text}” is {name.text}, whom the report names soon after")
        kinds[_key(one, at)] = grounding
    if not kinds:
        return list(claims)
    return [_with(parse, claim, kinds) for claim in claims]


def _with(parse: Parse, claim: Claim, kinds: dict[tuple[int, str, str], Grounding[Actor]]) -> Claim:
    """The claim of the opening with the names that were found for its parties."""
    at = _sentence(parse, claim)

    def named(party: Party) -> Party:
        found = kinds.get(_key(party, at))
        return party if found is None else replace(party, grounding=found)

    return replace(claim, actors=tuple(map(named, claim.actors)), recipients=tuple(map(named, claim.recipients)))


def _key(party: Party, at: int) -> tuple[int, str, str]:
    """By what one knows the same man again: his noun, as it is grounded and as it is written, in his sentence or the opening."""
    return (0 if at < _LEAD else at), party.actor_id or "", party.text.split()[-1].lower()


def _named(parse: Parse, claims: Sequence[Claim], first: Claim, at: int) -> Iterator[Party]:
    """Who is named with his age soon after ``first`` as suffering an act of its kind."""
    text = parse.article.text
    for claim in claims:
        here = _sentence(parse, claim)
        # further on, in a column of short reports, only the next sentence goes on with the same one
        if not at < here <= at + (_WITHIN if at < _LEAD else 1) or not _alike(claim.act, first.act):
            continue
        for party in claim.recipients:
            opens = not text[parse.sentences[here].span.start : party.span.start].strip()
            if not opens or " " not in party.text or not party.text[:1].isupper():
                continue
            again = here == at + 1 and claim.trigger.text == first.trigger.text and given_name(party.text.split()[0])
            if again or _AGED.match(text, party.span.end):
                yield party


def _alike(act: str, other: str) -> bool:
    return act == other or {act, other} <= _BY_LAW


def _is_only_described(party: Party) -> bool:
    """Whether the words are for one person whom they do not name, as an opening has them: "A Milton woman", "Teacher"."""
    if party.grounding is not None and party.grounding.choice.kind != "described":
        return False
    noun = party.text.split()[-1]
    found = agent_of(noun.lower())
    if found is not None and (found.kind != "person" or noun.lower() == found.plural):
        return False
    opening = _INDEFINITE.match(party.text)
    # headlines spare the article: "Teacher", "Milton man"
    bare = party.text[:1].isupper() and found is not None and party.text.split()[0] not in _DEFINITE
    return opening is not None or bare


_INDEFINITE = re.compile(r"An?\s[^,]+$|an?\s[^,]+$")
_DEFINITE = frozenset({"The", "This", "That", "One", "His", "Her", "Their", "Its", "No", "Another"})


def _may_be(one: Party, name: Party) -> bool:
    """Whether the description does not say that it is a man where the name is a woman's."""
    gender = given_name(name.text.split()[0])
    noun = one.text.split()[-1].lower()
    return not (gender == "she" and noun in _HIS) and not (gender == "he" and noun in _HERS)


def _sentence(parse: Parse, claim: Claim) -> int:
    found = parse.sentence_at(claim.trigger.span.start)
    return found.index if found is not None else len(parse.sentences)
