"""Orders that count as the act: the judge who orders somebody jailed jails him."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding import parties as party_rules
from dragoman.coding.syntax import is_passive, is_verb
from dragoman.gazetteers import agents

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.coding.matcher import Match
    from dragoman.coding.status import Chain

# Types that whoever orders them does: "the judge ordered him jailed", "the president ordered sanctions".
_BY_ORDER = frozenset({"COERCE", "SANCTION", "MOBILIZE"})


def ordered_by_who_can(chain: Chain, match: Match) -> bool:
    """Whether the act stands under "order" and is one that whoever orders it does.

    Not what others are told to do: "ordered the army to crush the revolt", "ordered the drill to be held".
    """
    if chain.cue is None or chain.cue.lemma_ != "order" or match.frame.type not in _BY_ORDER:
        return False
    if not is_verb(match.trigger):
        return True
    return len(chain.used) == 1 and match.frame.type != "MOBILIZE" and not _told_to(match.trigger, chain)


# Who coerces others where he is told to; a paper that is told to close suffers it.
_COERCING = frozenset({"MIL", "COP", "GOV", "JUD", "SPY"})


def _told_to(verb: Token, chain: Chain) -> bool:
    """Whether soldiers, police or officials are told to do what ``verb`` says: an infinitive that is no passive."""
    if is_passive(verb) or not any(c.tag_ == "TO" for c in verb.children):
        return False
    if any(c.tag_ == "PRP$" for t in chain.addressees for c in t.children):  # "his men"
        return True
    told = (agents.agent(t.lower_) or agents.agent(t.lemma_) for t in chain.addressees)
    return any(one is not None and not _COERCING.isdisjoint(one.sectors) for one in told)


def is_passed_on(match: Match) -> bool:
    """Whether the verb only orders what an infinitive beside it names as the act: "ordered the drill to be held"."""
    verb = match.trigger
    return (
        match.frame.type in _BY_ORDER
        and verb.lemma_ in ("order", "instruct")
        and any(
            c.dep_ in ("xcomp", "ccomp") and is_passive(c) and any(g.tag_ == "TO" for g in c.children)
            for c in verb.rights
        )
    )


# Verbs that only plan or threaten the act that a frame names together with them: "plans a march", "plotted a coup".
_ONLY_AHEAD = {
    "plan": "planned",
    "plot": "planned",
    "prepare": "planned",
    "schedule": "planned",
    "threaten": "threatened",
}
# … and verbs of promise, before an inquiry or a veto: "vowed an investigation".
_PROMISED = frozenset({"promise", "vow", "pledge", "swear"})
_AHEAD_OF = frozenset({"ASSAULT", "PROTEST", "MOBILIZE"})


def own_status(match: Match) -> str | None:
    """The status that the trigger itself gives the act it names with its object, if it only plans or threatens it."""
    if match.pos == "verb" and match.frame.type == "ASSAULT" and match.trigger.lemma_ in ("plead", "enter"):
        return "denied"  # "pleaded not guilty to murder"
    if match.pos == "verb" and match.trigger.lemma_ in _PROMISED and match.frame.type in ("ACCUSE", "REJECT"):
        return "planned" if len(match.used) > 1 else None
    if match.pos != "verb" or match.frame.type not in _AHEAD_OF or len(match.used) < 2:
        return "planned" if any(t.lower_ == "due" for t in match.used) and match.trigger.lemma_ == "be" else None
    if match.trigger.lemma_ == "call" and match.frame.type == "PROTEST":
        if any(t.lower_ == "off" for t in match.used):
            return "cancelled"
        if _for_a_day(match):
            return "planned"
    return _ONLY_AHEAD.get(match.trigger.lemma_)


def _for_a_day(match: Match) -> bool:
    """Whether what is called lies on a day to come: "called a general strike for Tuesday"."""
    heads = (match.trigger, *match.used)
    preps = (c for t in heads for c in t.rights if c.dep_ == "prep" and c.lower_ in ("for", "on"))
    return any(party_rules.is_temporal(c) for p in preps for c in p.children)


def carried_out(chain: Chain, match: Match) -> Chain:
    """Let an order to coerce, punish or mobilise count as the act: whoever orders it is its doer."""
    if chain.status == "requested" and chain.cue is not None and ordered_by_who_can(chain, match):
        chain.set("occurred", chain.cue, "ordered by who can")
    if chain.status == "planned" and chain.cue is not None and _decided_by_court(chain.cue, match):
        chain.set("occurred", chain.cue, "what a court decides to do it does")
    return chain


def _decided_by_court(cue: Token, match: Match) -> bool:
    """Whether the act stands under a court's decision: "the judges' decision to grant the request"."""
    if cue.lemma_ not in ("decision", "decide") or match.frame.type not in _COURTS_DO:
        return False
    doers = match.roles.get("ACTOR", ())
    return any(one is not None and "JUD" in one.sectors for one in (agents.agent(t.lemma_.lower()) for t in doers))


# What is done once a court has said so.
_COURTS_DO = frozenset({"CONCEDE", "REJECT", "SUPPORT", "SANCTION"})


def is_averted(match: Match, chain: Chain) -> bool:
    """Whether a request is for just that act's not being done, or for what is no act of the kind: "asked the court to delay his
    execution", "asked the court to overturn the decision" (no verdict). The asking alone is told then."""
    if chain.status != "requested":
        return False
    undone = match.pos == "noun" and match.trigger.dep_ == "dobj" and match.trigger.head.lemma_ in _AVERTING
    if (chain.averted or undone) and match.frame.type in _HARMS:
        return True
    return match.frame.mode == "convict" and match.trigger.lemma_ in _OVERTURNING


_HARMS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_AVERTING = ("stop", "block", "prevent", "avert", "stay", "spare")
_OVERTURNING = words("overturning")
