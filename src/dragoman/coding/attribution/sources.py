"""Who can answer for a statement, and whose statement a noun is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.speech import Speech
from dragoman.codebook.words import words
from dragoman.coding.attribution.clauses import escaped
from dragoman.coding.parties import is_party
from dragoman.coding.phrases import phrase
from dragoman.coding.syntax import (
    SUBJECTS,
    antecedent,
    arguments,
    coordinated,
    is_noun,
    is_passive,
    is_verb,
    surface_subjects,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONS = frozenset({"i", "we", "he", "she", "they", "who", "you", "it"})
_SOME = words("unnamed_people")
_UNSAID = frozenset({"it", "there", "what", "this", "that", "which"})


def can_speak(token: Token | None, speech: Speech) -> bool:
    """Whether ``token`` heads somebody who can hold a view: a party, a name, a person's pronoun, "some"."""
    if token is None:
        return False
    if token.lower_ in _PERSONS or token.lower_ in _SOME:
        return True
    if token.tag_ == "CD" or token.lemma_ == "percent" or token.text == "%":
        return token.dep_ in ("nsubj", "nsubjpass", "conj", "pobj")  # of those asked: "46 percent favour …"
    return (
        is_party(token)
        or token.tag_ in ("NNP", "NNPS")
        or token.lemma_ in speech.documents
        or token.lemma_ in speech.works
        or token.lemma_ in speech.speakers
        or token.text in speech.names  # names that are words too, at the head of a sentence
    )


def whole(source: Token, speech: Speech) -> tuple[int, int]:
    """Token range of all that answers: whoever speaks together ("police and prosecutors said"), and a paper with whose it is
    ("a statement from the ministry said")."""
    start, end = phrase(source)
    if source.lemma_ in speech.documents or source.lemma_ in speech.works:
        for prep in source.rights:
            if prep.lower_ in ("from", "by", "of") and prep.i == end:
                end = max([end, *(phrase(t)[1] for t in prep.children if t.dep_ == "pobj" and is_party(t))])
        return start, end
    together = coordinated([source]) if source.dep_ == "nsubj" else []
    if len(together) > 1 and all(can_speak(t, speech) and t.lower_ != "it" for t in together):
        last = phrase(together[-1])[1]
        if last - start <= _LONGEST and all(t.dep_ != "relcl" for t in source.doc[start:last]):
            end = max(end, last)
    return start, end


_LONGEST = 12  # words; a longer row is more than who speaks


def stand_in(verb: Token, source: Token | None) -> Token | None:
    """The relative pronoun that stands for ``source`` as the subject of ``verb``: "the judge, who said …"."""
    if source is None or is_passive(verb):
        return None
    clause = verb
    while clause.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in clause.children) and is_verb(clause.head):
        clause = clause.head
    own = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    return own if own is not None and own != source and antecedent(own) == source else None


def speaker_of(verb: Token, speech: Speech) -> Token | None:
    """The source of a verb of speech; of "a statement saying …" whoever made the statement."""
    inserted = _inserted_speaker(verb) or _quoted_speaker(verb) or _behind_quotation(verb, speech)
    if inserted is not None:
        return inserted
    outer = escaped(verb)
    source = next(iter(arguments(verb if outer is None else outer).subjects), None)
    aside = _aside_subject(verb)
    if aside is not None:
        return aside
    if source is None:
        return None
    if verb.dep_ in ("acl", "relcl") and source == verb.head and source.lemma_ in speech.nouns:
        return owner(source, speech) or source
    return source


def _inserted_speaker(verb: Token) -> Token | None:
    """Who says it in "the man, who police say shot her" and in "quoted the general as saying …"."""
    own = [c for c in verb.lefts if c.dep_ in SUBJECTS]
    if verb.dep_ == "relcl" and len(own) > 1 and own[0].tag_ in ("WP", "WDT"):
        return own[-1]
    link = verb.head
    if verb.dep_ == "pcomp" and link.lower_ == "as" and link.head.lemma_ in ("quote", "cite") and not own:
        return _quoted_speaker(link.head) or next(
            (c for c in link.head.rights if c.dep_ == "dobj" and c.i < link.i), None
        )
    return None


def _behind_quotation(verb: Token, speech: Speech) -> Token | None:
    """Who says it where the parser looks for the speaker inside the quotation: ""Ghana held talks," confirmed <Ann Roe>"."""
    if verb.i < 2 or not (verb.nbor(-1).is_quote and verb.nbor(-2).text in (",", "?", "!")):
        return None
    behind = (c for c in verb.rights if c.dep_ in ("nsubj", "dobj", "attr", "oprd") and c.left_edge.i == verb.i + 1)
    return next((c for c in behind if can_speak(c, speech)), None)


def _quoted_speaker(verb: Token) -> Token | None:
    """Who says what a paper quotes of him: "«No», <Lund> was quoted by the paper as saying"."""
    as_saying = any(c.lower_ == "as" and any(d.dep_ == "pcomp" for d in c.children) for c in verb.rights)
    if verb.lemma_ not in ("quote", "cite") or not as_saying:
        return None
    return next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)


def passed_on(verb: Token, speech: Speech) -> Token | None:
    """Whose words a paper passes on: ""We did it," the agency cited <the militia>"."""
    if verb.lemma_ not in ("quote", "cite") or is_passive(verb):
        return None
    return next((c for c in verb.rights if c.dep_ == "dobj" and can_speak(c, speech)), None)


def _aside_subject(verb: Token) -> Token | None:
    """The speaker of an aside that the parser made the main clause: "the tax, as one adviser put it, never worked"."""
    link = next((c for c in verb.lefts if c.lower_ == "as" and c.i > 0 and c.nbor(-1).text == ","), None)
    if link is None or not any(c.dep_ == "nsubj" and c.i < link.i for c in verb.lefts):
        return None
    inside = [*(c for c in verb.lefts if c.dep_ == "nsubj"), *(c for c in link.children if c.dep_ == "pobj")]
    return next((c for c in inside if c.i > link.i and c.right_edge.i == verb.i - 1), None)


def owner(noun: Token, speech: Speech) -> Token | None:
    """Whose statement, plan or fear a noun is: possessor, "by X", a name before it, or the subject of a light verb."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.rights:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    for child in noun.lefts:
        if child.dep_ == "compound" and child.tag_ in ("NNP", "NNPS"):
            return child
    head = noun.head
    if is_verb(head) and noun.dep_ == "dobj" and head.lemma_ in speech.light:
        return next((s for s in surface_subjects(head) if s.lower_ not in _UNSAID and s != noun), None)
    if noun.dep_ == "attr" and is_verb(head):  # "he is a critic of …"
        return next((s for s in surface_subjects(head) if s.lower_ not in _UNSAID and s != noun), None)
    return None


def is_reader(token: Token) -> bool:
    """Whether an object is who is spoken to rather than what is told: "told reporters"."""
    return token.tag_.startswith("PRP") or (is_noun(token) and is_party(token))
