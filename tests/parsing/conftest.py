from __future__ import annotations

import pytest

from dragoman.parsing import Parser
from dragoman.settings import Settings


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser(Settings())
