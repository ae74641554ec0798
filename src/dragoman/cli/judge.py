"""`dragoman judge`: accept, reject or correct claims; list judgements and take them back."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any

import typer

from dragoman.archive import Archive
from dragoman.cli import options
from dragoman.cli.judging import By, Match, claims_meant, decide, matched_anew
from dragoman.cli.screen import Format, err, rows
from dragoman.cli.why import verdict as verdict_told
from dragoman.errors import ArchiveError
from dragoman.views.judging import overruled

COLUMNS = ("id", "verdict", "about", "by", "at", "why", "stands")


class Verdict(StrEnum):
    """What is decided; ``list`` only looks."""

    accept = "accept"
    reject = "reject"
    correct = "correct"
    undo = "undo"
    list = "list"


def judge(
    verdict: Annotated[Verdict, typer.Argument(help="What you decide; 'list' shows what was decided so far.")],
    archive: options.ArchiveFile,
    ids: Annotated[list[str] | None, typer.Argument(help="Claims; for undo, judgements.", show_default=False)] = None,
    field: Annotated[
        str | None, typer.Option(help="What to correct: status, act, day or historical.", show_default=False)
    ] = None,
    value: Annotated[
        str | None, typer.Option(help="The right value: denied, COERCE/arrest, 2024-06-22.", show_default=False)
    ] = None,
    why: Annotated[str, typer.Option(help="Why: it is kept with the decision.", show_default=False)] = "",
    by: By = None,
    match: Match = True,
    form: options.FormatOption = Format.table,
) -> None:
    """Judge claims. A judgement never changes a claim: it is kept beside it, with who, when and why, and binds the events.

    A rejected claim belongs to no event; a corrected one counts in its event with the corrected value; an accepted one counts
    with confidence 1. Of two that differ on one thing the later stands; list says which is overruled. Judgements survive recode.

    [dim]Examples:[/]
      dragoman judge reject 00a94de2-1f -a dossier.db --why "a film, not an attack"
      dragoman judge correct 00a94de2-1f --field status --value denied -a dossier.db --why "the spokesman denies it"
      dragoman judge list -a dossier.db
      dragoman judge undo j1f3a9 -a dossier.db --why "read it again"
    """
    if verdict is Verdict.list:
        with options.open_archive(archive) as store:
            if not rows(_listed(store, ids), form, COLUMNS) and form is Format.table:
                err.print("Nothing was judged.")
        return
    if not ids:
        raise typer.BadParameter("name at least one id", param_hint="IDS")
    with options.open_archive(archive, readonly=False) as store:
        if verdict is Verdict.undo:
            undone = [j for one in ids for j in _standing(store, one)]
            decide(store, "undo", [(j,) for j, _ in undone], by, why)
            matched_anew(store, [s for _, subjects in undone for s in subjects], match)
            return
        claims = list(dict.fromkeys(_claim(store, one) for one in ids))
        decide(store, verdict.value, [(c,) for c in claims], by, why, **_correction(verdict, field, value))
        matched_anew(store, claims, match)


def _correction(verdict: Verdict, field: str | None, value: str | None) -> dict[str, Any]:
    from dragoman.archive.judged import check_correction

    if verdict is not Verdict.correct:
        if field is not None or value is not None:
            raise typer.BadParameter("only 'correct' takes --field and --value")
        return {}
    if field is None or value is None:
        raise typer.BadParameter("'correct' needs --field and --value")
    return {"field": field, "value": check_correction(field, value)}


def _claim(store: Archive, prefix: str) -> str:
    found = claims_meant(store, prefix)
    if len(found) != 1 or not found[0].startswith(prefix):
        raise ArchiveError("judge claims, not events", where=prefix, remedy="dragoman show EVENT lists its claims")
    return found[0]


def _standing(store: Archive, prefix: str) -> list[tuple[str, tuple[str, ...]]]:
    """The standing judgements whose id is ``prefix`` or begins so (all of one merge)."""
    found = [(j.id, j.subjects) for j in store.judgements(standing=True) if j.id.startswith(prefix)]
    if not found:
        raise ArchiveError("no standing judgement has this id", where=prefix, remedy="See dragoman judge list")
    if len({j.split(".")[0] for j, _ in found}) > 1:
        raise ArchiveError("several judgements begin so", where=prefix, remedy="Give more digits")
    return found


def _listed(store: Archive, ids: list[str] | None) -> Iterator[dict[str, Any]]:
    from dataclasses import asdict

    standing = list(store.judgements(standing=True))
    later = overruled(standing)
    stands = {j.id: "overruled" if j.id in later else "yes" for j in standing}
    for j in store.judgements():
        if ids and not any(s.startswith(i) for s in (*j.subjects, j.id) for i in ids):
            continue
        yield {
            "id": j.id,
            "verdict": verdict_told(j),
            "about": j.subjects,
            "by": j.by,
            "at": j.at,
            "why": j.why,
            "stands": stands.get(j.id, "" if j.verdict == "undo" else "undone"),
            "_json": {**asdict(j), "stands": stands.get(j.id) == "yes"},
        }
