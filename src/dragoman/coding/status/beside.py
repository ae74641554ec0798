"""What stands beside a verb or noun and changes the status: auxiliaries, negation, conditions, modifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.operators import Operators
from dragoman.codebook.words import words
from dragoman.coding.empty_it import empty_it, is_judged, said_of
from dragoman.coding.status.aspect import BE, HAVE, aspect
from dragoman.coding.status.chain import Chain
from dragoman.coding.status.drafts import would_be_law
from dragoman.coding.syntax import infinitive_to, is_verb
from dragoman.records import DONE

if TYPE_CHECKING:
    from spacy.tokens import Token

_PENALTIES = ("COERCE", "SANCTION")
_TASKS = words("tasks")
_LEARNING = ("suspect", "find", "believe", "think", "discover", "detect", "feel")


def read_verb(chain: Chain, verb: Token, below: Token | None, ops: Operators) -> None:
    """Let aspect, negation, modals and conditions beside ``verb`` change the status of the act at or below it."""
    if below is None or (below.dep_ == "conj" and below.head == verb and chain.status == "occurred"):
        aspect(chain, verb, ops)
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in ops.lists["almost"] and child.i < verb.i:
            chain.settle(ops.compose("failed", chain.status), child, "it nearly came about")
            chain.certain = True
    negation, modal = negation_of(verb, ops), modal_of(verb)
    if negation is None and chain.applied_at == verb:
        negation = _nor_before(verb)
    if negation is not None and chain.applied_at == verb and chain.operator is not None:
        operator = chain.operator
        chain.forgone = operator.negated == "refused" and chain.before in DONE
        chain.settle(ops.compose(operator.negated, chain.before), negation, f"negated: {operator.gloss}")
        negation = None
        if modal is not None and modal.lower_ == "could":
            modal = None  # "could not persuade": did not
    if modal is not None and modal.lower_ in ops.modals:
        _modal(chain, verb, modal, negation, ops)
    elif negation is not None and below is not None and below.dep_ == "xcomp" and _going(verb):
        chain.forgone = chain.status in DONE
        chain.settle(ops.compose("refused", chain.status), negation, "what is not going to be done is refused")
    elif negation is not None:
        negate(chain, negation, ops)
    elif (undone := _came_to_nothing(verb)) is not None and chain.status in (*DONE, "planned"):
        chain.settle("cancelled", undone, "it was meant to be, and was not")
        chain.certain = True
    elif (ahead := _lies_ahead(verb, below)) is not None:
        cue, status, why = ahead
        chain.settle(ops.compose(status, chain.status), cue, why)
    elif below is None and chain.act in _PENALTIES and _is_in_prospect(verb, ops):
        chain.settle(ops.compose("hypothetical", chain.status), verb, "a penalty that lies ahead")
    _conditions(chain, verb, ops)


def read_noun(chain: Chain, noun: Token, ops: Operators) -> None:
    """Let the words before an event noun or a noun of plan change the status: "planned talks", "no talks"."""
    for child in noun.children:
        word = child.lower_
        operator = ops.find("modifiers", word) or ops.find("modifiers", child.lemma_)
        if operator is not None and child.dep_ in ("amod", "compound", "acl", "advmod"):
            if any(c.lower_ in ("regularly", "annually", "routinely", "previously") for c in child.children):
                continue  # "a regularly scheduled drill" is held
            if operator.id == "deny" or chain.status in DONE or operator.status != "planned":
                chain.operator = operator
                status = operator.status
                if operator.id == "deny" and chain.status in DONE:
                    status = "denied"
                chain.settle(ops.compose(status, chain.status), child, operator.gloss)
                chain.used.append(child)
        elif child.dep_ in ("det", "preconj") and word in ("no", "neither"):
            if chain.applied_at == noun and chain.operator is not None:
                chain.forgone = chain.operator.negated == "refused" and chain.before in DONE
                status = ops.compose(chain.operator.negated, chain.before)
                chain.settle(status, child, f"negated: {chain.operator.gloss}")
            else:
                negate(chain, child, ops)
        elif child.dep_ == "amod" and word in ("ongoing", "continuing", "continued", "current"):
            if chain.status == "occurred":
                chain.status = "ongoing"


def negate(chain: Chain, negation: Token, ops: Operators) -> None:
    """Deny what was found so far."""
    chain.settle(ops.compose("denied", chain.status), negation, "it is said not to have happened")


def negation_of(token: Token, ops: Operators) -> Token | None:
    """The word that negates ``token``, in its own phrase or its subject: "did not", "no longer", "nobody"."""
    for child in token.children:
        if child.dep_ == "neg" and child.lower_ != "only":
            if any(c.lower_ == "only" and c.i == child.i + 1 for c in token.children):
                continue  # "not only": it did
            return child
        if child.dep_ in ("advmod", "preconj", "cc") and child.lower_ in ops.lists["never"]:
            return child
        if child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children):
            return child
        if child.dep_ == "det" and child.lower_ == "no":
            return child
        if child.dep_ in ("nsubj", "nsubjpass") and is_verb(token):
            if child.lower_ in ("nobody", "none", "neither", "nothing"):
                return child
            for inner in child.children:
                if inner.dep_ in ("det", "preconj", "cc") and inner.lower_ in ("no", "neither"):
                    return inner
    return None


def _nor_before(verb: Token) -> Token | None:
    """ "has neither confirmed nor denied it": the word that negates the second of two verbs."""
    if verb.dep_ != "conj":
        return None
    between = (c for c in verb.head.children if verb.head.i < c.i < verb.i)
    return next((c for c in between if c.dep_ == "cc" and c.lower_ == "nor"), None)


def modal_of(verb: Token) -> Token | None:
    """The modal auxiliary of ``verb``; of a passive joined by its bare "be", that of the verb before it."""
    own = next((c for c in verb.children if c.tag_ == "MD"), None)
    if own is None and verb.dep_ == "conj" and any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in verb.children):
        if not any(c.dep_ in ("nsubjpass", "aux") for c in verb.children):  # "could be tried and be fined"
            return modal_of(verb.head)
    return own


def has_perfect(verb: Token) -> bool:
    """Whether an auxiliary "have" stands with ``verb``."""
    return any(c.dep_ == "aux" and c.lemma_ in HAVE for c in verb.children)


def _modal(chain: Chain, verb: Token, modal: Token, negation: Token | None, ops: Operators) -> None:
    status, word = ops.modals[modal.lower_], modal.lower_
    perfect = has_perfect(verb)
    conditional = _main_of_condition(verb)
    if negation is not None:
        if status == "planned" and not (word == "would" and (perfect or conditional)):
            chain.forgone = chain.status in DONE
            chain.settle(ops.compose("refused", chain.status), modal, "what will not be done is refused")
        elif word == "could" and chain.status in DONE and not conditional:
            found = ("denied", "it could not have been") if perfect else ("failed", "it could not be done")
            chain.settle(found[0], negation, found[1])
        else:
            chain.settle(ops.compose("hypothetical", chain.status), modal, "it cannot or should not be")
        return
    if status == "planned":
        if _is_feared(verb):
            chain.settle(ops.compose("hypothetical", chain.status), verb.doc[0], "it is only feared")
        elif conditional or (word in ("would", "'d", "’d") and perfect):
            chain.settle(ops.compose("hypothetical", chain.status), modal, f"{word!r} under a condition")
            chain.certain = _rules_of(verb)
        elif word in ("would", "'d", "’d") and chain.applied_at != verb and would_be_law(verb):
            chain.settle(ops.compose("hypothetical", chain.status), modal, "the text is no law yet")
            chain.certain = True
        elif chain.status in (*DONE, "denied", "failed"):
            chain.settle(ops.compose("planned", chain.status), modal, "future or intention")
        return
    chain.settle(ops.compose("hypothetical", chain.status), modal, "possibility")


def _is_feared(verb: Token) -> bool:
    """ "Fears rebels will attack": a headline's noun that the parser takes for part of the subject's name."""
    first = verb.doc[0]
    return first.lower_ == "fears" and first.dep_ == "compound" and first.head.head == verb


def _lies_ahead(verb: Token, below: Token | None) -> tuple[Token, str, str] | None:
    """ "is to visit", "is going to visit", "has yet to visit": the cue, the status and why."""
    to = infinitive_to(verb)
    if to is not None and verb.dep_ == "xcomp" and verb.lemma_ != "blame":  # "is to blame" blames now
        head = verb.head
        if (yet := yet_to(verb)) is not None:
            return yet, "denied", "it has yet to happen"
        if head.lemma_ in BE and not any(
            c.tag_ == "TO" or (c.dep_ in ("acomp", "attr") and c.i < verb.i) for c in head.children
        ):
            if any(c.dep_ == "nsubj" and c.lemma_ in _TASKS for c in head.children):
                return head, "hypothetical", "it is somebody's task, not his plan"
            if has_perfect(verb):
                return head, "cancelled", "it was to have been, and was not"
            return head, "planned", "'is to' tells of the future"
    own = any(c.dep_ in ("nsubj", "nsubjpass") and to is not None and c.i < to.i for c in verb.children)
    if own and (verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.i < verb.head.i)) and not has_perfect(verb):
        assert to is not None
        return to, "planned", "a headline's 'to' tells of the future"
    if _going(verb) and below is not None and below.dep_ == "xcomp":
        return verb, "planned", "'going to' tells of the future"
    return None


def _came_to_nothing(verb: Token) -> Token | None:
    """The word that says of what was meant to be that it was not: "was meant to serve six years; <however>, he walked free",
    "had been due to testify <but> fled"."""
    if verb.lemma_ not in _MEANT or verb.tag_ not in ("VBN", "JJ", "VBD"):
        return None
    if not any(c.dep_ in ("xcomp", "advcl") and infinitive_to(c) is not None for c in verb.rights):
        return None
    be = verb.head if verb.dep_ == "acomp" else verb
    helpers = [c.lower_ for c in be.lefts if c.dep_ in ("aux", "auxpass")]
    if be.tag_ != "VBD" and not {"was", "were", "had"} & set(helpers):
        return None
    behind = verb.doc[verb.i + 1 :]
    return next((t for t in behind if t.lower_ in ("however", "instead") or (t.lower_ == "but" and t.head == be)), None)


_MEANT = ("mean", "suppose", "due", "schedule", "slate", "expect")


def _is_in_prospect(verb: Token, ops: Operators) -> bool:
    """Whether somebody only has a penalty before him: "faces ten years in prison"; sanctions faced are in force."""
    if verb.lemma_ not in ops.lists["prospects"]:
        return False
    return any(c.dep_ == "dobj" and c.lemma_ in ops.lists["penalties"] for c in verb.children)


def judged_only(verb: Token) -> bool:
    """Whether the infinitive names a deed that is judged and not told: "it would be cruel to expel them", "it is critical to
    support the police"; not one of the past ("it was wrong to invade")."""
    if infinitive_to(verb) is None or verb.tag_ != "VB":
        return False
    said = verb.head
    above = said if said.lemma_ in BE else said.head
    if above.tag_ == "VBD" or empty_it(above) is None:
        return False
    words_of_it = [said] if said != above else [c for c in said_of(above) if above.i < c.i < verb.i]
    return any(map(is_judged, words_of_it))


