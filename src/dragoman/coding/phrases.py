"""The words that name a party: the span of the fullest mention that a head has."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.parties import MODIFIERS, country_from
from dragoman.coding.several import SAYING, gathered, gathering_of, name_of_two_roles
from dragoman.coding.syntax import coordinated, is_noun
from dragoman.gazetteers import agents
from dragoman.records import Party, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PORTIONS = words("portions")
_MOST_TOKENS = 14  # a longer "of" phrase is a mis-hung clause, not part of a name


def phrase(token: Token, taken: Container[Token] = ()) -> tuple[int, int]:
    """Token range ``[start, end)`` of the fullest mention headed by ``token``, relative clauses and what is ``taken`` left out."""
    if token.dep_ in ("amod", "compound", "nmod", "poss") and not token.tag_.startswith("PRP"):
        edges: list[int] = [c.left_edge.i for c in token.lefts if c.dep_ in ("compound", "amod", "det", "poss", "nmod")]
        named = country_from(token)
        first = min([*edges, token.i if named is None else named])
        if token.head.lower_ in SAYING and token.tag_ == "NN":
            first = token.head.left_edge.i  # "a man <police> say was shot"
        while first > 0 and _same_name(token.doc[first - 1], token):
            first -= 1
        return first, token.i + 1
    start, end = token.i, token.i + 1
    stranger = _stranger_before(token)
    for child in token.lefts:
        if child.i <= stranger or child.lower_ == "no":  # "no soldiers were hurt"
            continue
        if child.dep_ in ("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "case"):
            start = min(start, child.left_edge.i)
    for child in token.rights:
        if child.i != end and not (child.dep_ == "prep" and child.i == end):
            if child.dep_ == "appos" and child.i - end <= 8 and child.tag_ in ("NNP", "NNPS") and _tight(child, end):
                several = token.tag_ in ("NNS", "CD")  # "two men, Ana Lund and Jan Holm"
                end = (coordinated([child])[-1] if several else child).i + 1
            continue
        counts = token.lower_ in _PORTIONS or token.tag_ == "CD"  # "some of the victims"
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "to") and (is_noun(token) or counts):
            if child.lower_ != "of" and not agents.is_party_noun(token.lemma_):
                continue
            inner = [c for c in child.children if c.dep_ == "pobj"]
            if child.lower_ == "for" and any(c.lemma_ in _PROCEEDINGS for c in inner):
                break  # "took the case to the prosecutor for indictment"
            if child.lower_ == "for" and token.lemma_ not in _FOR_SOMETHING and not any(map(_names_party, inner)):
                break  # "arrested a woman for neglect"
            if not counts and _is_charged_with(token) and not any(agents.is_party_noun(c.lemma_) for c in inner):
                break
            if not counts and any(c in taken or c.tag_ == "VBG" for c in inner):
                break  # "accused the board of lying"
            if token.tag_ == "NNP" and any(c.tag_ == "NNS" and not any(c.lefts) for c in inner):
                break  # "convicted Jan Holm of crimes"
            if inner:
                stop = max(phrase(inner[0])[1], _end_of_portfolio(inner[0], token), _end_of_row(inner[0], taken))
                if stop - start <= _MOST_TOKENS:
                    end = stop
        elif child.dep_ == "flat" or (
            child.dep_ in ("nummod", "appos") and child.i == end and child.tag_ in ("NNP", "CD")
        ):
            end = child.i + 1
    if (name := name_of_two_roles(token)) is not None:
        end = name.i + 1
    if token.lower_ == "those":  # "those <in attendance>"
        end = max([end, *(c.right_edge.i + 1 for c in token.rights if c.dep_ == "prep" and c.i == end)])
    return start, end


# What somebody is taken to court or handed on for.
_PROCEEDINGS = words("proceedings")
_FOR_SOMETHING = words("sent_to") | {"party", "union", "movement", "office", "ministry", "department", "committee"}


def _names_party(token: Token) -> bool:
    return token.text[:1].isupper() or agents.is_party_noun(token.lemma_)


def _end_of_row(first: Token, taken: Container[Token]) -> int:
    """Where people end who are gathered as one: "a group of <tenants and shopkeepers>", "lawyers for both <Ana and Jan Lund>"."""
    both = any(c.lower_ == "both" for c in first.lefts)
    joined = coordinated([first])[1:]
    if not joined or any(t in taken for t in joined):
        return 0
    if first.tag_ == "NNS":
        alike = all(t.tag_ == "NNS" and not any(c.dep_ in ("det", "poss") for c in t.lefts) for t in joined)
    else:
        alike = both and first.tag_ == "NNP" and len(joined) == 1 and joined[0].tag_ == "NNP"
    plain = all(t.text not in (",", ";") for t in first.doc[first.i : joined[-1].i])
    return joined[-1].i + 1 if alike and plain else 0


def _end_of_portfolio(first: Token, office: Token) -> int:
    """Where the name of an office of state ends that "and" goes on with: "the Ministry of Trade and Public Works"."""
    if not (office.text[:1].isupper() and office.lower_ in _OFFICES_OF_STATE and first.text[:1].isupper()):
        return 0
    joined = [t for t in coordinated([first]) if t.text[:1].isupper() and t.lower_ in _PORTFOLIOS]
    return joined[-1].i + 1 if joined else 0


_OFFICES_OF_STATE, _PORTFOLIOS = words("offices_of_state"), words("office_duties")


def _is_charged_with(token: Token) -> bool:
    """Whether "of" behind the party says what another is accused of: "suspected by <neighbours> of arson"."""
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in _PORTIONS:
        token = token.head.head  # "by scores of women"
    return token.dep_ == "pobj" and token.head.dep_ == "agent" and token.head.head.lemma_ in _ACCUSED_OF


_ACCUSED_OF = words("accused_of")


def _stranger_before(token: Token) -> int:
    """The last common noun that a parser hung on a name though it names no party: the "rocket" of "the rocket Kim had
    fired"; -1 if there is none."""
    if token.tag_ != "NNP" or not token.text[0].isupper():  # taggers call "the health ministry" a name
        return -1
    strangers = (
        c.i
        for c in token.lefts
        if c.dep_ == "compound"
        and c.tag_ in ("NN", "NNS")
        and c.text.islower()
        and not agents.is_party_noun(c.lemma_)
        and any(d.dep_ == "det" for d in token.lefts)
    )
    return max(strangers, default=-1)


