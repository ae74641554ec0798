"""What one operator does to the status found below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.operators import Operator, Operators
from dragoman.coding.status.beside import has_perfect, modal_of
from dragoman.coding.status.chain import Chain
from dragoman.coding.status.holders import holders_and_addressees, own_deed
from dragoman.coding.syntax import arguments, infinitive_to, is_noun, is_verb
from dragoman.records import DONE

if TYPE_CHECKING:
    from spacy.tokens import Token


# What is put off, where somebody asks for just that: "asked the court to delay the execution"; "urged Oslo not to attack" names the
# attack.
_AVERTED = ("cancelled",)


def apply(
    ops: Operators, chain: Chain, operator: Operator | None, cue: Token, node: Token, status: str | None = None
) -> bool:
    """Let ``operator``, found at ``cue``, change the status of what hangs on it at ``node``; whether there was one."""
    if operator is None:
        return False
    if operator.id == "warn" and is_noun(cue) and chain.status == "planned" and chain.embedded:
        return True  # "a warning that they were planning to attack": they were
    status = status or operator.status
    if operator.id == "design" and has_perfect(node):
        status = "hypothetical"  # "is supposed to have met him"
    if operator.past_only and operator.otherwise and cue.tag_ not in ("VBD", "VBN", "NN", "NNS", "JJ"):
        if not _within_a_past(cue):
            status = operator.otherwise
    lasts = operator.id == "last" and has_perfect(cue)  # "has continued to bomb" says that it goes on
    if operator.past_only and (modal_of(cue) is not None or lasts):
        status = operator.otherwise or status
    chain.used.append(cue)
    chain.embedded = True
    below = chain.operator
    if below is not None and below.contested and status in ("refused", "denied") and chain.status in DONE:
        status = below.contested
    if below is not None and below.undone and status == "failed":
        chain.before, chain.applied_at, chain.operator = chain.status, cue, operator
        chain.set(below.undone, cue, f"{operator.gloss}: what was to be kept from happening happened")
        return True
    chain.before, chain.applied_at, chain.operator = chain.status, cue, operator
    if status == "keep":
        return True
    if status == "planned" and chain.status == "denied":
        chain.forgone = True
    was = chain.status
    chain.settle(status if operator.force else ops.compose(status, was), cue, operator.gloss)
    chain.averted = chain.averted or (was in _AVERTED and chain.status == "requested")
    if operator.holder and (status in ("requested", "threatened") or operator.hostile):
        if chain.status in ("requested", "threatened") and was == chain.status and chain.holders:
            return True
        chain.holders, chain.addressees = holders_and_addressees(cue, node, ops)
    elif is_noun(node) and is_verb(cue) and not chain.doers:
        chain.doers = list(arguments(cue).subjects)  # "Colombia called off talks": Colombia is the party
    return True


def _within_a_past(participle: Token) -> bool:
    """Whether a bare participle shares the past of the clause it hangs on: "was shot while trying to rob a bank"."""
    if (
        participle.tag_ != "VBG"
        or participle.dep_ not in ("acl", "advcl")
        or any(c.dep_ == "aux" for c in participle.children)
    ):
        return False
    above = next((t for t in participle.ancestors if is_verb(t) and t.tag_ != "VBG"), None)
    if above is None or modal_of(above) is not None:
        return False
    return above.tag_ == "VBD" or any(c.dep_ in ("aux", "auxpass") and c.tag_ == "VBD" for c in above.children)


def warned(ops: Operators, chain: Chain, node: Token, verb: Token, operator: Operator) -> None:
    """ "warned it would attack" threatens; "warned that rebels could attack" only supposes."""
    modal = modal_of(node)
    threat = ops.find("verbs", "threaten")
    willing = modal is not None and ops.modals.get(modal.lower_) == "planned"
    ahead = chain.status in ("planned", "cancelled") or (
        chain.status == "hypothetical" and chain.cue == modal
    )  # "if …"
    if threat is not None and willing and ahead and own_deed(node):
        apply(ops, chain, threat, verb, node)
        chain.addressees = [t for t in arguments(verb).objects if t != node]
    elif chain.status == "planned" and not chain.embedded:
        apply(ops, chain, operator, verb, node)
    else:
        chain.used.append(verb)


def purpose(ops: Operators, chain: Chain, node: Token) -> None:
    """Let an infinitive of purpose make an aim of what was read as done."""
    to = infinitive_to(node)
    if to is not None and chain.status in (*DONE, "failed"):
        chain.set(ops.compose("planned", chain.status), to, "a purpose, not yet a deed")
        chain.aim = True
