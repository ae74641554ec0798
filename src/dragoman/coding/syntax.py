"""Who is subject and object of a predicate, through passives, relatives, control and coordination."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.empty_it import empty_it
from dragoman.coding.reattached import (
    behind_place,
    first_of_row,
    inverted,
    joined_before,
    modified_by,
    named_as_well,
    on_auxiliary,
    passive_before,
    place_passed_over,
    stray_subjects,
    subject_sharer,
    told_before,
    without_tail,
)
from dragoman.coding.relatives import bearer, with_its_place

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_NOMINAL_OBJECTS = ("dobj", "attr", "oprd")
_PREPOSITIONAL = ("prep", "prt", "agent", "dative", "advmod", "aux", "mark", "cc")
_RELATIVES = ("who", "which", "that", "whom")
_JUDGED = words("judged_deeds")
_TALKING = words("talking")  # "called him to talk"
_SUBJECT_CONTROL = words("subject_control")
_HELPED_IN = words("helped_in")
_HARMING, _UNDERGOING = words("harming"), words("undergoing")
# Whoever suffers what kills does not kill.
_SUFFERING = words("suffering")


@dataclass(frozen=True, slots=True)
class Arguments:
    """The deep arguments of a verb: passives are turned round, relative pronouns stand for what they refer to."""

    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    passive: bool


def is_verb(token: Token) -> bool:
    """Whether the token is tagged as a verb form."""
    return bool(token.tag_.startswith("VB"))


def is_noun(token: Token) -> bool:
    """Whether the token is tagged as a noun, proper or common."""
    return bool(token.tag_.startswith("NN"))


def is_nominal(token: Token) -> bool:
    """Whether the token can head a noun phrase."""
    return token.tag_[:2] in ("NN", "PR", "CD", "WP", "DT", "WD", "JJ") or token.tag_ == "$"


def infinitive_to(verb: Token) -> Token | None:
    """The "to" that marks ``verb`` as an infinitive."""
    return next((c for c in verb.children if c.lower_ == "to" and c.dep_ == "aux"), None)


def coordinated(tokens: Iterable[Token]) -> list[Token]:
    """The tokens and what is coordinated with them on the right, in order of text."""
    out: list[Token] = []
    for token in tokens:
        if token not in out:
            out.append(token)
        for child in token.rights:
            if child.dep_ == "conj" and is_nominal(child):
                out.extend(t for t in coordinated([child]) if t not in out)
    further = named_as_well(out[-1]) if out else None
    return out if further is None or further in out else [*out, further]


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for; any other token is itself."""
    if token.lower_ in _RELATIVES and token.tag_ in ("WP", "WDT", "IN", "DT"):
        for ancestor in token.ancestors:
            if ancestor.dep_ == "relcl":
                if token.lower_ in ("which", "that"):
                    return with_its_place(ancestor.head)
                return bearer(ancestor.head)
    return token


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive, reduced ones ("the man arrested on Monday") among them."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "csubjpass") for c in verb.children):
        return verb.tag_ != "VB"  # "all they have to do is leave"
    if verb.tag_ != "VBN":
        # taggers mistake reduced passives for past tense: "the leader jailed by a court"
        if verb.tag_ != "VBD" or any(c.dep_ in ("nsubj", "aux") for c in verb.children):
            return False
        return verb.dep_ == "acl" or _is_in_chain_of_passives(verb)
    if any(c.dep_ == "aux" and c.lemma_ in ("have", "'ve", "’ve", "having") for c in verb.children):
        return False
    if verb.dep_ in ("acl", "amod", "advcl", "relcl", "pcomp", "oprd"):
        return True
    if verb.dep_ in ("dep", "conj") and (before := passive_before(verb)) is not None:
        return is_passive(before)
    if verb.dep_ == "conj" and is_verb(verb.head) and not any(c.dep_ in ("nsubj", "aux") for c in verb.children):
        return is_passive(verb.head)
    if verb.dep_ != "ROOT" or any(c.dep_ in ("aux", "dobj") for c in verb.children):
        return False
    if any(c.dep_ == "conj" and is_verb(c) and any(d.dep_ == "dobj" for d in c.rights) for c in verb.rights):
        return False  # "gangs of men assaulted and robbed women"
    # "Councilwoman arrested after a row": a headline spares the "is" as it spares the article
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return all(is_noun(c) and not any(d.dep_ in ("det", "poss") for d in c.children) for c in subjects)


