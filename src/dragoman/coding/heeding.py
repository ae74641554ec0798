"""What the tagger has to say on what a frame found: another status, a party that syntax does not see."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.casting import Draft
from dragoman.coding.parties import is_temporal
from dragoman.coding.parts import heads_of, is_name, told_parties
from dragoman.coding.several import members
from dragoman.records import same_status

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.coding.tagger import Hint

# Each chosen on themes of our marked reports that the tagger never learnt from: so sure, it is right and the frame wrong far
# more often than the other way round.
_STATUS = 0.8
# … of what is told with "to" as an aim, which it may well be no more: "came forward to accuse him".
_OF_AN_AIM = 0.6
# … where it also holds that the word tells the act.
_TOLD = 0.1
_DOER, _RECEIVER = 0.95, 0.9
_CALLING_OFF = words("calling_off")
_ONLY_SAYS = words("only_says")
_THINGS = words("instruments")
_WHERE = ("from", "in", "into", "at", "on", "near", "through", "around", "outside", "inside")
_NO_ONE = ("PRP$", "WP$", "WDT")


def heeded(draft: Draft, hint: Hint, befallen: Collection[Token] = ()) -> Draft:
    """The draft of a frame as the tagger corrects it where it is sure. Its type stays: frames hold the codebook's conventions.

    ``befallen``: whom force befalls in the sentence; he does none.
    """
    if hint.act != draft.match.frame.type:
        return draft
    least = _OF_AN_AIM if draft.chain.aim else _STATUS
    itself = hint.status == "cancelled" and draft.match.trigger.lemma_ in _CALLING_OFF  # the frame is about just that
    told = hint.chance(hint.act) >= _TOLD
    open_to_doubt = told and not itself and not draft.chain.certain
    if open_to_doubt and hint.status_sure >= least and not same_status(hint.status, draft.chain.status):
        draft = _in_status(draft, hint)
    return _filled(draft, hint, befallen)


def _in_status(draft: Draft, hint: Hint) -> Draft:
    """The draft in the tagger's status; who asks and who is asked are other parties than who does it and whom it befalls."""
    before = draft.chain.status
    draft.chain.set(hint.status, draft.match.trigger, f"the tagger reads it as {hint.status} ({hint.status_sure:.2f})")
    if "requested" not in (before, hint.status):
        return draft
    actors, recipients = told_parties(draft.match.trigger.doc, hint, hint.act)
    return replace(draft, actors=tuple(actors) or draft.actors, recipients=tuple(recipients) or draft.recipients)


def _filled(draft: Draft, hint: Hint, befallen: Collection[Token]) -> Draft:
    """The draft with the parties that the tagger is sure of on a side where syntax names none."""
    used = {t.i for t in (draft.match.trigger, *draft.match.used, *draft.chain.used)}
    doc = draft.match.trigger.doc
    doers = [
        t
        for t in heads_of(doc, hint.doers, _DOER)
        if not (t in befallen or _only_says(t) or _is_where(t) or _only_reacts(t, draft.match.trigger))
    ]
    if is_before_noun(draft.match.trigger):
        doers = []
    actors = draft.actors or tuple(_whom(doers, used, draft.recipients))
    where = (*_WHERE, "to") if draft.match.frame.mode == "withdraw" else _WHERE
    receivers = [t for t in heads_of(doc, hint.receivers, _RECEIVER) if not _is_where(t, where)]
    recipients = draft.recipients or tuple(_whom(receivers, used, actors))
    return replace(draft, actors=actors, recipients=recipients)


def is_before_noun(word: Token) -> bool:
    """Whether a participle only says in what state those are whom the clause is about, so that its subject did not do it: "the
    doctor helps <wounded> soldiers", "families live near the <destroyed> statues"."""
    return word.dep_ == "amod" and word.tag_ in ("VBN", "VBD") and word.i < word.head.i


def _only_says(token: Token) -> bool:
    """Whether he says so, and does it not: the "mayor" of "the mayor said it was their duty to expel the envoy"."""
    while token.dep_ in ("poss", "compound", "nmod"):  # "the sheriff's Lt. Lund said": nor does the sheriff
        token = token.head
    return token.dep_ == "nsubj" and token.head.lemma_ in _ONLY_SAYS


def _only_reacts(token: Token, event: Token) -> bool:
    """Whether he only speaks or feels about the event: the "union" of "the union voiced alarm at the arrest of the man"."""
    over = event.dep_ == "pobj" and event.head.lower_ in _OVER
    return over and token.dep_ == "nsubj" and token.head in event.ancestors


_OVER = ("at", "over", "about", "after", "following", "despite", "amid")


def _is_where(token: Token, where: Collection[str] = _WHERE) -> bool:
    """Whether a name only says where: "withdrew from Goražde into Serbia", "the force on Mount Igman"."""
    return token.dep_ == "pobj" and token.tag_ == "NNP" and token.head.lower_ in where


def _whom(heads: list[Token], used: Collection[int], others: Collection[Token]) -> list[Token]:
    fit = [t for t in heads if is_name(t) and t.i not in used and not is_temporal(t)]
    named = [t for t in fit if t.tag_ not in _NO_ONE and t.lemma_ not in _THINGS]
    return [m for t in named for m in members(t) if m not in others and not _is_part_of(t, others)]


def _is_part_of(token: Token, others: Collection[Token]) -> bool:
    """Whether the word only begins the name or title of another party: the "Sen." of "Sen. Lund"."""
    while token.dep_ == "compound":
        token = token.head
        if token in others:
            return True
    return False
