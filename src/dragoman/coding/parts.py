"""Who has part in an act as the tagger reads it: likely words, made phrases by syntax."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.coding import parties as party_rules
from dragoman.coding.admission import FORCEFUL_TYPES
from dragoman.coding.several import members, without_titles
from dragoman.coding.syntax import SUBJECTS, arguments, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dragoman.coding.tagger import Hint

# How sure the tagger must be that a word has part in the act.
_PART = 0.5


def told_parties(doc: Doc, hint: Hint, act: str) -> tuple[list[Token], list[Token]]:
    """Heads of the phrases that do the act and that it befalls, as the tagger reads it."""
    doers = heads_of(doc, hint.doers, _PART)
    receivers = [t for t in heads_of(doc, hint.receivers, _PART) if t not in doers]
    actors = without_titles(party_rules.parties(doers))
    recipients = party_rules.parties(receivers)
    if act in FORCEFUL_TYPES:
        recipients += [t for t in receivers if t not in recipients and party_rules.is_target(t)]
    recipients = without_titles([t for t in recipients if t not in actors])
    actors = [m for t in actors for m in members(t)]
    return actors, [m for t in recipients for m in members(t) if m not in actors]


def of_clause(trigger: Token, actors: list[Token], recipients: list[Token]) -> tuple[list[Token], list[Token]]:
    """The parties without those of other clauses: the tagger knows who is in the story, syntax who is in the clause.

    Who does it is the subject, whom it befalls the object, where they are among those told; and nobody has part in it who is
    an argument of a verb that the trigger does not hang on.
    """
    objects: Sequence[Token] = ()
    if is_verb(trigger):
        args = arguments(trigger)
        passive, objects, subjects = args.passive, args.objects, args.subjects
        if passive and not _has_be(trigger) and _among(actors, objects):
            passive, objects, subjects = False, (), args.objects  # "he tweeted that …", tagged as a participle
        if not passive:
            actors = _among(actors, subjects) or actors
        recipients = _among([*recipients, *(actors if passive else ())], objects) or recipients
        if passive:
            actors = [t for t in actors if t not in recipients]
        by = _among([*actors, *recipients], [c for p in trigger.rights if p.dep_ == "agent" for c in p.children])
        actors = by or actors  # "talks between the two brokered by <Oslo>"
    elif trigger.dep_ == "pobj":
        own = [t for t in party_rules.parties_inside(trigger) if t.dep_ != "pobj"]
        if own and not _among(actors, own):
            actors = own  # "fired shells after the start of <Oslo>'s exercise"
    recipients = [t for t in recipients if t not in actors]
    above = (None, trigger, *trigger.ancestors)
    told = [c for c in trigger.rights if c.dep_ in ("ccomp", "advcl")] if is_verb(trigger) else []
    told += [c for noun in trigger.rights if noun.dep_ in _PREDICATES for c in noun.rights if c.dep_ == "acl"]
    around = (*above, *told)  # "tweeted that <Lund> was a liar", "called it a hoax spread by <Lund>"
    return (
        [t for t in actors if _governing(t) in above],
        [t for t in recipients if t in objects or (_governing(t) in around and not _is_scene_of(t, trigger))],
    )


_PREDICATES = ("oprd", "attr", "dobj")


def _has_be(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "agent") for c in verb.children)


def _among(tokens: list[Token], phrases: Sequence[Token]) -> list[Token]:
    """Those of ``tokens`` that head one of the phrases or stand in it."""
    return [t for t in tokens if any(t == p or p.is_ancestor(t) for p in phrases)]


def _governing(token: Token) -> Token | None:
    """The verb of which the phrase is a subject, an object or an agent; ``None`` where it is none of a verb's."""
    while token.dep_ in ("conj", "appos", "poss", "compound", "nmod"):
        token = token.head
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        token = token.head
    return token.head if token.dep_ in (*SUBJECTS, "dobj", "dative", "agent") and is_verb(token.head) else None


def _is_scene_of(token: Token, trigger: Token) -> bool:
    """Whether the phrase only says where: "lifted 34 people from trees near <Buzi>"."""
    if token.dep_ != "pobj" or token.tag_ not in ("NNP", "NNPS") or token.head.lower_ not in _WHERE:
        return False
    return token.head.head != trigger or token.head.lower_ != "into"


_WHERE = ("in", "at", "near", "outside", "inside", "behind", "off", "into")


def heads_of(doc: Doc, words: Sequence[tuple[int, float]], least: float) -> list[Token]:
    """The heads of the phrases that words as likely as ``least`` make up; joined ones ("X and Y") each by itself.

    What the parser hangs apart though it stands together ("Boko Haram") is one phrase: its highest word heads it.
    """
    likely = {at for at, p in words if p >= least}
    inside = [t for t in doc if t.idx in likely]
    roots = [t for t in inside if t.head not in inside or t.head == t]
    joined = [t for t in inside if t not in roots and _first_of(t) in roots and is_name(t)]
    out: list[Token] = []
    for root in map(_whole, roots):
        if out and all(t in inside for t in doc[out[-1].i : root.i + 1]):
            if sum(1 for _ in root.ancestors) < sum(1 for _ in out[-1].ancestors):
                out[-1] = root
        else:
            out.append(root)
    return sorted([*out, *joined], key=lambda t: t.i)


def _whole(token: Token) -> Token:
    """The head of the name of which the tagger saw only the beginning: "North" of "North Korea"."""
    while token.dep_ == "compound" and token.tag_ == "NNP" and token.head.tag_ == "NNP" and token.head.i == token.i + 1:
        token = token.head
    return token


def _first_of(token: Token) -> Token:
    """The first of the phrases that a phrase is joined to: of "Chad" in "Niger, Mali and Chad" it is "Niger"."""
    while token.dep_ == "conj":
        token = token.head
    return token


def is_name(token: Token) -> bool:
    """Whether the word can head the phrase of a party: a noun, a pronoun, a number."""
    return token.tag_.startswith(("NN", "PRP", "CD"))
