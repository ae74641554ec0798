"""Status of an act, composed along the chain of words that embed its predicate.

"refused to agree to release": from the act outwards each word may change the status; the outermost change stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.codebook.operators import Operator, Operators
from dragoman.codebook.words import words
from dragoman.coding.syntax import SUBJECTS, arguments, coordinated, is_noun, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST_STEPS = 14  # chains longer than this are parser loops or lists
_BE = ("be", "'s", "’s", "'re", "’re", "'m")
_HAVE = ("have", "'ve", "’ve")
_LASTING = words("lasting")
_CLAUSAL = ("xcomp", "ccomp", "pcomp", "oprd", "advcl", "acl", "relcl", "prep", "acomp", "csubj")


@dataclass(slots=True)
class Chain:
    """The status found, the word that gave it, and who holds it. Built step by step, read once."""

    status: str = "occurred"
    cue: Token | None = None
    operator: Operator | None = None
    holders: list[Token] = field(default_factory=list)
    addressees: list[Token] = field(default_factory=list)
    doers: list[Token] = field(default_factory=list)
    used: list[Token] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    embedded: bool = False

    def set(self, status: str, cue: Token, why: str) -> None:
        """Let ``cue`` change the status, recording why."""
        self.status = status
        self.cue = cue
        self.steps.append(f"{cue.text!r}: {why}")


class StatusReader:
    """Reads the status of predicates from syntax, by the operators of the codebook."""

    def __init__(self, operators: Operators) -> None:
        self.operators = operators

    def read(self, trigger: Token) -> Chain:
        """The status of the act that ``trigger`` tells of."""
        chain = Chain()
        node = trigger
        below: Token | None = None
        for _ in range(_MOST_STEPS):
            if is_verb(node) or node.tag_ == "MD" or any(c.dep_ in ("nsubj", "aux", "cop") for c in node.children):
                self._verb(chain, node, below)
            elif is_noun(node) or node.dep_ in ("pobj", "dobj", "nsubj"):
                self._noun(chain, node, below)
            above = self._climb(chain, node)
            if above is None:
                break
            node, below = above, node
        if chain.status == "occurred" and _is_question(trigger) and not chain.steps:
            chain.set("hypothetical", trigger.doc[-1], "the sentence asks")
        return chain

    # -- what stands beside a verb -------------------------------------------------------------------------------

    def _verb(self, chain: Chain, verb: Token, below: Token | None) -> None:
        negation = _negation(verb, self.operators)
        modal = _modal(verb)
        status = self.operators.modals.get(modal.lower_) if modal is not None else None
        inner = chain.status
        if modal is not None and status is not None:
            perfect = any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
            if negation is not None:
                if status == "planned":
                    chain.set("refused", modal, "what will not be done is refused")
                elif chain.status in ("occurred", "ongoing"):
                    chain.set("hypothetical", modal, "it cannot or should not be")
            elif modal.lower_ == "would" and (perfect or _conditional_near(verb, self.operators)):
                chain.set("hypothetical", modal, "'would' under a condition")
            elif inner in ("occurred", "ongoing") or (status == "hypothetical" and inner == "planned"):
                chain.set(status, modal, "future or intention" if status == "planned" else "possibility")
        elif negation is not None:
            self._negate(chain, negation, verb)
        elif (be_to := _be_to(verb)) is not None and inner in ("occurred", "ongoing"):
            chain.set("planned", be_to, "'is to' tells of the future")
        elif inner == "occurred" and below is None and _progressive(verb):
            chain.status = "ongoing"
            going = next((c for c in verb.children if c.lower_ == "to"), None)
            if verb.lemma_ == "go" and going is not None:
                chain.set("planned", verb, "'going to' tells of the future")
        for child in verb.children:
            if (
                child.dep_ in ("mark", "advmod")
                and child.lower_ in self.operators.conditionals
                and child.dep_ == "mark"
            ):
                chain.set("hypothetical", child, "it stands under a condition")
            elif child.dep_ == "advmod" and child.lower_ in self.operators.almost and child.i < verb.i:
                chain.set("failed", child, "it nearly came about")
            elif child.dep_ == "prep" and child.lower_ in ("in", "under") and child.i < verb.i and _in_case(child):
                chain.set("hypothetical", child, "it stands under a condition")

    def _negate(self, chain: Chain, negation: Token, verb: Token) -> None:
        operator = chain.operator
        if operator is not None and chain.cue is not None and chain.cue.i == verb.i:
            chain.set(operator.negated, negation, f"negated: {operator.gloss}")
        elif chain.status in ("occurred", "ongoing", "failed", "planned"):
            chain.set("denied", negation, "it is said not to have happened")
        elif chain.status == "refused":
            chain.set("hypothetical", negation, "not refused")

    # -- what stands beside a noun -------------------------------------------------------------------------------

    def _noun(self, chain: Chain, noun: Token, below: Token | None) -> None:
        for child in noun.children:
            word = child.lower_
            operator = self.operators.modifiers.get(word) or self.operators.modifiers.get(child.lemma_)
            if operator is not None and child.dep_ in ("amod", "compound", "acl", "advmod"):
                chain.operator = operator
                chain.set(operator.status, child, operator.gloss)
                chain.used.append(child)
            elif child.dep_ == "det" and word in ("no", "neither"):
                self._negate(chain, child, noun)
            elif child.dep_ == "amod" and word in ("ongoing", "continuing", "continued", "current"):
                if chain.status == "occurred":
                    chain.status = "ongoing"

    # -- the word above ------------------------------------------------------------------------------------------

    def _climb(self, chain: Chain, node: Token) -> Token | None:
        head, dep = node.head, node.dep_
        if head == node:
            return None
        if dep == "conj":
            return self._past_coordination(chain, node)
        if dep in ("relcl",) or (dep == "acl" and not is_noun(head)):
            return None
        if dep == "acl":
            return head if self._apply(chain, self.operators.nouns.get(head.lemma_), head, node) else None
        if dep in ("pobj", "pcomp"):
            return self._past_preposition(chain, node, head)
        if dep == "amod":
            return None
        if is_verb(head) or head.tag_.startswith("JJ") or head.tag_ == "MD":
            table = self.operators.verbs if is_verb(head) else self.operators.adjectives
            if dep == "advcl":
                return self._past_adverbial(chain, node, head)
            particle = next((c for c in head.children if c.dep_ in ("prt", "prep") and c.i < node.i), None)
            operator = table.get(f"{head.lemma_} {particle.lower_}") if particle is not None else None
            operator = operator or table.get(head.lemma_) or table.get(head.lower_)
            if dep in ("dobj", "nsubjpass", "xcomp", "ccomp", "oprd", "attr", "acomp", "prt", "dep"):
                if operator is None or (operator.takes == "clause" and dep in ("dobj", "nsubjpass")):
                    if dep in ("dobj", "nsubjpass", "attr") or (dep == "xcomp" and node.tag_ != "VBG"):
                        return head if dep == "xcomp" or is_noun(node) else None
                    return None
                if operator.id == "plan" and dep in ("dobj", "nsubjpass") and head.lemma_ in _DEED_VERBS:
                    return None
                self._apply(chain, operator, head, node)
                return head
            if dep == "nsubj":
                if operator is not None and operator.id in ("fail", "pass", "cancel"):
                    self._apply(chain, operator, head, node)
                    return head
                if head.lemma_ in _BE:
                    predicate = next((c for c in head.children if c.dep_ in ("acomp", "attr")), None)
                    found = self.operators.adjectives.get(predicate.lemma_) if predicate is not None else None
                    if found is not None and predicate is not None:
                        self._apply(chain, found, predicate, node)
                    return head
                return head if is_noun(node) and _modal(head) is not None else None
        if is_noun(head) and dep in ("compound", "nmod", "appos", "prep"):
            operator = self.operators.nouns.get(head.lemma_)
            if operator is not None and dep == "compound":  # "ceasefire talks": the head names the act
                self._apply(chain, operator, head, node)
                return head
        return None

    def _past_coordination(self, chain: Chain, node: Token) -> Token | None:
        first = node.head
        if is_verb(node) and is_verb(first):
            own = any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "neg") for c in node.children)
            if not own and node.tag_ == first.tag_:
                self._verb(chain, first, node)
            if any(c.dep_ in SUBJECTS for c in node.children):
                return None
        return self._climb(chain, first)

    def _past_preposition(self, chain: Chain, node: Token, prep: Token) -> Token | None:
        above = prep.head
        if prep.lower_ in ("despite", "after", "since", "following", "amid", "during", "in", "at"):
            if not (prep.lower_ == "in" and (is_verb(above) or is_noun(above))):
                return None
        if prep.lower_ == "without":
            chain.set("denied", prep, "it is said not to have happened")
            return None
        key = f"{above.lemma_} {prep.lower_}"
        if prep.lower_ == "of" and above.dep_ == "prep" and above.lower_ in ("ahead", "instead"):
            if chain.status == "occurred":
                chain.set("planned" if above.lower_ == "ahead" else "denied", above, "it lies ahead")
            return None
        if is_verb(above):
            operator = self.operators.verbs.get(key)
            particle = next((c for c in above.children if c.dep_ == "prt"), None)
            if operator is None and particle is not None:
                operator = self.operators.verbs.get(f"{above.lemma_} {particle.lower_} {prep.lower_}")
            if operator is None and prep.lower_ == "for" and is_noun(node) and chain.status == "occurred":
                if above.lemma_ in _MOTION:  # "arrived for talks": the talks are yet to come
                    chain.set("planned", prep, "somebody comes for it")
                return None
            if operator is None:
                return None
            self._apply(chain, operator, above, node)
            return above
        if is_noun(above):
            operator = self.operators.nouns.get(above.lemma_)
            if operator is not None and prep.lower_ in ("for", "of", "to", "on", "in", "against", "that", "towards"):
                self._apply(chain, operator, above, node)
                return above
            return None
        if above.tag_.startswith("JJ") or above.tag_ in ("VBN", "RB"):
            operator = self.operators.adjectives.get(above.lemma_)
            if operator is not None:
                self._apply(chain, operator, above, node)
                return above
        return None

    def _past_adverbial(self, chain: Chain, node: Token, head: Token) -> Token | None:
        marks = {c.lower_ for c in node.children if c.dep_ in ("mark", "advmod")}
        if marks & {"after", "when", "while", "as", "since", "because", "although", "though", "before", "until"}:
            return None
        if node.tag_ == "VB" and any(c.lower_ == "to" for c in node.children):
            operator = self.operators.verbs.get(head.lemma_)
            if operator is not None and operator.status != "keep":
                self._apply(chain, operator, head, node)
                return head
            if chain.status == "occurred":
                to = next(c for c in node.children if c.lower_ == "to")
                chain.set("planned", to, "a purpose, not yet a deed")
            return None
        return None

    def _apply(self, chain: Chain, operator: Operator | None, cue: Token, node: Token) -> bool:
        if operator is None:
            return False
        chain.used.append(cue)
        chain.embedded = True
        if operator.status == "keep":
            return True
        status = operator.status
        if operator.past_only and cue.tag_ not in ("VBD", "VBN", "NN", "NNS", "JJ"):
            status = operator.otherwise or status
        if chain.status == "denied" and status in ("planned", "requested"):  # "urged X not to attack"
            status = "refused" if status == "planned" else status
        chain.operator = operator
        chain.set(status, cue, operator.gloss)
        if operator.holder:
            chain.holders, chain.addressees = _asker_and_asked(cue, node, self.operators)
        elif is_noun(node) and is_verb(cue) and not chain.doers:
            chain.doers = list(arguments(cue).subjects)  # "Colombia called off talks": Colombia is the party
        return True


# "approved", "ordered" and the like over a deed noun say that it is done by decree, not planned.
_DEED_VERBS = frozenset({"approve", "authorize", "authorise", "set", "decide", "choose", "book", "move"})
_MOTION = frozenset(
    {"arrive", "travel", "come", "go", "fly", "head", "leave", "return", "gather", "convene", "visit", "depart", "meet"}
)


def _asker_and_asked(cue: Token, node: Token, operators: Operators) -> tuple[list[Token], list[Token]]:
    if is_verb(cue):
        args = arguments(cue)
        asked = [t for t in args.objects if t != node and not t.is_ancestor(node)]
        if not asked and is_verb(node):
            asked = [c for c in node.children if c.dep_ in ("nsubj", "nsubjpass")]
            if any(c.dep_ == "nsubjpass" for c in node.children):
                asked = []
        if not asked:
            for prep in cue.children:
                if prep.dep_ == "prep" and prep.lower_ in ("on", "upon", "to", "with", "from") and prep.i < node.i:
                    asked = [c for c in prep.children if c.dep_ == "pobj" and c != node]
        return list(args.subjects), coordinated(asked)
    holders = [
        c for c in cue.children if c.dep_ in ("poss",) or (c.dep_ in ("compound", "amod") and c.text[0].isupper())
    ]
    asked = []
    for prep in cue.children:
        objects = [c for c in prep.children if c.dep_ == "pobj"]
        if prep.lower_ in ("from", "by") and not holders:
            holders = objects
        elif prep.lower_ in ("to", "on") and prep.dep_ == "prep":
            asked = objects
    above = cue.head
    if cue.dep_ == "dobj" and is_verb(above):
        if above.lemma_ in operators.responses and not asked:
            asked = list(arguments(above).subjects)
        elif not holders:
            holders = list(arguments(above).subjects)
    return coordinated(holders), coordinated(asked)


def _negation(token: Token, operators: Operators) -> Token | None:
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ in ("advmod", "preconj", "cc") and child.lower_ in operators.never):
            return child
        if child.dep_ == "det" and child.lower_ == "no":
            return child
        if child.dep_ in ("nsubj", "nsubjpass") and is_verb(token):
            if child.lower_ in ("nobody", "none", "neither", "nothing") or any(
                c.dep_ == "det" and c.lower_ == "no" for c in child.children
            ):
                return child
    return None


def _modal(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.tag_ == "MD"), None)


def _be_to(verb: Token) -> Token | None:
    """ "is to visit": parsed as an infinitive under the verb "be"."""
    if verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.lemma_ in _BE:
        if not any(c.dep_ in ("acomp", "attr") for c in verb.head.children):
            return verb.head
    return None


def _progressive(verb: Token) -> bool:
    return verb.tag_ == "VBG" and any(c.dep_ in ("aux", "auxpass") and c.lemma_ in (*_BE, "be") for c in verb.children)


def _lasting(verb: Token) -> bool:
    """ "has fought", "continues its efforts": perfects and presents of verbs that tell of a state."""
    if verb.lemma_ not in _LASTING:
        return False
    perfect = verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ in _HAVE for c in verb.children)
    return perfect or verb.tag_ in ("VBZ", "VBP")


def _conditional_near(verb: Token, operators: Operators) -> bool:
    for child in verb.children:
        if child.dep_ == "advcl" and any(
            c.dep_ == "mark" and c.lower_ in operators.conditionals for c in child.children
        ):
            return True
    return False


def _in_case(prep: Token) -> bool:
    return any(c.lower_ in ("case", "event") for c in prep.children)


def _is_question(token: Token) -> bool:
    doc = token.doc
    return len(doc) > 0 and doc[-1].text.endswith("?")
