"""Frames against syntax: which pattern a predicate fits, and what fills its slots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.codebook.frames import NO_ACT, Frame
from dragoman.codebook.patterns import ANY_HEAD, Item, Pattern
from dragoman.coding import parties as party_rules
from dragoman.coding.admission import FORCEFUL_TYPES, is_admissible
from dragoman.coding.fixed_words import fixed_word, forms_in, has_stray_particle, is_word
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
    valency,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


# Types whose frames stand aside where the thing asked for, refused, promised or threatened is an act of its own.
VERBAL_TYPES = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE"})
_PARTY_SLOTS = ("ACTOR", "RECIPIENT")
# Acts that befall the very people whom a pattern's fixed word names.
_OF_PEOPLE = frozenset(
    (("SANCTION", "expel"), ("RETREAT", "release"), ("COERCE", "arrest"), ("COERCE", "deport"), ("ASSAULT", "abduct"))
)
# Slots that a sentence may leave out after the object word ("imposed a curfew"), unless a way into something makes the
# act what it is: "drove a van" is not "drove a van into the crowd".
_NAMED_ELSEWHERE = ("RECIPIENT", "PLACE", "ACTOR", "THING")
_STRICT = frozenset({"to", "into", "onto", "through", "under", "off", "out", "across", "behind"})


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits a trigger. ``roles``: slot → heads of phrases; ``used``: all tokens the words consumed;
    ``missed``: how many of the pattern's prepositions the text left out.
    """

    frame: Frame
    pattern: Pattern
    pos: str
    trigger: Token
    roles: dict[str, tuple[Token, ...]]
    used: tuple[Token, ...]
    passive: bool
    missed: int = 0

    @property
    def rank(self) -> tuple[int, int, int]:
        """Sort key, best first: fixed words, prepositions, filled roles (a party's before a place's or a thing's)."""
        fixed, preps = self.pattern.strength
        filled = sum(2 if slot in _PARTY_SLOTS else 1 for slot, tokens in self.roles.items() if tokens)
        return (-fixed, self.missed - preps, -filled)


