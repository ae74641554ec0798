"""Stances: what somebody asks for, intends or judges, and passives that leave open who does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.codebook.speech import STATED, Speech, Uses
from dragoman.codebook.words import words
from dragoman.coding.attribution.clauses import is_infinitive
from dragoman.coding.attribution.scene import Scene, hull
from dragoman.coding.attribution.sources import can_speak
from dragoman.coding.syntax import is_nominal, is_passive, is_verb, surface_subjects
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs whose object can be the thing told of: "mentioned planned meetings", "confirmed the arrest".
_TELLING_OF = words("tell_of")
# What goes on with a judged object: "praised her for staying", "dismissed it as a stunt".
_GOES_ON = ("for", "as", "over", "of", "to", "against", "about", "with", "from")


def stance(verb: Token, uses: Uses, scene: Scene, source: Token | None, speech: Speech) -> tuple[Span, str, int] | None:
    """(content, kind, end of the cue) where the verb asks for, intends or judges something."""
    if is_passive(verb):
        return _passive(verb, uses, scene, source, speech)
    rights = [c for c in verb.children if c.i > verb.i]
    willing = can_speak(source, speech)
    infinitive = next((c for c in rights if c.dep_ in ("xcomp", "ccomp", "advcl") and is_infinitive(c)), None)
    objects = [c for c in rights if c.dep_ in ("dobj", "dative") and is_nominal(c)]
    if "infinitive" in uses and willing and infinitive is not None and (infinitive.dep_ != "advcl" or objects):
        span = scene.clause([infinitive, *objects])
        return _given(span, uses["infinitive"].kind, verb.i + 1)
    if "as" in uses and willing:
        span = _judgement(rights, objects, scene)
        if span is not None:
            return span, uses["as"].kind, verb.i + 1
    found = _prepositional(verb, uses, rights, objects, infinitive, scene, willing)
    if found is not None:
        return found
    use = uses.get("object")
    if use is None:
        return None
    clause = next((c for c in rights if _stands_for_object(c)), None) if not objects else None
    if clause is not None and willing:
        return _given(scene.clause([clause]), use.kind, verb.i + 1)
    if not objects:
        relative = verb.head if verb.dep_ == "relcl" and any(c.dep_ == "nsubj" for c in verb.children) else None
        if relative is None or source is None or source == relative or not willing:
            return None
        return _given(scene.clause([relative], [verb]), use.kind, verb.i + 1)
    if not (willing or (use.anything and source is not None)):
        return None
    goes_on = [c for c in rights if c.dep_ == "prep" and c.lower_ in _GOES_ON and c.i > objects[-1].i]
    kind = use.kind
    if use.kind in STATED and verb.lemma_ not in _TELLING_OF and use.kind != "denied":
        kind = "judged"
    return _given(scene.clause([*objects, *goes_on]), kind, verb.i + 1)


def _stands_for_object(clause: Token) -> bool:
    """Whether a gerund or a clause stands where the object would: "regretted leaving", "criticised what he saw"."""
    return (clause.dep_ == "xcomp" and _is_gerund(clause)) or (clause.dep_ == "ccomp" and not is_infinitive(clause))


def _is_gerund(clause: Token) -> bool:
    return clause.tag_ == "VBG" or any(c.dep_ in ("aux", "auxpass") and c.tag_ == "VBG" for c in clause.lefts)


def _given(span: Span | None, kind: str, end: int) -> tuple[Span, str, int] | None:
    return None if span is None else (span, kind, end)


def _judgement(rights: Sequence[Token], objects: Sequence[Token], scene: Scene) -> Span | None:
    """ "(called) him a liar", "(described) the vote as free": object and what is said of it."""
    predicate = next((c for c in rights if c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as")), None)
    if predicate is not None:
        more = [
            c for c in rights if c.dep_ == "conj" and c.tag_ in ("JJ", "VBN") and c.i > predicate.i
        ]  # "dear and late"
        return scene.clause([*objects[:1], predicate, *more])
    link = next((c for o in objects[:1] for c in o.rights if c.dep_ == "prep" and c.lower_ == "as"), None)
    if link is not None:
        return scene.clause(objects[:1])  # the parser hung "as a stunt" on "the visit"
    small = next((c for c in rights if c.dep_ == "ccomp" and not is_infinitive(c)), None)
    return scene.clause([small]) if small is not None else None


def _prepositional(
    verb: Token,
    uses: Uses,
    rights: Sequence[Token],
    objects: Sequence[Token],
    infinitive: Token | None,
    scene: Scene,
    willing: bool,
) -> tuple[Span, str, int] | None:
    for child in rights:
        use = uses.get(child.lower_)
        if use is None or child.dep_ not in ("prep", "prt", "advmod", "dative"):
            continue
        if child.dep_ == "prt" or child.lower_ in ("out", "up"):
            told = [*objects[:1]] or [c for c in child.children if c.dep_ in ("pobj", "prep")]
        else:
            told = [c for c in child.children if c.dep_ in ("pobj", "pcomp", "ccomp")]
        if infinitive is not None and child.lower_ in ("on", "for"):
            told.append(infinitive)
        if told and objects and use.kind == "judged" and objects[0].i < child.i:
            told = [objects[0], child]  # "accused the firm of lying", "compared him to a fox"
        span = scene.clause(told) if told and (willing or use.anything) else None
        if span is not None:
            return span, use.kind, child.i + 1 if child.i == verb.i + 1 else verb.i + 1
    return None


def _passive(
    verb: Token, uses: Uses, scene: Scene, source: Token | None, speech: Speech
) -> tuple[Span, str, int] | None:
    """ "is said to be ill", "was criticised by the envoy", "a plan proposed by the ministry"."""
    subjects = surface_subjects(verb)
    whole = [s for s in subjects[:1] if not s.is_ancestor(verb)]
    reduced = [scene.clause([s], [verb]) for s in subjects[:1] if s.is_ancestor(verb)]
    infinitive = next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp", "oprd") and is_infinitive(c)), None)
    if infinitive is not None and ("infinitive" in uses or "clause" in uses) and subjects:
        kind = (uses.get("infinitive") or uses["clause"]).kind
        return _given(hull([scene.clause([*whole, infinitive]), *reduced]), kind, verb.i + 1)
    predicate = next((c for c in verb.rights if c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as")), None)
    if "as" in uses and predicate is not None:
        return _given(hull([scene.clause([*whole, predicate]), *reduced]), uses["as"].kind, verb.i + 1)
    if "of" in uses and uses["of"].kind == "judged":
        of = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
        if of is not None:
            return _given(hull([scene.clause([*whole, of]), *reduced]), uses["of"].kind, verb.i + 1)
    if "clause" in uses and source is not None and is_verb(verb.head) and _follows_comma(verb):
        return _given(
            scene.clause([verb.head], [verb]), "reported", verb.i + 1
        )  # "…, reported by the state news agency"
    use = uses.get("object")
    if use is not None and source is not None and (can_speak(source, speech) or use.anything):
        return _given(hull([scene.clause(whole), *reduced]), use.kind, verb.i + 1)
    about = [c for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("for", "as", "over")]
    if use is not None and use.kind == "judged" and source is None and whole and about:
        return _given(scene.clause([*whole, *about]), use.kind, verb.i + 1)  # "he was criticised for his silence"
    return None


def _follows_comma(verb: Token) -> bool:
    first = verb.left_edge
    return (
        verb.dep_ in ("advcl", "acl")
        and verb.tag_ == "VBN"
        and first == verb
        and first.i > 0
        and first.nbor(-1).text == ","
    )
