from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.archive import Archive, ClaimFilter, migrations, upgrade
from dragoman.cli.app import app
from dragoman.errors import ArchiveError, ArchiveVersionError
from tests.archive.make_v1 import FILE, URL, reports


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(shutil.copy(FILE, tmp_path / "old.db"))


def schema_of(path: Path) -> list[tuple[str, str]]:
    db = sqlite3.connect(path)
    try:
        return db.execute("SELECT type, name FROM sqlite_schema ORDER BY type, name").fetchall()
    finally:
        db.close()


def version_of(path: Path) -> int:
    db = sqlite3.connect(path)
    try:
        return int(db.execute("PRAGMA user_version").fetchone()[0])
    finally:
        db.close()


def test_the_committed_file_is_of_schema_1():
    assert version_of(FILE) == 1


def test_an_old_file_is_upgraded_and_loses_nothing(old: Path):
    (first, first_claims), (second, second_claims), (third, third_claims) = reports()
    with Archive(old) as archive:
        assert archive.meta["schema"] == migrations.CURRENT
        assert {a.id: a for a in archive.articles(superseded=True)} == {a.id: a for a in (first, second, third)}
        current = {c.id: c for c in archive.claims()}
        assert current == {c.id: c for c in [*second_claims, *third_claims]}
        assert len(list(archive.claims(ClaimFilter(superseded=True)))) == 6
        assert archive.claim(first_claims[0].id) == first_claims[0]
        assert [j.id for j in archive.judgements()] == ["j1"]
        assert [s.source for s in archive.set_asides()] == ["scan.pdf"]
        assert list(archive.verify()) == []


def test_an_upgrade_fills_the_actors_from_the_claims(old: Path, path: Path):
    with Archive(old) as upgraded, Archive(path) as fresh:
        for article, claims in reports():
            fresh.add(article, claims, coder_version="test 1")
        fresh.rebuild_actors()  # an upgrade, too, sees only the current claims
        assert list(upgraded.actors()) == list(fresh.actors())
        assert len(list(upgraded.actors())) == 5


def test_an_upgraded_file_goes_on_as_a_new_one(old: Path):
    with Archive(old) as archive:
        (first, claims), (second, _), _ = reports()
        assert archive.add(first, claims, coder_version="test 2").outcome == "known"
        changed = type(first).from_text(first.text + " And again.", url=URL)
        result = archive.add(changed, [], coder_version="test 2")
        assert (result.outcome, result.version, result.supersedes) == ("new version", 3, second.id)
        assert list(archive.verify()) == []


def test_an_upgraded_file_has_the_schema_of_a_new_one(old: Path, path: Path):
    Archive(old).close()
    Archive(path).close()
    assert schema_of(old) == schema_of(path)


def test_an_upgrade_that_fails_leaves_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(db: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    broken = (*migrations.MIGRATIONS[:1], migrations.Migration(2, migrations.MIGRATIONS[1].script, fail))
    monkeypatch.setattr(migrations, "MIGRATIONS", broken)
    with pytest.raises(ArchiveError):
        Archive(old)
    monkeypatch.undo()
    assert version_of(old) == 1
    with Archive(old) as archive:
        assert list(archive.verify()) == []


def test_an_old_file_is_not_upgraded_when_only_read(old: Path):
    with pytest.raises(ArchiveError, match="Open it once for writing"):
        Archive(old, readonly=True)
    assert version_of(old) == 1


def test_a_newer_file_is_refused_and_left_alone(path: Path):
    Archive(path).close()
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {migrations.CURRENT + 1}")
    db.close()
    with pytest.raises(ArchiveVersionError, match="Install a newer Dragoman"):
        Archive(path)
    assert version_of(path) == migrations.CURRENT + 1


def test_migrations_are_numbered_without_gaps():
    assert [m.number for m in migrations.MIGRATIONS] == list(range(1, migrations.CURRENT + 1))


def test_statements_keep_trigger_bodies_whole():
    text = (
        "-- a; comment\nCREATE TABLE t (a);\nCREATE TRIGGER x AFTER INSERT ON t BEGIN\n  SELECT 1;\n  SELECT 2;\nEND;\n"
    )
    assert [s.split()[-1] for s in migrations.statements(text)] == ["(a);", "END;"]


def test_an_old_file_can_be_upgraded_without_opening_it(old: Path):
    assert upgrade(old)
    assert version_of(old) == migrations.CURRENT
    assert not upgrade(old)
    with Archive(old, readonly=True) as archive:
        assert list(archive.verify()) == []


def test_the_command_line_reads_an_old_file(old: Path):
    result = CliRunner().invoke(app, ["verify", "-a", str(old)])
    assert result.exit_code == 0, result.output
    assert "Sound" in result.output
