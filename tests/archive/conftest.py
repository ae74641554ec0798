"""An empty archive whose clock ticks once a call, so that times in it are the same in every run."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from dragoman.archive import Archive


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    ticks = count(1)
    with Archive(path, clock=lambda: f"2024-03-06T12:00:{next(ticks):02}Z") as opened:
        yield opened
