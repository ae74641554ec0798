"""Clauses that a parser hangs in the wrong place: whose subject they share all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
# Who is seen doing something is seen somewhere: the clause tells of him, not of the place.
_SEEING = words("seeing")
_WHERE = ("in", "at", "near", "outside", "inside", "on", "around")


def subject_sharer(verb: Token) -> Token | None:
    """The word whose subject the subjectless ``verb`` has, though the tree makes another out; ``None`` where the tree may stand."""
    return _finite_above(verb) or behind_comma(verb) or _gerund_before(verb) or passive_before(verb) or seen_doing(verb)


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or any(c.tag_ in _FINITE for c in verb.lefts if c.dep_ in ("aux", "auxpass"))


def _finite_above(verb: Token) -> Token | None:
    """The finite verb that a finite one is joined to: "bars Chad from importing steel and <caps> its exports": who bars."""
    if verb.dep_ != "conj" or not verb.head.tag_.startswith("VB") or not _is_finite(verb) or _is_finite(verb.head):
        return None
    if verb.head.tag_ == "VBN":  # a passive chain, of which taggers call one link past tense
        return None
    node = verb.head
    while node.head.i != node.i:
        node = node.head
        if node.tag_.startswith("VB") and _is_finite(node):
            return node
    return None


def _gerund_before(verb: Token) -> Token | None:
    """The noun that a gerund is joined to, often one itself: "responsible for training and <supporting> troops",
    "accused of theft and <beating> a guard"."""
    joined = verb.dep_ == "conj" and verb.tag_ == "VBG" and verb.head.tag_ in ("NN", "NNS")
    return verb.head if joined else None


def passive_before(verb: Token) -> Token | None:
    """The passive before it in a row that the parser broke: "were groped, badly <beaten> and robbed by gangs"."""
    if verb.tag_ != "VBN" or any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.lefts):
        return None
    if verb.dep_ != "dep" and not (verb.dep_ == "conj" and verb.head.tag_ in ("VBZ", "VBP")):
        return None
    row = [t for t in verb.doc[max(0, verb.i - _ROW) : verb.i] if t.tag_ == "VBN"]
    return row[-1] if row and any(t.text == "," for t in verb.doc[row[-1].i : verb.i]) else None


_ROW = 4  # between two verbs of such a row stand a comma and an adverb


def first_participle(verb: Token) -> Token:
    """The first of a row of participles that share their subject: the "pushing" of "pushing, kicking and slapping guards"."""
    while verb.tag_ == "VBG" and verb.dep_ == "conj" and verb.head.tag_ == "VBG" and not has_subject(verb):
        verb = verb.head
    return verb


def has_subject(verb: Token) -> bool:
    """Whether the verb's own clause names its subject."""
    return any(c.dep_ in _SUBJECTS for c in verb.children)


def seen_doing(verb: Token) -> Token | None:
    """The passive that says who was seen, over whatever the parser hung what he did on: "a farmer who was filmed in Oslo
    <slapping> guards", "was filmed outside her home, pushing and <slapping> guards"."""
    verb = first_participle(verb)
    if verb.tag_ != "VBG" or verb.dep_ not in ("acl", "conj") or not verb.head.tag_.startswith("NN"):
        return None
    node = verb.head
    for clause in node.rights:  # hung on the farmer himself
        if clause.dep_ in ("relcl", "acl") and clause.i < verb.i and _is_seen(clause):
            return clause
    if node.dep_ == "pobj" and node.head.lower_ not in _WHERE:
        return None
    while (
        node.tag_.startswith(("NN", "IN")) and node.dep_ in ("npadvmod", "pobj", "dobj", "prep") and node.head != node
    ):
        node = node.head
    return node if _is_seen(node) else None


def _out_of(node: Token, links: tuple[str, ...]) -> Token:
    """The first word above that hangs on its head by none of ``links``: what a phrase within phrases belongs to."""
    while node.dep_ in links and node.head != node:
        node = node.head
    return node


def _is_seen(verb: Token) -> bool:
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) or verb.dep_ in ("acl", "relcl")
    return verb.lemma_ in _SEEING and passive and verb.tag_ == "VBN"


def behind_comma(verb: Token) -> Token | None:
    """The finite verb that a participle behind a comma goes with, though the parser hung it on the noun before: "stormed a
    cinema in Oslo, <opening> fire"."""
    first = first_participle(verb)
    if first.tag_ != "VBG" or first.dep_ != "acl" or first.i == 0 or first.left_edge.nbor(-1).text != ",":
        return None
    node = first.head
    if first.left_edge.i - node.i < 2 or any(t.text == "," for t in verb.doc[node.i : first.left_edge.i - 1]):
        return None  # of people in a row, or between commas: "the guards, carrying rifles, fired"
    node = _out_of(node, ("pobj", "prep", "dobj"))
    return node if node.tag_.startswith("VB") and _is_finite(node) and node.i < first.i else None


