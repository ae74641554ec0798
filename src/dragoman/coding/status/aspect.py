"""Whether an act is told as going on: progressives, lasting perfects, states, and the verbs that carry a noun on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.operators import Operators
from dragoman.codebook.words import words
from dragoman.coding.status.chain import Chain
from dragoman.coding.syntax import is_noun, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

BE = ("be", "'s", "’s", "'re", "’re", "'m")
HAVE = ("have", "'ve", "’ve", "'d")
_NEAR = 3  # words from "is" to the preposition of a state: "are currently in custody"
_LASTING = words("lasting")  # verbs whose perfect with "for years" or "since May" tells of a state that lasts
_CARRYING_ON = words("light_verbs") | words("carrying_on")
_SPANS = ("year", "month", "week", "day", "decade", "century", "hour", "generation")
_EACH = ("every", "each")
_AT_TIMES = ("annually", "yearly", "monthly", "weekly", "daily")
_WITH_TERMS = ("COERCE", "SANCTION", "CONCEDE", "RETREAT", "AGREE", "REJECT")


def aspect(chain: Chain, verb: Token, ops: Operators) -> None:
    """Let a verb that tells its act as going on make it so."""
    progressive = is_progressive(verb)
    if any(c.dep_ == "auxpass" and c.lower_ == "being" for c in verb.children):  # "is being searched"
        helped = any(c.dep_ == "aux" and c.lemma_ in BE for c in verb.children)
        progressive = progressive or helped or verb.dep_ == "acl"
    state = (verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in ops.lists["states"]) or _is_state(verb, ops)
    if progressive or state or (verb.tag_ in ("VBN", "VBD") and _has_gone_on(verb, chain.act)):
        chain.status = "ongoing"


def is_carried_on(noun: Token) -> bool:
    """Whether the verb over an event noun tells it as going on: "is leading the prosecution", "marches have been held for
    years"."""
    verb = noun.head
    if not is_noun(noun) or not is_verb(verb) or verb.lemma_ not in _CARRYING_ON:
        return False
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    if noun.dep_ == "dobj":
        return is_progressive(verb)
    return noun.dep_ == "nsubjpass" and (_is_perfect(verb) and _lasts(verb))


def is_progressive(verb: Token) -> bool:
    """ "Is leading", "were shelling"; "had been mugging people" is over."""
    if any(c.dep_ == "aux" and c.lower_ in ("had", "'d", "’d") for c in verb.children):
        return False
    return verb.tag_ == "VBG" and any(c.dep_ in ("aux", "auxpass") and c.lemma_ in BE for c in verb.children)


def _has_gone_on(verb: Token, act: str | None) -> bool:
    """Whether a present perfect tells of what lasts or comes again and again up to now: "have shelled the town for months", "has
    paid them every year"; with "since May" only of what can last ("have killed 12 since May" counts), and no term of
    punishment ("has been suspended for two months")."""
    if not _is_perfect(verb):
        return False
    if verb.lemma_ == "jail":  # for two months: his term; since May: he sits there
        return any(c.lower_ == "since" for c in verb.children)
    return (act not in _WITH_TERMS and _lasts(verb)) or (verb.lemma_ in _LASTING and _is_since(verb))


def _is_perfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lemma_ in HAVE and c.tag_ in ("VBZ", "VBP") for c in verb.children)


def _lasts(verb: Token) -> bool:
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("for", "throughout"):
            if any(t.lemma_ in _SPANS and t.tag_ == "NNS" for t in child.children):
                return True
        if child.dep_ == "npadvmod" and child.lemma_ in _SPANS and any(c.lower_ in _EACH for c in child.children):
            return True
        if child.dep_ == "advmod" and child.lower_ in _AT_TIMES:
            return True
    return False


def _is_since(verb: Token) -> bool:
    marked = (c for c in verb.children if c.dep_ in ("prep", "mark"))
    if any(c.lower_ in ("for", "since", "over", "throughout") and _spans(c) for c in marked):
        return True
    # "since soon after his arrest"
    return any(g.lower_ == "since" for c in verb.rights if c.dep_ == "advmod" for g in c.lefts)


def _spans(preposition: Token) -> bool:
    return preposition.lower_ == "since" or any(c.lemma_ in _SPANS for c in preposition.children)


def _is_still_held(verb: Token) -> bool:
    """Whether a participle says that others are held yet: "40 hostages still <held> by rebels", "the remaining hostages <held>
    there", "is thought to be <held> in a fort"."""
    if verb.dep_ == "acl":
        rest = {c.lower_ for c in verb.head.lefts} & {"other", "remaining"}
        return bool(rest) or any(c.lower_ == "still" for c in verb.lefts)
    if verb.dep_ != "xcomp" or verb.head.lemma_ not in _BELIEVING or verb.head.tag_ != "VBN":
        return False
    now = any(c.dep_ == "auxpass" and c.tag_ in ("VBZ", "VBP") for c in verb.head.lefts)
    return now and {c.lower_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")} == {"to", "be"}


_BELIEVING = ("think", "believe", "say", "report", "know", "understand", "presume", "suspect", "fear")


def _is_state(verb: Token, ops: Operators) -> bool:
    """Whether a present tells of a state: "is under siege", "are in custody", "are held", "is banned"."""
    if verb.lemma_ in BE:
        return verb.tag_ in ("VBZ", "VBP") and any(
            c.dep_ == "prep" and c.lower_ in ("under", "in", "behind") and c.i - verb.i <= _NEAR for c in verb.rights
        )
    if verb.tag_ not in ("VBN", "VBD") or verb.lemma_ not in ops.lists["held"]:
        return False
    if _is_still_held(verb):
        return True
    if verb.tag_ == "VBD":
        return False
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return len(helpers) == 1 and helpers[0].lower_ in ("is", "are", "'s", "’s", "'re", "’re", "remain", "remains")
