"""Senses of a frame's words that are no politics, by who or what stands beside them: "a man holds his grandson"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.parties import is_party
from dragoman.coding.syntax import is_passive, is_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dragoman.coding.casting import Draft
    from dragoman.coding.matcher import Match


def is_another_sense(draft: Draft) -> bool:
    """Whether the words of a draft mean what is no deed of politics: what is done to an animal, a relative in somebody's arms, a
    sum on a bill, a crowd at a festival."""
    match = draft.match
    return (
        _is_done_to_beast(match)
        or _is_held_in_arms(draft)
        or _is_help_to_win(match)
        or _is_address(match)
        or _is_lived_in(match)
        or _is_rally_for(match)
        or _is_put_on_bill(match)
        or _is_mere_notice(draft)
        or _is_what_body_is_for(match)
        or _is_way_out(match)
        or _is_merry_crowd(match)
        or _is_spread_out(match)
        or _is_of_one_mind(match)
        or _is_call_of_name(match)
        or _is_thing_given_out(match)
        or _is_no_fault(match)
        or _is_request_refused(draft)
    )


def _is_done_to_beast(match: Match) -> bool:
    """Whether force is used on an animal: "shot down the 90kg animal", "fired the shot that killed the ape"."""
    if match.frame.type != "ASSAULT" or not is_verb(match.trigger):
        return False
    verb = match.trigger
    if _has_beast(verb):
        return True
    shots = [c for c in verb.rights if c.dep_ == "dobj" and c.lemma_ in ("shot", "bullet", "round")]
    return any(c.dep_ == "relcl" and _has_beast(c) for t in shots for c in t.rights)


def _has_beast(verb: Token) -> bool:
    objects = [c for c in verb.children if c.dep_ == ("nsubjpass" if is_passive(verb) else "dobj")]
    return bool(objects) and all(_is_beast(t) for t in objects)


def _is_beast(token: Token) -> bool:
    return token.tag_ in ("NN", "NNS") and (token.lemma_ in _BEASTS or token.lower_ in _BEASTS)


_BEASTS = words("beasts") | {"animal"}


def _is_held_in_arms(draft: Draft) -> bool:
    """Whether somebody holds a relative or a child of his, and no prisoner: "a man holds his grandson in a tent"."""
    match = draft.match
    if match.frame.type not in ("COERCE", "ASSAULT") or match.trigger.lemma_ != "hold" or match.passive:
        return False
    held = [c for c in match.trigger.rights if c.dep_ == "dobj"]
    return any(
        (t.lemma_ in _KIN or t.lemma_ in ("baby", "child", "infant", "toddler", "hand"))
        and any(c.tag_ == "PRP$" for c in t.lefts)
        for t in held
    ) and not any(t.lower_ in _AS_PRISONER for t in match.trigger.subtree)


_KIN = words("kin")


_AS_PRISONER = (
    "hostage",
    "captive",
    "prisoner",
    "gunpoint",
    "knifepoint",
    "prison",
    "jail",
    "custody",
    "detention",
    "cell",
)


def _is_help_to_win(match: Match) -> bool:
    """Whether help is that of voters, which gives nobody anything: "helping the party enter parliament"."""
    if match.frame.type != "AID" or match.trigger.lemma_ != "help":
        return False
    return any(_is_of_elections(c) for c in match.trigger.subtree if c.tag_ == "VB" and c.i > match.trigger.i)


def _is_of_elections(verb: Token) -> bool:
    objects: Sequence[Token] = [c for c in verb.rights if c.dep_ == "dobj"]
    return verb.lemma_ in ("win", "enter", "gain", "take", "retake", "carry", "keep", "lose") and any(
        t.lemma_.lower() in _AT_STAKE for t in objects
    )


_AT_STAKE = words("at_stake")


def _is_address(match: Match) -> bool:
    """Whether somebody only speaks before an audience: "the mayor, speaking to the chamber's breakfast, told a story"."""
    verb = match.trigger
    if match.frame.type != "CONSULT" or verb.lemma_ not in ("speak", "talk") or verb.tag_ != "VBG":
        return False
    return verb.dep_ in ("acl", "advcl") and any(c.lower_ in ("to", "before", "at") for c in verb.rights)


def _is_lived_in(match: Match) -> bool:
    """Whether people only live on the land they "occupy": "families occupy land without a deed"."""
    if match.frame.type != "ASSAULT" or match.trigger.lemma_ != "occupy":
        return False
    held = [c for c in match.trigger.rights if c.dep_ == "dobj"]
    return bool(held) and all(t.tag_ in ("NN", "NNS") and not list(t.lefts) for t in held)


def _is_rally_for(match: Match) -> bool:
    """Whether a rally is for somebody who runs for office: "attended a rally for the candidate"; it protests nothing."""
    if match.frame.type != "PROTEST":
        return False
    rallies = [t for t in match.used if t.lemma_ == "rally"]
    beside = [
        c for t in (*rallies, match.trigger) for c in t.rights if c.dep_ in ("prep", "dative") and c.lower_ == "for"
    ]
    return bool(rallies) and any(t.lower_ in _RUNNING for p in beside for c in p.children for t in c.subtree)


_RUNNING = words("running_for_office")


def _is_put_on_bill(match: Match) -> bool:
    """Whether a sum is charged: "the tax was wrongly <charged> to his firm", "was <charged> $300 for water"."""
    if match.frame.type != "ACCUSE" or match.trigger.lemma_ != "charge":
        return False
    verb = match.trigger
    if any(c.dep_ == "prep" and c.lower_ in ("with", "in") for c in verb.rights):
        return False  # "charged with risk of injury to a minor"
    return any(
        (c.dep_ in ("prep", "dative") and c.lower_ == "to") or any(t.text in ("$", "£", "€") for t in (c, *c.lefts))
        for c in verb.rights
        if c.dep_ in ("prep", "dative", "dobj", "oprd", "npadvmod", "attr", "nummod", "xcomp")
    )


def _is_mere_notice(draft: Draft) -> bool:
    """Whether somebody only learns of something, and nobody is said to tell him: "police were <informed> about the man"."""
    match = draft.match
    return match.frame.type == "COOPERATE" and match.passive and match.trigger.lemma_ in _TOLD and not draft.actors


_TOLD = ("inform", "notify", "alert", "brief", "tell")


def _is_what_body_is_for(match: Match) -> bool:
    """Whether a clause says what a body is there for, and nothing that it did: "a charity that helps refugees"."""
    verb = match.trigger
    if (
        match.frame.type not in ("AID", "SUPPORT", "COOPERATE")
        or verb.dep_ != "relcl"
        or verb.tag_ not in ("VBZ", "VBP")
    ):
        return False
    if any(c.dep_ in ("aux", "advmod", "npadvmod") for c in verb.children):
        return False  # "which now helps"
    return verb.head.lemma_.lower() in _BODIES


_BODIES = words("bodies_with_purpose")


def _is_way_out(match: Match) -> bool:
    """Whether somebody only gets out of a vehicle or a house, and no force withdraws: "soldiers exit a helicopter"."""
    if match.frame.type != "RETREAT" or match.trigger.lemma_ not in ("exit", "leave", "depart", "quit", "vacate"):
        return False
    left = [c for c in match.trigger.rights if c.dep_ == "dobj"]
    return any(t.tag_ == "NN" and t.lemma_ in _GOT_OUT_OF for t in left)


_GOT_OUT_OF = (
    words("vehicles")
    | words("vessels")
    | {"building", "room", "house", "car", "apartment", "courtroom", "store", "shop", "restaurant"}
)


def _is_merry_crowd(match: Match) -> bool:
    """Whether people gather for what is no protest: "thousands had gathered for the festival"."""
    if match.frame.type != "PROTEST" or match.trigger.lemma_ not in ("gather", "assemble", "throng", "flock", "pack"):
        return False
    ties = [c for c in match.trigger.rights if c.dep_ == "prep" and c.lower_ in ("for", "at", "to")]
    return any(t.lemma_ in _MERRY for p in ties for t in p.children if t.dep_ == "pobj")


_MERRY = words("merry")


def _is_spread_out(match: Match) -> bool:
    """Whether people only are in many places, and nobody drives them apart: "fighters <dispersed> across the region"."""
    verb = match.trigger
    if verb.lemma_ not in ("disperse", "scatter", "spread") or match.frame.type not in ("COERCE", "ASSAULT"):
        return False
    return any(c.lower_ in ("across", "throughout", "over", "among") for c in verb.rights)


def _is_of_one_mind(match: Match) -> bool:
    """Whether somebody only thinks so too: "the mayor agreed that the plan had failed"; not "agreed that the army must leave",
    "agreed that they would meet"."""
    verb = match.trigger
    if match.frame.type != "AGREE" or verb.lemma_ != "agree":
        return False
    clause = next((c for c in verb.rights if c.dep_ == "ccomp"), None)
    if clause is None or any(c.tag_ == "TO" for c in clause.lefts) or (clause.tag_ == "VB" and not _modals(clause)):
        return False
    if not _modals(clause):
        return clause.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VBG")
    who = next((c for c in clause.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    own = who is None or who.tag_.startswith("PRP") or is_party(who)
    return not own and _modals(clause) <= {"would", "could", "might", "may", "can"}


def _modals(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.lefts if c.tag_ == "MD"}


def _is_call_of_name(match: Match) -> bool:
    """Whether nobody is rung up or visited: "<called> the speech a wake-up call", "<called> for a ban on the schools"."""
    verb = match.trigger
    if match.frame.type != "CONSULT" or verb.lemma_ != "call":
        return False
    bare = not any(c.dep_ == "dobj" for c in verb.rights)
    named = {
        c.i for c in verb.rights if bare and c.dep_ == "oprd" and c.tag_ == "NNP"
    }  # who is rung up, read as a name given
    beside = [c for c in verb.rights if c.i not in named]
    return any(c.dep_ in ("oprd", "ccomp") or (bare and c.dep_ == "prep" and c.lower_ == "for") for c in beside)


def _is_thing_given_out(match: Match) -> bool:
    """Whether it is a film or a paper that is released: "lawyers released it to the press"."""
    if match.frame.mode != "release" or match.trigger.lemma_ != "release":
        return False
    slot = "nsubjpass" if match.passive else "dobj"
    return any(c.dep_ == slot and c.lower_ in ("it", "this", "that") for c in match.trigger.children)


def _is_no_fault(match: Match) -> bool:
    """Whether somebody only says that he has nothing to blame: "she could not <fault> the council for it"."""
    verb = match.trigger
    if match.frame.type != "ACCUSE" or verb.lemma_ not in ("fault", "blame", "complain", "criticise", "criticize"):
        return False
    lefts = [c.lower_ for c in verb.lefts if c.dep_ in ("aux", "neg")]
    return bool({"can", "could", "ca"} & set(lefts)) and bool({"n't", "n’t", "not"} & set(lefts))


def _is_request_refused(draft: Draft) -> bool:
    """Whether a request is only what somebody turns down: in "rejected the firm's <request>" the refusal is told."""
    word = draft.match.trigger
    if (
        draft.match.frame.type != "REQUEST"
        or word.lemma_ not in _WHAT_ONE_ASKS
        or word.dep_ not in ("dobj", "nsubjpass")
    ):
        return False
    bare = not any(c.dep_ in ("prep", "acl", "relcl") for c in word.rights)
    return bare and draft.chain.status == "refused" and word.head.lemma_ in _TURNING_DOWN


_TURNING_DOWN, _WHAT_ONE_ASKS = words("turning_down"), words("what_one_asks")
