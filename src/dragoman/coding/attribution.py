"""Who says what: cue, source and content of reported speech, from syntax and quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebook.speech import Speech
from dragoman.codebook.words import words
from dragoman.coding.parties import is_party, phrase
from dragoman.coding.syntax import arguments, is_noun, is_verb
from dragoman.records import Attribution, Parse, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Speech verbs whose object can be the thing told of.
_TELLING_OF = words("tell_of")
_OPEN, _CLOSE = '“"«', '”"»'


class AttributionReader:
    """Finds attributions in parsed sentences; quotations that run on keep their speaker."""

    def __init__(self, speech: Speech) -> None:
        self.speech = speech

    def read(self, parse: Parse) -> list[Attribution]:
        """All attributions, in order of their cue; spans are offsets in the article's text."""
        out: list[Attribution] = []
        for sentence in parse.sentences:
            if sentence.doc is not None:
                out.extend(self.read_sentence(sentence))
        return out

    def read_sentence(self, sentence: Sentence) -> list[Attribution]:
        """The attributions of one parsed sentence."""
        doc, offset = sentence.doc, sentence.span.start
        if doc is None:
            return []
        out = []
        for token in doc:
            found = None
            if is_verb(token) and token.lemma_ in self.speech.verbs and token.dep_ not in ("aux", "amod"):
                found = self._verb(token, doc)
            elif token.lower_ == "according":
                found = self._according(token, doc)
            elif is_noun(token) and token.lemma_ in self.speech.nouns:
                found = self._noun(token, doc)
            elif token.lower_ in self.speech.adverbs:
                found = (None, token, _range(token.head, doc, exclude=[token]))
            if found is not None:
                source, cue, content = found
                if content is None:
                    continue
                out.append(
                    Attribution(
                        source_span=None if source is None else _chars(doc, *phrase(source)).shift(offset),
                        cue_span=_chars(doc, cue.i, cue.i + 1).shift(offset),
                        content_span=content.shift(offset),
                        source_head_span=None if source is None else _chars(doc, source.i, source.i + 1).shift(offset),
                    )
                )
        return out

    def _verb(self, verb: Token, doc: Doc) -> tuple[Token | None, Token, Span | None] | None:
        args = arguments(verb)
        clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
        if clause is None and verb.dep_ == "parataxis":
            clause = verb.head
        if clause is None and args.passive:
            clause = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "oprd")), None)
        quoted = _quotation(verb, doc)
        source = next(iter(args.subjects), None)
        if clause is not None:
            content = _range(clause, doc, exclude=[verb, *([source] if source is not None else [])])
            return source, verb, quoted if quoted is not None and quoted.covers(content) else content
        if quoted is not None and source is not None:
            return source, verb, quoted
        told = next((t for t in args.objects if is_noun(t) and not is_party(t)), None)
        if told is not None and verb.lemma_ in _TELLING_OF:  # "mentioned planned meetings", "confirmed the arrest"
            return source, verb, _range(told, doc, exclude=[])
        return None

    def _according(self, token: Token, doc: Doc) -> tuple[Token | None, Token, Span | None] | None:
        to = next((c for c in token.children if c.lower_ == "to"), None)
        if to is None:
            return None
        source = next((c for c in to.children if c.dep_ == "pobj"), None)
        if source is None:
            return None
        head = token.head
        while not is_verb(head) and head.head != head:
            head = head.head
        return source, token, _range(head, doc, exclude=[token])

    def _noun(self, noun: Token, doc: Doc) -> tuple[Token | None, Token, Span | None] | None:
        clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and _that(c)), None)
        source = next((c for c in noun.children if c.dep_ == "poss"), None)
        if clause is not None:
            return source, noun, _range(clause, doc, exclude=[])
        if noun.lemma_ in ("report", "claim", "allegation", "rumor", "rumour", "news", "accusation"):
            about = next(
                (p for n in (noun, noun.head) for p in n.children if p.lower_ in ("about", "of") and p.dep_ == "prep"),
                None,
            )
            if about is not None and (noun.dep_ in ("nsubj", "dobj", "nsubjpass", "pobj", "ROOT")):
                inner = next((c for c in about.children if c.dep_ in ("pobj", "pcomp")), None)
                if inner is not None:
                    return source if source is not None else noun, noun, _range(inner, doc, exclude=[])
        return None


def _that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _chars(doc: Doc, start: int, end: int) -> Span:
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text))


def _range(head: Token, doc: Doc, exclude: list[Token]) -> Span:
    """The characters of a clause, without the subtrees in ``exclude`` at its edges."""
    banned: set[int] = set()
    for token in exclude:
        if token != head and not token.is_ancestor(head):
            banned.update(t.i for t in token.subtree)
    inside = [t.i for t in head.subtree if t.i not in banned]
    if not inside:
        inside = [head.i]
    start, end = inside[0], inside[-1] + 1
    while start < end - 1 and (doc[start].lower_ == "that" or doc[start].text in (",", ";", ":")):
        start += 1
    while end - 1 > start and doc[end - 1].text in (",", ".", ";", ":"):
        end -= 1
    return _chars(doc, start, end)


def _quotation(verb: Token, doc: Doc) -> Span | None:
    """The words between quotation marks in the verb's sentence, if any."""
    start = next((t for t in doc if t.text in _OPEN), None)
    if start is None:
        return None
    end = next((t for t in reversed(doc) if t.text in _CLOSE and t.i > start.i), None)
    stop = end.i if end is not None else len(doc)
    if stop <= start.i + 1:
        return None
    return _chars(doc, start.i + 1, stop)
