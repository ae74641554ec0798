"""Which drafts only mention an event, or only think of one: no claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding import parties as party_rules
from dragoman.coding.announced import is_announced
from dragoman.coding.partyless import is_headline_event, is_told_to_occur
from dragoman.coding.syntax import is_noun, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.coding.casting import Draft


def is_mere_mention(draft: Draft) -> bool:
    """Whether a noun only names an event as background to another act."""
    match, chain = draft.match, draft.chain
    noun = match.trigger
    if match.pos == "adj" and not draft.actors and _only_names(noun):
        return True
    if match.pos != "noun" or not is_noun(noun):
        return False
    if _restates(noun):
        return True
    if is_told_to_occur(noun) or is_announced(noun) or is_headline_event(noun):
        return False
    if chain.embedded or chain.status != "occurred":
        return False
    named = [t for t in draft.actors if t.tag_ != "PRP$"]  # "his visit to Oslo" is one spoken of before
    if (named and draft.recipients) or len(draft.actors) > 1 or _tells_more(noun, draft):
        return False
    head = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj") and is_verb(head):
        return head.lemma_ not in _TELLING
    if noun.dep_ == "pobj" and head.lower_ in ("of", "about") and _is_report(head.head):
        return False
    return noun.dep_ != "ROOT"


def is_of_anybody(verb: Token) -> bool:
    """Whether a clause only says which people are meant, whoever they are: "people who attack others should be jailed", "a home
    for those who have been attacked", "an adult found guilty of robbing a shop could be jailed"."""
    clause = verb
    while clause.dep_ not in ("relcl", "acl", "ccomp", "advcl", "ROOT") and clause.head != clause:
        clause = clause.head
    head = clause.head
    if clause.dep_ not in ("relcl", "acl"):
        return _is_of_any_convict(clause)
    ruled = is_verb(head.head) and head.i < head.head.i and any(c.tag_ == "MD" for c in head.head.lefts)
    if ruled and any(c.lower_ in ("a", "an", "any") for c in head.lefts):  # "a man who attacks a soldier can be jailed"
        return head.lower_ in _SOMEBODY or (clause.dep_ == "relcl" and clause.tag_ in ("VBP", "VBZ"))
    if clause.dep_ != "relcl" or head.lower_ not in _ANYBODY:
        return False
    perfect = clause.tag_ == "VBN" and any(c.lower_ in ("have", "has") for c in clause.lefts)
    if not (perfect or clause.tag_ in ("VBP", "VBZ")):
        return False
    return not any(c.tag_ in ("CD", "DT", "JJ") and c.lower_ not in ("any", "all") for c in head.lefts)


def _is_of_any_convict(verb: Token) -> bool:
    """Whether a rule tells what awaits whoever is convicted, where the parser makes the conviction the main clause: "an adult
    <found> guilty of assault could be jailed"."""
    if verb.lemma_ not in ("find", "convict", "accuse", "suspect"):
        return False
    whom = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if whom is None or not any(c.lower_ in ("a", "an", "any") for c in whom.lefts) or whom.lower_ not in _SOMEBODY:
        return False
    return any(c.tag_ == "MD" for t in verb.rights for c in t.lefts)


def _only_names(participle: Token) -> bool:
    """Whether a participle only says which people are meant that the reader knows of: "the <kidnapped> girls"."""
    people = participle.head
    if participle.lower_ in _BYGONE and participle.dep_ == "amod":
        return True  # "the ousted president", "ousted president Ali Roy"
    known = any(c.dep_ in ("det", "poss") and c.lower_ in _KNOWN for c in people.lefts)
    return participle.tag_ == "VBN" and known and not any(c.dep_ == "advmod" for c in participle.children)


# Participles that by now belong to somebody's name.
_BYGONE = frozenset({"ousted", "deposed", "toppled", "overthrown", "dethroned", "exiled"})
_SOMEBODY = frozenset({"person", "adult", "offender", "individual", "anyone", "citizen"})
_ANYBODY = frozenset(
    {
        "people",
        "those",
        "anyone",
        "anybody",
        "someone",
        "somebody",
        "everyone",
        "whoever",
        "men",
        "women",
        "girls",
        "boys",
    }
)


def is_mere_thought(draft: Draft) -> bool:
    """Whether nobody plans, asks or threatens the act: it is only feared, weighed or the aim of another act.

    Whom somebody travels to meet he plans to meet.
    """
    chain = draft.chain
    if draft.match.frame.type == "AGREE" and draft.match.trigger.lemma_ == "be" and chain.status == "hypothetical":
        return True  # "the authorities need to be prepared to act"
    if draft.match.frame.id == "aid.money" and chain.status == "hypothetical":
        return True  # "the town could get a grant if …": talk of budgets
    if chain.operator is not None and chain.operator.id == "hope":
        return chain.status == "hypothetical"  # "hoped that they would be freed": a state of mind, however embedded
    prevented = chain.aim and chain.operator is not None and chain.operator.id == "prevent"
    if len(chain.steps) != 1 and not prevented:
        return False
    if chain.aim:
        return draft.match.frame.type != "CONSULT"
    return chain.status == "hypothetical" and chain.operator is not None and chain.operator.thought


def _tells_more(noun: Token, draft: Draft) -> bool:
    """Whether the noun brings an event of its own: with its doer in a phrase ("attacks by gangs") or its day
    ("air strikes last week"), and not as one known already ("the attack on Monday").
    """
    if any(c.dep_ in ("det", "poss") and c.lower_ in _KNOWN for c in noun.children):
        return False
    beside = (*draft.actors, *draft.recipients)
    if any(t.dep_ == "pobj" and t.head.lower_ in _DOER_OR_VICTIM and t.head.head == noun for t in beside):
        return True
    if any(t.dep_ == "npadvmod" and party_rules.is_temporal(t) for t in _right_behind(noun)):
        return True
    return any(
        party_rules.is_temporal(c) if c.dep_ == "npadvmod" else any(party_rules.is_temporal(t) for t in c.children)
        for c in noun.rights
        if c.dep_ == "npadvmod" or (c.dep_ == "prep" and c.lower_ in ("on", "in"))
    )


def _right_behind(noun: Token) -> list[Token]:
    """The words behind a noun up to its "last year" or "earlier that month", which parsers hang on a verb further off."""
    near = noun.doc[noun.i + 1 : noun.i + 4]
    stop = next((t.i for t in near if is_verb(t) or t.is_punct or t.tag_ in ("IN", "CC", "NNP")), noun.i + 4)
    return [t for t in near if t.i < stop]


_DOER_OR_VICTIM = ("by", "between", "from", "with", "against")
_KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})


def _restates(noun: Token) -> bool:
    """Whether the noun names again what the clause above tells: "…, marking his second meeting with officials"."""
    verb = noun.head
    return noun.dep_ in ("dobj", "attr") and verb.dep_ in ("advcl", "relcl") and verb.lemma_ in ("mark", "represent")


def _is_report(token: Token) -> bool:
    """Whether ``token`` brings news of what follows: "reports of abuse", "reports emerged about the abuse"."""
    if token.lemma_ in _REPORTS:
        return True
    return is_verb(token) and any(c.dep_ in ("nsubj", "dobj") and c.lemma_ in _REPORTS for c in token.children)


_REPORTS = words("tidings")


# Verbs that tell that the event named by a noun came about.
_TELLING = words("came_about")
