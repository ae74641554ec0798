"""Names, offices, lists, and verbs in a row that the parser ties or tags wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.parsing.repairs.tree import FINITE, SUBJECTS, make_root

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Participles that headlines leave without their "are" or "have been": "Talks with rebels suspended".
_HEADLINE_ENDINGS = words("headline_endings")
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_LIKELY_TITLE = 0.7  # share of capitalised words above which a sentence is a headline in title case


def repair_names_and_verbs(doc: Doc) -> Doc:
    """The same ``doc``, its tags and heads repaired in place."""
    for token in doc:
        if token.dep_ == "conj" and token.tag_ == "VBD":
            _lift_simple_past(token)
        if token.dep_ == "conj" and token.tag_ == "VBP":
            _joined_to_modal(token)
        if token.dep_ in ("conj", "pcomp") and token.tag_ == "VBN":
            _gapped_passive(token)
    _courts_and_offices(doc)
    for token in doc:
        if token.lower_ == "made" and token.tag_ == "VBN":
            _made_off(token)
        if token.dep_ == "pobj" and token.lower_ not in _DAYS:
            _part_day_from_subject(token)
        elif token.dep_ == "appos" and token.tag_ == "NNP":
            _list_of_names(token)
    _names(doc)
    _headline(doc)
    return doc


def _made_off(verb: Token) -> None:
    """ "Two robbers made off with the till": nobody is made off, so it is the past tense and its noun the subject."""
    if any(c.dep_ in ("aux", "auxpass", "dobj") for c in verb.children):
        return
    if not any(c.lower_ in ("off", "away") and c.i == verb.i + 1 for c in verb.rights):
        return
    verb.tag_ = "VBD"
    noun = verb.head
    if verb.dep_ == "acl" and noun.dep_ == "ROOT" and not any(t.tag_ in FINITE for t in noun.children if t != verb):
        make_root(verb, noun)


def _courts_and_offices(doc: Doc) -> None:
    for token in doc:
        if token.dep_ == "appos" and token.tag_ == "NN":
            _list_of_offices(token)
        elif token.lower_ in ("guilty", "innocent"):
            _plea_before_day(token)
        elif token.lower_ in _ARRESTING:
            _arrested_by(token)
        elif token.dep_ == "nmod" and token.lower_ in _OFFICES:
            _office_of_two_words(token)
        elif token.dep_ == "conj" and token.tag_.startswith("NN") and token.head.dep_ in ("dobj", "pobj"):
            _subject_behind_and(token)
        elif token.tag_ == "VBN" and token.dep_ in ("conj", "advcl", "dep"):
            _reported(token)


def _lift_simple_past(verb: Token) -> None:
    """ "They denied that their men had fired and accused the army": *accused* goes with *denied*, not with *had fired*.

    A past perfect is not continued in the simple past without a subject; the verb above it may be.
    """
    first = verb.head
    if (first.tag_ == "VB" or (first.tag_ == "VBP" and first.dep_ == "ccomp")) and not any(
        c.dep_ in (*SUBJECTS, "aux") for c in verb.children
    ):
        _lift_from_subjunctive(verb)
        return
    if first.tag_ != "VBN" or first.dep_ != "ccomp" or any(c.dep_ in (*SUBJECTS, "aux") for c in verb.children):
        return
    if any(c.dep_ == "aux" and c.lower_ == "had" for c in first.children) and first.head.tag_ == "VBD":
        verb.head = first.head


def _joined_to_modal(verb: Token) -> None:
    """ "could reverse the rules or decline to appeal": *decline* shares the modal and is no present.

    Only where it has no subject and no auxiliary of its own.
    """
    first = verb.head
    if first.tag_ == "VB" and any(c.tag_ == "MD" for c in first.children):
        if not any(c.dep_ in (*SUBJECTS, "aux", "auxpass") for c in verb.children):
            verb.tag_ = "VB"


def _part_day_from_subject(name: Token) -> None:
    """ "On Friday North Korea said it was ready": the parser takes "Friday North Korea" for one name behind "On".

    A day stands at the head of no name; a finite verb right behind that has no subject tells whose name it is.
    """
    prep = name.head
    day = next((c for c in name.lefts if c.lower_ in _DAYS), None)
    verb = prep.head
    if day is None or prep.lower_ != "on" or day.i != prep.i + 1 or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return
    if verb.i != name.i + 1 or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    name.head, name.dep_ = verb, "nsubj"
    day.head, day.dep_ = prep, "pobj"


def _list_of_names(second: Token) -> None:
    """ "Ana Lund, Bo Vik and Carl Moe signed": the second of three names says not who the first is.

    Names that a comma parts, of whom the second is joined to a third by "and" and no comma closes what would stand
    beside the first. Places say where the first lies ("Geneva, Switzerland and Vienna"), so only before a verb.
    """
    first = second.head
    third = next((c for c in second.rights if c.dep_ == "conj" and c.tag_ == "NNP"), None)
    if first.tag_ != "NNP" or first.dep_ not in SUBJECTS or third is None or third.i + 1 >= len(second.doc):
        return
    begin = second.left_edge
    linked = any(c.dep_ == "cc" and c.lower_ == "and" for c in second.rights)
    aged = any(c.tag_ == "CD" and c.i == first.i + 2 for c in first.rights)  # "Ana Lund, 23, Bo Vik, 20, and …"
    after = first.i + (4 if aged else 2)
    plain = all(c.tag_ == "NNP" for c in second.lefts) and begin.i == after and begin.nbor(-1).text == ","
    closed = third.nbor(1).text == "," and not (aged and any(c.tag_ == "CD" for c in third.rights))
    if linked and plain and not closed:
        second.dep_ = "conj"


def _list_of_offices(second: Token) -> None:
    """ "met the president, prime minister and foreign minister": three offices, not a president who is a minister.

    Only where the second has no article and nothing but "and" the third behind it.
    """
    first = second.head
    begin = second.left_edge
    bare = all(c.dep_ in ("amod", "compound") for c in second.lefts)
    third = next((c for c in second.rights if c.dep_ == "conj" and c.tag_ == "NN"), None)
    linked = third is not None and all(c.dep_ in ("cc", "conj") or c.i > third.i for c in second.rights)
    if first.tag_ == "NN" and any(c.lower_ == "the" for c in first.lefts) and bare and linked:
        if begin.i == first.i + 2 and begin.nbor(-1).text == ",":
            second.dep_ = "conj"


def _plea_before_day(word: Token) -> None:
    """ "pleaded guilty Monday": the plea is guilty, not the Monday."""
    day = word.head
    if word.dep_ != "amod" or day.lower_ not in _DAYS or word.i == 0:
        return
    verb = word.nbor(-1) if word.nbor(-1).lower_ != "not" or word.i < 2 else word.nbor(-2)
    if verb.lemma_ == "plead":
        word.head, word.dep_ = verb, "acomp"


_OFFICES = words("offices_of")


def _office_of_two_words(office: Token) -> None:
    """ "the Department of Homeland Security": the department is of "Homeland Security", no security of the department's."""
    last = office.head
    of = next((c for c in office.rights if c.lower_ == "of"), None)
    first = next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None
    if of is None or first is None or first.i != last.i - 1 or last.dep_ != "pobj" or last.head == last:
        return
    for child in list(last.children):
        if child.i != office.i:
            child.head = office
    office.head, office.dep_ = last.head, last.dep_
    last.head, last.dep_ = of, "pobj"
    first.head, first.dep_ = last, "compound"


