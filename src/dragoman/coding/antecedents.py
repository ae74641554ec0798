"""What a pronoun stands for by the syntax of its own sentence: "Oslo said it had expelled him"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.empty_it import empty_it, is_judged, said_of
from dragoman.coding.parties import is_party
from dragoman.coding.phrases import to_party
from dragoman.coding.syntax import SUBJECTS, arguments, coordinated, is_noun, is_passive, is_verb, surface_subjects
from dragoman.gazetteers.agents import agent
from dragoman.records import Party, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

# Clauses whose pronoun a party of the clause above may be. Of coordinated clauses the second is as often about the other.
_INSIDE = ("ccomp", "advcl", "xcomp", "relcl", "acl", "pcomp", "conj", "parataxis", "prep", "acomp", "oprd")
# … and phrases whose clause may speak of a party beside them: "women were surrounded by men who robbed them".
_WITH_CLAUSE = ("agent", "dobj", "nsubj")
# They tell what others did: "witnesses said they opened fire".
_ONLOOKERS = words("onlookers")
# … and these, what others underwent: "prosecutors said the nuns paid them".
_TELLERS = words("tellers")
_MANY = ("they", "them", "their")
_ONE_PERSON = ("he", "she", "him", "her", "his")
# What is said of somebody for what he did: "sanctioned Iran after it …", "condemned the mayor because he …".
_BLAMING = words("blaming_verbs")
# Whoever is helped is helped in what is his: "advised the king in his quarrel".
_HELPING = words("helping")
_HELPED_WITH = ("in", "with", "for", "over", "about", "on")
_HOSTING = words("hosting")
_REASONS = ("after", "for", "because", "as", "since", "when", "unless", "until", "if")
# What is done to another's things only, and what is turned down or granted of what another asked.
_TAKEN_FROM, _TURNING_DOWN, _WHAT_ONE_ASKS = words("taken_from"), words("turning_down"), words("what_one_asks")
# "told the firm it must pay": what must be done is said of who is told.
_TELLING = ("tell", "inform", "warn", "remind", "notify", "order")
_OBLIGING = ("must", "should", "may", "ought")
# They are no party of the codebook, but "they" may be.
_PLAYERS = words("players")
# Officers of the law go on to undergo nothing: "police charged two men. They deny it".
_OF_THE_LAW = ("COP", "JUD", "GOV")
# Prepositions behind which stands whom a verb is about.
_ABOUT = ("on", "against", "to", "with", "at", "from")


def named_for(party: Party, sentence: Sentence, text: str) -> list[tuple[Party, ...]]:
    """The parties of the sentence that the pronoun ``party`` can stand for, the likeliest first; ``[]`` where syntax is silent.

    Several together where "they" are. ``text`` is the article's, into which all spans count.
    """
    doc, offset = sentence.doc, sentence.span.start
    if doc is None or not sentence.span.covers(party.head_span):
        return []
    token = next((t for t in doc if t.idx + offset == party.head_span.start), None)
    if token is None:
        return []
    return [tuple(to_party(t, offset, text) for t in group) for group in _candidates(token)]


def _candidates(pronoun: Token) -> list[tuple[Token, ...]]:
    """The parties of the clauses around the pronoun's own, nearest first. Its own clause's subject is another (binding)."""
    out: list[tuple[Token, ...]] = []
    clause = _clause_of(pronoun)
    owner = pronoun.dep_ == "poss"
    subject = pronoun.dep_ in SUBJECTS
    if owner:  # "Seoul recalled its envoy": within its clause a possessor may be the subject
        for group in _helped_or_blamed(clause, pronoun):
            _add(out, group, pronoun)
        if not _is_anothers(pronoun, clause):
            _add(out, surface_subjects(clause), pronoun)
    own = [] if owner or subject else surface_subjects(clause)
    behind: list[tuple[Token, ...]] = []
    relative = clause.dep_ in ("relcl", "acl") and not subject
    if clause.dep_ == "conj" and not subject and not owner:
        for group in _objects_in_row(clause, pronoun):
            _add(behind, [t for t in group if t not in own], pronoun)
    while clause.head.i != clause.i:
        above = clause.head.head if _is_told_that(clause) else clause.head
        inside = clause.dep_ in _INSIDE or (relative and clause.dep_ in _WITH_CLAUSE)
        if is_verb(above) and any(c.dep_ in SUBJECTS for c in above.children) and inside:
            joined = clause.dep_ == "conj"
            if joined and subject and pronoun.lower_ not in ("he", "she"):
                if pronoun.lower_ == "they":
                    _add(out, _together(above, clause) or _only_many(above, pronoun), pronoun)
                return out
            if joined and not subject and _goes_on(above, pronoun):
                return out
            objects = [[t for t in group if t not in own] for group in _objects(above, pronoun)]
            if _is_blamed_for(clause, above) and not is_passive(above):
                if clause.lemma_ in _HOSTING and pronoun.dep_ == "dobj":
                    return out  # "condemned Oslo for receiving him": nobody is blamed for having his critic as a guest
                for group in objects:
                    _add(out, group, pronoun)
            if not _told_of_before(pronoun):
                told_by = [t for t in surface_subjects(above) if t not in own]
                first = [t for t in told_by if t.i < pronoun.i]
                if _is_told_to(clause, above):
                    for group in objects:
                        _add(out, group, pronoun)
                if not owner and not subject:  # "prosecutors said nuns paid them"
                    first = [t for t in first if t.lemma_ not in _TELLERS]
                _add(out, first, pronoun)
                if owner or subject:  # "when he was arrested, Mora …"
                    _add(out, told_by, pronoun)
            if not joined or not subject:
                for group in objects:
                    _add(behind, group, pronoun)
        clause = above
    found = [*out, *(g for g in behind if g not in out)]
    if pronoun.lower_ in ("they", "them"):  # "the airline apologised to two men after a pilot accused them"
        found.sort(key=lambda g: 0 if len(g) > 1 or g[0].tag_ == "NNS" else 2 if _is_one(g[0]) else 1)
    return found


def _is_anothers(owner: Token, verb: Token) -> bool:
    """Whether what is owned cannot be the subject's own: nobody "denied <his> request", "seized <her> passport" that is his."""
    thing = owner.head
    if thing.dep_ != "dobj" or thing.head != verb or is_passive(verb):
        return False
    return verb.lemma_ in _TAKEN_FROM or (verb.lemma_ in _TURNING_DOWN and thing.lemma_ in _WHAT_ONE_ASKS)


