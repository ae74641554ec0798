"""Descriptions beside a name: "Holbrooke, the American negotiator,", "the victim, 34-year-old Jan Holm"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.codebook.words import words
from dragoman.gazetteers import countries
from dragoman.gazetteers.agents import agent as agent_of
from dragoman.gazetteers.places import load_places
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.resolve import Reading
from dragoman.grounding.actors.words import given_name
from dragoman.records import Actor, ActorMention, Grounding, Span

# What may follow an appositive: "Holbrooke, the American negotiator, ..."
_CLOSES = re.compile(r"[,.;:)\n”\"—–]|\s[—–-]\s|\swho\b|$")

_KIN = words("kin")
# A name behind a comma that nothing but the end of the phrase follows.
_NAME_AT_END = re.compile(
    r"(?:\s(?:of|in|to|for|from|and)\s[^,.;:]{2,60})?,\s(?:\d+-year-old\s)?(?:(?!(?:the|an?|his|her|its)\s)[a-z-]+\s){0,3}(?P<the>the\s)?"
    r"(?P<name>(?:[A-ZÀ-Þ][\w’'&.-]*\s){0,4}[A-ZÀ-Þ][\w’'&.-]*)"
)


def goes_on_to_name(reading: Reading, span: Span, head: Span, known: Sequence[ActorMention]) -> Grounding[Actor] | None:
    """Whom a description names at its end: "his former partner, Jane Hill", "the station's owner, Nordic Media Inc."."""
    text = reading.article.text
    found = _NAME_AT_END.fullmatch(text, head.end, span.end)
    if found is None:
        return None
    listed = before_name(reading, span, head, known)
    if listed is not None:
        return listed
    name, start = found["name"], found.start("name")
    hit = reading.scan.agent_over(head.start)
    kind = hit.agent if hit is not None else agent_of(head.of(text))
    if kind is None or (hit is not None and hit.plural):
        return None
    if found["the"] is not None and kind.kind == "person":
        return None  # "his partner, the Social Democrats"
    if not head.of(text).islower() and kind.kind != "person":
        return None  # "Salem Council, Maine"
    why = f"the phrase goes on to name {name}"
    mention = next((m for m in known if m.span.start == start and m.span.end >= span.end), None)
    if mention is not None and mention.actor.kind in ("person", "organisation"):
        fits = (mention.actor.kind == "person") == (kind.kind == "person")
        return Grounding(mention.actor, 0.8, why) if fits else None
    if countries.match(name) is not None or name in load_places():
        return None
    if kind.kind == "person":
        whole = " " in name or (given_name(name) is not None and head.of(text).lower() in _KIN)
        return Grounding(identities.person(name, None, ()), 0.7, why) if whole else None
    return Grounding(identities.named_organisation(name, None, kind.sectors), 0.7, why) if kind.kind == "body" else None


def behind_name(reading: Reading, span: Span, head: Span, known: Sequence[ActorMention]) -> Grounding[Actor] | None:
    """The person whose name the phrase follows as an appositive ("Holbrooke, the American negotiator,")."""
    text = reading.article.text
    hit = reading.scan.agent_over(head.start)
    if hit is not None and (hit.agent.kind != "person" or hit.plural):
        return None
    article = re.match(r"(?i)(?:the|a|an)\s", span.of(text))
    if hit is None and (article is None or not head.of(text).islower()):
        return None
    gap = re.search(r",\s(?:(?:the|a|an|then|now)\s)*$|\s\($", text[max(0, span.start - 12) : span.start])
    if gap is None or _CLOSES.match(text, span.end) is None:
        return None
    end = span.start - len(gap[0])
    for mention in known:
        if mention.span.end == end and mention.actor.kind == "person":
            reason = f"the words “{span.of(text)}” stand beside {mention.actor.name}"
            return Grounding(mention.actor, 0.8, reason)
    return None


def before_name(reading: Reading, span: Span, head: Span, known: Sequence[ActorMention]) -> Grounding[Actor] | None:
    """The person whose name ends the phrase ("his Irish counterpart, Bertie Ahern")."""
    text = reading.article.text
    hit = reading.scan.agent_over(head.start)
    if (hit is not None and (hit.agent.kind != "person" or hit.plural)) or not head.of(text).islower():
        return None
    for mention in known:
        if (
            mention.actor.kind == "person"
            and head.end < mention.span.start
            and span.end - 1 <= mention.span.end <= span.end
        ):
            gap = _unqualified(text[head.end : mention.span.start])
            if gap.strip() in ("", ",") or (hit is not None and (_COMPLEMENT.fullmatch(gap) or _SECOND.fullmatch(gap))):
                return Grounding(mention.actor, 0.8, f"the phrase goes on to name {mention.actor.name}")
    return None


def _unqualified(gap: str) -> str:
    """The words before a name without what only says how old or from where he is: "victim, <34-year-old> Jan Holm"."""
    said = _AGE_OR_ORIGIN.search(gap)
    if said is None or not (said[1][0].isdigit() or countries.match(said[1]) is not None):
        return gap
    return gap[: said.start(1)]


_AGE_OR_ORIGIN = re.compile(r",\s(\d+-year-old|[A-ZÀ-Þ][a-z]+)\s$")
# "to the United Nations", "of the council,": what an office goes on with before its holder's name
_COMPLEMENT = re.compile(r"\s(?:of|in|to|for)\s[^,.;:]{2,60},\s|\s(?:of|in|to|for)\s(?:the\s)?(?:[A-ZÀ-Þ]\w+\s){1,5}")
# "minister and head of the bank, Ana Lund": another office of the same one
_SECOND = re.compile(r"\s(?:of\s[^,.;:]{2,40}\s)?and\s[^,.;:]{2,60},\s")
