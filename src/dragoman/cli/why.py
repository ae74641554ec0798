"""How the steps of an explanation, and judgements, look on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from dragoman.cli.screen import out, printable
from dragoman.records import Judgement

if TYPE_CHECKING:
    from dragoman.views.why import Step


def print_steps(steps: Sequence[Step]) -> None:
    """Each question as a numbered heading, its answers below."""
    out.print()
    for number, step in enumerate(steps, 1):
        out.print(Text(f"{number}. {step.question}", style="bold"))
        for answer in step.answers:
            out.print(Padding(Text(printable(answer)), (0, 0, 0, 3), expand=False))


def verdict(judgement: Judgement) -> str:
    """``reject``, ``correct status = denied``."""
    return judgement.verdict + (f" {judgement.field} = {judgement.value}" if judgement.field else "")


def judgement_line(judgement: Judgement) -> str:
    """``reject by ana, 2024-03-06T10:00:00Z: no such visit [j1a2b3c4d5]``."""
    why = f": {judgement.why}" if judgement.why else ""
    return f"{verdict(judgement)} by {judgement.by}, {judgement.at}{why} [{judgement.id}]"