def _is_in_chain_of_passives(verb: Token) -> bool:
    """Whether a form tagged past tense stands among passives that lead to one agent: "were beaten, <kicked> and robbed by"."""
    if verb.dep_ != "conj" or not is_verb(verb.head) or any(c.dep_ == "dobj" for c in verb.children):
        return False
    if verb.head.dep_ == "amod":  # "newly arrived refugees, assaulted and robbed women"
        return False
    further = (c for c in verb.rights if c.dep_ == "conj" and c.tag_ == "VBN")
    led = any(c.dep_ == "agent" for c in verb.rights) or any(all(d.dep_ != "dobj" for d in c.rights) for c in further)
    return led and is_passive(verb.head)


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The tokens that fill the subject position, inherited where the clause leaves it empty."""
    own = [antecedent(c) for c in verb.children if c.dep_ in SUBJECTS and c.dep_ != "expl"]
    own = without_tail(own)
    own = (
        behind_place(verb, own)
        or [*joined_before(own), *own]
        or on_auxiliary(verb)
        or inverted(verb)
        or stray_subjects(verb)
    )
    if own or depth > 6:
        return [*coordinated(own), *_companions(own)]
    sharer = subject_sharer(verb)
    if sharer is not None:
        return surface_subjects(sharer, depth + 1)
    head, dep = verb.head, verb.dep_
    if dep in ("acl", "relcl") and is_nominal(head):
        if verb.tag_ == "VB":
            return _holders(head, depth)
        writing = _writing_to(verb, head)
        if writing is not None:
            return surface_subjects(writing, depth + 1)
        return _told_of(verb, modified_by(verb, head), depth)
    if dep == "amod":
        return _told_of(verb, head, depth)
    if dep == "dobj" and is_noun(verb):
        return surface_subjects(head, depth + 1)
    if dep == "conj" and (is_verb(head) or head.dep_ in ("ROOT", "xcomp")):
        return surface_subjects(told_before(verb, head) or head, depth + 1)
    if dep == "xcomp" and verb.tag_ == "VB" and empty_it(head if head.dep_ != "acomp" else head.head) is not None:
        if head.dep_ != "acomp" or head.lemma_ in _JUDGED:
            return []  # "it would be wrong to attack them"
    if dep in ("xcomp", "ccomp", "oprd") or (dep == "advcl" and verb.tag_ == "VB"):
        own_will = head.lemma_ in _SUBJECT_CONTROL or (head.lemma_ == "call" and verb.lemma_ in _TALKING)
        if dep != "advcl" and not own_will and not is_passive(head):
            objects = [c for c in head.children if c.dep_ in ("dobj", "dative") and c.i < verb.i and is_nominal(c)]
            if objects:
                return coordinated(objects[:1])
            for prep in head.children:  # "call on X to release …"
                if prep.dep_ == "prep" and prep.lower_ in ("on", "upon", "with", "for", "to") and prep.i < verb.i:
                    found = [c for c in prep.children if c.dep_ == "pobj"]
                    if found:
                        return coordinated(found)
        return surface_subjects(head, depth + 1)
    if dep == "advcl":
        if verb.tag_ == "VBG" and verb.i > head.i and head.lemma_ in _SUFFERING and verb.lemma_ in _HARMING:
            suffered = [c for c in head.children if c.dep_ == "dobj"]
            if suffered:
                return coordinated(suffered)  # "the town has seen a string of raids, killing dozens"
        return surface_subjects(head, depth + 1)
    if dep == "pcomp" or (dep == "pobj" and is_noun(verb)):  # a gerund, which a tagger may take for a noun
        above = head.head
        accused = _accused(head, above)
        if accused:
            return accused
        if head.lower_ == "for" and above.lemma_ in _TIMES and above.dep_ == "pobj" and is_verb(above.head.head):
            above = above.head.head  # "condemned Oslo at the time for hosting it": the parser hangs "for" on the time
        if is_noun(above):
            return _holders(above, depth)
        objects = [_felt_towards(c) for c in above.children if c.dep_ == "dobj" and c.i < verb.i]
        if not objects and above.dep_ == "relcl" and all(c.lower_ not in _RELATIVES for c in above.lefts):
            # "a man they accuse of killing"
            objects = [above.head] if any(c.dep_ == "nsubj" for c in above.lefts) else []
        helped = head.lower_ == "in" and above.lemma_ in _HELPED_IN
        if objects and (
            helped or head.lower_ in ("of", "from", "for", "with", "into", "against")
        ):  # "accuse X of killing"
            return coordinated(objects[:1])
        return surface_subjects(above, depth + 1)
    if head != verb and dep in ("prep", "acomp", "attr", "aux", "auxpass"):
        return surface_subjects(head, depth + 1)
    return []


def _writing_to(verb: Token, addressed: Token) -> Token | None:
    """What whoever urges does to those he urges: "the unions sent letters to the ministries urging them to resign"."""
    told = [c for c in verb.children if c.dep_ in ("dobj", "xcomp", "ccomp")]
    objects = [t for c in told for t in (c, *c.children) if t.tag_ == "PRP" and t.dep_ in ("dobj", "nsubj")]
    if verb.tag_ != "VBG" or not objects or addressed.dep_ != "pobj" or addressed.head.lower_ != "to":
        return None
    above = addressed.head.head
    while is_noun(above) and above.dep_ in ("dobj", "conj"):
        above = above.head
    return above if is_verb(above) else None


def _companions(subjects: Iterable[Token]) -> list[Token]:
    """Who acts along with the subject: "Chad, along with its allies, has …"."""
    return coordinated(
        inner
        for token in subjects
        for along in token.rights
        if along.lower_ in ("along", "together")
        for link in along.children
        if link.lower_ == "with"
        for inner in link.children
        if inner.dep_ == "pobj"
    )


_TIMES = words("time_nouns")
_CHARGES = words("charges")
_ACCUSING = words("accusing")


def _accused(preposition: Token, above: Token) -> list[Token]:
    """Who is to have done what follows: "held a man on charges of killing", "convicted X and Y of insulting": the held."""
    if preposition.lower_ not in ("of", "for", "including"):
        return []
    node, charged = above, False
    while is_noun(node) or node.dep_ == "prep":
        charged = charged or (node.lemma_ in _CHARGES and node.dep_ in ("pobj", "dobj"))
        if node.head.i == node.i:
            return []
        node = node.head
    if above.i == node.i or not is_verb(node) or not (charged or (node.lemma_ in _ACCUSING and _is_object(above))):
        return []
    if is_passive(node) or node.lemma_ in _ANSWERING:
        return surface_subjects(node)
    objects = [c for c in node.children if c.dep_ in ("dobj", "dative")]
    accused = [c for c in objects if c.lemma_ not in (*_CHARGES, "warrant", "complaint")]
    papers = [c for c in objects if c not in accused]
    accused = accused or [  # "filed charges of killing against the guard", "a warrant for him on charges of killing"
        c
        for n in (node, above, *papers)
        for p in n.rights
        if p.lower_ == "against" or (p.lower_ == "for" and n.lemma_ == "warrant")
        for c in p.children
        if c.dep_ == "pobj"
    ]
    return coordinated(accused[:1])


# Who stands trial on charges, faces or denies them is who is charged.
_ANSWERING = words("answering")


def _is_object(noun: Token) -> bool:
    while noun.dep_ == "conj":
        noun = noun.head
    return noun.dep_ == "dobj"


def _felt_towards(noun: Token) -> Token:
    """Whom a feeling or speech is directed at: "gratitude towards Moscow for supporting": Moscow supported."""
    for prep in noun.rights:
        if prep.dep_ in ("prep", "dative") and prep.lower_ in ("to", "towards", "toward", "of", "at", "against"):
            for target in prep.children:
                if target.dep_ == "pobj":
                    return target
    return noun


def _told_of(clause: Token, noun: Token, depth: int) -> list[Token]:
    """Of whom a clause tells that hangs on ``noun``: of a place, what is there."""
    bearer = place_passed_over(clause, noun)
    if bearer == noun:
        return coordinated([first_of_row(clause, noun)]) if clause.dep_ != "amod" else [noun]
    while is_noun(bearer) and bearer.dep_ == "pobj" and bearer.head.lower_ in ("in", "at", "near", "on"):
        bearer = bearer.head.head
    return [bearer] if is_noun(bearer) else surface_subjects(bearer, depth + 1)


def _holders(noun: Token, depth: int) -> list[Token]:
    """Whose plan, decision or attempt a noun is: its possessor, else the subject of the verb above it."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    if owners:
        return coordinated(owners)
    if noun.dep_ in ("dobj", "pobj", "attr") and depth < 6:
        above = noun.head if noun.dep_ != "pobj" else noun.head.head
        if is_verb(above) and above.lemma_ not in _UNDERGOING:
            return surface_subjects(above, depth + 1)
    return []