def stray_subjects(verb: Token) -> list[Token]:
    """The subject that a parser hung on a word of the clause before, none where the tree may stand.

    "While condemning the raid, <Mali> insists on talks" (apposed to the raid); "a ship that on Monday <carried> arms"
    (a clause of saying).
    """
    return _apposed(verb) or _before_that(verb) or _behind_preposition(verb) or _of_an_age(verb) or _of_a_gerund(verb)


def _apposed(verb: Token) -> list[Token]:
    if not _is_finite(verb) or verb.dep_ in ("conj", "relcl", "acl"):
        return []
    for clause in verb.lefts:
        if clause.dep_ != "advcl" or clause.tag_ != "VBG":
            continue
        for thing in clause.rights:
            for name in thing.rights:
                begins = name.left_edge.i
                if name.dep_ == "appos" and begins > 0 and verb.doc[begins - 1].text == ",":
                    between = verb.doc[name.right_edge.i + 1 : verb.i]
                    if all(t.dep_ in ("aux", "advmod", "neg", "auxpass") for t in between):
                        return [name]
    return []


def behind_place(verb: Token, subjects: list[Token]) -> list[Token]:
    """The subject before a place whose second name the parser took for it: "the raid at a mall in Reno, <Nevada> left nine dead"."""
    if len(subjects) != 1 or subjects[0].left_edge.i < 2 or not _is_finite(verb):
        return []
    name = subjects[0]
    place = name.left_edge.nbor(-2)
    if name.tag_ != "NNP" or name.left_edge.nbor(-1).text != "," or place.tag_ != "NNP" or place.dep_ != "pobj":
        return []
    prep = place.head
    if prep.lower_ not in _WHERE or prep.left_edge.i == 0:
        return []
    node = _out_of(prep.head, ("pobj", "prep"))
    return [node] if node.head == verb and node.tag_ in ("NN", "NNS") and node.i < prep.i else []


def _before_that(verb: Token) -> list[Token]:
    if verb.dep_ not in ("ccomp", "conj") or not _is_finite(verb):
        return []
    that = next((c for c in verb.lefts if c.dep_ == "mark" and c.lower_ == "that"), None)
    if that is None or that.i == 0:
        return []
    before = that.nbor(-1)
    return [before] if before.tag_.startswith("NN") and before.dep_ in ("dobj", "pobj") else []


def _behind_preposition(verb: Token) -> list[Token]:
    """What stands behind a word that the parser took for a preposition: "fled after one of the rebels <fired>"."""
    if verb.dep_ != "conj" or not _is_finite(verb):
        return []
    for prep in verb.head.rights:
        if prep.dep_ == "prep" and prep.lower_ in _SUBORDINATING and prep.right_edge.i == verb.i - 1:
            return [c for c in prep.children if c.dep_ == "pobj"]
    return []


def _of_an_age(verb: Token) -> list[Token]:
    """A person told by his age, of whom the parser makes an adjective of the verb: "a 20-year-<old> kills his mother"."""
    if not _is_finite(verb):
        return []
    return [
        c for c in verb.lefts if c.lower_ == "old" and c.dep_ == "amod" and any(y.lower_ == "year" for y in c.lefts)
    ]


