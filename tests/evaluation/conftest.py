"""A coder whose answers are written down by the test, so that every figure can be reckoned by hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.pipeline import Coder
from dragoman.records import Article


class Canned:
    """Answers from tables keyed by text."""

    def __init__(self, answers: dict[str, Any]) -> None:
        self.answers = answers
        self.asked: list[Any] = []

    def relation(self, text: str, source: Any, target: Any) -> Any:
        self.asked.append((tuple(source), tuple(target)))
        return self.answers[text]

    def attributions(self, text: str) -> Any:
        return self.answers[text]

    def times(self, text: str, published: str | None = None) -> Any:
        self.asked.append(published)
        return self.answers[text]

    def places(self, text: str, *, publisher: str | None = None) -> Any:
        return self.answers[text]

    def actors(self, article: Article) -> Any:
        return self.answers[article.text]

    def code_many(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Any]]:
        for article in articles:
            yield article, self.answers[article.text]


Write = Callable[..., Path]


@pytest.fixture
def jsonl(tmp_path: Path) -> Write:
    """Writes objects as a gold file."""

    def write(*rows: Any) -> Path:
        path = tmp_path / "gold.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder()