def arguments(verb: Token) -> Arguments:
    """Deep subjects and objects of ``verb``."""
    surface = surface_subjects(verb)
    passive = is_passive(verb)
    if passive:
        agents = [
            c
            for prep in verb.children
            if prep.dep_ == "agent" or (prep.dep_ == "prep" and prep.lower_ == "by")
            for c in prep.children
            if c.dep_ == "pobj"
        ]
        agents = agents or _agents_shared(verb)
        return Arguments(tuple(coordinated(agents)), tuple(surface), True)
    objects = [antecedent(c) for c in verb.children if c.dep_ in _NOMINAL_OBJECTS and is_nominal(c)]
    if not objects:
        objects = [c for c in verb.children if c.dep_ == "dative" and is_nominal(c)]
    if not objects and verb.dep_ == "relcl" and all(c.tag_ != "WRB" for c in verb.lefts):
        own = [c for c in verb.children if c.dep_ == "nsubj"]  # of "Monday, when he met her" the day is no object
        if own and own[0].lower_ not in _RELATIVES:  # "the town the rebels captured"
            objects = [verb.head]
    if not objects and verb.dep_ == "conj" and is_verb(verb.head) and not any(c.dep_ == "prep" for c in verb.children):
        shared = [c for c in verb.head.children if c.dep_ == "dobj" and c.i > verb.i]
        objects = shared
    objects = objects or _shared_objects(verb)
    found = coordinated(objects)
    if found:  # "the inn in Lyon and two shops": the parser hangs the second object on the verb
        found += [c for c in verb.rights if c.dep_ == "conj" and is_noun(c) and c.i > found[-1].i]
    return Arguments(tuple(surface), tuple(found), False)