def _subject_behind_and(noun: Token) -> None:
    """ "opposes reinstating it and the Senate last month approved …": the Senate is no object but approved.

    Where a finite verb without a subject follows the noun with nothing but words of time between.
    """
    doc, last = noun.doc, noun.right_edge.i
    for verb in doc[last + 1 : last + 6]:
        if verb.is_punct or verb.tag_ in ("IN", "CC", "TO"):
            return
        if verb.tag_ in ("VBD", "VBZ", "VBP"):
            between = doc[last + 1 : verb.i]
            timely = all(t.head == verb or t.head in between for t in between)
            bare = not any(c.dep_ in (*SUBJECTS, "aux", "auxpass", "mark") for c in verb.children)
            if timely and bare and not noun.is_ancestor(verb) and verb.dep_ in ("ccomp", "conj", "advcl", "ROOT"):
                noun.head, noun.dep_ = verb, "nsubj"
            return


_REPORTING = words("repair_reporting")


def _reported(verb: Token) -> None:
    """ "a call reporting the girl had been attacked": she is what is told of as attacked, not what is reported.

    Where the subject that a passive lacks stands right before it as the object of a verb of speech.
    """
    first = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), None)
    if first is None or first.i == 0 or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    noun = first.nbor(-1)
    saying = noun.head
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    if (
        noun.dep_ != "dobj"
        or saying.lemma_ not in _REPORTING
        or saying.i > noun.i
        or not passive
        or verb.is_ancestor(saying)
    ):
        return
    verb.head, verb.dep_ = saying, "ccomp"
    noun.head, noun.dep_ = verb, "nsubjpass"