def _is_told_that(clause: Token) -> bool:
    """Whether the clause is what somebody is told, though a parser hangs it on him: "told a paper it had sued"."""
    told = clause.head
    return (
        clause.dep_ == "relcl"
        and told.dep_ == "dobj"
        and told.head.lemma_ in _TELLING
        and any(c.dep_ in SUBJECTS and c.tag_ == "PRP" for c in clause.children)
        and not any(t.tag_ in ("WP", "WDT", "WRB") or t.lower_ == "that" for t in clause.lefts)
    )


def _is_told_to(clause: Token, above: Token) -> bool:
    """Whether the clause says what must be done by who is told: "told the firm it must pay"."""
    modal = any(c.dep_ == "aux" and c.lower_ in _OBLIGING for c in clause.children)
    return (
        above.lemma_ in _TELLING and clause.dep_ in ("ccomp", "relcl") and (modal or clause.lemma_ in ("need", "have"))
    )


def opens_after(party: Party, sentence: Sentence, before: Sentence | None, text: str) -> tuple[Party, ...]:
    """The subject of the sentence before that "they" or "it" at the opening of this one takes up; ``()`` where none is safe.

    "Ten towns are fighting the plan before two judges. They say …": the towns. Not whoever arrested or charged many:
    those go on to speak. "The court convicted Lund. It set the fine …": the court, where no other body is named beside it.
    """
    doc, above = sentence.doc, before.doc if before is not None else None
    if doc is None or above is None or before is None or party.text.lower() not in ("they", "it"):
        return ()
    offset = sentence.span.start
    token = next((t for t in doc if t.idx + offset == party.head_span.start), None)
    if (
        token is None
        or token.dep_ not in SUBJECTS
        or any(t.is_alpha and t.dep_ not in ("cc", "advmod") for t in doc[: token.i])
    ):
        return ()
    root = next((t for t in above if t.dep_ == "ROOT" and is_verb(t)), None)
    subjects = surface_subjects(root) if root is not None else []
    if not subjects or any(t.lemma_ in _ONLOOKERS or not is_noun(t) or not is_party(t) for t in subjects):
        return ()
    if party.text.lower() == "it":
        return (
            tuple(to_party(t, before.span.start, text) for t in subjects)
            if root and _is_lone_body(subjects, root)
            else ()
        )
    if len(subjects) == 1 and subjects[0].tag_ not in ("NNS", "NNPS"):
        family = root is not None and _has_followers(subjects[0], root)
        return (to_party(subjects[0], before.span.start, text),) if family else ()
    found = [agent(t.lower_) for t in subjects]
    many = [t for t in arguments(root).objects if t.tag_ == "NNS"] if root is not None else []
    if many and any(one is not None and one.sectors[0] in _OF_THE_LAW for one in found):
        return ()
    return tuple(to_party(t, before.span.start, text) for t in subjects)


