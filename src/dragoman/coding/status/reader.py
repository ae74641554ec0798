"""The way from an act outwards through the words that embed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.operators import Operators
from dragoman.coding.status.applying import apply, purpose, warned
from dragoman.coding.status.aspect import BE, is_carried_on
from dragoman.coding.status.attach import (
    attempted,
    bears_clause,
    embedding_noun,
    embedding_object,
    governing_noun,
    governing_verb,
    has_own_doer,
    is_blame,
    kind_of,
    singled_out,
)
from dragoman.coding.status.background import background_cue
from dragoman.coding.status.beside import (
    judged_only,
    modal_of,
    negate,
    negation_of,
    read_noun,
    read_verb,
    yet_to,
)
from dragoman.coding.status.chain import Chain
from dragoman.coding.status.commands import command, demand
from dragoman.coding.status.harm import HOSTILE_TYPES, settle_harm
from dragoman.coding.status.pleas import (
    came_of_it,
    is_hoped,
    is_over,
    is_present,
    nobody_does,
    pleaded,
    pleads_not_guilty,
    read_question,
)
from dragoman.coding.status.predicates import beside_copula, under_its_predicate
from dragoman.coding.syntax import SUBJECTS, infinitive_to, is_noun, is_verb
from dragoman.records import DONE

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST_STEPS = 14  # chains longer than this are parser loops or lists
# Prepositions that tie an event to another as its time or ground: the event itself stands as told.
_ASIDE = ("despite", "after", "since", "following", "amid", "during", "in", "at", "before", "until", "because")
_NOUN_TIES = ("for", "of", "to", "on", "in", "against", "that", "towards", "toward", "about", "over", "at", "with")
# "had him wait", "made them pay": what they bring about is told in the bare infinitive.
_CAUSATIVE = frozenset({"have", "make"})
_TIME_CLAUSES = frozenset(
    ("after", "when", "while", "as", "since", "because", "although", "though", "before", "until", "once")
)

_NOT_YET = frozenset({"before", "until"})  # "no deal is likely before both sides have disarmed"

_TAKING = frozenset({"accept", "agree", "consent", "acquiesce"})
_UNFRIENDLY = frozenset({"REJECT", "PROTEST", "THREATEN"})  # beside those that do harm
_FORESEEING = frozenset({"foresee", "expect", "anticipate", "envisage"})


class StatusReader:
    """Reads the status of predicates from syntax, by the operators of the codebook."""

    def __init__(self, operators: Operators) -> None:
        self.operators = operators

    def read(self, trigger: Token, act: str | None = None, own: str | None = None) -> Chain:
        """The status of the act that ``trigger`` tells of; ``act``, its type, tells promises from threats.

        ``own``: what the trigger itself says of the act, where it is a verb of plan or threat.
        """
        chain = Chain(act=act)
        if (attempt := attempted(trigger)) is not None:
            chain.set("failed", attempt, "it was only attempted")
        node = trigger
        below: Token | None = None
        for _ in range(_MOST_STEPS):
            if is_verb(node) or node.tag_ == "MD" or any(c.dep_ in ("nsubj", "aux", "cop") for c in node.children):
                read_verb(chain, node, below, self.operators)
                demand(self.operators, chain, node)
                command(self.operators, chain, node)
            elif is_noun(node) or node.dep_ in ("pobj", "dobj", "nsubj"):
                read_noun(chain, node, self.operators)
            if own is not None and node == trigger:
                chain.settle(self.operators.compose(own, chain.status), trigger, "the verb itself says no more")
            above = self._climb(chain, node)
            if above is None:
                break
            node, below = above, node
        if chain.status == "occurred" and not chain.steps and is_carried_on(trigger):
            chain.set("ongoing", trigger.head, "the verb tells it as going on")
            chain.certain = True
        read_question(chain, trigger)
        chain.certain = chain.certain or is_hoped(chain, trigger)
        if act in HOSTILE_TYPES:
            settle_harm(chain, self.operators)
        elif act in _UNFRIENDLY and chain.status == "offered" and chain.cue is not None:
            chain.set("planned", chain.cue, "nobody offers it")  # "a willingness to defy the court"
        if act == "AGREE" and trigger.lemma_ in _TAKING and chain.status == "failed" and not chain.embedded:
            chain.set("refused", chain.cue or trigger, "what one cannot accept one turns down")
        chain.background = background_cue(trigger, self.operators) if not is_carried_on(trigger) else None
        return chain

    # -- the word above ------------------------------------------------------------------------------------------

    def _climb(self, chain: Chain, node: Token) -> Token | None:
        head, dep = node.head, node.dep_
        if head == node:
            return None
        if dep == "amod":
            return self._past_object(chain, node, head)
        if chain.operator is not None and chain.operator.contested and chain.applied_at == node and is_noun(node):
            return self._past_report(chain, node)
        if dep == "conj":
            return self._past_coordination(chain, node)
        if dep in ("acl", "relcl", "ccomp") and is_noun(head):
            return self._under_noun(chain, node, head)
        if dep in ("acl", "relcl"):
            return None
        if dep == "ccomp" and head.lower_ in self.operators.lists["conditionals"]:  # "provided that …"
            chain.settle("hypothetical", head, "it stands under a condition")
            return None
        if dep in ("pobj", "pcomp") or (dep == "ccomp" and head.dep_ == "prep"):
            return self._past_preposition(chain, node, head)
        if dep == "advcl":
            return self._past_adverbial(chain, node, head)
        if judged_only(node):
            chain.settle(self.operators.compose("hypothetical", chain.status), head, "it is only judged")
            chain.certain = True
            return None
        if is_verb(head) or head.tag_ == "MD":
            return self._under_verb(chain, node, head)
        if head.tag_.startswith("JJ") or head.tag_ == "RB":
            kind = kind_of(node)
            together = self.operators.find("verbs", f"{head.head.lemma_} {head.lower_}", kind)  # "is getting ready to"
            if apply(
                self.operators, chain, together or self.operators.find("adjectives", head.lemma_, kind), head, node
            ):
                return head
            return head if dep == "xcomp" and node.tag_ != "VBG" else None
        if is_noun(head) and dep == "compound":  # "rescue attempt": the head names what became of it
            return head if apply(self.operators, chain, self.operators.find("nouns", head.lemma_), head, node) else None
        return None

    def _past_object(self, chain: Chain, node: Token, noun: Token) -> Token | None:
        """ "police deny beating student": without an article the parser takes the gerund for the object's attribute."""
        verb = noun.head
        if node.tag_ != "VBG" or noun.dep_ != "dobj" or node.i == 0 or node.nbor(-1) != verb:
            return None
        operator = governing_verb(self.operators, verb, node)
        if operator is None or operator.status != "denied":
            return None
        apply(self.operators, chain, operator, verb, node)
        return verb

    def _under_noun(self, chain: Chain, node: Token, noun: Token) -> Token | None:
        if not bears_clause(node):
            return None
        if noun.lemma_ == "time" and kind_of(node) == "infinitive":  # "failed for a third time to storm it"
            verb = noun.head.head if noun.dep_ == "pobj" else noun.head
            operator = governing_verb(self.operators, verb, node) if is_verb(verb) else None
            if apply(self.operators, chain, operator, verb, node):
                return verb
        noun = embedding_noun(self.operators, noun, node)
        if apply(self.operators, chain, governing_noun(self.operators, noun, node), noun, node):
            return noun
        if kind_of(node) == "infinitive" and node.dep_ in ("acl", "relcl") and not singled_out(noun):
            purpose(self.operators, chain, node)
        return None

    def _past_report(self, chain: Chain, noun: Token) -> Token | None:
        """Above "reports that …" only what denies or doubts the report touches the act: who files it does not."""
        verb = noun.head
        if noun.dep_ == "pobj" and verb.lower_ == "to" and (pleading := pleads_not_guilty(verb.head)) is not None:
            pleaded(self.operators, chain, pleading)  # "pleaded not guilty to charges of killing his wife"
            return None
        while noun.dep_ == "conj" and is_noun(verb):
            noun, verb = verb, verb.head
        if noun.dep_ == "nsubj" and is_verb(verb):
            return under_its_predicate(self.operators, chain, noun, verb) if verb.lemma_ in BE else None
        if noun.dep_ not in ("dobj", "nsubjpass", "attr", "oprd", "pobj"):
            return None
        preposition = verb if noun.dep_ == "pobj" else None
        verb = verb.head if preposition is not None else verb
        if not is_verb(verb):
            return None
        operator = governing_verb(self.operators, verb, noun, preposition)
        if operator is not None and operator.status in ("refused", "denied"):
            apply(self.operators, chain, operator, verb, noun)
            return verb
        found = verb.lemma_ in self.operators.lists["carriers"] and noun.dep_ != "pobj"
        if found and modal_of(verb) is None and (no := negation_of(verb, self.operators)) is not None:
            if no.head != noun and chain.status in DONE:
                negate(chain, no, self.operators)
        return None

    def _denied_telling(self, chain: Chain, noun: Token) -> Token | None:
        """The word that denies "allegations of …", "rumours about …"; such nouns alone leave the act as it is."""
        report = self.operators.find("nouns", noun.lemma_)
        if report is None and noun.dep_ == "pobj" and is_noun(noun.head.head):  # "rumours on social media of …"
            noun = noun.head.head
            report = self.operators.find("nouns", noun.lemma_)
        if report is None or report.contested is None or chain.status not in DONE:
            return None
        before, chain.operator = chain.operator, report
        denier = self._past_report(chain, noun)
        if chain.status not in DONE:
            return denier
        chain.operator = before
        return None

    def _under_verb(self, chain: Chain, node: Token, verb: Token) -> Token | None:
        dep, ops = node.dep_, self.operators
        if dep == "nsubj":
            return under_its_predicate(self.operators, chain, node, verb)
        if dep in ("csubj", "csubjpass") and node.tag_ == "VBG" and modal_of(verb) is not None:  # "leaving would be …"
            chain.settle(ops.compose("hypothetical", chain.status), verb, "it is only thought of")
            return None
        operator = governing_verb(ops, verb, node)
        if operator is not None and operator.id in ("evidence", "think") and negation_of(verb, ops) is None:
            return None
        if operator is not None and operator.status == "planned" and dep == "ccomp" and is_over(node):
            return None  # "vowed that the army had kept the truce"
        if dep in ("ccomp", "attr", "xcomp") and verb.lemma_ in BE:
            return beside_copula(self.operators, chain, node, verb)
        if dep == "acomp" and chain.applied_at == node:
            chain.applied_at = verb  # "is not ready to": the negation beside "is" is the adjective's
            return verb
        if dep == "xcomp" and yet_to(node) is not None:
            return verb
        if operator is not None and operator.status in ("refused", "denied") and is_blame(chain, node):
            report = ops.find("nouns", node.lemma_)
            if report is not None and report.contested is not None:
                chain.steps.append(f"{verb.text!r}: the rejection is the act")
                chain.aim = True
            return None
        if dep not in ("dobj", "nsubjpass", "xcomp", "ccomp", "oprd", "attr", "acomp", "prt", "dep", "dative", "csubj"):
            return None
        if operator is None:
            return self._past_plain_verb(chain, node, verb)
        if operator.id == "plan" and dep == "ccomp" and verb.lemma_ in _FORESEEING and nobody_does(verb):
            chain.set("occurred", verb, "nobody foresaw it, so it came about")
            return None
        if operator.id == "plan" and dep in ("dobj", "nsubjpass") and verb.lemma_ in ops.lists["deeds"]:
            return None
        if operator.id == "plan" and verb.lemma_ == "vote" and node.lemma_ in ops.lists["votes"]:
            return verb  # "voted to condemn": the vote is the deed
        if verb.lemma_ in ops.lists["disapproving"] and chain.status in DONE and has_own_doer(node):
            return None  # "opposes Iran's launch": what another did is not refused but disapproved of
        if operator.id == "enable" and dep == "xcomp" and came_of_it(verb):
            return verb
        if operator.id == "warn" and dep == "ccomp":
            warned(self.operators, chain, node, verb, operator)
            return verb
        if operator.other is not None and any(c.dep_ in ("nsubj", "nsubjpass") for c in node.children):
            apply(self.operators, chain, operator, verb, node, operator.other)
        else:
            apply(self.operators, chain, operator, verb, node)
        return verb

    def _past_plain_verb(self, chain: Chain, node: Token, verb: Token) -> Token | None:
        dep, kind = node.dep_, kind_of(node)
        if dep == "ccomp" and node.tag_ == "VB" and verb.lemma_ in _CAUSATIVE and infinitive_to(node) is None:
            return verb  # "planned to have him attack her"
        if dep == "xcomp" and kind == "infinitive":
            if verb.lemma_ in self.operators.lists["motion"] and chain.status in DONE and verb.tag_ != "MD":
                if not (verb.lemma_ == "go" and verb.tag_ == "VBG"):
                    purpose(self.operators, chain, node)
            return verb
        if dep in ("dobj", "nsubjpass", "attr", "oprd") and is_noun(node) and chain.embedded:
            return verb if verb.lemma_ in self.operators.lists["carriers"] else None
        return verb if dep == "xcomp" and node.tag_ != "VBG" else None

    def _past_coordination(self, chain: Chain, node: Token) -> Token | None:
        first = node.head
        if is_verb(node) and is_verb(first):
            own = any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "neg") for c in node.children)
            if (
                first.tag_ in ("VB", "VBG")
                and node.tag_ in ("VBD", "VBN", "VBZ")
                and first.dep_ in ("xcomp", "ccomp", "advcl", "acl", "pcomp")
                and not any(c.dep_.startswith("aux") for c in first.children if c.tag_ != "TO")
            ):
                return None  # a finite verb hung on an infinitive or gerund belongs to the clause above
            if not own and node.tag_ == first.tag_:
                read_verb(chain, first, node, self.operators)
            elif own and any(c.tag_ in ("MD", "VBD", "VBZ", "VBP") and c.dep_.startswith("aux") for c in node.children):
                if first.dep_ in ("xcomp", "acl", "ROOT"):
                    return None
            if any(c.dep_ in SUBJECTS for c in node.children) and first.dep_ not in ("ccomp", "advcl"):
                return None
        return self._climb(chain, first)

    def _past_preposition(self, chain: Chain, node: Token, prep: Token) -> Token | None:
        above, word = prep.head, prep.lower_
        before = prep.nbor(-1).lower_ if prep.i else ""
        if word == "of" and before in ("ahead", "instead"):
            if chain.status in DONE:
                above, ahead = prep.nbor(-1), before == "ahead"
                chain.set("planned" if ahead else "denied", above, "it lies ahead" if ahead else "it was not done")
            return None
        if word == "without" or (word == "from" and above.lemma_ == "far"):
            # "without firing a shot, Mali will win"
            imagined = word == "without" and prep.i < above.i and modal_of(above) is not None
            found, why = (
                ("hypothetical", "it is only imagined") if imagined else ("denied", "it is said not to have happened")
            )
            chain.settle(self.operators.compose(found, chain.status), prep, why)
            chain.certain = chain.certain or imagined
            return None
        if prep.dep_ == "pcomp" or above == prep:
            return None
        if (pleading := pleads_not_guilty(above)) is not None and word == "to":
            pleaded(self.operators, chain, pleading)
            return None
        if is_verb(above):
            return self._prepositional_verb(chain, node, prep, above)
        if is_noun(above):
            if word in _ASIDE and word not in ("in", "at"):
                return None
            if word in ("of", "about") and (denier := self._denied_telling(chain, above)) is not None:
                return denier
            operator = governing_noun(self.operators, above, node, prep) if word in _NOUN_TIES else None
            return above if apply(self.operators, chain, operator, above, node) else None
        if above.tag_.startswith("JJ") or above.tag_ in ("VBN", "RB"):
            kind = kind_of(node)
            phrase = self.operators.find("verbs", f"{above.head.lemma_} {above.lower_} {word}", kind)
            if is_verb(above.head) and phrase is not None:  # "stopped short of", "came close to"
                apply(self.operators, chain, phrase, above.head, node)
                return above.head
            return (
                above
                if apply(self.operators, chain, self.operators.find("adjectives", above.lemma_, kind), above, node)
                else None
            )
        return None

    def _prepositional_verb(self, chain: Chain, node: Token, prep: Token, verb: Token) -> Token | None:
        operator = governing_verb(self.operators, verb, node, prep)
        if operator is not None and operator.id == "plan" and prep.lower_ == "to" and verb.lemma_ == "agree":
            if chain.status == "requested":  # "agreed to a request to": it will be done
                operator = self.operators.find("verbs", "agree to") or operator
        if operator is None:
            word = prep.lower_
            if (
                word == "for"
                and is_noun(node)
                and chain.act not in ("SANCTION", "ACCUSE")  # "ordered to pay for her conviction"
                and chain.status in DONE
                and verb.lemma_ in self.operators.lists["motion"]
            ):
                chain.set("planned", prep, "somebody comes for it")
            return verb if chain.embedded and verb.lemma_ in BE else None
        apply(self.operators, chain, operator, verb, node)
        return verb

    def _past_adverbial(self, chain: Chain, node: Token, head: Token) -> Token | None:
        marks = {c.lower_ for c in node.children if c.dep_ in ("mark", "advmod", "cc")}
        if {"rather", "than"} <= marks:
            cue = next(c for c in node.children if c.lower_ == "than")
            chain.settle(self.operators.compose("denied", chain.status), cue, "it was not done")
            return None
        if marks & _NOT_YET and is_present(node) and chain.status in DONE:
            cue = next(c for c in node.children if c.lower_ in _NOT_YET)
            chain.settle("hypothetical", cue, "it has yet to be done")
        if marks & _TIME_CLAUSES:
            return None
        if infinitive_to(node) is None:
            follows = node.tag_ == "VBG" and node.i > head.i and is_verb(head) and modal_of(head) is not None
            return head if follows and chain.status in DONE else None
        if head.lemma_ in BE and head.left_edge == head:
            return head  # "were the army to attack"
        if head.tag_.startswith("JJ") and head.i < node.i:  # "hard to investigate"
            return (
                head
                if apply(
                    self.operators, chain, self.operators.find("adjectives", head.lemma_, kind_of(node)), head, node
                )
                else None
            )
        noun = embedding_object(self.operators, head, node)
        if noun is not None:  # "lifted their threat to attack", where the parser hangs the clause on the verb
            apply(self.operators, chain, governing_noun(self.operators, noun, node), noun, node)
            return noun
        operator = governing_verb(self.operators, head, node) if is_verb(head) else None
        if operator is not None and operator.status != "keep" and head.i < node.i:
            apply(self.operators, chain, operator, head, node)
            return head
        purpose(self.operators, chain, node)
        return head if is_verb(head) and head.i < node.i else None
