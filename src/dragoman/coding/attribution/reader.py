"""Who says what: cue, source and content of reported speech, from syntax and quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.codebook.speech import STATED, Speech
from dragoman.coding.attribution.accusing import read_accusation, read_dismissal
from dragoman.coding.attribution.following import announced, read_announced, take_turns
from dragoman.coding.attribution.idioms import read_idiom
from dragoman.coding.attribution.nesting import outermost
from dragoman.coding.attribution.nominal import read_adjective, read_noun
from dragoman.coding.attribution.phrases import VIEWS, read_according, read_adverb, read_complex, read_label
from dragoman.coding.attribution.quotes import assign, quotations
from dragoman.coding.attribution.running import carry_on
from dragoman.coding.attribution.scene import Found, Reading, Scene
from dragoman.coding.attribution.sources import can_speak, whole
from dragoman.coding.attribution.verbs import read_verb
from dragoman.coding.phrases import phrase
from dragoman.coding.syntax import is_noun, is_passive, is_verb
from dragoman.records import Attribution, Parse, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def _asked_before(quote: Span, sentence: Sentence, text: str) -> bool:
    """Whether a quotation ends right before a sentence that goes on with it: "“Who goes?” she asked."."""
    between = text[quote.end : sentence.span.start]
    return not between.strip(" ") and quote.of(text)[-2:-1] in ("?", "!", ",", "…") and "\n" not in between


_NOT_THE_SPEAKER = frozenset({"it", "that", "this", "which", "who", "there"})
# A capital that no sentence begins with: "…, Brown said"
_INSIDE_A_SENTENCE = re.compile(r"(?<=[a-z0-9,;] )[A-Z][\w’'\-]*")
_NO_CUES = ("aux", "auxpass", "amod", "compound", "prep")


def _answers(found: Found, scene: Scene, speech: Speech) -> bool:
    """Whether the source can be answerable; with plain verbs of saying and quotations whoever stands there is."""
    verb = speech.verbs.get(scene.doc[found.cue[0]].lemma_, {})
    if _is_question(found, scene, speech):
        return False
    if _is_article_itself(found, scene):
        return False
    if found.source is None or found.quoted or found.label or "bare" in verb:
        return True
    return found.source.tag_ not in ("NN", "NNS") or can_speak(found.source, speech)


def _is_article_itself(found: Found, scene: Scene) -> bool:
    """Whether the writer tells what his own text shows: "this brief survey shows that the two worked together"."""
    source = found.source
    if source is None or source.lemma_ not in _OWN_TEXTS or not any(c.lower_ == "this" for c in source.lefts):
        return False
    return not any(q.covers(scene.of(source)) for q in scene.quotes)


_OWN_TEXTS = ("survey", "review", "article", "essay", "column", "overview", "editorial", "analysis", "piece")


def _scene(doc: Doc, sentence: Sentence, text: str, quotes: Sequence[Span]) -> Scene:
    tokens = tuple(doc)
    lower = frozenset(t.lower_ for t in tokens)
    return Scene(doc, sentence.span.start, tuple(quotes), tokens, lower, sentence.span.of(text))


def _is_question(found: Found, scene: Scene, speech: Speech) -> bool:
    """Whether the content is only asked: nobody says that it is so."""
    first = found.content.start - scene.offset
    opening = next((t for t in scene.tokens if t.idx == first), None)
    if opening is None or opening.dep_ not in ("mark", "advmod"):
        return False
    return opening.lower_ == "whether" or (
        opening.lower_ == "if" and scene.doc[found.cue[0]].lemma_ in speech.asking and opening.i == found.cue[1]
    )


def _accused(scene: Scene, found: Sequence[Found], speech: Speech) -> list[Found]:
    """Who answers for accusations and for their denial, besides what was found."""
    known = {f.cue[0] for f in found if f.kind == "denied"}
    out = []
    for verb in scene.tokens:
        if is_verb(verb) and verb.dep_ not in _NO_CUES:
            if (one := read_accusation(verb, scene, speech)) is not None:
                out.append(one)
            if verb.i not in known and (one := read_dismissal(verb, scene, speech)) is not None:
                out.append(one)
    return out


def _other(token: Token, scene: Scene, taken: dict[int, Found], speech: Speech) -> Found | None:
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
    if token.dep_ in ("prep", "mark") and lower in ("in", "as", "by") and scene.words & VIEWS:
        return read_complex(token, scene, speech)
    return None


class AttributionReader:
    """Finds attributions in parsed sentences; quotations that run on keep their speaker."""

    def __init__(self, speech: Speech) -> None:
        self.speech = speech
        self.stated = speech.stated()
        self._others = speech.adverbs | speech.adjectives.keys() | {"according", "in", "as", "by"}

    def read(self, parse: Parse, quotes: Sequence[Span] | None = None) -> list[Attribution]:
        """The statements somebody answers for (reported, denied, believed), in order of their cue.

        Those that a quoted speaker relays are among them: chains of who says so need every link. A relative pronoun as
        source gives way to what it stands for, and events and things answer for nothing: "the move signalled that …".
        ``quotes``: the article's quotations, where they are known.
        """
        readings = self._all(parse, quotations(parse) if quotes is None else quotes, surface=False)
        return [r.attribution for r in readings if r.attribution.kind in STATED and r.answers]

    def read_all(self, parse: Parse) -> list[Attribution]:
        """What the article itself attributes, stances (asked, intended, judged) among it, in order of the cue.

        Left out is what belongs to somebody else's words, cues inside an attributed quotation or content: who relays whom
        is in the chains of claims. Sources are the words that stand there, relative pronouns too.
        """
        quotes = quotations(parse)
        return [r.attribution for r in outermost(self._all(parse, quotes, surface=True), quotes, parse.article.text)]

    def _all(self, parse: Parse, quotes: Sequence[Span], *, surface: bool) -> list[Reading]:
        speech = replace(
            self.speech if surface else self.stated, names=frozenset(_INSIDE_A_SENTENCE.findall(parse.article.text))
        )
        starts = [q.end for q in quotes]
        by_sentence: list[list[Reading]] = []
        for number, sentence in enumerate(parse.sentences):
            first = bisect_left(starts, sentence.span.start + 1)
            near = []
            for quote in quotes[first:]:
                if quote.start >= sentence.span.end:
                    break
                near.append(quote)
            if first > 0 and _asked_before(quotes[first - 1], sentence, parse.article.text):
                near.insert(0, quotes[first - 1])
            after = announced(parse, number, quotes) if sentence.span.of(parse.article.text)[-1:] == ":" else None
            by_sentence.append(self._sentence(sentence, parse.article.text, near, after, speech, surface))
        return carry_on(parse, quotes, take_turns(parse, by_sentence), self._speaks_up)

    def _speaks_up(self, sentence: Sentence, text: str, quote: Span) -> Reading | None:
        """The attribution of a quotation to whoever speaks up in the sentence before: "She condemned the raid. “It was …”"."""
        if sentence.doc is None:
            return None
        verb = sentence.doc[:].root
        if verb.lemma_ not in self.speech.verbs or is_passive(verb):
            return None
        source = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
        if source is None or source.lower_ in _NOT_THE_SPEAKER or not can_speak(source, self.speech):
            return None
        scene = _scene(sentence.doc, sentence, text, ())
        said = Attribution(scene.span(*phrase(source)), scene.of(verb), quote, scene.of(source))
        return Reading(said, quoted=True)

    def _sentence(
        self, sentence: Sentence, text: str, quotes: Sequence[Span], after: Span | None, speech: Speech, surface: bool
    ) -> list[Reading]:
        """The attributions of one sentence; ``after``: what follows it, where it ends with a colon."""
        if sentence.doc is None:
            return []
        scene = _scene(sentence.doc, sentence, text, quotes)
        found = self._found(scene, text, after, speech)
        if not surface:
            found = sorted([*found, *_accused(scene, found, speech)], key=lambda f: f.cue)
        out = []
        for one in found:
            source = one.stand_in if surface and one.stand_in is not None else one.source
            span = head = None
            if source is not None:
                span, head = scene.span(*(phrase(source) if surface else whole(source, speech))), scene.of(source)
            attribution = Attribution(span, scene.span(*one.cue), one.content, head, one.kind)
            out.append(Reading(attribution, one.quoted, one.label, _answers(one, scene, speech)))
        return out

    def _found(self, scene: Scene, text: str, after: Span | None, speech: Speech) -> list[Found]:
        verbs = [
            t
            for t in scene.tokens
            if (t.lemma_ in speech.verbs or t.lemma_ in speech.idioms) and is_verb(t) and t.dep_ not in _NO_CUES
        ]
        nearest = assign(scene, text, [v for v in verbs if v.lemma_ in speech.verbs]) if scene.quotes else {}
        taken: dict[int, Found] = {}
        for verb in verbs:
            found = read_idiom(verb, scene, speech)
            if found is None and verb.lemma_ in speech.verbs:
                found = read_verb(verb, speech.verbs[verb.lemma_], scene, nearest.get(verb.i, ()), speech)
            if found is not None:
                taken[verb.i] = found
        out = list(taken.values())
        for token in scene.tokens:
            if token.i in taken or not (token.lemma_ in speech.nouns or token.lower_ in self._others):
                continue
            other = _other(token, scene, taken, speech)
            if other is not None:
                out.append(other)
        told = read_announced(scene, after, list(taken), speech)
        if told is not None:
            out.append(told)
        label = read_label(scene, text, speech)
        if label is not None:
            out.append(label)
        return sorted(out, key=lambda f: f.cue)