def _of_a_gerund(verb: Token) -> list[Token]:
    """Who does what follows a preposition right before him: "despite <Oslo> and <Rome> repeatedly denouncing it"."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl"):
        return []
    first = verb.left_edge
    name = first.nbor(-1) if first.i > 0 else None
    if name is None or not name.tag_.startswith("NNP"):
        return []
    node = name
    while node.dep_ == "conj":
        node = node.head
    prep = node.head
    return [node] if node.dep_ == "pobj" and prep.lower_ in _WITH and prep.head == verb.head else []


_WITH = ("despite", "with", "without", "amid", "notwithstanding")
_SUBORDINATING = ("after", "before", "since", "until", "as")


def place_passed_over(clause: Token, noun: Token) -> Token:
    """The word that a clause behind a place tells of: the "members" of "members near Oslo, responsible for training"."""
    prep = noun.head
    behind = clause.i > noun.i and (clause.tag_ == "VBG" or clause.tag_.startswith("JJ"))
    if not behind or noun.tag_ != "NNP" or noun.dep_ != "pobj" or prep.lower_ not in _WHERE:
        return noun
    return prep.head


def named_as_well(token: Token) -> Token | None:
    """The noun that "as well as" joins to ``token``, wherever a parser hung it: "by Malians, as well as French troops"."""
    doc, at = token.doc, token.right_edge.i + 1
    at += at < len(doc) and doc[at].text == ","
    if [t.lower_ for t in doc[at : at + 3]] != ["as", "well", "as"] or at + 3 >= len(doc):
        return None
    first = doc[at + 3]
    head = first
    while head.head.i > at and head.head.left_edge.i >= first.i:
        head = head.head
        if head.head.i == head.i:
            break
    nominal = head.tag_.startswith("NN") and head.dep_ in ("conj", "npadvmod", "pobj", "dep", "appos")
    return head if nominal and head.left_edge.i == first.i else None


def told_before(verb: Token, head: Token) -> Token | None:
    """The deed told before a speaker is named, which a further one continues: "officers seized rifles, police said, and
    arrested two men"; not after a quotation or of what the speaker says or does next ("«No», she said, and left")."""
    if head.lemma_ != "say" or verb.tag_ not in ("VBD", "VBN") or any(c.dep_ in _OWN_CLAUSES for c in verb.children):
        return None
    told = next((c for c in head.lefts if c.dep_ == "ccomp" and c.tag_.startswith("VB")), None)
    if told is None or not any(c.dep_ == "nsubj" for c in head.children):
        return None
    past = told.tag_ == "VBD" or any(c.dep_ in ("aux", "auxpass") and c.tag_ == "VBD" for c in told.children)
    quoted = any(t.tag_ in ("''", "``") or t.text in ('"', "”", "“") for t in told.doc[told.left_edge.i : head.i])
    return told if past and not quoted else None


_OWN_CLAUSES = ("ccomp", "xcomp")


def on_auxiliary(verb: Token) -> list[Token]:
    """The subject that the parser hung on the auxiliary: "the two are now both charged"."""
    return [
        c
        for aux in verb.lefts
        if aux.dep_ in ("aux", "auxpass") and aux.tag_ != "TO"
        for c in aux.lefts
        if c.dep_ in _SUBJECTS
    ]


def inverted(verb: Token) -> list[Token]:
    """The subject behind the auxiliary of a participle that opens the sentence: "also arrested was the mayor"."""
    return [
        c
        for aux in verb.rights
        if aux.dep_ == "auxpass"
        for c in aux.rights
        if c.dep_ in ("nsubj", "nsubjpass", "attr")
    ]


def first_of_row(verb: Token, noun: Token) -> Token:
    """The first of those joined whom a clause with "with" tells of together: "with Oslo, Rome and others condemning it"."""
    first = noun
    while verb.tag_ == "VBG" and first.dep_ == "conj" and first.head.tag_.startswith("NN"):
        first = first.head
    return first if first.dep_ == "pobj" and first.head.lower_ == "with" else noun


def modified_by(verb: Token, head: Token) -> Token:
    """The noun a reduced clause modifies: the one right before it, where the parser reached further back.

    "the request for the release of citizens captured by …": the citizens were captured, not the request.
    """
    first = verb.left_edge
    before = first.nbor(-1) if first.i > 0 else head
    if before.i > head.i and before.tag_.startswith("NN") and head.is_ancestor(before):
        node = before
        while node != head and not node.tag_.startswith("VB"):
            node = node.head
        if node == head:  # no clause between that tells of something else
            return before
    return head


def without_tail(subjects: list[Token]) -> list[Token]:
    """The subjects without a second that ends the relative clause of the first, hung on the verb by the parser: the "Lund" of
    "a man who spoke with Mayor Lund accused the police"."""
    if len(subjects) != 2:
        return subjects
    first, second = subjects
    told = [c for c in first.rights if c.dep_ == "relcl" and c.i < second.i and any(t.tag_ == "WP" for t in c.lefts)]
    return [first] if told and not any(t.text == "," for t in first.doc[told[-1].i : second.i]) else subjects


def joined_before(subjects: list[Token]) -> list[Token]:
    """Who "and" joins to the subject though the parser hung him elsewhere: "in 18 days <Brown> and two men robbed shops"."""
    if len(subjects) != 1 or subjects[0].left_edge.i < 2:
        return []
    link = subjects[0].left_edge.nbor(-1)
    name = link.nbor(-1)
    stray = (
        link.lower_ == "and"
        and link.head in (name, name.head)
        and name.tag_ == "NNP"
        and name.dep_ in ("appos", "npadvmod", "dep")
    )
    return [name] if stray and subjects[0] not in name.subtree else []
