"""Words that a statistical parser hangs in the wrong place, or takes for another part of speech, hung where they belong.

Each rule states the error and what tells it from the like.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.gazetteers.places import load_places
from dragoman.parsing.repairs.tree import ANY_FINITE, ANY_SUBJECT, FINITE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_IN = frozenset({"in", "from", "across", "near", "at"})
_SPEAKING = words("repair_speaking")
# Whom one runs over; stories and figures are run over as well.
_RUN_DOWN = words("run_down")
_HARM = words("harm_behind")
_BLOWS = words("blows")
_VERBS_TOO = words("headline_verbs")
_MEANWHILE = ("as", "when", "while")
_COUNTER = re.compile(r"\d{1,3}/\d{1,3}")
_MONTHS = frozenset(
    ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
)  # fmt: skip
_LARGE = ("country", "admin1")
_TOWN = 20_000  # people from whom on a name is taken for a place's rather than a person's
_LONGEST_OUTLET = 5  # tokens between the brackets that name who sends a report: "(New York Times)"


def reattach(doc: Doc) -> Doc:
    """The same ``doc``, its words hung where they belong."""
    _outlet(doc)
    _counter(doc)
    _headline_verb(doc)
    for token in doc:
        if token.dep_ == "advcl" and token.tag_ == "VBG" and token.lemma_ in _HARM:
            _harm_behind_mishap(token)
        elif token.lower_ in ("n’t", "n't"):
            _negation(token)
        elif token.dep_ == "quantmod" and token.lower_ == "over":
            _run_over(token)
        elif token.dep_ == "nsubj" and token.lower_ in ("both", "all", "each") and token.tag_ in ("DT", "PDT"):
            _all_of_them(token)
        elif token.dep_ == "conj" and token.tag_ == "NNP":
            _second_place(token)
            _speaker_behind_place(token)
    return doc


def _outlet(doc: Doc) -> None:
    """ "(BBC) The Sudanese president met …": who sends the report has no part in what it tells.

    Only in brackets at the head, all capitals or a capital before each word, with a sentence behind.
    """
    if len(doc) < 6 or doc[0].text != "(":
        return
    close = next((t.i for t in doc[: _LONGEST_OUTLET + 2] if t.text == ")"), None)
    if close is None or close < 2 or not all(t.text[0].isupper() or t.text in "/-." for t in doc[1:close]):
        return
    if any(t.head.i <= close for t in doc[close + 1 :]):
        return
    for token in doc[1:close]:
        if token.head.i > close:
            token.dep_ = "meta"


def _counter(doc: Doc) -> None:
    """ "11/34 20 November 2017 The premier greets …": the number and date of a gallery's picture are no part of a name."""
    if len(doc) < 6 or _COUNTER.fullmatch(doc[0].text) is None:
        return
    root = next(t for t in doc if t.head == t)
    end = next((t.i for t in doc if not (t.text.isdigit() or t.text in _MONTHS or t.i == 0)), 0)
    if root.i < end or any(t.head.i < end for t in doc[end:]):
        return
    for token in doc[:end]:
        token.dep_, token.head = "meta", root


def _headline_verb(doc: Doc) -> None:
    """ "EU fines Siemens over adverts": a headline's verb that is a plural as well, taken for a noun with a name beside it.

    Only words of acts, right between two names, in a sentence without a finite verb.
    """
    root = next(t for t in doc if t.head == t)
    if root.tag_ != "NNS" or root.lemma_ not in _VERBS_TOO or any(t.tag_ in ANY_FINITE for t in doc):
        return
    subject = next((c for c in root.lefts if c.i == root.i - 1 and c.dep_ == "compound" and c.tag_ == "NNP"), None)
    victim = next((c for c in root.rights if c.dep_ == "appos" and c.tag_ == "NNP"), None)
    if subject is None or victim is None or victim.left_edge.i != root.i + 1:
        return
    root.tag_, subject.dep_, victim.dep_ = "VBZ", "nsubj", "dobj"


