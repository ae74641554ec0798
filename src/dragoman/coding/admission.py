"""Selection inside a frame: which parties, things and words around make a fitting pattern the act it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding import parties as party_rules
from dragoman.coding.behind import behind_subjects
from dragoman.coding.people import is_dealt_with, is_person
from dragoman.gazetteers.agents import agent

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.coding.matcher import Match

# Types whose recipient may be a thing: a village, a ship, a newspaper.
FORCEFUL_TYPES = frozenset({"ASSAULT", "COERCE"})
_DOCUMENTS = words("documents")
LEGAL_PAPERS = words("legal_papers")
_DONE_TO_PEOPLE = frozenset({"115", "116", "173"})  # CAMEO codes of bringing to court, finding guilty, arresting
# Acts that nobody does to himself.
DONE_TO_OTHERS = frozenset({"ASSAULT", "COERCE", "ACCUSE", "AID", "SANCTION", "THREATEN", "SUPPORT"})
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "yourself", "ourselves", "oneself"})


def is_admissible(match: Match) -> bool:
    """Whether the parties and things fit what the frame needs and excludes (its context is the matcher's business)."""
    frame = match.frame
    undergoing = match.roles.get("RECIPIENT", ())
    if frame.type in DONE_TO_OTHERS and any(t.lower_ in REFLEXIVES for t in undergoing):
        return False  # "shot himself", "hold themselves accountable"
    if any(map(_is_asked, undergoing)) or any(map(_is_mere_question, undergoing)):
        return False
    if _asks_to_know(match) or _judges_otherwise(match):
        return False
    if frame.type in DONE_TO_OTHERS and _on_oneself(match.trigger):
        return False
    if (frame.type, frame.mode) == ("ASSAULT", "abduct") and undergoing and all(map(_is_thing, undergoing)):
        return False  # "seized 12 rifles from a farm"
    if (frame.type, frame.mode) == ("ASSAULT", "abduct") and any(map(_is_figure, undergoing)):
        return False  # "held the budget hostage"
    if frame.type == "CONSULT" and match.trigger.lemma_ == "call" and _calls_on_to(match.trigger):
        return False  # "called on the mayor to resign"
    if match.trigger.lemma_ == "stand" and _is_fitness(match.trigger):
        return False  # "competent to stand trial"
    if frame.id == "assault.pleads-not-guilty" and any(map(_tells_whom, match.used[1:])):
        return False  # "pleaded not guilty to killing his wife": the killing is denied
    if frame.type == "REQUEST" and match.trigger.lemma_ == "enter":
        return False  # "the court entered a plea of not guilty for him"
    if frame.by_speaker and _is_contradicted(match.trigger):
        return False
    if frame.type == "ASSAULT" and _only_pushes(match):
        return False
    if frame.type == "MOBILIZE" and (_is_set_up(match) or _is_push_of_blows(match)):
        return False
    if (frame.type, frame.mode) == ("COERCE", "arrest") and any(map(is_care, match.used)):
        return False
    if frame.type == "AGREE" and _vows_what_was(match.trigger):
        return False  # "vowed that the army had kept the truce"
    if (frame.type, frame.mode) == ("SANCTION", "expel") and _is_flight_turned(match):
        return False
    if frame.type == "PROTEST" and match.pos == "verb" and any(c.dep_ == "ccomp" for c in match.trigger.rights):
        return False  # "demonstrated that the plan works"
    if frame.type == "RETREAT" and match.trigger.dep_ == "conj" and match.trigger.head.lemma_ in _TENDING:
        return False  # "treated at a hospital and released"
    if frame.type == "ASSAULT" and (_befell_by_mishap(match) if match.passive else _is_mishap(match)):
        return False  # "were killed when a ferry sank"
    if (frame.type, frame.mode) == ("SANCTION", "expel") and match.passive and _befell_by_mishap(match):
        return False  # "were forced to flee as the fire spread"
    if frame.type == "AGREE" and undergoing and set(undergoing) & set(match.roles.get("ACT", ())):
        return False  # "promised more detectives": they are what is promised
    if match.pos == "verb" and frame.type != "ASSAULT" and _is_course_of_things(match):
        return False
    if frame.type == "COERCE" and match.trigger.lemma_ == "force" and match.passive and _made_by_things(match):
        return False
    if match.pos == "verb" and match.passive and not match.pattern.items:
        return False  # "three people were struck": nobody went on strike
    for slot, asked in (("ACTOR", frame.only_actor), ("RECIPIENT", frame.only_recipient)):
        heads = match.roles.get(slot, ())
        if asked and not any(asked & {t.lemma_, t.lower_, *_portioned(t), _compound(t)} for t in heads):
            return False
    for slot, banned in (("ACTOR", frame.not_actor), ("RECIPIENT", frame.not_recipient)):
        heads = match.roles.get(slot, ())
        if banned and any((t.lemma_ in banned or t.lower_ in banned) and not _names_public_body(t) for t in heads):
            return False
    if frame.not_recipient and any(
        t.lemma_ in frame.not_recipient for t in match.roles.get("THING", ()) + match.roles.get("PLACE", ())
    ):
        return False
    if "pair" in frame.needs:
        named = party_rules.parties((*match.roles.get("ACTOR", ()), *match.roles.get("RECIPIENT", ())))
        if len(named) < 2:
            return False
    return all(_filled(match, role.upper()) for role in frame.needs - {"pair"})


def _befell_by_mishap(match: Match) -> bool:
    """Whether a clause beside a passive tells that fire, weather or a vehicle did it, and nobody: "killed when a bus fell",
    "the ferry struck a pier and ten were hurt"."""
    verb = match.trigger
    if match.roles.get("ACTOR"):
        return False
    below = [verb, *(c for c in verb.rights if c.dep_ == "xcomp")]
    beside = [c for v in below for c in v.rights if c.dep_ == "advcl" and any(g.lower_ in _WHEN for g in c.children)]
    beside += [verb.head] if verb.dep_ == "conj" else []
    did = [t for clause in beside for t in clause.lefts if t.dep_ in ("nsubj", "nsubjpass")]
    if _in_accident(verb) or any(_is_falling(t) for t in did):
        return True
    return any(map(_hits_obstacle, did)) or any(
        t.lemma_ in match.frame.not_actor
        and not party_rules.parties_inside(t)
        and (t.lemma_ not in _DRIVEN or t.head.lemma_ in _FALLING)
        for t in did
    )


def _in_accident(verb: Token) -> bool:
    """Whether a phrase tells that it came of an accident: "hurt in a car crash", "killed after a van <smashed> into a tree", where
    parsers hang the clause on the van."""
    for prep in verb.rights:
        if prep.dep_ not in ("prep", "agent") or prep.lower_ not in ("in", "after", "by", "during", "when"):
            continue
        for noun in (t for t in prep.children if t.dep_ == "pobj"):
            clauses = [c for c in noun.rights if c.dep_ in ("acl", "relcl")]
            if noun.lemma_ in _ACCIDENTS and not clauses:
                return True
            if any(_runs_into(noun, c) for c in clauses):
                return True
    return False


def _is_falling(subject: Token) -> bool:
    """ "When a crane collapsed": no bomb, shell or other arms."""
    verb = subject.head
    if verb.lemma_ == "catch" and any(c.dep_ == "dobj" and c.lemma_ == "fire" for c in verb.rights):
        return not party_rules.is_party(subject)  # "when a barge caught fire"
    return subject.head.lemma_ in _COLLAPSING and subject.lemma_ not in _INSTRUMENTS and _is_thing(subject)


_ACCIDENTS = words("accidents")
_COLLAPSING = words("collapsing")
_INSTRUMENTS = words("instruments")


def _hits_obstacle(subject: Token) -> bool:
    """Whether a vehicle runs into what it would not be sent against: "the lorry hit a tree"."""
    return subject.dep_ == "nsubj" and _runs_into(subject, subject.head)


def _runs_into(vehicle: Token, verb: Token) -> bool:
    if vehicle.lemma_ not in _VEHICLES:
        return False
    into = [c for p in verb.rights if p.lower_ in ("into", "against", "off") for c in p.children]
    return any(t.lemma_ in _OBSTACLES for t in (*verb.rights, *into) if t.dep_ in ("dobj", "pobj"))


_OBSTACLES = words("obstacles")
_VEHICLES = words("vehicles")


def _made_by_things(match: Match) -> bool:
    """Whether it is circumstances that somebody was "forced" by: "forced to hide", "forced to admit"; not "forced to flee"."""
    acts = match.roles.get("ACT", ())
    return not match.roles.get("ACTOR") and bool(acts) and all(t.lemma_ not in _FORCED_OUT for t in acts)


_FORCED_OUT = words("forced_out")


def _is_mishap(match: Match) -> bool:
    """Whether something runs into what nobody would attack ("the ferry struck a pier"), or a participle hangs on those who look
    into what came about, as a parser has it: "detectives are looking into what made the bus leave the road, killing ten"."""
    verb = match.trigger
    if match.pos == "verb" and any(map(_hits_obstacle, verb.lefts)):
        return True
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i > verb.head.i and verb.head.lemma_ in _LOOKING_INTO


_LOOKING_INTO = words("looking_into")


_WHEN = frozenset({"when", "as", "after"})
# Vehicles may be weapons: "killed when a lorry drove into the crowd" tells of an attack as likely as not.
_DRIVEN = words("driven")
_FALLING = words("mishaps")


def _is_course_of_things(match: Match) -> bool:
    """ "the industry's decline is forcing states to pay": what befalls somebody does nothing in his name."""
    doers = match.roles.get("ACTOR", ())
    return bool(doers) and all(
        t.lemma_ in _COURSE and any(c.dep_ in ("poss", "prep") for c in t.children) for t in doers
    )


_COURSE = words("course_of_things")


def _on_oneself(token: Token) -> bool:
    """Whether a verb or noun is bound to "self-": "self-funding", "self-inflicted"; nobody else has part in it."""
    parted = token.i > 1 and token.doc[token.i - 1].text == "-" and token.doc[token.i - 2].lower_ == "self"
    return parted or token.lower_.startswith("self-")


def _is_thing(token: Token) -> bool:
    """Whether a common noun names no people as far as the lists and its ending tell."""
    if token.tag_ not in ("NN", "NNS") or party_rules.is_party(token) or party_rules.is_target(token):
        return False
    return not (is_person(token) or token.lemma_ in _PORTIONS or party_rules.parties_inside(token))


def _calls_on_to(verb: Token) -> bool:
    """Whether the verb asks somebody to do something: "called on the mayor to resign"."""
    on = [c for c in verb.rights if c.lower_ in ("on", "upon")]
    return bool(on) and any(
        c.tag_ == "VB" and c.i > on[0].i for p in (verb, *on) for c in p.subtree if c.dep_ != "conj"
    )


def _is_figure(token: Token) -> bool:
    """Whether a thing stands before "hostage" as what is held."""
    before = [c for c in token.lefts if c.dep_ in ("compound", "nmod")]
    return token.lemma_ == "hostage" and bool(before) and _is_thing(before[-1])


_PORTIONS = words("portions")
_TENDING = words("tending")


def _judges_otherwise(match: Match) -> bool:
    """Whether a verdict is the other one: "found guilty" acquits nobody, "found not guilty" convicts nobody."""
    if match.frame.type not in ("SANCTION", "CONCEDE"):
        return False
    found = next((t for t in match.used if t.lemma_ in ("guilty", "liable")), None)
    if found is None:
        return False
    return any(c.dep_ == "neg" for c in found.children) == (match.frame.type == "SANCTION")


def _asks_to_know(match: Match) -> bool:
    """Whether "ask" asks a question and nothing to be done: "residents asked why the mayor had left"."""
    if match.frame.type != "REQUEST" or match.trigger.lemma_ != "ask":
        return False
    return any(c.lower_ in _QUESTIONS and c.i < t.i for t in match.roles.get("ACT", ()) for c in t.children)


_QUESTIONS = frozenset({"why", "how", "whether", "if", "when", "where", "what", "who", "which"})


def _compound(token: Token) -> str:
    """The noun with the first of the nouns before it: "suicide-bomber" for "a suicide car bomber"."""
    first = next((c for c in token.lefts if c.dep_ == "compound"), token)
    return f"{first.lower_}-{token.lemma_}" if first != token else token.lemma_


def _names_public_body(token: Token) -> bool:
    """Whether the words beside a noun make it a public body: "the zoning board", "the board of supervisors"; "the board" alone
    is as often a firm's."""
    before = [c.lower_ for c in token.lefts if c.dep_ in ("compound", "amod")][-1:]
    names = [f"{word} {token.lower_}" for word in before]
    names += [f"{token.lower_} of {t.lower_}" for t in _behind_of(token) if not list(t.lefts)]
    return any((found := agent(name)) is not None and "GOV" in found.sectors for name in names)


def _portioned(token: Token) -> list[str]:
    """The head words of "of" phrases: "members of the army"."""
    return [t.lemma_ for t in _behind_of(token)]


def _behind_of(token: Token) -> list[Token]:
    return [c for p in token.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]


def _is_asked(token: Token) -> bool:
    """Whether the phrase asks for a number: "it was not clear how many people were hurt"."""
    return any(c.lower_ in ("many", "much") and any(g.lower_ == "how" for g in c.children) for c in token.children)


def _is_mere_question(token: Token) -> bool:
    """Whether it is only asked whom it befell: "had no word on who was shot", "would not say who had been arrested"."""
    return token.lower_ == "who" and token.head.dep_ in ("pcomp", "ccomp")


def _is_fitness(verb: Token) -> bool:
    """Whether an infinitive only says what somebody is fit for: "ruled that he is competent to stand trial"."""
    return verb.head.lemma_ in _FITNESS and any(c.tag_ == "TO" for c in verb.lefts)


_FITNESS = words("fitness")


def _only_pushes(match: Match) -> bool:
    """Whether a push stands alone: in a row of blows it is one ("pushing, kicking and slapping guards"), while "pushed
    lawmakers", "pushed a bill" hurts nobody."""
    return match.trigger.lemma_ == "push" and len(match.used) == 1 and not _is_among_blows(match.trigger)


def _is_push_of_blows(match: Match) -> bool:
    """Whether who is pushed is hit as well, so that nobody sends him anywhere: "pushing and kicking two policemen"."""
    return match.trigger.lemma_ in _PUSHES and _is_among_blows(match.trigger)


def _is_among_blows(verb: Token) -> bool:
    first = verb
    while first.dep_ == "conj" and first.head.tag_.startswith(("VB", "NN")):
        first = first.head
    row = [t for t in first.subtree if t != verb and (t == first or t.dep_ == "conj")]
    return any(t.lower_ in _BLOWS or t.lemma_ in _BLOWS for t in row)


_PUSHES = ("push", "shove")
_BLOWS = words("hand_blows")


def _vows_what_was(verb: Token) -> bool:
    """Whether what follows a word of promise is told as done already: it only asserts."""
    clause = next((c for c in verb.rights if c.dep_ == "ccomp"), None)
    if verb.lemma_ not in _PROMISING or clause is None or any(c.tag_ in ("MD", "TO") for c in clause.children):
        return False
    return clause.tag_ in ("VBD", "VBN")


_PROMISING = words("promising")


def _tells_whom(crime: Token) -> bool:
    """Whether the word of a crime brings whom it befell: "raping a student", "the murder of two patients"."""
    return any(c.dep_ == "dobj" for c in crime.rights) or bool(party_rules.parties(_behind_of(crime)))


def _is_contradicted(verb: Token) -> bool:
    """Whether the clause says what somebody else found, whom the sentence contradicts: "denied a finding that he <is> corrupt"."""
    noun = verb.head
    return verb.dep_ == "acl" and noun.dep_ == "dobj" and noun.head.lemma_ in _CONTRADICTING


_CONTRADICTING = words("contradicting")


def _is_set_up(match: Match) -> bool:
    """Whether a task force is founded and not sent: "a task force was set up at the ministry"."""
    forces = (t for t in match.used if t.lemma_ == "force" and any(c.lower_ == "task" for c in t.lefts))
    return any(forces) and match.trigger.lemma_ in ("set", "create", "form", "establish")


def is_care(token: Token) -> bool:
    """Whether "custody" means care: "in the custody of a welfare agency", or of those who were just freed."""
    if token.lemma_ != "custody":
        return False
    keepers = [t for k in _behind_of(token) for t in k.subtree]
    held = [c for t in token.head.head.lefts if t.dep_ in ("nsubj", "nsubjpass") for c in t.lefts]
    return any(t.lemma_ in _CARING for t in keepers) or any(c.lower_ in ("freed", "released", "rescued") for c in held)


_CARING = words("caring")


def _is_flight_turned(match: Match) -> bool:
    """Whether it is an aeroplane's flight that is forced, and nobody's from his home: "a flight was forced to turn around"."""
    flights = (t for t in match.used if t.lemma_ == "flight" and t.dep_ == "nsubjpass")
    return any(flights) and any(c.dep_ == "xcomp" for c in match.trigger.rights)


def _filled(match: Match, slot: str) -> bool:
    """Whether a party, or for acts of force a thing they are used against, fills the slot."""
    tokens = match.roles.get(slot, ())
    if party_rules.parties(tokens):
        return True
    if slot == "ACTOR" and match.pos == "verb" and any(t.lemma_ in _DOCUMENTS for t in tokens):
        # "the motion asks the court to wait"
        asks = match.frame.type == "REQUEST" and any(t.lemma_ in LEGAL_PAPERS for t in tokens)
        return asks or bool(behind_subjects(match.trigger))  # "sent a letter asking the president for help"
    if (
        slot == "RECIPIENT"
        and match.pos == "verb"
        and match.frame.cameo in _DONE_TO_PEOPLE
        and any(map(is_dealt_with, tokens))
    ):
        return True  # "a bricklayer was arraigned"
    return slot == "RECIPIENT" and match.frame.type in FORCEFUL_TYPES and any(map(party_rules.is_target, tokens))
