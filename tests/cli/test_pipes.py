"""Output whose reader goes away."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.stored import make_archive


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_a_reader_that_goes_away_is_no_error(tmp_path: Path, form: str) -> None:
    path = tmp_path / "news.db"
    make_archive(path)
    command = [sys.executable, "-m", "dragoman.cli", "timeline", "-a", str(path), "-f", form]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()  # before anything is written
        assert process.stderr is not None
        said = process.stderr.read().decode()
    assert process.returncode == 0, said
    assert said == ""
