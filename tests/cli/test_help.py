"""Help, completion and the written reference: each command is documented, with examples that parse."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from dragoman.cli.app import COMMANDS, app
from dragoman.cli.reference import examples, reference
from tests.cli.conftest import Run

DOCS = Path(__file__).resolve().parents[2] / "docs" / "cli.md"
NAMES = [name for _, name, _ in COMMANDS]


def command(name: str) -> Any:
    group: Any = get_command(app)
    return group.commands[name]


@pytest.mark.parametrize("name", NAMES)
def test_help_says_what_it_does_and_shows_examples(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert f"dragoman {name}" in result.stdout


@pytest.mark.parametrize("name", NAMES)
def test_examples_are_commands_that_parse(name: str) -> None:
    shown = examples(command(name))
    assert shown
    for line in shown:
        words = shlex.split(line.partition(" > ")[0].rpartition("| ")[2])
        assert words[:2] == ["dragoman", name], line
        # raises where an option is unknown or a value does not fit
        command(name).make_context(name, words[2:], resilient_parsing=False)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_documented(name: str) -> None:
    assert f"\n## dragoman {name}\n" in DOCS.read_text(encoding="utf-8")


def test_the_reference_is_what_the_commands_say() -> None:
    assert DOCS.read_text(encoding="utf-8") == reference(), "run: python -m dragoman.cli.reference > docs/cli.md"


def test_the_shell_can_complete_commands_and_values() -> None:
    def completed(*words: str) -> list[str]:
        environment = {
            **os.environ,
            "_DRAGOMAN_COMPLETE": "complete_bash",
            "COMP_WORDS": " ".join(("dragoman", *words)),
            "COMP_CWORD": str(len(words)),
        }
        done = subprocess.run(
            [sys.executable, "-m", "dragoman.cli"], env=environment, capture_output=True, text=True, check=False
        )
        return done.stdout.split()

    assert completed("time") == ["timeline"]
    assert "COERCE" in completed("events", "--type", "CO")
    assert completed("events", "--status", "plan") == ["planned"]


def test_version(run: Run) -> None:
    import dragoman

    assert run("--version").stdout.strip() == f"dragoman {dragoman.__version__}"


def test_doctor_finds_a_sound_installation(run: Run, archive: Path) -> None:
    result = run("doctor", "-a", archive)
    assert result.exit_code == 0
    assert "bad" not in result.stdout
    for part in ("SQLite", "spaCy pipeline", "codebook", "classifier", "gazetteers", "archive"):
        assert part in result.stdout
