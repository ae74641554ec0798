"""What fills the slots of a pattern: the words and parties around a trigger, by its verb's or noun's syntax."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dragoman.codebook.frames import Frame
from dragoman.codebook.patterns import Item, Pattern
from dragoman.codebook.words import words
from dragoman.coding import parties as party_rules
from dragoman.coding.admission import FORCEFUL_TYPES
from dragoman.coding.behind import ON_DEEDS, behind_deed, is_suffered
from dragoman.coding.civic import CIVIC
from dragoman.coding.fixed_words import fixed_word, has_stray_particle, is_word
from dragoman.coding.people import is_people
from dragoman.coding.syntax import (
    antecedent,
    coordinated,
    infinitive_to,
    is_noun,
    is_verb,
    last_of_chain,
    prepositional_objects,
)
from dragoman.coding.valency import (
    Valency,
    beside,
    doers_of_noun,
    gives,
    governed,
    infinitives,
    is_subjectless,
    kernels,
    named_in_clause,
    reached,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

# Types whose act befalls the party that a pattern's fixed word names.
_ON_OBJECTS = FORCEFUL_TYPES | {"PROTEST"}
_BEFALLS = frozenset({"ACCUSE", "SANCTION", "COERCE", "ASSAULT", "RETREAT"})
# Acts that befall the very people whom a pattern's fixed word names.
_OF_PEOPLE = frozenset(
    (("SANCTION", "expel"), ("RETREAT", "release"), ("COERCE", "arrest"), ("COERCE", "deport"), ("ASSAULT", "abduct"))
)
# Slots that a sentence may leave out after the object word ("imposed a curfew"), unless a way into something makes the
# act what it is: "drove a van" is not "drove a van into the crowd".
UNSAID = ("RECIPIENT", "PLACE", "ACTOR", "THING")
_STANCES = words("stances")
STRICT = frozenset({"to", "into", "onto", "through", "under", "off", "out", "across", "behind"})


# Crimes that headlines call by their place: "the Ohio office shooting" is nobody's of that name.
_WHERE_IT_WAS = words("crimes_by_place")


def fit_verb(
    verb: Token,
    frame: Frame,
    pattern: Pattern,
    args: Valency,
    roles: dict[str, list[Token]],
    used: list[Token],
    missed: list[Item],
) -> bool:
    """Whether ``pattern`` fits around ``verb``; fills ``roles`` with heads of phrases, ``used`` with the words that the
    pattern's words took, and ``missed`` with prepositions that the text left out.
    """
    if has_stray_particle(verb, pattern):
        return False
    free = list(args.objects)
    nodes: list[Token] = [verb]
    object_word: Token | None = None
    hinges: list[Token] = []
    if free and not args.passive and pattern.fixed == 0 and not pattern.transitive:
        # "demonstrated the link", "heads the mission": an intransitive act has no object, but for a particle's
        if not any(c.dep_ == "prt" for c in verb.children):
            return False
    for item in pattern.items:
        if not item.prep:
            if item.words:
                word = fixed_word(verb, free, item)
                if word is None:
                    if item.optional:
                        continue
                    return False
                used.append(word)
                free = [t for t in free if t != word and not word.is_ancestor(t)]
                object_word = word
                nodes = [*last_of_chain([word]), verb]
            elif item.slot == "ACT":
                clause = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl", "pcomp", "dobj")]
                roles.setdefault("ACT", []).extend(clause[:1])
                if not clause and not item.optional:
                    return False
            else:
                if item.slot == "RECIPIENT" and args.datives:  # "gave the rebels rifles"
                    roles.setdefault("RECIPIENT", []).extend(args.datives)
                    continue
                if not free and not item.optional:
                    if pattern.fixed or item.slot == "THING" or not args.passive:
                        return False  # "will not disappear": a transitive act has an object
                    roles.setdefault(item.slot or "", [])
                    continue
                if item.slot == "RECIPIENT" and free and not args.passive:
                    free = _beside_word(free, pattern)
                    if not free:
                        return False  # "denied massing troops" refuses nobody troops
                roles.setdefault(item.slot or "", []).extend(free)
                nodes = [verb, *last_of_chain(free)]
                free = []
            continue
        got = _fit_preposition(item, [*hinges, *nodes, *beside(verb)], roles, used, free, agent=args.passive)
        if got is None and item.slot == "RECIPIENT" and args.datives and gives(item.prep):
            roles.setdefault("RECIPIENT", []).extend(args.datives)  # "lend money to X" is "lend X money"
            continue
        if got is None:
            lenient = object_word is not None and item.slot in UNSAID and not STRICT.issuperset(item.prep)
            if item.optional or lenient:
                missed.extend(() if item.optional else (item,))
                continue
            return False
        hinges = [got]
        if item.words and object_word is None and got.dep_ in ("dobj", "nsubjpass"):
            object_word = got  # "wrote off Chad's debt": the particle lends the verb's object
    if object_word is not None and frame.type in ON_DEEDS and is_suffered(object_word) and verb.lemma_ not in _GIVING:
        roles["RECIPIENT"] = behind_deed(object_word)  # "welcomed the release of the girls"
    elif object_word is not None and not roles.get("RECIPIENT") and pattern.subject != "RECIPIENT":
        if frame.type in _BEFALLS and is_people(object_word):
            roles["RECIPIENT"] = [
                _counted(object_word)
            ]  # "summoned the Danish ambassador", "identified a dozen suspects"
        # "rejected the request of Kabul", "searched the consul's residence": the party the object belongs to
        if not roles.get("RECIPIENT") and not (frame.type == "MOBILIZE" and is_people(object_word)):
            inside = party_rules.parties_inside(object_word)
            # nobody turns down what he himself asks: "denied his request"
            asked = frame.type == "REJECT" and object_word.lemma_ in _ASKED_OF_OTHERS
            inside = [t for t in inside if not _is_of_its_name(t, object_word)]
            _add(roles, "RECIPIENT", inside if asked else _others(inside))
        if not roles.get("RECIPIENT") and frame.type in _BEFALLS:  # "set limits on Chad's imports"
            owned = (
                t
                for word in used
                if word.dep_ == "pobj" and is_noun(word)
                for t in party_rules.parties_inside(word)
                if not _is_of_its_name(t, word)
            )
            _add(roles, "RECIPIENT", _others(owned))
        if not roles.get("RECIPIENT") and (frame.type, frame.mode) in _OF_PEOPLE and party_rules.is_party(object_word):
            roles["RECIPIENT"] = [object_word]  # "expelled two diplomats"
    elif not object_word and hinges and not roles.get("RECIPIENT") and frame.type in _ON_OBJECTS:
        # "broke into the ministry's files", "protested against Israeli policies"
        inside = party_rules.parties_inside(hinges[0]) if hinges[0] in used and is_noun(hinges[0]) else []
        _add(roles, "RECIPIENT", _others(inside) if pattern.subject != "RECIPIENT" else ())
    if object_word is not None and frame.type in ("MOBILIZE", "AID") and args.passive and not args.subjects:
        undergone = frame.type == "AID" and roles.get("RECIPIENT")
        # whoever is sent does not send; "police were sent" is told of what police do
        sent = verb.lemma_ in ("send", "dispatch", "despatch") and frame.mode != "police"
        if party_rules.is_party(object_word) and not roles.get("ACTOR") and not undergone and not sent:
            roles["ACTOR"] = [object_word]  # "police were drafted in"
    if roles.get("ACT") and "RECIPIENT" not in roles and is_verb(roles["ACT"][0]):
        _add(roles, "RECIPIENT", named_in_clause(frame.type, roles["ACT"][0]))
    # nobody is met by being talked about, nor left by him who gives up "the post of party chairman"
    discussed = frame.type == "CONSULT" or frame.mode == "resign"
    if roles.get("THING") and not roles.get("RECIPIENT") and pattern.subject != "RECIPIENT" and not discussed:
        for thing in roles["THING"]:  # "welcomed the release of the girls": nobody whom it is good of
            deed = frame.type in ON_DEEDS and is_suffered(thing)
            _add(roles, "RECIPIENT", behind_deed(thing) if deed else party_rules.parties([thing]))
    if args.passive and not pattern.transitive and not any(i.prep for i in pattern.items):
        # intransitive frames have no passive: "was walked" is none of ours
        roles.setdefault("RECIPIENT", []).extend(args.objects)
        roles.setdefault("ACTOR", []).extend(args.subjects)
        return True
    _add(roles, pattern.subject, args.subjects)
    return True


def _fit_preposition(
    item: Item,
    nodes: list[Token],
    roles: dict[str, list[Token]],
    used: list[Token],
    objects_of_verb: Sequence[Token] = (),
    *,
    agent: bool = False,
) -> Token | None:
    """The word or phrase that fits the item behind one of its prepositions. ``agent``: "by" brings the passive's doer."""
    for prep in reached(nodes, item.prep):
        if agent and prep.dep_ == "agent" and item.slot in ("RECIPIENT", "PLACE", "THING"):
            continue
        if prep.lower_ == "of" and prep.head.dep_ == "pobj" and party_rules.is_party(prep.head):
            continue  # "claims against the Ministry of Defence" are none of the defence's
        if item.words and prep.dep_ != "mark":
            for noun in (k for t in _governed(prep, objects_of_verb) for k in kernels(t)):
                if is_word(noun, item):
                    used.extend((prep, noun))
                    return noun
            continue
        if item.slot is None:
            used.append(prep)
            return prep
        objects = [t for t in _governed(prep, objects_of_verb) if item.slot == "ACT" or not party_rules.is_temporal(t)]
        if item.slot == "ACTOR" and prep.lower_ in ("in", "at"):  # "faces charges in Kent County"
            objects = [t for t in objects if not _is_mere_where(t)]
        if item.slot == "RECIPIENT":  # "struck in support of the army": the army is not struck
            objects = [t for t in objects if t.lemma_ not in _STANCES]
        if item.slot == "ACT":
            objects = objects or [c for c in prep.children if c.dep_ in ("pcomp", "pobj")]
        if objects:
            if item.slot == "RECIPIENT" and prep.lower_ == "of" and not any(map(_may_be_party, objects)):
                # "rejected India's proposal of a pact": India's, and not the pact's
                objects = [c for c in prep.head.lefts if c.dep_ == "poss" and party_rules.is_party(c)] or objects
            roles.setdefault(item.slot, []).extend(objects)
            return objects[-1]
    if item.prep == ("to",) and (item.slot == "ACT" or item.words):
        undergoing = roles.get("RECIPIENT", ())
        for clause in infinitives(nodes):
            if item.words and infinitive_to(clause) and is_word(clause, item):  # "vowed to retaliate"
                used.append(clause)
                return clause
            if item.slot == "ACT" and (is_subjectless(clause) or any(c in undergoing for c in clause.children)):
                roles.setdefault("ACT", []).append(clause)
                return clause
    return None


