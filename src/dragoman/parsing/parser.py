"""spaCy over the sentences that the gate keeps, one batch an article."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebook.words import words
from dragoman.errors import ModelError
from dragoman.parsing.capitals import names_and_words, prosaic, with_neutral_name
from dragoman.parsing.lemmas import Lemmatizer
from dragoman.parsing.names import known_name, mark_names
from dragoman.parsing.products import OneThread, multiply_by_numpy
from dragoman.parsing.repairs import repair
from dragoman.parsing.sentences import split_sentences
from dragoman.records import Article, Parse, Sentence
from dragoman.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Only syntax is needed: parties and dates are ours, lemmas come from a table.
_UNUSED = ("ner", "attribute_ruler", "lemmatizer", "senter", "textcat")
_SYNTAX: list[int | str] = ["TAG", "HEAD", "DEP"]
_BATCH = 256  # sentences a batch at most, so that a hostile article does not fill the memory
# A "sentence" longer than this many tokens is a table or a list, and would stall the parser.
_CHARS_PER_TOKEN = 8
# Titles whose stop spaCy takes for the end of a sentence: "attacked Sgt. | Carla Vance".
_TITLES = sorted(words("titles_with_stop"))


class _Pending(NamedTuple):
    sentence: Sentence
    wanted: bool


class Parser:
    """Sentences and syntax. One instance holds one loaded spaCy pipeline and is safe to reuse."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        full = _load(settings.spacy_model)
        self.lemmatizer = Lemmatizer.of_pipeline(full)
        for name in _UNUSED:
            if name in full.component_names:
                full.remove_pipe(name)
        multiply_by_numpy(full)
        self.nlp = full
        self._one_thread = OneThread()

    @property
    def version(self) -> str:
        """Name and version of the spaCy pipeline."""
        meta = self.nlp.meta
        return f"{meta.get('lang')}_{meta.get('name')}-{meta.get('version')}"

    def parse(self, article: Article, keep: Callable[[str], bool] | None = None) -> Parse:
        """The article's sentences; those for which ``keep`` is true (default: all) with their syntax."""
        return next(self.parse_many([article], keep))

    def parse_many(self, articles: Iterable[Article], keep: Callable[[str], bool] | None = None) -> Iterator[Parse]:
        """``parse`` over many articles, in their order. Neighbours never share a batch (see ``products``)."""
        for article in articles:
            yield self._read(article, self._pending(article, keep))

    def syntax(self, text: str) -> Doc:
        """The syntax of one sentence."""
        with self._one_thread.held():
            return self._finish(self.nlp(text))

    def _pending(self, article: Article, keep: Callable[[str], bool] | None) -> list[_Pending]:
        limit = self.settings.max_sentence_tokens * _CHARS_PER_TOKEN
        out = []
        for index, (span, paragraph) in enumerate(split_sentences(article.text)):
            wanted = span.end - span.start <= limit and (keep is None or keep(span.of(article.text)))
            out.append(_Pending(Sentence(index, span, paragraph, None), wanted))
        return out

    def _read(self, article: Article, pending: list[_Pending]) -> Parse:
        if not any(p.wanted for p in pending):
            return Parse(article, tuple(p.sentence for p in pending))
        capitals, small = names_and_words(article.text)
        names = frozenset(word for word in capitals if word.lower() not in small)
        texts = [
            prosaic(p.sentence.span.of(article.text), capitals, small, self.lemmatizer.is_verb)
            for p in pending
            if p.wanted
        ]
        with self._one_thread.held():
            docs = iter(
                [self._named(doc, names | known_name(doc, small)) for doc in self.nlp.pipe(texts, batch_size=_BATCH)]
            )
        return Parse(article, tuple(replace(p.sentence, doc=next(docs)) if p.wanted else p.sentence for p in pending))

    def _named(self, doc: Doc, names: Set[str]) -> Doc:
        """The sentence with the article's names known for names; read again where the first word misled the parser."""
        neutral = with_neutral_name(doc, names)
        if neutral is not None:
            again = self.nlp(neutral)
            if len(again) == len(doc) and again[0].tag_ == "NNP":
                doc = doc.from_array(_SYNTAX, again.to_array(_SYNTAX))  # type: ignore[arg-type]
        return mark_names(self._finish(doc), names)

    def _finish(self, doc: Doc) -> Doc:
        by_tag = self.lemmatizer.by_tag
        for token in doc:
            token.lemma_ = by_tag(token.text, token.tag_)
        return repair(doc)


def _load(name: str) -> Language:
    import spacy

    try:
        with warnings.catch_warnings():
            # spaCy warns of minor version differences between pipeline and library; ours is pinned.
            warnings.simplefilter("ignore", UserWarning)
            nlp = spacy.load(name)
    except OSError as error:
        raise ModelError(
            f"the spaCy pipeline {name!r} is not installed",
            remedy=f"Run 'pip install {name.replace('_', '-')}' or name another English pipeline in the settings",
        ) from error
    for needed in ("tagger", "parser"):
        if needed not in nlp.pipe_names:
            raise ModelError(f"the spaCy pipeline {name!r} has no {needed}", remedy="Name one with tagger and parser")
    for title in _TITLES:
        nlp.tokenizer.add_special_case(f"{title}.", [{"ORTH": f"{title}."}])  # type: ignore[union-attr]
    return nlp