def _has_followers(subject: Token, verb: Token) -> bool:
    """Whether the subject is several people told of in the singular and the object theirs: "the family thanked their friends"."""
    found = agent(subject.lower_)
    objects = [t for t in arguments(verb).objects if t.tag_ == "NNS"]
    owned = [t for t in objects if any(c.dep_ == "poss" and c.lower_ in ("their", "its") for c in t.lefts)]
    return found is not None and found.kind == "group" and bool(objects) and owned == objects


def _is_lone_body(subjects: list[Token], verb: Token) -> bool:
    """Whether the subject is one body, and the verb has no object that "it" could be."""
    kinds = [agent(t.lower_) for t in subjects]
    if len(kinds) != 1 or kinds[0] is None or kinds[0].kind != "body" or subjects[0].tag_ not in ("NN", "NNP"):
        return False
    others = [t for t in arguments(verb).objects if is_noun(t) and t not in subjects]
    # a name that "it" could take up would have been found by nearness
    return all(t.tag_ != "NN" or (f := agent(t.lower_)) is None or f.kind == "person" for t in others if is_party(t))


def is_empty_subject(party: Party, sentence: Sentence) -> bool:
    """Whether "it" stands for no party but for the clause behind it: "it's unlawful to jail him"."""
    doc, offset = sentence.doc, sentence.span.start
    if doc is None or party.text.lower() != "it":
        return False
    token = next((t for t in doc if t.idx + offset == party.head_span.start), None)
    if token is None or empty_it(token.head) != token:
        return False
    judged = [c for c in said_of(token.head) if c.i > token.i]
    clauses = [
        c
        for node in (token.head, *judged)
        for c in node.children
        if c.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl")
    ]
    # "it was ready to talk", "it is able to pay" are said of somebody
    return any(map(is_judged, judged)) and any(
        c.i > judged[0].i and any(a.dep_ == "aux" and a.lower_ == "to" for a in c.children) for c in clauses
    )


def in_one_clause(party: Party, other: Party, sentence: Sentence) -> bool:
    """Whether a pronoun stands in the clause of which ``other`` is the subject.

    "Lund asked him" does, "Lund asked for time for him to join" does not.
    """
    doc, offset = sentence.doc, sentence.span.start
    if doc is None:
        return True
    token = next((t for t in doc if t.idx + offset == party.head_span.start), None)
    return token is None or any(t.idx + offset == other.head_span.start for t in surface_subjects(_clause_of(token)))


def _is_one(noun: Token) -> bool:
    """Whether a noun or name stands for one party: "the airline", "Alpine Airlines"."""
    if noun.tag_ == "NNPS":
        found = agent(noun.lower_)
        return found is not None and found.kind == "body"
    return noun.tag_ in ("NN", "NNP") and not _is_many(noun)


def _is_many(noun: Token) -> bool:
    """Whether a noun in the singular stands for many people: "the crowd", "police"."""
    found = agent(noun.lower_)
    return found is not None and (found.number == "plural" or found.kind == "group")


def _told_of_before(pronoun: Token) -> bool:
    """Whether a clause above speaks of the same "he" before, so that whoever comes after is another: "he said that when
    he was arrested Mora cheered"."""
    return any(
        c.i < pronoun.i and c.dep_ in SUBJECTS and c.lower_ == pronoun.lower_
        for above in pronoun.ancestors
        for c in above.children
        if is_verb(above) and c.i != pronoun.i
    )


def _goes_on(above: Token, pronoun: Token) -> bool:
    """Whether the pronoun goes on with that of the clause before: "they gave to the poor and I praise them"."""
    kind = next((k for k in _KINDS if pronoun.lower_ in k), ())
    return any(c.dep_ in SUBJECTS and c.lower_ in kind and c.i < pronoun.i for c in above.children)


_KINDS = (("they", "them", "their"), ("he", "him", "his"), ("she", "her"), ("it", "its"))


def _clause_of(pronoun: Token) -> Token:
    node = pronoun.head
    while not is_verb(node) and node.head.i != node.i:
        node = node.head
    return node