def _going(verb: Token) -> bool:
    """The "going" of "is going to visit"; not of "went to visit"."""
    return verb.lemma_ == "go" and verb.tag_ == "VBG" and not has_perfect(verb)


def yet_to(verb: Token) -> Token | None:
    """The "yet" of "has yet to visit", "is yet to visit"."""
    to = infinitive_to(verb)
    if to is None or to.i == 0 or verb.head.lemma_ not in (*BE, *HAVE):
        return None
    before = to.nbor(-1)
    return before if before.lower_ == "yet" else None


def _conditions(chain: Chain, verb: Token, ops: Operators) -> None:
    for child in verb.children:
        if child.dep_ == "mark" and child.lower_ in ops.lists["conditionals"]:
            chain.settle(ops.compose("hypothetical", chain.status), child, "it stands under a condition")
        elif child.dep_ in ("mark", "advmod") and child.i < verb.i and _lies_behind_the_clause(verb, child):
            chain.settle(ops.compose("hypothetical", chain.status), child, "a time that is yet to come")
        elif child.dep_ == "mark" and child.lower_ == "that" and child.i > 0 and child.nbor(-1).lower_ == "so":
            chain.settle(ops.compose("planned", chain.status), child, "a purpose, not yet a deed")
        elif child.dep_ == "prep" and child.lower_ in ("in", "under") and child.i < verb.i:
            if any(c.lower_ in ("case", "event") for c in child.children) and child.i == verb.left_edge.i:
                if verb.dep_ in ("advcl", "acl", "ccomp"):
                    chain.settle("hypothetical", child, "it stands under a condition")
    if verb.dep_ not in ("advcl", "ccomp") or verb.doc[-1].text == "?":
        return
    first = verb.left_edge  # "had the police arrested him", "should they attack", "were the army to attack"
    inverted = first.lower_ in ("had", "should", "were") and first.dep_ in ("aux", "auxpass", "advcl", "ROOT", "ccomp")
    if inverted and (first == verb or first.head == verb):
        if any(c.dep_ in ("nsubj", "nsubjpass") and c.i > first.i for c in verb.children):
            chain.settle("hypothetical", first, "it stands under a condition")


