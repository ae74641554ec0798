"""A small archive made from records, without coding: two reports that differ, a plan, a denial."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from dragoman.archive import Archive
from dragoman.cli.app import app
from dragoman.records import Conflict, StatusReport
from tests.factories import attack, make_article, make_event, meeting

ONE = make_article()
OTHER = make_article(publisher="Savanna Times", published="2024-03-06", title="Convoy attacked")


def make_archive(path: Path) -> None:
    """The events ``visit`` (planned, then done), ``plan`` (planned only), ``raid`` (two figures) and ``denied``."""
    visit, planned = meeting(ONE, id="c-visit"), meeting(OTHER, id="c-announced", status="planned", plover="AGREE")
    alone = meeting(OTHER, id="c-plan", status="planned", plover="AGREE")
    raid, again = attack(ONE, id="c-raid"), attack(OTHER, id="c-again", attribution=())
    denial = attack(OTHER, id="c-denial", status="denied")

    def history(*claims: Any) -> tuple[StatusReport, ...]:
        return tuple(StatusReport(c.status, "2024-03-05", "somebody", c.id, c.article_id) for c in claims)

    with Archive(path) as store:
        store.add(ONE, [visit, raid], coder_version="1")
        store.add(OTHER, [planned, alone, again, denial], coder_version="1")
        store.store_events(
            [
                make_event("visit", [visit, planned], history=history(visit, planned)),
                make_event("plan", [alone], status="planned", plover="AGREE", history=history(alone)),
                make_event(
                    "raid", [raid, again, denial], history=history(raid, again, denial), denied_by=("Kenyan police",),
                    place="Garissa", start="2024-03-05", end="2024-03-05",
                    conflicts=(Conflict("wounded", (("3", ("c-raid",)), ("5", ("c-again",)))),),
                ),
            ]
        )  # fmt: skip


def run(*words: object) -> str:
    """What a command prints on standard output."""
    result = CliRunner().invoke(app, [str(w) for w in words], prog_name="dragoman")
    assert result.exit_code == 0, result.output
    return result.stdout


def json_lines(text: str) -> list[dict[str, Any]]:
    """JSON lines as rows."""
    return [json.loads(line) for line in text.splitlines()]


def csv_lines(text: str) -> list[dict[str, str]]:
    """CSV as rows."""
    return list(csv.DictReader(io.StringIO(text)))