def _is_mere_where(token: Token) -> bool:
    """Whether a name behind "in" is only that of a town or county, where something is done and not by whom."""
    return token.tag_ == "NNP" and (token.lower_ in CIVIC or party_rules.is_town(token))


# Of what is done to people, the nouns of which a possessor is whom it is done to.
_SUFFERED = words("suffered_when_owned")


def _may_be_party(token: Token) -> bool:
    return party_rules.is_party(token) or party_rules.is_target(token) or bool(party_rules.parties_inside(token))


def fit_noun(noun: Token, pattern: Pattern, roles: dict[str, list[Token]], used: list[Token]) -> bool:
    """Whether ``pattern`` fits around an event noun; fills ``roles`` and ``used``."""
    nodes = [noun, *[t for t in last_of_chain([noun]) if t != noun]]
    told: list[Token] = []
    for item in pattern.items:
        if not item.prep and item.words:  # "hunger strike" written as two words, "joint works"
            word = next((c for c in noun.lefts if is_word(c, item)), None)
            if word is None and not item.optional:
                return False
            if word is not None:
                used.append(word)
            continue
        # "a meeting of the envoys with the king": the parser hangs the other side on the first
        beyond = item.prep == ("with",) and bool(roles.get("ACTOR"))
        near = [noun] if item.slot and not beyond else nodes
        got = _fit_preposition(item, near, roles, used) if item.prep else None
        if got is None and item.words and not item.optional:
            return False
        if got is not None and item.words:
            told.append(got)
    owner = pattern.subject
    if owner == "ACTOR" and any(t.dep_ == "pobj" and t.head.lower_ == "from" for t in roles.get("ACTOR", ())):
        owner = "RECIPIENT"  # "his endorsements from the unions"
    told_of = any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.rights)  # "his dismissal of the charges"
    suffered = noun.lemma_ in _SUFFERED and not told_of and not roles.get("RECIPIENT")
    for child in noun.lefts:
        if child.dep_ == "poss" and not child.tag_.startswith("WP"):
            whose = "RECIPIENT" if suffered else owner  # "Moreno's arrest", "her conviction"
            _add(roles, whose, party_rules.parties(coordinated([antecedent(child)])))
        elif child.dep_ in party_rules.MODIFIERS and child not in used and not roles.get(owner):
            if party_rules.names_country_or_party(child) and not (
                noun.lemma_ in _WHERE_IT_WAS and party_rules.is_mere_place(child)
            ):
                _add(roles, owner, [child])
    for prep in noun.children:
        if prep.dep_ not in ("prep", "agent"):
            continue
        if prep.lower_ == "between" or (prep.lower_ == "by" and not roles.get("ACTOR")):
            _add(roles, "ACTOR", party_rules.parties(prepositional_objects(prep)))
    if not roles.get("ACTOR"):
        _add(roles, "ACTOR", doers_of_noun(noun))
    if not roles.get("RECIPIENT") and owner != "RECIPIENT":  # "the cancellation of Chad's debt by the banks"
        _add(roles, "RECIPIENT", (p for t in told for p in party_rules.parties_inside(t)))
    return True