def _lies_behind_the_clause(verb: Token, mark: Token) -> bool:
    """ "will wait until he leaves", "will be free once they sign": a present that names a time to come."""
    if verb.tag_ not in ("VBZ", "VBP") or verb.dep_ not in ("advcl", "pcomp", "ccomp"):
        return False
    if mark.lower_ in ("until", "till", "before", "once"):
        return True
    before = mark.i > 0 and mark.nbor(-1).lower_ == "until"  # "until after he leaves"
    return mark.lower_ in ("when", "after") and (before or any(c.lower_ in ("will", "'ll") for c in verb.head.children))


def _rules_of(verb: Token) -> bool:
    """Whether the clause says what is done whenever somebody learns of something."""
    for child in verb.children:
        marks = {c.lower_ for c in child.lefts} if child.dep_ == "advcl" and child.tag_ in ("VBZ", "VBP") else set()
        if "whenever" in marks or ("when" in marks and child.lemma_ in _LEARNING):
            return True
    return False


def _main_of_condition(verb: Token) -> bool:
    """Whether ``verb`` heads the main clause of a condition: "will leave if …", "would meet on condition that …"; or of a rule:
    "when the firm suspects fraud, it will call the police"."""
    if _rules_of(verb):
        return True
    for child in verb.children:
        if child.dep_ == "advcl" and any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children):
            marks = [c.lower_ for c in child.children if c.dep_ == "mark"]
            if "if" in marks or "unless" in marks:
                return not any(c.lower_ == "even" for c in child.children)
            first = child.left_edge
            if first.lower_ in ("had", "were", "should") and first.head == child and first.dep_.startswith("aux"):
                return True
        if child.dep_ == "prep" and child.lower_ == "on" and any(c.lower_ == "condition" for c in child.children):
            return True
        if child.dep_ == "prep" and child.lower_ == "in":  # "in the event that …", "in case of …"
            nouns = [c for c in child.children if c.lower_ in ("event", "case")]
            if any(g.lower_ == "of" or g.dep_ in ("acl", "relcl", "ccomp") for n in nouns for g in n.children):
                return True
    return False
