"""Parties named by a possessive: "its foreign ministry", "his country", "their party"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.codebook.words import words
from dragoman.gazetteers import countries
from dragoman.gazetteers.agents import agent as agent_of
from dragoman.gazetteers.countries import by_alpha3
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.pronouns import resolve_pronoun
from dragoman.grounding.actors.resolve import Reading
from dragoman.grounding.actors.sentences import sentence_start
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
    aboard = _aboard(reading, span, head) if word[1].lower() in ("its", "their") else None
    if aboard is not None:
        return aboard
    behind = _named_behind(reading, span, head, known) if noun in _KIN else None
    if behind is not None:  # "her husband", of "her husband, Donald Marsh,"
        return Grounding(behind, 0.8, f"the words go on to name {behind.name}")
    owner = resolve_pronoun(word[1].lower(), Span(span.start, span.start + len(word[1])), known, reading)
    if word[1].lower() == "its" and _follows_unlisted(text, span.start, known):
        return None
    relative = _relative(reading, span, noun, owner.choice if owner is not None else None, known)
    if relative is not None:
        return Grounding(relative, 0.6, f"the {noun} of whom the report has spoken")
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


_NAME_BEFORE = re.compile(r"\b([A-ZÀ-Þ][\w-]*),\s$")


def _follows_unlisted(text: str, start: int, known: Sequence[ActorMention]) -> bool:
    """Whether "its" is that of a name right before it that no list has: "sued WPXT, its affiliate and the owner"."""
    before = _NAME_BEFORE.search(text, max(0, start - 40), start)
    return before is not None and not any(m.span.start <= before.start(1) < m.span.end for m in known)


_CREWS = words("crews")
_FLAG = re.compile(r"((?:[A-ZÀ-Þ][\w.]+\s){0,2}[A-ZÀ-Þ][\w.]+)[- ](?:flagged|registered|owned)\b")


def _aboard(reading: Reading, span: Span, head: Span) -> Grounding[Actor] | None:
    """Whose the crew of a ship or plane of the report is: that of the flag, if one is said, and else nobody's.

    "Guards boarded a Panama-flagged tanker and held its crew": not that of the guards.
    """
    text = reading.article.text
    crew = reading.scan.agent_over(head.start)
    if crew is None or crew.agent.word not in _CREWS:
        return None
    since = sentence_start(text, max(0, sentence_start(text, span.start) - 2))
    if _VESSEL.search(text, since, span.start) is None:
        return None
    flags = {found.country.alpha3 for flag in _FLAG.finditer(text) if (found := countries.match(flag[1])) is not None}
    code = flags.pop() if len(flags) == 1 else None
    if code is None and not flags:
        last = list(_VESSEL.finditer(text, since, span.start))[-1]
        land = reading.scan.hit_over(last.start() - 2) if last.start() > 1 else None
        code = land.country.country.alpha3 if land is not None and land.country is not None else None
    actor = identities.described(crew.agent, code, plural=crew.plural)
    return Grounding(actor, 0.5, "the crew of a ship or plane, of the country of its flag")


_VESSEL = re.compile(rf"\b(?:{'|'.join(sorted(words('vessels')))})s?\b")
_KIN = words("kin")
_SPOUSES = words("spouses")
_FORMERLY = re.compile(r"\b(?:ex|former|first|estranged|divorced)\b")


def _named_behind(reading: Reading, span: Span, head: Span, known: Sequence[ActorMention]) -> Actor | None:
    """The person whom the words right behind the relative name."""
    text = reading.article.text
    for mention in known:
        if mention.actor.kind == "person" and 0 < mention.span.start - head.end <= len(", "):
            return mention.actor if text[head.end : mention.span.start].strip() in ("", ",") else None
    return None


def _relative(
    reading: Reading, span: Span, noun: str, owner: Actor | None, known: Sequence[ActorMention]
) -> Actor | None:
    """The one person of the report so related: "his wife, Irina" before "his ex-wife", and the other way round."""
    text = reading.article.text
    if noun not in _KIN:
        return None
    one = noun.removeprefix("ex-")
    formerly = _FORMERLY.search(span.of(text).lower()) is not None
    found: dict[str, Actor] = {}
    for person in reading.people:
        mention = next(
            (m for m in known if m.actor.kind == "person" and m.span in {s for s, _, _ in person.spans}), None
        )
        if mention is None:
            continue
        for title in person.titles:
            said = title.agent.word
            if title.span.end > span.start or said not in _KIN:
                continue
            if said.removeprefix("ex-") == one and (owner is None or mention.actor.id != owner.id):
                found[mention.actor.id] = mention.actor
            elif said in _SPOUSES and noun in _SPOUSES and owner is not None and mention.actor.id == owner.id:
                other = _whose(reading, title.span, known)
                if other is not None and other.id != owner.id:
                    found[other.id] = other
    if len(found) > 1 and formerly:
        found = {}
    return next(iter(found.values())) if len(found) == 1 else None


def _whose(reading: Reading, title: Span, known: Sequence[ActorMention]) -> Actor | None:
    """Whose relative the words before a title say: of "his wife" him."""
    before = re.search(
        r"\b([Hh]is|[Hh]er)\s(?:\w+\s){0,2}$", reading.article.text[max(0, title.start - 24) : title.start]
    )
    if before is None:
        return None
    start = title.start - len(before[0])
    found = resolve_pronoun(before[1].lower(), Span(start, start + len(before[1])), known, reading)
    return found.choice if found is not None and found.choice.kind == "person" else None


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