def fit_adjective(token: Token, pattern: Pattern, roles: dict[str, list[Token]]) -> bool:
    """Whether ``pattern`` fits a participle or adjective before its noun; fills ``roles``."""
    if token.dep_ != "amod" or not is_noun(token.head):
        return False
    slot = next((i.slot for i in pattern.items if i.slot), "RECIPIENT")
    if token.tag_ == "VBG" and slot == "RECIPIENT" and not _is_gerund(token):
        return False  # "hacking groups" hack, nobody hacks them
    roles[slot] = [token.head]
    return True


def _is_gerund(participle: Token) -> bool:
    """Whether it stands right behind a verb whose object it takes as its own: "police deny beating <student>"."""
    noun = participle.head
    return noun.dep_ == "dobj" and participle.i > 0 and participle.nbor(-1) == noun.head


def _counted(noun: Token) -> Token:
    """The word of number or measure that ``noun`` stands behind: the "total" of "a total of six suspects"."""
    above = noun.head.head
    counts = noun.dep_ == "pobj" and noun.head.lower_ == "of" and (above.tag_ == "CD" or above.lower_ in _PORTIONS)
    return above if counts else noun


_PORTIONS = words("portions")
_BODY = words("body_parts")
# Verbs by which the deed is the doer's own: "gave Chad recognition".
_GIVING = frozenset({"give", "grant", "extend", "accord", "offer", "promise", "deny"})
_ASKED_OF_OTHERS = words("askings") | words("offers")


