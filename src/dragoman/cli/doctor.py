"""`dragoman doctor`: is everything in place?"""

from __future__ import annotations

import platform
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from dragoman import __version__
from dragoman.cli import options
from dragoman.cli.screen import out
from dragoman.errors import DragomanError
from dragoman.settings import Settings


def doctor(
    archive: Annotated[
        Path | None, typer.Option("--archive", "-a", help="Also look at this archive.", show_default=False)
    ] = None,
    settings: options.SettingsFile = None,
) -> None:
    """Check the installation: Python, SQLite's features, spaCy pipeline, codebook, classifier, tagger, gazetteers.

    [dim]Examples:[/]
      dragoman doctor
      dragoman doctor -a dossier.db
    """
    sound = True
    for label, check in _checks(archive, settings):
        try:
            out.print(f"[green]ok[/]   {label}: {check()}")
        except (DragomanError, OSError, sqlite3.Error, ImportError) as error:
            sound = False
            out.print(f"[red]bad[/]  {label}: {error}")
    if not sound:
        raise typer.Exit(1)


def _checks(archive: Path | None, settings: Path | None) -> Iterator[tuple[str, Callable[[], str]]]:
    made = options.make_settings(settings)
    yield (
        "dragoman",
        lambda: f"{__version__} on Python {sys.version.split()[0]}, {platform.system()} {platform.machine()}",
    )
    yield "SQLite", _sqlite
    yield "spaCy pipeline", lambda: _spacy(made.spacy_model)
    yield "codebook", _codebook
    yield "classifier", _classifier
    yield "tagger", _tagger
    yield "gazetteers", _gazetteers
    yield "coding", lambda: _smoke(made)
    if archive is not None:
        yield "archive", lambda: _archive(archive)


def _sqlite() -> str:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(a)")
    connection.execute("CREATE VIRTUAL TABLE r USING rtree(id, a, b)")
    connection.close()
    return f"{sqlite3.sqlite_version} with FTS5 and R*Tree"


def _spacy(name: str) -> str:
    from dragoman.parsing import Parser

    return Parser(Settings(spacy_model=name)).version


def _codebook() -> str:
    from dragoman.codebook.frames import load_frames
    from dragoman.codebook.types import load_types

    types = load_types()
    frames = load_frames(types)
    patterns = sum(1 for f in frames for _ in f.patterns())
    return f"{len(types.types)} types, {len(frames)} frames, {patterns:,} patterns"


def _classifier() -> str:
    from dragoman.coding.classifier import Classifier, Question
    from dragoman.records import Span

    model = Classifier()
    opinion = model.read([Question("Kenya praised Ghana.", Span(0, 5), Span(14, 19))])[0]
    return f"weights {model.version}, {model.labels['questions']:,} questions learnt from, answers {opinion.best[0]}"


def _tagger() -> str:
    from dragoman.coding.tagger import Tagger
    from dragoman.coding.weights import Weights

    weights = Weights()
    hints = Tagger(weights).read(["Kenya praised Ghana."])[0]
    best = max(hints.values(), key=lambda h: h.told, default=None)
    learnt = weights.labels["tagger"]
    return f"{learnt['sentences']:,} training sentences, answers {best.act if best is not None else 'nothing'}"


def _gazetteers() -> str:
    from dragoman.gazetteers import agents, countries, parties

    return (
        f"{len(countries.all_countries())} states, {len(parties.all_known())} organisations, "
        f"{len(agents.all_agents())} kinds of parties"
    )


def _smoke(settings: Settings) -> str:
    from dragoman.pipeline import Coder
    from dragoman.records import Article

    claims = Coder(settings).code(Article.from_text("Police in Nairobi arrested two students.", published="2024-05-02"))
    if not claims:
        raise DragomanError("a plain sentence gave no claim", remedy="Reinstall dragoman")
    return f"{claims[0].plover} by {claims[0].actors[0].text!r}"


def _archive(path: Path) -> str:
    with options.open_archive(path) as store:
        return ", ".join(f"{count:,} {name}" for name, count in store.counts().items())