def _harm_behind_mishap(verb: Token) -> None:
    """ "They ask what made the jet crash, killing ten": the crash killed, and not who asks.

    Of the verbs before the comma the last that tells of a mishap or blow and stands below the verb it was hung on; or the
    one above a clause of time, which strikes nobody.
    """
    if verb.i == 0 or verb.nbor(-1).text != ",":
        return
    above = verb.head
    if above.dep_ == "advcl" and above.lemma_ not in _BLOWS and above.head.lemma_ in _BLOWS:
        if above.head.i < above.i and any(c.dep_ in ("mark", "advmod") and c.lower_ in _MEANWHILE for c in above.lefts):
            verb.head = above.head  # "set off a bomb as the convoy passed, wounding nine"
            return
    inner = [t for t in verb.doc[above.i + 1 : verb.i] if t.lemma_ in _BLOWS and _is_predicate(t)]
    if above.i < verb.i and above.lemma_ not in _BLOWS and inner and above.is_ancestor(inner[-1]):
        verb.head = inner[-1]


def _is_predicate(token: Token) -> bool:
    """A verb, or what the tagger took for a noun behind "to"."""
    return token.tag_.startswith("VB") or any(c.dep_ == "aux" for c in token.lefts)


def _negation(token: Token) -> None:
    """ "the town wasn’t under attack": the tagger knows "n't" with a straight apostrophe only."""
    if token.dep_ == "neg" or token.i == 0:
        return
    before = token.nbor(-1)
    verb = before.head if before.dep_ in ("aux", "auxpass") else before
    if not verb.tag_.startswith(("VB", "MD")) or list(token.children):
        return
    token.tag_, token.dep_, token.head = "RB", "neg", verb


def _run_over(token: Token) -> None:
    """ "ran over ten people": a particle, where it is no "more than" ("ran over 100 stories")."""
    if token.i == 0:
        return
    verb = token.nbor(-1)
    number = token.head
    noun = number.head if number.dep_ == "nummod" else number
    if verb.lemma_ == "run" and noun.head == verb and noun.dep_ == "dobj" and noun.lemma_ in _RUN_DOWN:
        token.tag_, token.dep_, token.head = "RP", "prt", verb


def _second_place(name: Token) -> None:
    """ "regulators in Kenya and Uganda": the second place goes with the first, not with the regulators."""
    noun = name.head
    if noun.tag_ not in ("NN", "NNS") or not _is_place(name):
        return
    for prep in noun.rights:
        if prep.dep_ != "prep" or prep.lower_ not in _IN or prep.i > name.i:
            continue
        first = next((c for c in prep.children if c.dep_ == "pobj" and c.tag_ == "NNP"), None)
        if first is None or not _is_place(first):
            continue
        between = noun.doc[first.i + 1 : name.left_edge.i]
        if len(between) == 1 and between[0].lower_ in ("and", "or"):
            between[0].head = first
            name.head = first
            return


def _all_of_them(word: Token) -> None:
    """ "…, and the mayor and the prefect both urged calm": the parser takes the two for a second part of the verb before.

    A noun is no second part of a verb; what stands right before "both" is the subject of its verb.
    """
    verb = word.head
    if word.i == 0 or verb.i < word.i or any(True for _ in word.children):
        return
    top = word.nbor(-1)
    while top.head.i < word.i and top.head != top and not top.head.tag_.startswith("VB"):
        top = top.head
    above = top.head
    if top.dep_ != "conj" or not top.tag_.startswith("NN") or not above.tag_.startswith("VB") or above.i > top.i:
        return
    if verb.dep_ == "conj" and verb.head == above:
        top.head, top.dep_ = verb, "nsubj"
        word.head, word.dep_ = top, "appos"


def _speaker_behind_place(name: Token) -> None:
    """ "From Oslo, Ana Lund, the premier's adviser, said …": she is no second place, and the verb has no subject yet."""
    place, verb = name.head, name.head.head.head
    if place.dep_ != "pobj" or place.head.i != 0 or verb.tag_ not in FINITE or verb.i < name.i:
        return
    if name.left_edge.i != place.i + 2 or place.nbor(1).text != "," or any(c.dep_ == "cc" for c in place.children):
        return
    if any(c.dep_ in ANY_SUBJECT for c in verb.children) or any(c.dep_ == "conj" for c in name.children):
        return
    if verb.lemma_ in _SPEAKING or any(c.dep_ == "appos" for c in name.children):
        name.head, name.dep_ = verb, "nsubj"


def _is_place(name: Token) -> bool:
    """Whether the name, with the capitalised words before it, is first of all that of a state, a division or a town."""
    before = [c.text for c in name.lefts if c.dep_ == "compound" and c.text[:1].isupper()]
    hits = load_places().lookup(" ".join([*before, name.text]))
    return bool(hits) and hits[0].main and (hits[0].entry.kind in _LARGE or hits[0].entry.population >= _TOWN)
