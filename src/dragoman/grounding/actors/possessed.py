"""Parties named by a possessive: "its foreign ministry", "his country", "their party"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.gazetteers.agents import agent as agent_of
from dragoman.gazetteers.countries import by_alpha3
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.pronouns import resolve_pronoun
from dragoman.grounding.actors.resolve import Reading
from dragoman.records import Actor, ActorMention, Grounding, Span

OWNED = re.compile(r"(?i)(its|his|her|their)\s")
_STATE = frozenset({"country", "nation", "homeland", "government", "administration", "authorities", "state"})
_BODY = frozenset(
    {"party", "group", "movement", "organisation", "organization", "faction", "militia", "union", "agency"}
)


def possessed(reading: Reading, span: Span, head: Span, known: Sequence[ActorMention]) -> Grounding[Actor] | None:
    """Who "its foreign ministry" is, once it is settled whose; ``None`` where the phrase is no such one or stays open."""
    text = reading.article.text
    word = OWNED.match(text, span.start)
    if word is None:
        return None
    named = next(
        (m for m in known if m.span.covers(head) and m.actor.kind in ("person", "organisation", "state")), None
    ) or next((m for m in known if span.covers(m.span) and m.span.end == span.end and m.actor.kind == "person"), None)
    if named is not None:  # "his rival Ana Flores", "his envoy to the Hague Ana Flores"
        return None
    noun = head.of(text).lower()
    if noun.removesuffix("s") == "counterpart":
        return _counterpart(reading, span, head, known, Span(span.start, span.start + len(word[1])))
    owner = resolve_pronoun(word[1].lower(), Span(span.start, span.start + len(word[1])), known, reading)
    if owner is None:
        return None
    whose, code = owner.choice, owner.choice.country
    if noun in _STATE and code is not None and whose.kind in ("person", "state", "office"):
        return Grounding(identities.state(by_alpha3(code)), 0.55, f"the {noun} of {whose.name}")
    if noun in _BODY and whose.kind == "person":
        body = _body_of(whose, known)
        if body is not None:
            return Grounding(body, 0.55, f"the {noun} that {whose.name} belongs to")
    hit = reading.scan.hit_over(head.start)
    if hit is not None and hit.office is not None and code is not None and whose.kind in ("state", "office", "person"):
        return Grounding(identities.office(hit.office.office, code), 0.55, f"an office of {whose.name}")
    agents = reading.scan.agent_over(head.start)
    kind = agents.agent if agents is not None else agent_of(text[span.start : head.end])
    if kind is None:
        return None
    plural = agents.plural if agents is not None else noun == kind.plural
    of_state = code is not None and whose.kind == "person" and kind.sectors[0] in _OF_STATES and kind.word not in _AIDES
    of = None if whose.kind == "state" or of_state or (whose.kind == "described" and code is not None) else whose.name
    actor = identities.described(kind, code, of=of, plural=plural)
    return Grounding(actor, 0.5, f"a kind of party belonging to {whose.name}")


# Whose head of government, soldiers or police a person has are those of his country; his aides are his own.
_OF_STATES = frozenset({"GOV", "MIL", "COP", "LEG", "SPY"})
_AIDES = frozenset(
    {
        "adviser",
        "advisor",
        "aide",
        "assistant",
        "bodyguard",
        "predecessor",
        "successor",
        "official",
        "ally",
        "supporter",
    }
)


# "Denmark's foreign minister": the office is that of a foreign minister
_OWNED_TITLE = re.compile(r"^.*[’']s?\s")


def _counterpart(
    reading: Reading, span: Span, head: Span, known: Sequence[ActorMention], word: Span
) -> Grounding[Actor] | None:
    """ "His Turkish counterpart": who holds in Turkey the office that he holds; what office, if the text says."""
    text = reading.article.text
    land = next((h.country for h in reading.scan.hits_in(span.start, head.start) if h.country is not None), None)
    kind = agent_of(head.of(text).lower())
    if land is None or kind is None:
        return None
    owner = resolve_pronoun(word.of(text).lower(), word, known, reading)
    offices = owner.choice.offices if owner is not None else ()
    titles = [_OWNED_TITLE.sub("", o.title.lower()) for o in offices]
    same = next((found for t in titles if (found := agent_of(t)) is not None and found.kind == "person"), None)
    plural = head.of(text).lower().endswith("s")
    title = next((t for t in titles if same is not None and t.endswith(same.word)), None)
    code = land.country.alpha3
    actor = identities.described(same or kind, code, words=title if not plural else None, plural=plural)
    return Grounding(
        actor, 0.6, "who holds that office in the other country" if same else "an office of the other country"
    )


def _body_of(person: Actor, known: Sequence[ActorMention]) -> Actor | None:
    """The organisation an office of the person names, or whose country-less name stands beside it."""
    names = {office.affiliation for office in person.offices if office.affiliation}
    return next((m.actor for m in known if m.actor.kind == "organisation" and m.actor.name in names), None)
