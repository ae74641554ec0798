"""`dragoman timeline`: what happened day by day, each line with its source."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from dragoman.archive import Archive, EventFilter
from dragoman.cli import options
from dragoman.cli.events import event_row
from dragoman.cli.screen import Format, err, out, plural, printable, rows
from dragoman.cli.wording import said_by, short_when, when
from dragoman.records import DONE, Article, Claim, Event
from dragoman.views.claims import report_name, shorten

COLUMNS = ("when", "status", "what", "words", "where", "according to", "report", "reports", "marks", "id")
#: Characters: as much of a speaker's words as tells who; the status column.
_SPEAKER, _STATUS = 70, 13
#: … and of the words that tell the act.
_WORDS = 40
#: Verbs that say nothing without their noun ("held talks"): not worth quoting.
_LIGHT = frozenset({
    "am", "are", "be", "been", "being", "came", "carried", "carry", "come", "comes", "did", "do", "done", "gave", "give", "given", "had",
    "has", "have", "held", "hold", "holding", "is", "made", "make", "paid", "pay", "take", "taken", "took", "was", "were",
})  # fmt: skip
_STYLE = {"occurred": "green", "ongoing": "green", "planned": "cyan", "denied": "red", "cancelled": "magenta",
          "refused": "yellow", "requested": "yellow", "threatened": "red", "offered": "cyan"}  # fmt: skip


def timeline(
    archive: options.ArchiveFile,
    actor: options.Actor = None,
    recipient: options.Recipient = None,
    party: options.With = None,
    country: options.Country = None,
    type: options.Type = None,
    status: options.Status = None,
    since: options.Since = None,
    until: options.Until = None,
    place: options.Place = None,
    publisher: options.Publisher = None,
    text: options.TextQuery = None,
    min_confidence: options.MinConfidence = None,
    limit: options.Limit = None,
    background: Annotated[bool, typer.Option(help="Also what the reports tell only as background.")] = False,
    evidence: Annotated[bool, typer.Option(help="Print the sentence under each line.")] = False,
    form: options.FormatOption = Format.table,
) -> None:
    """The record in order of time: who did what to whom, when, where, according to whom, in which status.

    The kind of act is the codebook's word, the report's own stands behind it in quotes. ~ marks a day known only
    from the publication date, ! reports that differ; a planned event that no later report confirms is
    "expected, not confirmed".

    [dim]Examples:[/]
      dragoman timeline -a dossier.db --with Hamas --since 2024-06-01
      dragoman timeline -a dossier.db --country Russia --type CONSULT,AGREE --evidence
      dragoman timeline -a dossier.db --status denied,refused --format csv > denials.csv
    """
    wanted = EventFilter(
        actor=actor, recipient=recipient, party=party, country=country, type=options.words(type, upper=True),
        status=options.words(status), since=since, until=until, place=place, publisher=publisher, text=text,
        min_confidence=min_confidence,
    )  # fmt: skip
    with options.open_archive(archive) as store:
        told = (_line(store, e) for e in _in_order(store.events(wanted)))
        # counted after the background is left out
        lines = list(islice((line for line in told if background or not line["_background"]), limit))
        if form is not Format.table:
            rows(lines, form, COLUMNS)
            return
        if not lines:
            err.print(options.nothing_fits("event", type, status, (store, (actor, recipient, party))), markup=False)
            return
        _print(lines, evidence)


def _in_order(events: Any) -> list[Event]:
    return sorted(events, key=lambda e: (e.start or e.first_report or "9999", e.end or "9999", e.id))


def _line(store: Archive, event: Event) -> dict[str, Any]:
    claims = list(store.claims_of_event(event.id))
    first = teller(event, claims)
    article = store.article(first.article_id)
    publisher = article.publisher if article else None
    basis = first.time.grounding.choice.basis if first.time else None
    row = event_row(event)
    speaker = said_by(first.attribution, publisher)
    return {
        **row,
        "when": when(event.start, event.end, event.granularity, basis),
        "according to": speaker,
        "report": _report(article) if article else first.article_id,
        "words": first.trigger.text,
        "_short_when": line_day(event, basis),
        "_own_words": not first.attribution,
        "_more": len(event.reports) - 1,
        "_differ": ", ".join(dict.fromkeys(c.field for c in event.conflicts)),
        "_denied_by": ", ".join(event.denied_by),
        "_background": all(c.historical for c in claims),
        "_evidence": first.evidence.text,
        "_json": {**row["_json"], "according_to": speaker, "report": first.article_id},
    }


def line_day(event: Event, basis: str | None) -> str:
    """The day as a narrow column has it; of what was done on no day that anybody tells, the day by which it was told."""
    if event.start is None and event.end is None and event.first_report and event.status in DONE:
        return f"by {event.first_report[:10]}"
    return short_when(event.start, event.end, event.granularity, basis)


def teller(event: Event, claims: Sequence[Claim]) -> Claim:
    """The claim that a line quotes: of the first report that tells the event as it stands the one that says most."""
    told = [c for c in claims if c.status == event.status] or list(claims)
    order = {claim_id: place for place, claim_id in enumerate(event.claims)}
    report = min(told, key=lambda c: order.get(c.id, len(order))).article_id
    own = [c for c in told if c.article_id == report]
    return min(own, key=lambda c: (-bool(c.actors) - bool(c.recipients), -c.confidence, c.id))


def _report(article: Article) -> str:
    """``The Example Courier, 2024-06-23``; a report that names no outlet goes by its title."""
    return f"{report_name(article)}, {article.published or 'undated'}"


def _print(lines: list[dict[str, Any]], evidence: bool) -> None:
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("when", no_wrap=True)
    table.add_column("status", max_width=_STATUS)
    table.add_column("who → whom: what, where, according to whom, in which report", ratio=1, overflow="fold")
    for line in lines:
        status = line["status"]
        table.add_row(line["_short_when"], Text(status, style=_STYLE.get(status, "")), _told(line, evidence))
    out.print(table)
    out.print(
        f"[dim]{plural(len(lines), 'event')}. “…” the report's words; ~ only the publication date says when; ! reports differ. "
        "More on one event: dragoman show ID (ids: dragoman events).[/]"
    )


def _told(line: dict[str, Any], evidence: bool) -> Text:
    """The whole record of an event as one sentence."""
    text = Text(printable(line["what"]), style="bold")
    # the kind of act is the codebook's word; the report's own says what it was
    rest = "" if line["words"].lower() in _LIGHT else f" “{shorten(line['words'], _WORDS)}”"
    rest += f", in {line['where']}" if line["where"] else ""
    if line["_own_words"]:
        rest += f", according to {line['report']}"
    else:
        rest += f", according to {shorten(line['according to'], _SPEAKER)}, in {line['report']}"
    if line["_more"] > 0:
        rest += f" and {plural(line['_more'], 'more report', 'more reports')}"
    text.append(printable(rest), style="not bold")
    if line["_denied_by"] and line["status"] != "denied":
        text.append(printable(f"; denied by {line['_denied_by']}"), style="not bold red")
    if line["_differ"]:
        text.append(printable(f" ! reports differ on the {line['_differ']}"), style="not bold yellow")
    if evidence:
        text.append("\n“" + printable(line["_evidence"]) + "”", style="not bold dim")
    return text