_ARRESTING = words("arresting")
_PEOPLE = words("arrested_people")


def _arrested_by(doer: Token) -> None:
    """ "three people police arrested on Thursday": the police arrested people; nobody arrested "people police".

    Only behind a noun for people and before a verb in the past that the parser hung on the doer.
    """
    if doer.i == 0 or doer.i + 1 >= len(doer.doc):
        return
    people, verb = doer.nbor(-1), doer.nbor(1)
    if people.dep_ != "compound" or people.head != doer or people.lower_ not in _PEOPLE:
        return
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ not in ("acl", "relcl") or verb.head != doer:
        return
    head, dep = doer.head, doer.dep_
    for child in list(doer.children):
        if child.i != people.i:
            child.head = people
    people.head, people.dep_ = (people if head == doer else head), dep
    verb.head, verb.dep_, verb.tag_ = people, "relcl", "VBD"
    doer.head, doer.dep_ = verb, "nsubj"


def _lift_from_subjunctive(verb: Token) -> None:
    """ "They said it was vital that Mali act to end it and called on Chad": *called* goes with *said*, not with *end*.

    What ought to be is not continued in the simple past; the nearest verb above it in the past with a subject is.
    """
    for above in verb.head.ancestors:
        if above.tag_ == "VBD" and any(c.dep_ in SUBJECTS and c.lower_ != "it" for c in above.children):
            verb.head = above
            return


def _gapped_passive(verb: Token) -> None:
    """ "Ten people were killed and 42 wounded", "left 12 dead and 30 injured", "with 80 wounded": the 42 wounded nobody.

    A participle without an auxiliary of its own, beside a passive or after "leave" or "with", is passive; it would
    not be with an object ("were told and 42 wounded others").
    """
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or any(c.dep_ in ("aux", "auxpass", "dobj") for c in verb.children):
        return
    above = verb.head
    passive = above.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in above.children)
    if passive or above.lemma_ == "leave" or (verb.dep_ == "pcomp" and above.lower_ == "with"):
        subject.dep_ = "nsubjpass"


def _names(doc: Doc) -> None:
    """Parts of names that the tagger does not know for what they are.

    "Tuđman" at the head of a sentence comes out as a common noun, the "Most" of "Sanski Most" as an adverb. Capitals
    inside a sentence make names, but for sentences all in capitals of that kind.
    """
    words = [t for t in doc if t.text[:1].isalpha()]
    if not words or sum(t.text[0].isupper() for t in words) > _LIKELY_TITLE * len(words):
        return
    for token in words:
        if not token.text[0].isupper():
            continue
        if token.tag_ == "NN" and not token.text.isascii():
            token.tag_ = "NNP"
        elif token.tag_ in ("RBS", "JJS", "RB", "UH", "FW") and token.i > 0:
            before = token.nbor(-1)
            if before.tag_ == "NNP" and before.text[0].isupper() and before.i > 0 and not list(token.children):
                token.tag_, token.dep_ = "NNP", "flat"
                token.head = before


def _headline(doc: Doc) -> None:
    """ "Colombia peace talks with ELN suspended": the talks are suspended, not the ELN.

    Where no finite verb stands and the root is a noun, a participle that closes something is the headline's verb.
    """
    root = next((t for t in doc if t.head == t and t.tag_.startswith("NN")), None)
    if root is None or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in doc):
        return
    for token in doc:
        if token.tag_ == "VBN" and token.dep_ == "acl" and token.lemma_ in _HEADLINE_ENDINGS:
            noun = token.head
            if noun != root and root.is_ancestor(noun) and noun.dep_ == "pobj" and noun.head.head == root:
                token.head, token.dep_ = token, "ROOT"
                root.head, root.dep_ = token, "nsubjpass"
                return
