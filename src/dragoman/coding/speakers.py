"""Who answers for a claim: which of the sentence's statements hold its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dragoman.codebook.words import words
from dragoman.coding.parties import is_party
from dragoman.coding.syntax import SUBJECTS, is_passive, is_verb
from dragoman.records import Attribution, Party, Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.coding.casting import Draft

# Nouns that answer for a statement where nobody is named.
_NAMELESS = words("nameless_sources")
_ASIDES = ("WP", "WDT", "WP$", "WRB")
_FINITE = ("VBD", "VBZ", "VBP")


def speakers(
    draft: Draft, said: Sequence[Attribution], quotes: Sequence[Span], offset: int, text: str
) -> tuple[Speaker, ...]:
    """Who says so: every attribution whose content covers the trigger, outermost first.

    Not who says only what stands around it: an aside between commas is the writer's own ("the robber, <who killed two>, has
    fled, police said"), and so is what the speaker does besides speaking ("the agency said it was a test and <imposed> a fine").
    """
    trigger = draft.match.trigger
    span = Span(trigger.idx, trigger.idx + len(trigger.text)).shift(offset)
    covering = [a for a in said if a.content_span.covers(span) and not a.cue_span.overlaps(span)]
    if not any(q.covers(span) for q in quotes):
        here = Span(offset, offset + len(trigger.doc.text))
        aside = _aside(trigger, offset)
        if aside is not None:
            covering = [a for a in covering if aside.covers(a.cue_span) or not here.covers(a.content_span)]
        if _goes_on_from_source(trigger):
            own = [Span(t.idx, t.idx + len(t.text)).shift(offset) for t in draft.actors]
            deed = _is_no_ones_in_clause(draft)
            covering = [a for a in covering if a.source_head_span not in own and not (deed and here.covers(a.cue_span))]
    covering.sort(key=lambda a: (-(a.content_span.end - a.content_span.start), a.cue_span.start))
    return _each_once(_speaker(a, text) for a in covering)


def claimants(draft: Draft, actors: Sequence[Party], offset: int, text: str) -> tuple[Speaker, ...]:
    """Whoever claims the deed says that it is his: "a militia claimed responsibility for the attack"."""
    match = draft.match
    if (
        match.frame.id == "assault.claims-lives"
        or match.trigger.lemma_ != "claim"
        or match.frame.type != "ASSAULT"
        or match.pos != "verb"
    ):
        return ()
    span = Span(match.trigger.idx, match.trigger.idx + len(match.trigger.text)).shift(offset)
    return tuple(Speaker(p.text, p.span, span.of(text), span) for p in actors[:1])


def _each_once(chain: Iterable[Speaker]) -> tuple[Speaker, ...]:
    """The chain without whoever is told twice in a row: "she said of the raid, which she said failed"."""
    out: list[Speaker] = []
    for one in chain:
        if not out or not one.text or out[-1].text.lower() != one.text.lower():
            out.append(one)
    return tuple(out)


def _speaker(a: Attribution, text: str) -> Speaker:
    source = a.source_span
    if source is None and a.cue_span.of(text).lower() in _NAMELESS:
        source = a.cue_span  # "Reports emerged about …": the reports answer for it
    return Speaker(source.of(text) if source is not None else "", source, a.cue_span.of(text), a.cue_span)


def _aside(trigger: Token, offset: int) -> Span | None:
    """The relative clause behind a comma in which the trigger stands."""
    clause: Token | None = trigger
    while clause is not None and clause.dep_ != "relcl":
        clause = clause.head if clause.head != clause else None
    if clause is None:
        return None
    inside = sorted(clause.subtree, key=lambda t: t.i)
    link = next((t for t in inside[:2] if t.tag_ in _ASIDES), None)
    if link is None or inside[0].i == 0 or inside[0].nbor(-1).text != ",":
        return None
    last = inside[-1]
    return Span(inside[0].idx, last.idx + len(last.text)).shift(offset)


def _goes_on_from_source(verb: Token) -> bool:
    """Whether a finite verb without a subject of its own is joined to the clause that somebody says: then it may be what he
    does himself, as the reading of its subject tells."""
    if verb.dep_ != "conj" or not is_verb(verb) or not is_verb(verb.head):
        return False
    finite = verb.tag_ in _FINITE or any(c.dep_ == "aux" and c.tag_ in _FINITE for c in verb.lefts)
    return finite and not any(c.dep_ in SUBJECTS for c in verb.children)


def _is_no_ones_in_clause(draft: Draft) -> bool:
    """Whether the clause beside the verb is about a thing that does no such deed, so that only the speaker can: "said the raid
    was unlawful and <summoned> the envoy"."""
    verb, first = draft.match.trigger, draft.match.trigger.head
    if draft.match.passive or draft.match.frame.type == "ASSAULT" or verb.lemma_ == "be":
        return False
    if first.dep_ != "ccomp" or not (first.lemma_ == "be" or is_passive(first)):
        return False
    subject = next((c for c in first.lefts if c.dep_ in SUBJECTS), None)
    return subject is not None and (
        subject.lower_ in _THINGS or (subject.tag_ in ("NN", "NNS") and not is_party(subject))
    )


_THINGS = frozenset({"it", "this", "that", "these", "there"})
