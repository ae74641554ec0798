"""Who says what: cue, source and content of reported speech, from syntax and quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.codebook.speech import STATED, Speech
from dragoman.coding.attribution.nominal import read_adjective, read_noun
from dragoman.coding.attribution.phrases import read_according, read_adverb, read_complex, read_label
from dragoman.coding.attribution.quotes import assign, quotations
from dragoman.coding.attribution.running import carry_on
from dragoman.coding.attribution.scene import Found, Scene
from dragoman.coding.attribution.verbs import read_verb
from dragoman.coding.parties import phrase
from dragoman.coding.syntax import is_noun, is_verb
from dragoman.records import Attribution, Parse, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def _asked_before(quote: Span, sentence: Sentence, text: str) -> bool:
    """Whether a quotation ends right before a sentence that goes on with it: "“Who goes?” she asked."."""
    between = text[quote.end : sentence.span.start]
    return not between.strip(" ") and quote.of(text)[-2:-1] in ("?", "!", ",", "…") and "\n" not in between


def _is_link(one: Attribution, parse: Parse) -> bool:
    """Whether a relayed attribution names somebody of its own: "the ministry said the group had claimed …"."""
    return one.source_head_span is not None and one.source_head_span.of(parse.article.text).lower() not in _STAND_INS


def _relayed(one: Attribution, others: Sequence[Attribution]) -> bool:
    return any(other is not one and other.content_span.covers(one.cue_span) for other in others)


_STAND_INS = frozenset({"it", "that", "this", "which", "there", "what", "you", "one", "i", "we"})
_NO_CUES = ("aux", "auxpass", "amod", "compound")


class AttributionReader:
    """Finds attributions in parsed sentences; quotations that run on keep their speaker."""

    def __init__(self, speech: Speech) -> None:
        self.speech = speech

    def read(self, parse: Parse) -> list[Attribution]:
        """The statements somebody answers for (reported, denied, believed), in order of their cue.

        Those that a quoted speaker relays are among them: chains of who says so need every link.
        """
        return [a for a in self._all(parse, quotations(parse)) if a.kind in STATED]

    def read_all(self, parse: Parse) -> list[Attribution]:
        """What the article itself attributes, stances (asked, intended, judged) among it, in order of the cue.

        Left out is what belongs to somebody else's words: cues inside a quotation, and stances inside a reported content.
        """
        quotes = quotations(parse)
        found = self._all(parse, quotes)
        outer = [a for a in found if not any(q.start < a.cue_span.start and a.cue_span.end < q.end for q in quotes)]
        return [a for a in outer if not _relayed(a, outer) or (a.kind in ("reported", "denied") and _is_link(a, parse))]

    def _all(self, parse: Parse, quotes: Sequence[Span]) -> list[Attribution]:
        starts = [q.end for q in quotes]
        by_sentence: list[list[tuple[Attribution, bool]]] = []
        for sentence in parse.sentences:
            first = bisect_left(starts, sentence.span.start + 1)
            near = []
            for quote in quotes[first:]:
                if quote.start >= sentence.span.end:
                    break
                near.append(quote)
            if first > 0 and _asked_before(quotes[first - 1], sentence, parse.article.text):
                near.insert(0, quotes[first - 1])
            by_sentence.append(self._sentence(sentence, parse.article.text, near))
        return carry_on(parse, quotes, by_sentence)

    def _sentence(self, sentence: Sentence, text: str, quotes: Sequence[Span]) -> list[tuple[Attribution, bool]]:
        """The attributions of one sentence, each with whether a quotation holds its content."""
        if sentence.doc is None:
            return []
        scene = Scene(sentence.doc, sentence.span.start, tuple(quotes))
        out = []
        for found in self._found(scene, text):
            source = found.source
            span = head = None
            if source is not None:
                span, head = scene.span(*phrase(source)), scene.of(source)
            cue = scene.span(*found.cue)
            out.append((Attribution(span, cue, found.content, head, found.kind), found.quoted))
        return out

    def _found(self, scene: Scene, text: str) -> list[Found]:
        speech = self.speech
        verbs = [t for t in scene.doc if t.lemma_ in speech.verbs and is_verb(t) and t.dep_ not in _NO_CUES]
        nearest = assign(scene, text, verbs) if scene.quotes else {}
        taken: dict[int, Found] = {}
        for verb in verbs:
            found = read_verb(verb, speech.verbs[verb.lemma_], scene, nearest.get(verb.i, ()), speech)
            if found is not None:
                taken[verb.i] = found
        out = list(taken.values())
        for token in scene.doc:
            other = None if token.i in taken else self._other(token, scene, taken)
            if other is not None:
                out.append(other)
        label = read_label(scene, text, speech)
        if label is not None:
            out.append(label)
        return sorted(out, key=lambda f: f.cue)

    def _other(self, token: Token, scene: Scene, taken: dict[int, Found]) -> Found | None:
        speech = self.speech
        lower = token.lower_
        if lower == "according":
            return read_according(token, scene)
        if lower in speech.adverbs:
            return read_adverb(token, scene)
        if token.lemma_ in speech.nouns and is_noun(token):
            if token.dep_ == "dobj" and token.head.i in taken:  # "announced plans to …": one attribution, the verb's
                return None
            return read_noun(token, speech.nouns[token.lemma_], scene, speech)
        if lower in speech.adjectives and token.tag_[:2] in ("JJ", "VB"):
            return read_adjective(token, speech.adjectives[lower], scene, speech)
        if token.dep_ in ("prep", "mark") and lower in ("in", "as", "by"):
            return read_complex(token, scene, speech)
        return None
