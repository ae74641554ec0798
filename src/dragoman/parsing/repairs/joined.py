"""What "and" joins: words that a statistical parser ties to the wrong member of a row, set right by rule.

Each rule states the error and what tells it from the like.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.gazetteers import countries
from dragoman.gazetteers.agents import agent
from dragoman.parsing.repairs.tree import ANY_SUBJECT, SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What ministries and departments are for, by its last word, and what they are called.
_PORTFOLIOS = words("office_duties")
_OFFICES_OF_STATE = words("offices_of_state")


def rejoin_members(doc: Doc) -> Doc:
    """The same ``doc``, the members of its rows hung where they belong."""
    for token in doc:
        if token.lower_ == "couple" and token.dep_ == "appos":
            _couple_of_town(token)
        if token.dep_ == "appos" and token.tag_ == "NN" and token.head.tag_ in ("NNP", "NN"):
            _own_of_row(token)
        if token.dep_ != "conj" or not token.tag_.startswith("NN"):
            continue
        if token.tag_ == "NNP" and token.head.tag_ == "NNP" and token.head.i < token.i:
            _row_before_name(token)
        if token.head.tag_ == "CD":
            _another(token)
        if token.text[:1].isupper() and token.lower_ in _PORTFOLIOS:
            _portfolio(token)
        elif token.head.dep_ == "pobj" and token.head.head.dep_ == "agent":
            _second_victim(token)
    return doc


def _portfolio(last: Token) -> None:
    """ "The Ministry of Trade and Public Works": its works are part of the ministry's name, no second party beside it."""
    office = last.head
    if not (office.text[:1].isupper() and office.lower_ in _OFFICES_OF_STATE):
        return
    of = next((c for c in office.rights if c.dep_ == "prep" and c.lower_ in ("of", "for") and c.i < last.i), None)
    first = next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None
    if first is None or not first.text[:1].isupper() or any(c.dep_ in ("det", "poss") for c in last.lefts):
        return
    between = last.doc[first.right_edge.i + 1 : last.left_edge.i]
    if any(t.lower_ not in ("and", "&", ",") and not t.text[:1].isupper() for t in between):
        return
    for child in [c for c in office.rights if c.dep_ in ("cc", "punct") and first.i < c.i < last.i]:
        child.head = first
    last.head = first


def _second_victim(noun: Token) -> None:
    """ "A man had been stabbed by a burglar and his wife beaten": she did nothing, but is the subject of a second passive.

    Where a participle that has no object stands right behind what "and" joins to the passive's agent.
    """
    agent = noun.head.head
    verb = agent.head
    beaten = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    if beaten.tag_ not in ("VBN", "VBD") or beaten.head not in (noun, noun.head, verb):
        return
    if not any(c.dep_ == "auxpass" for c in verb.children):
        return
    if any(c.dep_ in (*ANY_SUBJECT, "aux", "auxpass", "dobj") for c in beaten.children):
        return
    cc = next((c for c in noun.head.rights if c.dep_ == "cc" and c.i < noun.i), None)
    if cc is None or not any(c.tag_ == "PRP$" for c in noun.lefts):
        return
    cc.head = verb
    beaten.head, beaten.dep_, beaten.tag_ = verb, "conj", "VBN"
    noun.head, noun.dep_ = beaten, "nsubjpass"


def _row_before_name(first: Token) -> None:
    """ "Ortiz, Keller and House Speaker Ann Moss", "the Trade Board and Data Commissioner's Office": each is one of the row.

    The parser takes the first names for words before the last one. A title before it, or an office that ends both names, tells
    a row from the name of a firm ("Hart and Moss Company").
    """
    top = first.head
    while top.dep_ == "conj" and top.head.tag_ == "NNP" and top.head.i < top.i:
        top = top.head
    if top.dep_ != "nmod" or first.left_edge.nbor(-1).lower_ != "and" or countries.match(top.text) is not None:
        return
    last = top.head
    while last.dep_ == "compound" and last.head.tag_.startswith("NNP"):
        last = last.head
    row_above = last.dep_ == "conj" and last.head.i < top.i
    if not last.tag_.startswith("NNP") or last.i <= first.i or any(t.text == "," for t in last.doc[first.i : last.i]):
        return
    between = [t for t in last.doc[first.i : last.i] if t.text[:1].isalpha()]
    titled = any((found := agent(t.lower_)) is not None and found.kind == "person" for t in between)
    office = agent(last.lower_)
    named = any(c.dep_ == "appos" and c.tag_ == "NNP" for c in last.rights)  # "and Defense Minister, Jan Holm"
    titled = (titled and office is None) or (office is not None and office.kind == "person" and named)
    offices = top.lower_ in _OFFICES_OF_STATE and last.lower_ in _OFFICES_OF_STATE and len(between) > 1
    if not titled and not offices:
        return
    before = first.head
    case = next((c for c in first.rights if c.dep_ == "case"), None)
    first.head, first.dep_ = last, "poss" if case is not None else "compound"
    if row_above:
        top.head, top.dep_ = last.head, "conj"
        return
    for child in [c for c in last.lefts if c.i < top.i and c.dep_ in ("det", "nmod", "compound", "amod")]:
        child.head, child.dep_ = top, child.dep_ if child.dep_ == "det" else "compound"
    root = last.head == last
    top.head, top.dep_ = (top if root else last.head), last.dep_
    last.head, last.dep_ = before, "conj"


def _couple_of_town(couple: Token) -> None:
    """ "Milton couple faces charges": the couple does, and Milton is where they live."""
    town = couple.head
    if town.tag_ != "NNP" or couple.i != town.i + 1 or any(True for _ in couple.lefts):
        return
    couple.head, couple.dep_ = town.head, town.dep_
    for child in [c for c in town.children if c != couple and c.i > couple.i]:
        child.head = couple
    town.head, town.dep_ = couple, "compound"


def _own_of_row(noun: Token) -> None:
    """ "sued KTRV, its affiliate and the owner": the affiliate is the second of the row, and not what KTRV is."""
    first = noun.head
    owned = any(c.dep_ == "poss" and c.lower_ in ("its", "their", "his", "her") for c in noun.lefts)
    if first.dep_ in SUBJECTS:  # "Holm, his deputy and friend, was sued"
        verb = first.head
        owned = owned and any(t.lower_ in ("were", "are", "have") for t in (verb, *verb.lefts))
    joined = any(c.dep_ == "cc" and c.lower_ == "and" for c in noun.rights) and any(
        c.dep_ == "conj" for c in noun.rights
    )
    if owned and joined and noun.left_edge.i == first.i + 2 and first.nbor(1).text == ",":
        noun.dep_ = "conj"


def _another(noun: Token) -> None:
    """ "restored $9,000 in aid for the Hope Center and another center": both centers get it."""
    if not any(c.lower_ == "another" for c in noun.lefts):
        return
    cc = next((c for c in noun.head.rights if c.dep_ == "cc" and c.i < noun.i), None)
    like = noun.doc[cc.i - 1] if cc is not None else noun
    if cc is not None and like.dep_ == "pobj" and like.lower_ == noun.lower_ and noun.head.is_ancestor(like):
        cc.head, noun.head = like, like
