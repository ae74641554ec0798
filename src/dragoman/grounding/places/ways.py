"""How far a phrase of place holds: "flew to Lima on Monday, where he met the miners", "appeared in Lima and is being held"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.grounding.times.syntax import is_of_now

if TYPE_CHECKING:
    from spacy.tokens import Token

_TO = frozenset({"to", "in", "at", "into"})
#: What the parts of a phrase of place hang by: "to a camp in the hills of Puno".
_PARTS = frozenset({"prep", "pobj"})


def is_end_of_way(clause: Token, place: Token) -> bool:
    """Whether ``clause``, opened by "where", tells what was done at ``place``, where the verb before it went.

    Only where the day stands between the two; parsers hang such a clause on the day, or on the verb.
    """
    first = clause.left_edge
    if first.lower_ != "where" or first.head.i != clause.i or clause.dep_ not in {"relcl", "advcl"}:
        return False
    verb = clause.head
    if clause.dep_ == "relcl":
        if not _is_day(verb):
            return False
        verb = next((t for t in verb.ancestors if t.tag_.startswith("VB")), verb)
    holders = {verb.i, *(t.i for t in verb.children if t.dep_ == "dobj")}
    ways = [t for t in verb.doc[verb.i : first.i] if t.dep_ == "prep" and t.head.i in holders and not _is_of_time(t)]
    if not ways or ways[-1].lower_ not in _TO or place.dep_ != "pobj" or place.i > first.i:
        return False
    node = place
    while node.i != ways[-1].i and node.dep_ in _PARTS:
        node = node.head
    return node.i == ways[-1].i


def goes_on_after(verb: Token) -> bool:
    """Whether the verb tells what goes on since the deed it is joined to, and may be elsewhere: "was tried in Lima and is
    being <held>"."""
    past = verb.head.tag_ in {"VBD", "VBN"} and not is_of_now(verb.head)
    return verb.dep_ == "conj" and past and verb.tag_ in {"VBG", "VBN"} and is_of_now(verb)


def _is_of_time(link: Token) -> bool:
    return link.lower_ in {"on", "during", "after", "before"} or any(_is_day(c) for c in link.children)


def _is_day(token: Token) -> bool:
    return token.ent_type_ in {"DATE", "TIME"} or (token.tag_ == "NNP" and token.text.endswith("day"))