class Matcher:
    """All frames, indexed by the lemma of their head word.

    Give it senses of type ``NO_ACT`` too: where one of them fits best, or as well as any, the word tells no act.
    """

    def __init__(self, frames: Iterable[Frame]) -> None:
        self._index: dict[tuple[str, str], list[tuple[Frame, Pattern]]] = {}
        # words anywhere in the sentence that keep a frame from speaking, in every form that `forms_in` knows
        self._context: dict[str, frozenset[str]] = {}
        for frame in frames:
            self._context[frame.id] = frozenset(f for w in frame.not_context for f in (w, w.replace("-", "")))
            for pos, pattern in frame.patterns():
                for head in pattern.heads:
                    self._index.setdefault((pos, head.replace("-", "")), []).append((frame, pattern))

    def matches(self, doc: Doc) -> list[Match]:
        """The best match of every trigger in the sentence; words that a stronger match used up fire no frame."""
        found: list[Match] = []
        here = forms_in(doc)
        for token in doc:
            best = self._best(token, here)
            if best is not None:
                found.append(best)
        consumed: dict[int, Match] = {}
        for match in sorted(found, key=lambda m: (m.rank, m.trigger.i)):
            if match.trigger.i in consumed:
                continue
            if match.frame.type in VERBAL_TYPES:
                continue  # "rejected talks": the talks are the act, rejecting their status
            for token in match.used:
                if token.i != match.trigger.i:
                    consumed.setdefault(token.i, match)
        return [m for m in found if m.trigger.i not in consumed]

    def _best(self, token: Token, here: frozenset[str]) -> Match | None:
        tag = token.tag_[:2]
        if tag == "VB" and token.dep_ not in ("aux", "auxpass"):
            adjectival = token.dep_ == "amod" and token.tag_ in ("VBN", "VBD", "VBG") and not any(token.rights)
            # "banned goods", "a war-renouncing law": a participle before its noun tells an act only where a frame says so
            entries = list(self._entries("adj" if adjectival else "verb", token))
            if token.tag_ == "VBG" and token.dep_ in ("pobj", "nsubj", "dobj", "pcomp", "compound"):
                entries += self._entries("noun", token)
        elif tag == "NN":
            if token.tag_ in ("NNP", "NNPS") and not token.doc[max(token.i - 1, 0)].tag_.startswith("NNP"):
                return None
            entries = list(self._entries("noun", token))
        elif tag == "JJ":
            entries = list(self._entries("adj", token))
        else:
            return None
        shared = valency(token) if tag == "VB" else None
        fits = self._fits(token, entries, shared, here)
        if not fits and tag in ("VB", "NN"):
            pos = "verb" if tag == "VB" else "noun"
            fits = self._fits(token, [(pos, *entry) for entry in self._index.get((pos, ANY_HEAD), ())], shared, here)
        if not fits:
            return None
        best = min(
            fits,
            key=lambda m: (not m.frame.own, m.rank[:2], m.frame.type != NO_ACT, m.rank, m.frame.id, m.pattern.source),
        )
        return best if best.frame.type != NO_ACT else None

    def _fits(
        self,
        token: Token,
        entries: Iterable[tuple[str, Frame, Pattern]],
        shared: Valency | None,
        here: frozenset[str],
    ) -> list[Match]:
        out: list[Match] = []
        for pos, frame, pattern in entries:
            # most patterns of a light verb miss their noun: one look at the sentence's words spares the syntax
            if any(group.isdisjoint(here) for group in pattern.required) or not self._context[frame.id].isdisjoint(
                here
            ):
                continue
            match = self._fit(token, pos, frame, pattern, shared)
            if match is not None:
                out.append(match)
        return out

    def _entries(self, pos: str, token: Token) -> list[tuple[str, Frame, Pattern]]:
        keys = [token.lemma_.replace("-", "")]
        if token.i and pos == "noun":
            before = token.doc[token.i - 1]
            if before.dep_ in ("compound", "amod", "punct"):
                keys.append((before.lower_ + token.lemma_).replace("-", ""))
                if before.text == "-" and token.i > 1:
                    keys.append(token.doc[token.i - 2].lower_ + token.lemma_)
        return [(pos, *entry) for key in keys for entry in self._index.get((pos, key), ())]

    def _fit(self, token: Token, pos: str, frame: Frame, pattern: Pattern, args: Valency | None) -> Match | None:
        roles: dict[str, list[Token]] = {}
        used: list[Token] = [token]
        missed: list[Item] = []
        if pos == "verb":
            assert args is not None
            ok = self._fit_verb(token, frame, pattern, args, roles, used, missed)
            passive = args.passive
        elif pos == "noun":
            ok, passive = self._fit_noun(token, pattern, roles, used), False
        else:
            ok, passive = self._fit_adjective(token, pattern, roles), True
        if not ok:
            return None
        filled = {slot: tuple(tokens) for slot, tokens in roles.items()}
        match = Match(frame, pattern, pos, token, filled, tuple(used), passive, len(missed))
        return match if is_admissible(match) else None

    def _fit_verb(
        self,
        verb: Token,
        frame: Frame,
        pattern: Pattern,
        args: Valency,
        roles: dict[str, list[Token]],
        used: list[Token],
        missed: list[Item],
    ) -> bool:
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
            got = self._fit_preposition(item, [*hinges, *nodes, *beside(verb)], roles, used, free, agent=args.passive)
            if got is None and item.slot == "RECIPIENT" and args.datives and gives(item.prep):
                roles.setdefault("RECIPIENT", []).extend(args.datives)  # "lend money to X" is "lend X money"
                continue
            if got is None:
                lenient = (
                    object_word is not None and item.slot in _NAMED_ELSEWHERE and not _STRICT.issuperset(item.prep)
                )
                if item.optional or lenient:
                    missed.extend(() if item.optional else (item,))
                    continue
                return False
            hinges = [got]
            if item.words and object_word is None and got.dep_ in ("dobj", "nsubjpass"):
                object_word = got  # "wrote off Chad's debt": the particle lends the verb's object
        if object_word is not None and not roles.get("RECIPIENT") and pattern.subject != "RECIPIENT":
            # "rejected the request of Kabul", "searched the consul's residence": the party the object belongs to
            _add(roles, "RECIPIENT", _others(party_rules.parties_inside(object_word)))
            if (
                not roles.get("RECIPIENT")
                and (frame.type, frame.mode) in _OF_PEOPLE
                and party_rules.is_party(object_word)
            ):
                roles["RECIPIENT"] = [object_word]  # "expelled two diplomats"
            if frame.type == "MOBILIZE" and args.passive and not args.subjects and party_rules.is_party(object_word):
                roles["ACTOR"] = [object_word]  # "police were drafted in"
        elif not object_word and hinges and not roles.get("RECIPIENT") and frame.type in FORCEFUL_TYPES:
            # "broke into the ministry's files"
            inside = party_rules.parties_inside(hinges[0]) if hinges[0] in used and is_noun(hinges[0]) else []
            _add(roles, "RECIPIENT", _others(inside) if pattern.subject != "RECIPIENT" else ())
        if roles.get("ACT") and "RECIPIENT" not in roles and is_verb(roles["ACT"][0]):
            _add(roles, "RECIPIENT", named_in_clause(frame.type, roles["ACT"][0]))
        if roles.get("THING") and not roles.get("RECIPIENT") and pattern.subject != "RECIPIENT":
            _add(roles, "RECIPIENT", party_rules.parties(roles["THING"]))
        if args.passive and not pattern.transitive and not any(i.prep for i in pattern.items):
            # intransitive frames have no passive: "was walked" is none of ours
            roles.setdefault("RECIPIENT", []).extend(args.objects)
            roles.setdefault("ACTOR", []).extend(args.subjects)
            return True
        _add(roles, pattern.subject, args.subjects)
        return True

    def _fit_preposition(
        self,
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
            if item.words and prep.dep_ != "mark":
                for noun in (k for t in _governed(prep, objects_of_verb) for k in kernels(t)):
                    if is_word(noun, item):
                        used.extend((prep, noun))
                        return noun
                continue
            if item.slot is None:
                used.append(prep)
                return prep
            objects = [
                t for t in _governed(prep, objects_of_verb) if item.slot == "ACT" or not party_rules.is_temporal(t)
            ]
            if item.slot == "ACT":
                objects = objects or [c for c in prep.children if c.dep_ in ("pcomp", "pobj")]
            if objects:
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

    def _fit_noun(self, noun: Token, pattern: Pattern, roles: dict[str, list[Token]], used: list[Token]) -> bool:
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
            near = [noun] if item.slot else nodes
            got = self._fit_preposition(item, near, roles, used) if item.prep else None
            if got is None and item.words and not item.optional:
                return False
            if got is not None and item.words:
                told.append(got)
        owner = pattern.subject
        for child in noun.lefts:
            if child.dep_ == "poss" and not child.tag_.startswith("WP"):
                _add(roles, owner, party_rules.parties(coordinated([antecedent(child)])))
            elif child.dep_ in party_rules.MODIFIERS and child not in used and not roles.get(owner):
                if party_rules.names_country_or_party(child):
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

    def _fit_adjective(self, token: Token, pattern: Pattern, roles: dict[str, list[Token]]) -> bool:
        if token.dep_ != "amod" or not is_noun(token.head):
            return False
        slot = next((i.slot for i in pattern.items if i.slot), "RECIPIENT")
        roles[slot] = [token.head]
        return True


def _others(tokens: Iterable[Token]) -> list[Token]:
    """The parties but for "its", "his", "their": whoever does something to what is his own is the doer."""
    return [t for t in tokens if t.tag_ != "PRP$"]


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
