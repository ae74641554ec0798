from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.errors import ModelError
from dragoman.parsing import Parser
from dragoman.records import Article, Parse
from dragoman.settings import Settings


def words_of(parse: Parse) -> list[list[tuple[str, str, int]]]:
    docs = [sentence.doc for sentence in parse.sentences if sentence.doc is not None]
    assert len(docs) == len(parse.sentences)
    return [[(token.text, token.dep_, token.head.i) for token in doc] for doc in docs]


def test_many_articles_keep_their_order_and_match_one_by_one(parser: Parser) -> None:
    articles = [Article.from_text(f"Police arrested {n} men. The court freed {n} others.") for n in range(2, 90)]
    together = list(parser.parse_many(articles))
    assert [parse.article.id for parse in together] == [article.id for article in articles]
    assert words_of(together[40]) == words_of(parser.parse(articles[40]))


def test_a_monstrous_sentence_is_not_parsed(parser: Parser) -> None:
    limit = parser.settings.max_sentence_tokens
    text = "word " * (limit * 8) + "end. Police arrested two men."
    parse = parser.parse(Article.from_text(text))
    assert [sentence.doc is None for sentence in parse.sentences] == [True, False]


def test_an_empty_article_has_no_sentences(parser: Parser) -> None:
    assert parser.parse(Article.from_text("")).sentences == ()


def test_a_pipeline_that_is_not_there_is_named_with_a_remedy() -> None:
    with pytest.raises(ModelError, match="pip install no-such-pipeline"):
        Parser(replace(Settings(), spacy_model="no_such_pipeline"))
