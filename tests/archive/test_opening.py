from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.archive import Archive
from dragoman.errors import ArchiveError
from tests.factories import coded, make_article


def test_a_new_archive_is_empty_and_sound(archive: Archive):
    assert set(archive.counts().values()) == {0}
    assert list(archive.verify()) == []
    assert archive.meta["created_at"] == "2024-03-06T12:00:01Z"


def test_the_file_says_whose_it_is(path: Path):
    Archive(path).close()
    db = sqlite3.connect(path)
    try:
        assert db.execute("PRAGMA application_id").fetchone()[0].to_bytes(4, "big") == b"DRGM"
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    finally:
        db.close()


def test_a_closed_archive_is_one_file(path: Path):
    with Archive(path) as archive:
        archive.add(*coded(), coder_version="1")
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("readonly", [False, True])
def test_a_missing_file_is_named(path: Path, readonly: bool):
    with pytest.raises(ArchiveError, match="there is no such archive"):
        Archive(path, create=False, readonly=readonly)
    assert not path.exists()


def test_a_folder_is_no_archive(tmp_path: Path):
    with pytest.raises(ArchiveError, match="this is a folder"):
        Archive(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path):
    with pytest.raises(ArchiveError, match="the folder does not exist"):
        Archive(tmp_path / "none" / "news.db")


def test_a_file_that_is_not_sqlite_is_refused_and_left_alone(path: Path):
    path.write_text("id,text\n1,hello\n" * 50)
    with pytest.raises(ArchiveError, match="not a SQLite file"):
        Archive(path)
    assert path.read_text().startswith("id,text")


def test_a_sqlite_file_of_another_program_is_refused_and_left_alone(path: Path):
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE bookmarks (url)")
    db.close()
    with pytest.raises(ArchiveError, match="another program"):
        Archive(path)
    db = sqlite3.connect(path)
    assert db.execute("SELECT name FROM sqlite_schema").fetchall() == [("bookmarks",)]
    db.close()


def test_a_damaged_file_is_an_archive_error(path: Path):
    with Archive(path) as archive:
        archive.add(*coded(), coder_version="1")
    content = bytearray(path.read_bytes())
    content[100:4000] = b"\xaa" * 3900
    path.write_bytes(content)
    with pytest.raises(ArchiveError), Archive(path) as archive:
        list(archive.claims())


def test_a_file_open_for_reading_cannot_be_written(path: Path):
    article, claims = coded()
    with Archive(path) as archive:
        archive.add(article, claims, coder_version="1")
    with Archive(path, readonly=True) as archive:
        assert list(archive.claims()) == claims
        assert list(archive.verify()) == []
        with pytest.raises(ArchiveError, match="reading only"):
            archive.add(*coded(make_article(title="Other")), coder_version="1")


def test_a_closed_archive_says_so(path: Path):
    archive = Archive(path)
    archive.close()
    with pytest.raises(ArchiveError, match="closed"):
        archive.counts()


def test_readers_go_on_while_one_writes(path: Path):
    with Archive(path) as writer, Archive(path, readonly=True) as reader:
        writer.add(*coded(), coder_version="1")
        with writer._store.write() as db:
            db.execute("INSERT INTO set_asides VALUES ('a', 'b', 'c', 'd')")
            assert reader.counts()["articles"] == 1
            assert reader.counts()["set aside"] == 0
        assert reader.counts()["set aside"] == 1


def test_a_second_writer_is_told_what_to_do(path: Path):
    with Archive(path) as first, Archive(path, timeout=0.05) as second:
        with (
            first._store.write(),
            pytest.raises(ArchiveError, match=r"another process is writing.*run the command again"),
        ):
            second.add(*coded(), coder_version="1")
        assert second.add(*coded(), coder_version="1").outcome == "added"


def test_a_full_disk_is_told_and_leaves_the_archive_sound(archive: Archive):
    archive.add(*coded(), coder_version="1")
    pages = archive._store.one("PRAGMA page_count")
    assert pages is not None
    archive._store.rows(f"PRAGMA max_page_count = {pages[0] + 1}")
    big = make_article("A long report. " * 20_000)
    with pytest.raises(ArchiveError, match="disk is full"):
        archive.add(big, [], coder_version="1")
    assert not archive.has_article(big.id)
    assert list(archive.verify()) == []


def test_an_archive_on_a_read_only_disk_can_be_read(path: Path, monkeypatch: pytest.MonkeyPatch):
    article, claims = coded()
    with Archive(path) as archive:
        archive.add(article, claims, coder_version="1")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Archive(path, readonly=True) as archive:
        assert list(archive.claims()) == claims
        assert [p.name for p in path.parent.iterdir()] == [path.name]  # no side files were needed


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_write_rights_is_told(tmp_path: Path):
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(ArchiveError, match="rights"):
        Archive(folder / "news.db")


def test_two_processes_may_make_the_file_at_once(path: Path):
    code = "import sys; from dragoman.archive import Archive; Archive(sys.argv[1]).close()"
    makers = [subprocess.Popen([sys.executable, "-c", code, str(path)]) for _ in range(2)]
    assert [maker.wait(timeout=60) for maker in makers] == [0, 0]
    with Archive(path) as archive:
        assert list(archive.verify()) == []
