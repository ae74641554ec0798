"""Statements: the clause, the quotation or the rest of the sentence that a verb of speech or thought introduces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.codebook.speech import STATED, Speech, Uses
from dragoman.coding.attribution.clauses import escaped, is_infinitive
from dragoman.coding.attribution.scene import Scene, hull
from dragoman.coding.attribution.sources import is_reader
from dragoman.coding.syntax import is_passive, is_verb
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_FEWEST_WORDS = 2  # of a content found only by elimination


def statement(
    verb: Token, uses: Uses, scene: Scene, quotes: Sequence[Span], source: Token | None, speech: Speech
) -> tuple[Span | None, str, bool]:
    """(content, kind, whether quoted) where the verb introduces a clause or a quotation."""
    content: Span | None = None
    kind = "reported"
    use = uses.get("clause")
    if use is not None and not _only_acts(verb):
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


def _only_acts(verb: Token) -> bool:
    """Whether the verb tells a view only before "that", and has none behind it: "the court holds that" against "the army
    holds a drill hours after …"."""
    if verb.lemma_ != "hold":
        return False
    return not any(t.lower_ == "that" and t.dep_ == "mark" for c in verb.rights if c.dep_ == "ccomp" for t in c.lefts)


def _outside(quote: Span, verb: Token, scene: Scene) -> bool:
    return not quote.overlaps(scene.of(verb))


def _clause(verb: Token, scene: Scene, speech: Speech) -> Span | None:
    clause = next(
        (c for c in verb.children if c.dep_ == "ccomp" and not is_infinitive(c) and not _apart(c, verb)), None
    )
    if clause is None and verb.dep_ == "relcl":  # "who the police say shot her"
        clause = next((c for c in verb.rights if c.dep_ == "xcomp" and c.tag_ in ("VBD", "VBN")), None)
    if clause is None and any(c.dep_ == "dobj" for c in verb.rights):
        clause = _hung_on_hearer(verb, speech)
    if clause is not None:
        before = _all_before(clause, verb, scene)
        return before or scene.clause([clause, *_second_clauses(clause, verb, speech)], _tails(clause, verb, speech))
    gerund = next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBG" and c.i > verb.i), None)
    if gerund is not None:
        return scene.clause([gerund], _tails(gerund, verb, speech))
    alone = not any(c.dep_ == "dobj" and not is_reader(c) for c in verb.children)
    if (verb.dep_ == "parataxis" and alone) or (verb.dep_ == "advcl" and _as_clause(verb, speech)):
        return scene.clause([verb.head], [verb])
    return None


def _second_clauses(clause: Token, verb: Token, speech: Speech) -> list[Token]:
    """What the parser joins to the verb though it is said as well: "said he was held, but <that> he might be freed"; not what
    another says."""
    out = [c for c in verb.rights if c.dep_ == "ccomp" and c != clause and c.i > clause.i > verb.i]
    out = [c for c in out if c.lemma_ not in speech.verbs]
    joined = [c for c in verb.rights if c.dep_ == "conj" and is_verb(c)]
    return out + [c for c in joined if any(g.dep_ == "mark" and g.lower_ == "that" for g in c.lefts)]


def _all_before(clause: Token, verb: Token, scene: Scene) -> Span | None:
    """All that stands before a "…, the paper reports" at the end of a sentence, of which the parser hangs a part on "reports"."""
    tokens = scene.tokens
    comma = next((i for i in range(verb.i - 1, 0, -1) if tokens[i].text == ","), None)
    if clause.i > verb.i or comma is None or verb.dep_ != "ROOT" or comma < clause.i:
        return None
    own = {t.i for c in verb.children if c.dep_ in _OF_TELLING and c.i > comma for t in c.subtree} | {verb.i}
    if any(t.i not in own for t in tokens[comma + 1 :] if not (t.is_punct or t.is_space)):
        return None
    hung = [c for c in verb.lefts if c.dep_ == "advcl" and c.i > clause.i]
    return scene.clause([clause, *hung]) if hung else None


_OF_TELLING = ("nsubj", "aux", "advmod", "npadvmod", "prep", "dative")


def _apart(clause: Token, verb: Token) -> bool:
    """Whether a semicolon or bracket stands between a clause and the verb after it: two sentences, no content."""
    return clause.i < verb.i and any(t.text in (";", "(", ":") for t in verb.doc[clause.i : verb.i])


def _hung_on_hearer(verb: Token, speech: Speech) -> Token | None:
    """The clause which the parser took for one about the hearer: "told a meeting of farmers that …"."""
    hearer = next(c for c in verb.rights if c.dep_ == "dobj")
    for child in hearer.subtree:
        if child.dep_ not in ("relcl", "acl") or child.head.i > child.i:
            continue
        if any(c.dep_ == "mark" and c.lower_ in ("that", "whether", "if") for c in child.lefts):
            return child
        bare = not any(c.tag_ in ("WDT", "WP", "WP$", "WRB") for c in child.lefts)
        whole = any(c.dep_ in ("nsubj", "nsubjpass") for c in child.lefts) and any(
            c.dep_ in ("dobj", "attr", "acomp") for c in child.rights
        )
        if child.head == hearer and bare and whole and verb.lemma_ in speech.addressing:
            return child
    return None


def _tails(clause: Token, verb: Token, speech: Speech) -> list[Token]:
    """What goes on with the speaker rather than the content: "said it was over, adding that …", "… and called for calm"."""
    out = [
        c
        for c in clause.rights
        if c.dep_ == "advcl"
        and c.tag_ == "VBG"
        and c.left_edge.i > 0
        and ("clause" in (uses := speech.verbs.get(c.lemma_, {})) or "object" in uses)
        and c.left_edge.nbor(-1).text in (",", "—", "-")
    ]
    out += [c for c in clause.rights if c.dep_ == "advcl" and _others_say(c, speech)]
    out += [c for c in clause.subtree if c.dep_ == "conj" and c.lemma_ in speech.verbs and escaped(c) == verb]
    return out


def _others_say(clause: Token, speech: Speech) -> bool:
    """ "…, while the union called for talks": another's words, which the writer sets beside the first."""
    lefts = list(clause.lefts)
    contrast = any(c.dep_ == "mark" and c.lower_ in ("while", "whereas") for c in lefts)
    return contrast and clause.lemma_ in speech.verbs and any(c.dep_ == "nsubj" for c in lefts)


def _as_clause(verb: Token, speech: Speech) -> bool:
    """Whether "as" makes an aside of the clause: "as the envoy put it", "as he has said"."""
    if verb.lemma_ in speech.no_asides:
        return False
    return any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in verb.lefts) and not any(
        c.dep_ in ("dobj", "ccomp") and c.lower_ != "it" for c in verb.children
    )


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
    opening = next((t for t in doc if t.dep_ != "cc"), verb)
    if not any(t.dep_ in ("nsubj", "nsubjpass") for t in words_before) or opening.dep_ in ("prep", "mark", "advmod"):
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