def _objects(verb: Token, pronoun: Token) -> list[list[Token]]:
    """Whom the clause above is about beside its subject, phrase by phrase, as far as it stands before the pronoun."""
    args = arguments(verb)
    objects = list(args.subjects) if args.passive else list(args.objects)  # of a passive the doers
    behind = (
        coordinated(c for c in prep.children if c.dep_ == "pobj")
        for node in (verb, *objects)
        for prep in node.children
        if prep.dep_ in ("prep", "dative") and prep.lower_ in _ABOUT
    )
    return [[t for t in group if t.i < pronoun.i and is_noun(t)] for group in (objects, *behind)]


def _objects_in_row(clause: Token, pronoun: Token) -> list[list[Token]]:
    """Whom the verbs before in a row without a subject are about: "began warning <residents> and helping them"."""
    first = clause.head
    if not is_verb(first) or any(c.dep_ in SUBJECTS for c in first.children):
        return []
    verbs = [*(c for c in first.children if c.dep_ == "xcomp" and c.i < clause.i), first]
    return [group for verb in verbs for group in _objects(verb, pronoun)[:1] if group]


def _helped_or_blamed(verb: Token, owner: Token) -> list[list[Token]]:
    """Whose thing it is that somebody is helped with or blamed for: "helped Lund in his talks with the rebels"."""
    if verb.lemma_ not in _BLAMING | _HELPING:
        return []
    above = [t for t in owner.ancestors if t.dep_ == "prep" and t.head.i in (verb.i, *(c.i for c in verb.children))]
    if not any(t.lower_ in _HELPED_WITH for t in above):
        return []
    return _objects(verb, owner)[:1]


def _together(verb: Token, clause: Token) -> list[Token]:
    """Those whom the clause before brought together: "the king spoke to the emir and they agreed"."""
    subjects = surface_subjects(verb)
    if len(subjects) != 1 or subjects[0].tag_ in ("NNS", "NNPS"):
        return []
    for prep in verb.children:
        if prep.dep_ in ("prep", "dative") and prep.lower_ in ("with", "to"):
            others = coordinated(c for c in prep.children if c.dep_ == "pobj")
            if others and all(map(is_party, others)):
                if any(c.dep_ == "dobj" and c.lower_ in ("him", "her") for c in clause.children):
                    return others  # "the king spoke to the envoys and they accused him"
                return [*(_named(subjects[0])), *others]
    return []


def _only_many(verb: Token, pronoun: Token) -> list[Token]:
    """The subject of the clause before, if it is several and no other party there is: "the guards shouted and they fired"."""
    subjects = surface_subjects(verb)
    plural = all(t.tag_ in ("NNS", "NNPS") for t in subjects) or len(subjects) > 1
    others = [t for group in _objects(verb, pronoun) for t in group if is_party(t) and t.tag_ in ("NNS", "NNPS")]
    return subjects if plural and not others else []


def _named(token: Token) -> list[Token]:
    """The token, or for a pronoun what its sentence has for it."""
    if not token.tag_.startswith("PRP"):
        return [token]
    return list(next(iter(_candidates(token)), (token,)))


def _is_blamed_for(clause: Token, above: Token) -> bool:
    """Whether the clause gives the reason why the verb above was done to its object."""
    if above.lemma_ not in _BLAMING:
        return False
    lead = clause.head if clause.dep_ == "pcomp" else next((c for c in clause.children if c.dep_ == "mark"), None)
    return clause.dep_ in ("advcl", "pcomp") and lead is not None and lead.lower_ in _REASONS


def _add(out: list[tuple[Token, ...]], tokens: Iterable[Token], pronoun: Token) -> None:
    """Adds the ``tokens`` that agree with the pronoun: several together for "they", one for all others."""
    many = pronoun.lower_ in _MANY
    fitting = [
        t
        for t in tokens
        if t.i != pronoun.i
        and is_noun(t)
        and (is_party(t) or (many and t.tag_ == "NNS" and t.lemma_ in _PLAYERS))
        and t.lemma_ not in _ONLOOKERS
    ]
    if many:
        groups = [tuple(fitting)] if fitting else []
    else:
        groups = [(t,) for t in fitting if t.tag_ not in ("NNS", "NNPS")]
        if len(groups) > 1:
            groups = []  # of two that fit neither is a safe guess
    out.extend(g for g in groups if g not in out)


def agrees_unknown(pronoun: str, head: str) -> bool:
    """Whether a party that nobody knows can be what the pronoun means: a name or a person's noun for one, a plural for many."""
    if pronoun in _ONE_PERSON:
        found = agent(head)
        return head[:1].isupper() or (found is not None and found.kind == "person" and head != found.plural)
    if pronoun == "it":  # "Alpine Corp told a paper it had begun an inquiry"
        return head[:1].isupper()
    return pronoun in _MANY and head[:1].islower()
