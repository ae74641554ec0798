from __future__ import annotations

import pytest

from dragoman.settings import Settings

#: Long enough for the language gate, and told in this project's own words.
REPORT = (
    "The foreign minister of Freedonia arrived in Sylvania on Tuesday for two days of talks about the border, "
    "officials of both countries said.",
    "He is due to meet the president on Wednesday. A joint statement on the release of eleven prisoners is "
    "expected after the meeting, according to the state news agency.",
    "Sylvania had closed three crossings in March after shots were fired at a patrol near the river.",
)


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def report() -> tuple[str, ...]:
    return REPORT
