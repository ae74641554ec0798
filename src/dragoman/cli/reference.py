"""Writes `docs/cli.md` from the commands themselves: `python -m dragoman.cli.reference > docs/cli.md`."""

from __future__ import annotations

import inspect
import re
from typing import Any

from typer.main import get_command

from dragoman.cli.app import app

_MARKUP = re.compile(r"\[/?[a-z]*\]")
_EXAMPLES = re.compile(r"^Examples?:\s*", re.MULTILINE)
_HEAD = """# The command line

Written from the commands' own `--help` by `python -m dragoman.cli.reference > docs/cli.md`; a test fails if it is out of date.

"""


def reference() -> str:
    """The whole reference as Markdown: every command with its examples, arguments and options."""
    group: Any = get_command(app)
    index = "".join(
        f"- [`{name}`](#dragoman-{name}): {_summary(command)}\n" for name, command in group.commands.items()
    )
    sections = (_section(name, command) for name, command in group.commands.items())
    return _HEAD + index + "\n" + "\n".join(sections)


def examples(command: Any) -> list[str]:
    """The example lines of a command's help."""
    parts = _EXAMPLES.split(_plain(command), maxsplit=1)
    return [line.strip() for line in parts[1].splitlines() if line.strip()] if len(parts) == 2 else []


def _plain(command: Any) -> str:
    return _MARKUP.sub("", inspect.cleandoc(command.help or "").replace("\\[", "["))


def _summary(command: Any) -> str:
    return " ".join(_plain(command).split("\n\n")[0].split())


def _section(name: str, command: Any) -> str:
    told = _EXAMPLES.split(_plain(command), maxsplit=1)[0].strip()
    lines = [f"## dragoman {name}", "", told, "", "```", *examples(command), "```", ""]
    rows = [row for row in map(_row, command.params) if row is not None]
    if rows:
        lines += ["| argument or option | meaning |", "|---|---|", *rows, ""]
    return "\n".join(lines)


def _row(parameter: Any) -> str | None:
    if parameter.name == "help" or getattr(parameter, "hidden", False):
        return None
    is_option = any(name.startswith("-") for name in parameter.opts)
    names = [*parameter.opts, *parameter.secondary_opts] if is_option else [parameter.name.upper()]
    said = (getattr(parameter, "help", None) or "").strip()
    notes = ["required"] if parameter.required and is_option else []
    if getattr(parameter, "envvar", None):
        notes.append(f"or the variable {parameter.envvar}")
    if isinstance(parameter.default, str | int) and parameter.default not in ("", False):
        notes.append(f"default: {'on' if parameter.default is True else parameter.default}")
    told = said + (f" ({'; '.join(notes)})" if notes else "")
    return f"| {', '.join(f'`{name}`' for name in names)} | {told.replace('|', chr(92) + '|')} |"


if __name__ == "__main__":
    print(reference(), end="")