def _same_name(before: Token, token: Token) -> bool:
    """Whether the word before belongs to the name that ``token`` ends: both capitalised modifiers of one noun."""
    if before.head != token.head or before.dep_ not in MODIFIERS or not before.text[0].isupper():
        return False
    return token.text[0].isupper() or agents.is_party_noun(token.lemma_)


def _tight(child: Token, end: int) -> bool:
    """Whether an apposition begins right at ``end``, at most a comma between."""
    begin = child.left_edge.i
    return begin == end or (begin == end + 1 and child.doc[end].text == ",")


def _whole_words(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The range with words whole that the tokenizer took apart at hyphens: "Moon Jae-in"."""
    while end + 1 < len(doc) and doc[end].text in _HYPHENS and not (doc[end - 1].whitespace_ or doc[end].whitespace_):
        end += 2
    while (
        start > 1 and doc[start - 1].text in _HYPHENS and not (doc[start - 1].whitespace_ or doc[start - 2].whitespace_)
    ):
        start -= 2
    return start, end


_HYPHENS = ("-", "‐", "‑")


def to_party(token: Token, offset: int, text: str, taken: Container[Token] = ()) -> Party:
    """The record of a party headed by ``token``; ``offset`` is where the sentence begins in ``text``.

    ``taken`` are words of the sentence that mean something else beside the party: the "treason" of "accused the
    generals of treason". A state of several that one noun gathers is named by the whole phrase ("ministers of Chad and Mali").
    """
    start, end = phrase(token, taken)
    noun = gathering_of(token)
    if noun is not None:
        start, end = phrase(noun)[0], max(noun.i, *(t.i for t in gathered(noun))) + 1
    doc = token.doc
    start, end = _whole_words(doc, start, end)
    while end - start > 1 and doc[start].is_punct:
        start += 1
    begin = doc[start].idx
    stop = doc[end - 1].idx + len(doc[end - 1].text)
    span = Span(begin, stop).shift(offset)
    head = Span(token.idx, token.idx + len(token.text)).shift(offset)
    return Party(span.of(text), span, head)
