"""Definite descriptions: which party "the ministry", "the group" or "the president" takes up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.codebook.words import words
from dragoman.gazetteers.agents import Agent
from dragoman.gazetteers.parties import by_name
from dragoman.grounding.actors.holders import holder
from dragoman.grounding.actors.people import Person
from dragoman.grounding.actors.scan import AgentHit
from dragoman.grounding.actors.sentences import sentence_start
from dragoman.records import Actor, ActorMention

_MEDIA = frozenset(
    [
        "publication",
        "newspaper",
        "news-agency",
        "agency",
        "outlet",
        "news-outlet",
        "media-outlet",
        "broadcaster",
        "channel",
        "magazine",
        "website",
        "tabloid",
        "television-station",
        "tv-station",
        "radio-station",
        "television-channel",
        "tv-channel",
        "portal",
        "paper",
    ]
)
_GROUPS = frozenset(
    [
        "group",
        "movement",
        "organisation",
        "organization",
        "militia",
        "faction",
        "outfit",
        "armed-group",
        "militant-group",
        "rebel-group",
        "insurgent-group",
        "militant-organisation",
        "network",
        "terrorist-group",
        "terror-group",
        "terrorist-organisation",
        "terrorist-organization",
        "extremist-group",
        "jihadist-group",
    ]
)
_BODIES = frozenset(
    [
        "agency",
        "organisation",
        "organization",
        "body",
        "commission",
        "watchdog",
        "bloc",
        "alliance",
        "council",
        "coalition",
    ]
)
_COMPANIES = frozenset(["company", "firm", "bank", "corporation", "manufacturer", "bloc", "conglomerate", "carmaker"])
_PLATFORMS = words("platforms")
_FLIES = re.compile(r"\b(?:Air|Airlines?|Airways|Aviation|Aeroflot|Aero\w+)\b")
_STATES = frozenset(
    [
        "government",
        "authorities",
        "administration",
        "regime",
        "country",
        "state",
        "nation",
        "kingdom",
        "republic",
        "leadership",
    ]
)
_OFFICES = {
    "ministry": "-ministry", "department": "-ministry", "foreign ministry": "foreign-affairs-ministry",
    "army": "army", "military": "armed-forces", "navy": "navy", "parliament": "parliament",
    "national assembly": "parliament", "assembly": "parliament", "senate": "upper-house", "police": "police",
    "central bank": "central-bank", "embassy": "embassy", "presidency": "presidency",
}  # fmt: skip
_ARMED = frozenset({"REB", "PRM", "IMG", "UAF", "CRM"})
_CIVIC = frozenset({"NGO", "SOC", "ISM", "IGO", "UNO", "REL", "PTY", "OPP"})
_ANY_GROUP = frozenset({"group", "movement", "organisation", "organization", "network", "faction", "outfit"})
_FIGHTS = re.compile(
    r"\b(?:armed|militant|rebel|insurgent|guerrilla|jihadist|extremist|terror|terrorist|paramilitary)\s$"
)
# How far back, in characters, a description still takes up a party: about four paragraphs of news.
_REACH = 1500
# Of several parties that fit, the last is taken only from as near as this: two or three sentences.
_CLOSE = 400
# States are named in passing more than other parties, so "the nation" must stand nearer to its own.
_CLOSE_STATE = 200


def antecedent(
    hit: AgentHit, before: Sequence[ActorMention], people: Sequence[Person], text: str
) -> tuple[ActorMention, str] | None:
    """The mention among ``before`` that "the ``hit``" takes up, with the reason; ``None`` where none or several fit."""
    if not before:
        return None
    agent = hit.agent
    word = agent.word
    ordered = sorted(before, key=lambda m: m.span.end)
    here = ordered[-1].span.end
    near = [m for m in reversed(ordered) if here - m.span.end <= _REACH]
    if hit.plural and agent.number == "count":
        return _armed_group(hit.span.of(text), agent, near)
    if agent.kind == "person":
        return holder(hit, ordered, people, text)
    if word == "delegation":
        for mention in near:
            if "delegation" in mention.text or "leadership" in mention.text:
                return mention, f"“the {word}” takes up the delegation last spoken of"
        return None
    if word == "board":
        for mention in near:
            if "board" in mention.text.lower().split() and "GOV" in mention.actor.sectors:
                return mention, f"“the {word}” takes up {mention.actor.name}"
    if word in _ANY_GROUP and _FIGHTS.search(text[max(0, hit.span.start - 30) : hit.span.start]):
        called = [m for m in near if _is_called(m.actor, word)]  # "the Islamist militant group" is no aid organisation
        return _reason(word, called[0], called=True) if called else _armed_group(word, agent, near, armed=True)
    if _OTHER.search(text[max(0, hit.span.start - 12) : hit.span.start]):
        return None  # "the other party": not the one just named
    if _ITS_OWN.match(text, hit.span.end):
        return None  # "the company that bears his name"
    suffix = _OFFICES.get(word)
    fitting = [m for m in near if _is_called(m.actor, word) or _fits(word, suffix, m.actor)]
    if not fitting:
        return None
    chosen = _nearest(fitting, word, hit.span.start, text)
    if _is_called(chosen.actor, word):
        return _reason(word, chosen, called=True)
    close = _CLOSE_STATE if word in _STATES else _CLOSE
    away = hit.span.start - chosen.span.end
    if (len({m.actor.id for m in fitting}) > 1 and away > close) or (word in _STATES and away > _CLOSE):
        return None
    return _reason(word, chosen)


_OTHER = re.compile(r"\b(?:[Oo]ther|[Aa]nother|[Tt]hird|[Ee]ach|[Oo]pposing)\s$")


_ITS_OWN = re.compile(
    r"\s(?:that|which)\s(?:bears?|bore|own(?:s|ed)|makes?|made|runs?|ran|built|operate[sd]|employ(?:s|ed)|sells?|sold)\b"
    r"|\swhose\b"
)


def _reason(word: str, chosen: ActorMention, *, called: bool = False) -> tuple[ActorMention, str]:
    why = "which is called one" if called else "the last one of that kind"
    return chosen, f"“the {word}” takes up {chosen.actor.name}, {why}"


def _nearest(fitting: Sequence[ActorMention], word: str, at: int, text: str) -> ActorMention:
    """Of the mentions that fit, the last one first, the one that "the ``word``" at ``at`` takes up.

    The last of its own sentence; else what the sentence before is about, or its last one; else the last that is called
    so, or the last.
    """
    named = [m for m in fitting if _is_called(m.actor, word)]
    if named and word in _BODIES:
        return named[0]  # the European Union is no agency where an agency was named
    here = sentence_start(text, at)
    before = sentence_start(text, max(0, here - 2))
    own = [m for m in fitting if m.span.start >= here]
    if own:
        return own[0]
    close = [m for m in fitting if m.span.start >= before]
    if close and close[0].actor.kind == "organisation":
        openers = [
            m for m in close if text[before : m.span.start].strip().lower() in ("", "the", "“", '"', "when", "but")
        ]
        return (openers or [m for m in close if m in named] or close)[0]
    return (close or named or fitting)[0]


def _is_called(actor: Actor, word: str) -> bool:
    return actor.kind == "organisation" and _ends_in(actor.name, word)


def _ends_in(name: str, word: str) -> bool:
    """Whether ``word`` is the noun a name is built on ("Moro Islamic Liberation Front", "Union of Teachers")."""
    head = f" {re.split(r' (?:of|for) ', name)[0].lower()}"
    return head.endswith((f" {word}", f" {word}s")) and word not in _STATES


def _is_armed(actor: Actor) -> bool:
    """Whether an organisation fights, by its main sector or by what the list says of it ("RPF": armed, now a party)."""
    party = by_name(actor.name)
    return actor.sectors[:1] != () and (actor.sectors[0] in _ARMED or (party is not None and party.kind == "armed"))


def _armed_group(
    written: str, agent: Agent, near: Sequence[ActorMention], *, armed: bool = False
) -> tuple[ActorMention, str] | None:
    """The one armed organisation in reach, for "the rebels" or "the militants"; ``None`` of several."""
    if agent.sectors[0] not in _ARMED and not armed:
        return None
    found = {m.actor.id: m for m in reversed(near) if m.actor.kind == "organisation" and _is_armed(m.actor)}
    if len(found) != 1:
        return None
    [mention] = found.values()
    return mention, f"“the {written}” are {mention.actor.name}, the only armed group named"


def _fits(word: str, suffix: str | None, actor: Actor) -> bool:
    sectors = set(actor.sectors)
    hyphened = word.replace(" ", "-")
    if word in ("court", "tribunal") and actor.kind != "person":
        called = actor.name.split(" (")[0].lower()  # any with a name or kind of its own: "the Ohio Court of Appeals"
        return "JUD" in sectors and called != word and re.search(rf"\b{word}\b", called) is not None
    if suffix is not None:
        return actor.kind == "office" and actor.id.endswith(suffix)
    if word in _STATES:
        return actor.kind == "state"
    if actor.kind != "organisation":
        return False
    if hyphened in _MEDIA and "JRN" in sectors:
        return True
    if hyphened in _GROUPS and sectors & (_ARMED | _CIVIC):
        return not (hyphened not in ("group", "movement", "organisation", "organization") and not sectors & _ARMED)
    if word == "agency" and sectors & {"COP", "SPY"}:
        return True
    if word in _BODIES and sectors & {"IGO", "UNO", "EUR", "GOV", "NGO"}:
        return True
    if word == "airline":
        return _FLIES.search(actor.name) is not None
    if word in _COMPANIES and "BUS" in sectors:
        return word in ("company", "firm") or actor.name.lower() not in _PLATFORMS
    if word in ("party", "opposition party", "ruling party", "front"):
        return "PTY" in sectors
    if word in ("union", "trade union"):
        return "LAB" in sectors
    return word in ("charity", "aid group", "rights group", "watchdog", "human rights group") and "NGO" in sectors
