"""What a chamber votes to do: an act of its own ("voted to ban fireworks"), or a mere vote ("voted to build a pool")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.coding.matcher import Match

_FOR, _AGAINST = "support.votes-to", "reject.votes-not-to"


def votes_otherwise(match: Match) -> bool:
    """Whether a vote goes the other way than its sense: "voted not to renew the lease" turns it down."""
    if match.frame.id not in (_FOR, _AGAINST):
        return False
    return any(map(_is_refused, match.roles.get("ACT", ()))) == (match.frame.id == _FOR)


def _is_refused(act: Token) -> bool:
    """Whether "not" stands before the infinitive, where parsers hang it on the vote as often: "voted not to renew"."""
    before = [c for c in act.lefts if c.dep_ == "neg"]
    return bool(before) or any(c.dep_ == "neg" and act.head.i < c.i < act.i for c in act.head.rights)


def one_for_each_vote(found: Sequence[Match]) -> list[Match]:
    """The matches without votes for what is an act by itself, or without that act where it says no more than the vote.

    "Voted to sue the mill" tells of suing. "Voted 5-2 on Tuesday to approve the sale" is told by its vote: parsers hang
    what follows a day too loosely for its status to be read. Nobody is voted for in "voted to mend the widow's roof".
    """
    by_trigger = {m.trigger.i: m for m in found if not m.frame.by_speaker}
    out = []
    said = set()
    for match in found:
        if match.frame.id in (_FOR, _AGAINST):
            acts = (by_trigger.get(t.i) for t in match.roles.get("ACT", ()))
            inner = next((m for m in acts if m is not None), None)
            if inner is not None and not _says_no_more(inner, match):
                continue
            said |= {t.i for t in match.roles.get("ACT", ())}
            match = replace(match, roles={s: t for s, t in match.roles.items() if s != "RECIPIENT"})
        out.append(match)
    return [m for m in out if m.trigger.i not in said]


def _says_no_more(inner: Match, vote: Match) -> bool:
    return inner.frame.type == "SUPPORT" and (inner.trigger.dep_ == "advcl" or vote.frame.id == _AGAINST)
