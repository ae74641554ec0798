"""`dragoman show`: one claim, event, article or actor in full, with its evidence."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dragoman.archive import Archive
from dragoman.cli import options
from dragoman.cli.events import event_row
from dragoman.cli.screen import out, plural, printable
from dragoman.cli.why import judgement_line, print_steps
from dragoman.cli.wording import claim_line, count, deed, place_of, said_by, types, when
from dragoman.errors import ArchiveError
from dragoman.records import Article, Claim, Party, Span
from dragoman.views.claims import report_name


def show(
    id: Annotated[str, typer.Argument(help="Id of a claim, event, article or actor; the first digits suffice.")],
    archive: options.ArchiveFile,
    why: Annotated[
        bool, typer.Option("--why", help="Explain a claim, or why an event's claims belong together, step by step.")
    ] = False,
) -> None:
    """Show one record with its evidence.

    [dim]Examples:[/]
      dragoman show 6c84a3cc -a dossier.db
      dragoman show 6c84a3cc-0f31a2b4c5 -a dossier.db --why
    """
    with options.open_archive(archive) as store:
        found = store.identify(id)
        if not found:
            raise ArchiveError(
                f"nothing has the id {id!r}",
                where=str(archive),
                remedy="Ids stand in the last column of events and search",
            )
        if len(found) > 1 and not any(full == id for _, full in found):
            listing = ", ".join(f"{kind} {full}" for kind, full in found[:6])
            raise ArchiveError(f"{id!r} begins several ids: {listing}", where=str(archive), remedy="Give more digits")
        kind, full = next(((k, f) for k, f in found if f == id), found[0])
        {"claim": _claim, "event": _event, "article": _article, "actor": _actor}[kind](store, full, why)


def _say(label: str, value: str | None, style: str = "") -> None:
    if value:
        line = Text(f"{label:<14}", style="bold")
        line.append(printable(value), style=style)
        out.print(line, soft_wrap=True)


def _claim(store: Archive, id: str, why: bool) -> None:
    claim = store.claim(id)
    assert claim is not None
    article = store.article(claim.article_id)
    assert article is not None
    out.print(Text(printable(claim_line(claim)), style="bold"))
    out.print(_marked(claim, article), soft_wrap=True)
    value = claim.time.grounding.choice if claim.time else None
    mode = f"/{claim.mode}" if claim.mode else ""
    _say("act", f"{claim.act}{mode} ({deed(claim.act, claim.mode)}), CAMEO {claim.cameo or '—'}")
    _say("status", claim.status + (", told as background" if claim.historical else ""))
    _say("PLOVER", f"{claim.plover}, quad {claim.quad}, score {claim.score:+g}")
    for label, parties in (("who", claim.actors), ("whom", claim.recipients)):
        for party in parties:
            _say(label, _party(party))
    if value and claim.time:
        words = f" — “{claim.time.text}”" if claim.time.span else ""
        _say(
            "when",
            f"{when(value.start, value.end, value.granularity)} ({value.granularity}, from {value.basis}){words}",
        )
    _say("where", place_of(claim))
    for number in claim.numbers:
        _say("number", f"{count(number.of, number.low, number.value, number.high) or number.of} — “{number.text}”")
    _say("according to", said_by(claim.attribution, article.publisher))
    _say("contexts", ", ".join(claim.contexts))
    _say("confidence", f"{claim.confidence:.2f}")
    _say(
        "report",
        f"{article.title or '(no title)'} — {article.publisher or '?'}, {article.published or '?'} [{article.id}]",
    )
    _say("coded by", claim.coder_version)
    event = store.event_of_claim(id)
    _say("event", f"{event.id}, with {plural(len(event.reports), 'report')}" if event else None)
    for judgement in store.judgements(subject=id):
        _say("judged", judgement_line(judgement))
    if why:
        from dragoman.views.why import explain

        print_steps(explain(claim, article, types()))


def _party(party: Party) -> str:
    if party.grounding is None:
        return f"“{party.text}” (not resolved)"
    actor = party.grounding.choice
    facts = ", ".join(x for x in (actor.country, " ".join(actor.sectors), actor.id) if x)
    return f"{actor.name} ({facts}) — “{party.text}”"


def _marked(claim: Claim, article: Article) -> Text:
    """The sentence with its parties, trigger, time and place marked."""
    start, end = claim.evidence.span
    text = Text("“" + printable(article.text[start:end]) + "”")
    marks: list[tuple[Span, str]] = [(claim.trigger.span, "bold underline")]
    marks += [(p.span, "cyan") for p in claim.actors]
    marks += [(p.span, "magenta") for p in claim.recipients]
    if claim.time and claim.time.span:
        marks.append((claim.time.span, "green"))
    if claim.place:
        marks.append((claim.place.span, "yellow"))
    for span, style in marks:
        text.stylize(style, span.start - start + 1, span.end - start + 1)
    return text


def _event(store: Archive, id: str, why: bool) -> None:
    event = store.event(id)
    assert event is not None
    row = event_row(event)

    def named(source: str) -> str:
        """A source of the event; a report that names no outlet is one by its id, and goes by its title."""
        article = store.article(source)
        return report_name(article) if article is not None else source

    out.print(Text(printable(row["what"]), style="bold"))
    _say("status", event.status)
    _say("when", row["when"])
    _say("where", row["where"])
    _say("PLOVER", event.plover)
    _say("reports", f"{len(event.reports)}, first {event.first_report or '?'}, last {event.last_report or '?'}")
    _say("independent", f"{len(event.independent_sources)}: " + ", ".join(map(named, event.independent_sources)))
    for number in event.numbers:
        _say("number", count(*number))
    for denial in event.denials:
        told = "denies what no report here tells"
        if denial.denies:
            claims = " ".join(f"[{i}]" for i in denial.denies)
            told = f"denies what {', '.join(denial.told_by)} reported {claims}"
        _say("denied by", f"{denial.by}, {denial.on or '?'} [{denial.claim_id}]: {told}")
    if not event.denials:
        _say("denied by", ", ".join(event.denied_by))
    for conflict in event.conflicts:
        told = "; ".join(f"{value} ({plural(len(ids), 'claim')})" for value, ids in conflict.values)
        _say("! differ on", f"{conflict.field}: {told}" + (f" — {conflict.note}" if conflict.note else ""))
    out.print("\n[bold]How the record grew[/]")
    for step in event.history:
        out.print(
            f"  {step.on or '?'}  {step.status:<12} {printable(named(step.according_to))}  [{step.claim_id}]",
            markup=False,
        )
    out.print("\n[bold]Claims[/]")
    for claim in store.claims_of_event(id):
        article = store.article(claim.article_id)
        where = f"{report_name(article)}, {article.published or 'undated'}" if article else "?"
        out.print(f"  {claim.id}  {claim.status}, {printable(where)}", markup=False, soft_wrap=True)
        out.print("    “" + printable(claim.evidence.text) + "”", style="dim", markup=False, soft_wrap=True)
    if why:
        out.print("\n[bold]Why these belong together[/]")
        for reason in event.explanation:
            out.print("  • " + printable(reason), markup=False, soft_wrap=True)


def _article(store: Archive, id: str, why: bool) -> None:
    from dragoman.views.headline import unsupported

    article = store.article(id)
    assert article is not None
    history = store.history(id)
    out.print(Text(printable(article.title or "(no title)"), style="bold"))
    standing = (
        [c for coding in history.codings if coding.superseded_at is None for c in coding.claims] if history else []
    )
    for part in unsupported(article, standing):
        _say("! headline", f"“{part.text}”: {part.why}", "yellow")
    _say("publisher", article.publisher)
    _say("byline", article.byline)
    _say("published", f"{article.published or 'unknown'} ({article.published_basis or 'nothing says when'})")
    _say("url", article.url)
    _say("read from", article.source)
    out.print()
    out.print(printable(article.text), markup=False, soft_wrap=True)
    if history:
        out.print(f"\n[bold]Claims[/] ({plural(len(history.codings), 'coding')})")
        for coding in history.codings:
            state = "" if coding.superseded_at is None else f", superseded {coding.superseded_at}"
            out.print(f"  coded by {coding.coder_version} at {coding.coded_at}{state}", markup=False)
            for claim in coding.claims:
                out.print(f"    {claim.id}  {claim.status:<12} {printable(claim_line(claim))}", markup=False)


def _actor(store: Archive, id: str, why: bool) -> None:
    entry = store.actor(id)
    assert entry is not None
    actor = entry.actor
    out.print(Text(printable(actor.name), style="bold"))
    _say("id", actor.id)
    _say("kind", actor.kind)
    _say("country", actor.country)
    _say("sectors", " ".join(actor.sectors))
    _say("also", "; ".join(a for a in actor.aliases if a != actor.name))
    for office in actor.offices:
        since = f" (as of {office.as_of})" if office.as_of else ""
        _say(
            "office",
            f"{office.title}{since}"
            + (f", {office.affiliation}" if office.affiliation else "")
            + (f" [{office.article_id}]" if office.article_id else ""),
        )
    _say("merged", ", ".join(entry.merged))
    _say(
        "claims",
        f"{entry.claims} ({entry.as_actor} as actor, {entry.as_recipient} as recipient, {entry.as_speaker} as speaker)",
    )
    _say("days", f"{entry.first_day or '?'} … {entry.last_day or '?'}")
