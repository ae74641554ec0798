"""Whether an act is told on in the plain past: "police searched the barn", "said he was struck", but not "had been jailed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.grounding.times.syntax import is_noun, is_predicate, is_speech, predicate_above

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Clauses that share the time of the verb they hang on.
_ALONG = ("conj", "xcomp", "advcl", "acl", "pcomp", "dep", "prep")
#: Words that open a clause of no, or another, time; "if he <shot>", "for <attacking> her", "since he <came>".
_OPENERS = frozenset((
    "if", "unless", "since", "whether", "although", "though", "until", "for", "because", "of", "to", "despite", "without",
))  # fmt: skip
_SHIFTED = frozenset(
    ("determine", "find", "learn", "discover", "believe", "think", "allege", "suspect", "appear", "know")
)
_MOST_STEPS = 8


def dates_plainly(verb: Token) -> bool:
    """Whether the verb tells, in the plain past, what the sentence is about or when it was: "when they <answered> a call"."""
    if verb.dep_ == "ccomp" and not is_told_on(verb):
        return False
    return bool(_is_plain_past(verb)) and not _is_opened_apart(verb) and not is_speech(verb)


def is_told_on(head: Token) -> bool:
    """Whether the clause of ``head`` tells what happened in the plain past, and every clause above it lets it stand."""
    node = _verb_of(head)
    for _ in range(_MOST_STEPS):
        if node is None:
            return False
        plain = True if _is_shifted(node) else _is_plain_past(node)
        if plain is False or _is_opened_apart(node):
            return False
        if node.dep_ == "ROOT":
            return bool(plain)
        above = _verb_of(node.head)
        if above is None:
            return False
        if node.dep_ == "relcl":
            return bool(plain) and _goes_on(node) and _is_plain_past(above) is not False
        if node.dep_ in ("ccomp", "parataxis") and _is_beside(node, above):
            node = above
            continue
        if node.dep_ in ("ccomp", "parataxis") or _is_told_to(node):
            told = is_speech(above) or above.lemma_.lower() in _SHIFTED
            return bool(plain) and told
        if node.dep_ not in _ALONG and not (plain and node.dep_ in ("advcl", "csubj")):
            return False
        if plain and node.dep_ == "advcl" and _is_plain_past(above) is False:
            return False
        node = above
    return False


def _verb_of(token: Token) -> Token | None:
    """The verb of the clause that the token stands in."""
    return token if is_predicate(token) else predicate_above(token)


def _is_plain_past(verb: Token) -> bool | None:
    """Whether the verb is finite and in the plain past; ``None`` where it is not finite and has the time of the one above."""
    helpers = [t for t in verb.children if t.dep_ in ("aux", "auxpass")]
    words = {t.lower_ for t in helpers}
    if any(
        t.tag_ == "MD" or t.lower_ in ("has", "have", "'ve", "had", "'d", "is", "are", "am", "'s", "'re")
        for t in helpers
    ):
        return False
    if verb.tag_ == "VBD" or words & {"was", "were", "did"}:
        return True
    if verb.tag_ in ("VBZ", "VBP"):
        return False
    if "to" in words:
        return False  # "went there to arrest him": what it was for
    return True if verb.dep_ == "ROOT" and verb.tag_ == "VBN" else None


def _is_beside(clause: Token, other: Token) -> bool:
    """Whether two clauses only stand side by side, which parsers read as one within the other: "he was seized; he was fined"."""
    between = clause.doc[clause.i + 1 : other.i] if clause.i < other.i else clause.doc[other.i + 1 : clause.i]
    return any(t.text == ";" for t in between)


def _is_shifted(verb: Token) -> bool:
    """Whether "had" only shifts what a witness tells: "she told deputies that he <had> threatened her"."""
    had = any(t.dep_ == "aux" and t.lower_ == "had" for t in verb.children)
    clause = verb
    while clause.dep_ == "conj" and is_predicate(clause.head):
        clause = clause.head
    above = clause.head
    if _is_told_to(clause):
        above = above.head
    return had and (clause.dep_ == "ccomp" or _is_told_to(clause)) and is_speech(above) and above.tag_ == "VBD"


def _is_told_to(clause: Token) -> bool:
    """Whether parsers hang what is told on whom it is told to: "told deputies that a man had <beaten> her"."""
    that = clause.dep_ == "acl" and any(t.dep_ == "mark" and t.lower_ == "that" for t in clause.lefts)
    return that and clause.head.dep_ in ("dobj", "dative") and is_speech(clause.head.head)


def _is_opened_apart(verb: Token) -> bool:
    """Whether a word opens the clause that takes it out of the story: "if", "for attacking"."""
    if verb.dep_ == "pcomp" and verb.head.lower_ in _OPENERS:
        return True
    return any(t.dep_ == "mark" and t.lower_ in _OPENERS for t in verb.lefts)


def _goes_on(clause: Token) -> bool:
    """Whether a clause that hangs on a noun tells on: "taken to the jail, where he was charged", "a judge, who set bail"."""
    if any(t.lower_ == "where" for t in clause.lefts):
        return True
    who = any(t.lower_ in ("who", "which") for t in clause.lefts)
    edge = clause.left_edge
    return who and edge.i > 0 and edge.nbor(-1).text == "," and is_noun(clause.head)