def _others(tokens: Iterable[Token]) -> list[Token]:
    """The parties but for "its", "his", "their": whoever does something to what is his own is the doer. Nobody does to
    himself what befalls people: "extended her detention", "bit his hand"."""
    return [t for t in tokens if t.tag_ != "PRP$" or is_suffered(t.head) or t.head.lemma_ in _BODY]


def _is_of_its_name(token: Token, noun: Token) -> bool:
    """Whether a word only belongs to the name that ``noun`` ends: the "National" of "the National Guard"."""
    return token.dep_ == "compound" and token.head == noun and token.tag_.startswith("NNP") and noun.tag_ == "NNP"


def _beside_word(objects: Sequence[Token], pattern: Pattern) -> list[Token]:
    """The objects that no later fixed word of the pattern claims: in "sent Kenya tanks" the tanks are not the receiver."""
    fixed = [i for i in pattern.items if i.words and not i.prep]
    if not fixed:
        return list(objects)
    taken = [t for t in objects if any(is_word(k, i) for k in kernels(t) for i in fixed)]
    inner = [c for t in taken for c in t.lefts if c.dep_ in party_rules.MODIFIERS[1:] and party_rules.is_party(c)]
    return [t for t in objects if t not in taken] or inner


def _add(roles: dict[str, list[Token]], slot: str, tokens: Iterable[Token]) -> None:
    for token in tokens:
        if all(token not in taken for taken in roles.values()):
            roles.setdefault(slot, []).append(token)


def _governed(particle: Token, objects_of_verb: Sequence[Token]) -> list[Token]:
    """What a preposition governs; a bare particle lends the verb's object: "laid down its arms"."""
    own = governed(particle)
    if own or particle.dep_ not in ("prt", "advmod") or particle.head.dep_ == "prep":
        return own
    return list(objects_of_verb)