def _shared_objects(verb: Token) -> list[Token]:
    """The object that verbs in a row share: "captured and killed two men", "pushing, kicking and slapping guards"."""
    for child in verb.rights:
        if child.dep_ != "conj" or not is_verb(child) or any(c.dep_ in SUBJECTS for c in child.children):
            continue
        if any(c.i < child.i and c.dep_ in _BETWEEN for c in verb.rights):
            continue
        if child.tag_ == "VB" and verb.tag_ not in ("VB", "VBP"):
            continue  # "pledged to hire staff, train clerks": a parser joins it to the wrong verb
        # of "seized and searched a ship that carried coal" parsers join the third verb to the first
        if objects := [c for c in child.children if c.dep_ == "dobj"] or _shared_objects(child):
            return objects
    return []


_BETWEEN = ("prep", "advmod", "npadvmod", "agent")


def _agents_shared(verb: Token) -> list[Token]:
    """The agent that two passives share: "were attacked and robbed by gangs"."""
    row = [
        *verb.rights,
        *(c for c in verb.head.rights if c.dep_ in ("dep", "conj") and c.i > verb.i and passive_before(c) == verb),
    ]
    for other in row:
        if other.dep_ not in ("conj", "dep") or other.tag_ not in ("VBN", "VBD") or other.i - verb.i > _NEXT_VERB:
            continue
        if any(c.dep_ in (*SUBJECTS, "aux", "auxpass") for c in other.children):
            continue
        by = [c for c in other.children if c.dep_ == "agent"]
        return [c for prep in by for c in prep.children if c.dep_ == "pobj"] or _agents_shared(other)
    return []


# "attacked, beaten and robbed": nothing but "and" and an adverb stands between such verbs.
_NEXT_VERB = 3


def prepositions(nodes: Iterable[Token], words: tuple[str, ...]) -> Iterator[Token]:
    """The prepositions and particles among ``words`` that hang on one of ``nodes``, nearest node first."""
    for node in nodes:
        for child in node.children:
            if child.lower_ in words and child.dep_ in _PREPOSITIONAL:
                yield child


def prepositional_objects(preposition: Token) -> list[Token]:
    """What a preposition governs, coordination opened."""
    return coordinated(antecedent(c) for c in preposition.children if c.dep_ in ("pobj", "pcomp", "ccomp"))


def last_of_chain(tokens: Iterable[Token]) -> list[Token]:
    """The tokens plus the nouns inside them on which a parser may have hung a following phrase."""
    out: list[Token] = []
    for token in tokens:
        out.append(token)
        apart = {t for c in token.subtree if c.dep_ == "relcl" and c.i > token.i for t in c.subtree}
        out.extend(t for t in token.subtree if t.i > token.i and is_noun(t) and t not in out and t not in apart)
    return out
