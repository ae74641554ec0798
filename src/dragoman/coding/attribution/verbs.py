"""Verbs of speech, thought and stance: their source and their content, construction by construction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.codebook.speech import STATED, Speech, Uses
from dragoman.codebook.words import words
from dragoman.coding.attribution.scene import Found, Scene, hull
from dragoman.coding.attribution.sources import can_speak, is_reader, speaker_of
from dragoman.coding.syntax import is_nominal, is_passive, surface_subjects
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs whose object can be the thing told of: "mentioned planned meetings", "confirmed the arrest".
_TELLING_OF = words("tell_of")
# What goes on with a judged object: "praised her for staying", "dismissed it as a stunt".
_GOES_ON = ("for", "as", "over", "of", "to", "against", "about", "with", "from")
_FEWEST_WORDS = 2  # of a content found only by elimination


def read_verb(verb: Token, uses: Uses, scene: Scene, quotes: Sequence[Span], speech: Speech) -> Found | None:
    """The attribution ``verb`` makes, or ``None``. ``quotes``: the quotations it stands nearest to."""
    source = speaker_of(verb, speech)
    told, kind, quoted = _statement(verb, uses, scene, quotes, source, speech)
    end = verb.i + 1
    if told is None:
        stance = _stance(verb, uses, scene, source, speech)
        if stance is None:
            return None
        told, kind, end = stance
    if source is None and not quoted and not is_passive(verb) and verb.tag_ in ("VB", "VBP"):
        return None  # an order to the reader: "imagine that …"
    if end == verb.i + 1 and end < len(verb.doc) and verb.doc[end].dep_ == "prt" and verb.doc[end].head == verb:
        end += 1  # "pointed out"
    return Found(source, (verb.i, end), told, kind, quoted)


# -- statements ---------------------------------------------------------------------------------------------------


def _statement(
    verb: Token, uses: Uses, scene: Scene, quotes: Sequence[Span], source: Token | None, speech: Speech
) -> tuple[Span | None, str, bool]:
    """(content, kind, quoted) where the verb introduces a clause or a quotation."""
    content: Span | None = None
    kind = "reported"
    use = uses.get("clause")
    if use is not None:
        kind = use.kind if use.kind in STATED else "reported"
        content = _clause(verb, scene, speech)
    if content is not None:
        joined = hull(
            [content, *quotes, *(q for q in scene.quotes if q.overlaps(content) and _outside(q, verb, scene))]
        )
        return joined, kind, bool(quotes) or joined != content
    if "quote" in uses and quotes and (source is not None or "clause" in uses):
        quoted_kind = uses["quote"].kind
        return hull(quotes), quoted_kind if quoted_kind in STATED else "reported", True
    if "bare" in uses and source is not None and not is_passive(verb):
        addressed = "infinitive" in uses and uses["infinitive"].kind == "asked"
        return _rest(verb, source, scene, addressed), "reported", False
    return None, kind, False


def _outside(quote: Span, verb: Token, scene: Scene) -> bool:
    return not quote.overlaps(scene.of(verb))


def _clause(verb: Token, scene: Scene, speech: Speech) -> Span | None:
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and not is_infinitive(c)), None)
    if clause is not None:
        return scene.clause([clause], _tails(clause, speech))
    gerund = next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBG" and c.i > verb.i), None)
    if gerund is not None:
        return scene.clause([gerund])
    if verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and _as_clause(verb)):
        return scene.clause([verb.head], [verb])
    return None


def _tails(clause: Token, speech: Speech) -> list[Token]:
    """Participles that go on with the speaker rather than the content: "said it was over, adding that …"."""
    return [
        c
        for c in clause.rights
        if c.dep_ == "advcl"
        and c.tag_ == "VBG"
        and "clause" in speech.verbs.get(c.lemma_, ())
        and c.left_edge.nbor(-1).text in (",", "—", "-")
    ]


def _as_clause(verb: Token) -> bool:
    """Whether "as" makes an aside of the clause: "as the envoy put it", "as he has said"."""
    return any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in verb.lefts) and not any(
        c.dep_ in ("dobj", "ccomp") and c.lower_ != "it" for c in verb.children
    )


def is_infinitive(token: Token) -> bool:
    """Whether a clause's verb is marked by "to"."""
    return any(c.tag_ == "TO" and c.dep_ == "aux" for c in token.lefts)


def _rest(verb: Token, source: Token, scene: Scene, addressed: bool) -> Span | None:
    """What the sentence tells besides "the envoy said": before it if a comma or mark stands between, else after it."""
    doc = verb.doc
    if any(c.dep_ == "dobj" and not (addressed and is_reader(c)) for c in verb.children):
        return None
    block = {verb.i, source.i} | {
        t.i for c in verb.children if c == source or c.dep_ in ("aux", "neg", "dative") for t in c.subtree
    }
    block |= {t.i for c in verb.children if c.dep_ == "dobj" and is_reader(c) for t in c.subtree}
    if max(block) - min(block) > 2 * len(block):
        return None
    first, last = min(block), max(block) + 1
    words_before = [t for t in doc[:first] if t.is_alpha]
    if not any(t.dep_ in ("nsubj", "nsubjpass") for t in words_before) or doc[0].dep_ in ("prep", "mark", "advmod"):
        words_before = []
    if first > 0 and doc[first - 1].text in (",", "”", '"', "''", "—", "–", "--") and len(words_before) > _FEWEST_WORDS:
        return scene.span(0, first - 1) if first > 1 else None
    start, end = last, len(doc)
    while start < end and (doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > start and doc[end - 1].text in (".", ",", " "):
        end -= 1
    if verb.dep_ != "ROOT" or sum(t.is_alpha for t in doc[start:end]) <= _FEWEST_WORDS:
        return None
    return scene.span(start, end)


# -- stances ------------------------------------------------------------------------------------------------------


def _stance(
    verb: Token, uses: Uses, scene: Scene, source: Token | None, speech: Speech
) -> tuple[Span, str, int] | None:
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


def _given(span: Span | None, kind: str, end: int) -> tuple[Span, str, int] | None:
    return None if span is None else (span, kind, end)


def _judgement(rights: Sequence[Token], objects: Sequence[Token], scene: Scene) -> Span | None:
    """ "(called) him a liar", "(described) the vote as free": object and what is said of it."""
    predicate = next((c for c in rights if c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as")), None)
    if predicate is not None:
        return scene.clause([*objects[:1], predicate])
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
    use = uses.get("object")
    if use is not None and source is not None and (can_speak(source, speech) or use.anything):
        return _given(hull([scene.clause(whole), *reduced]), use.kind, verb.i + 1)
    return None
