from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from dragoman.errors import CodebookError, ReadingError
from dragoman.reading import READERS, read_one, read_sources
from dragoman.reading.decode import decode
from dragoman.reading.formats import load_formats
from dragoman.reading.furniture import furniture, load_furniture
from dragoman.reading.rows import load_synonyms
from dragoman.records import Article, SetAside
from dragoman.settings import Settings


def sources(results) -> list[tuple[str, str]]:
    return [(Path(result.source or "").name, type(result).__name__) for result in results]


@pytest.fixture
def folder(tmp_path: Path, report: tuple[str, ...]) -> Path:
    top = tmp_path / "dossier"
    (top / "b").mkdir(parents=True)
    for name in ("c.txt", "a.txt", "b/d.txt"):
        (top / name).write_text("\n\n".join(report))
    return top


def test_folders_are_read_sorted_and_recursively(settings, folder):
    names = [str(Path(str(result.source)).relative_to(folder)) for result in read_sources([folder], settings)]
    assert names == ["a.txt", os.path.join("b", "d.txt"), "c.txt"]


def test_symlink_loops_end_and_each_folder_is_read_once(settings, folder):
    (folder / "b" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "z").symlink_to(folder / "b", target_is_directory=True)
    (folder / "self").symlink_to(folder / "self")
    assert sources(read_sources([folder], settings)) == [
        ("a.txt", "Article"),
        ("d.txt", "Article"),
        ("c.txt", "Article"),
        ("self", "SetAside"),
    ]


def test_folders_too_deep_are_set_aside(folder):
    results = list(read_sources([folder], Settings(max_folder_depth=0)))
    assert sources(results) == [("a.txt", "Article"), ("b", "SetAside"), ("c.txt", "Article")]


def test_hidden_files_and_the_parts_of_a_saved_page_are_passed_by(settings, folder, report):
    (folder / "page.html").write_text("<html><body>" + "".join(f"<p>{line}</p>" for line in report) + "</body></html>")
    (folder / "page_files").mkdir()
    (folder / "page_files" / "ad.html").write_text("<p>Buy</p>")
    (folder / ".hidden.txt").write_text("x")
    assert "ad.html" not in [name for name, _ in sources(read_sources([folder], settings))]
    assert sources(read_sources([folder], settings))[-1] == ("page.html", "Article")
    assert len(list(read_sources([folder], settings))) == 4


def test_files_that_are_no_reports_are_set_aside_by_name_in_folders(settings, folder):
    for name in ("README.md", "style.css", "settings.yaml"):
        (folder / name).write_text("Words about this folder that nobody would call a report of an event.")
    results = [r for r in read_sources([folder], settings) if isinstance(r, SetAside)]
    assert sources(results) == [("README.md", "SetAside"), ("settings.yaml", "SetAside"), ("style.css", "SetAside")]
    assert isinstance(next(read_sources([folder / "README.md"], settings)), Article)


def test_missing_paths_are_set_aside(settings, tmp_path):
    (result,) = read_sources([tmp_path / "none.txt"], settings)
    assert isinstance(result, SetAside)
    assert result.reason == "there is no such file or folder"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\n ", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b"\x00" * 500, "the file is empty"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "it is a PNG image"),
        (b"\xff\xd8\xff\xe0" + b"x" * 50, "it is a JPEG image"),
        (b"%PDF-1.7 " + b"x" * 50, "it is a PDF file"),
        (b"PK\x03\x04" + b"x" * 50, "it is a ZIP archive or an office document"),
        (bytes(range(256)) * 20, "it is a binary file"),
        (b"12345 67890 --- 11", "it holds no text"),
        (b"PAR1PAR1", "the Parquet data is damaged"),
        (b"\x1f\x8b\x08\x00broken", "the gzip data is damaged"),
    ],
)
def test_what_is_no_text_is_set_aside(settings, tmp_path, raw, reason):
    path = tmp_path / "thing.txt"
    path.write_bytes(raw)
    (result,) = read_sources([path], settings)
    assert isinstance(result, SetAside)
    assert result.source == str(path)
    assert result.reason.startswith(reason)
    assert result.remedy
    with pytest.raises(ReadingError, match=reason):
        read_one(raw, settings)


def test_nul_bytes_and_broken_encodings_are_mended(settings, report):
    text = "\n\n".join(report)
    assert read_one(text.replace("Sylvania on", "Syl\x00vania on").encode(), settings).text.split("\n") == list(report)
    broken = text.encode().replace(b"officials", b"offici\xffals", 1)
    assert "officials of both" not in read_one(broken, settings).text
    assert read_one(broken, settings).text.split("\n")[1:] == list(report[1:])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_detected(encoding):
    text = "“The café is open,” said the mayor — and it was. " * 5
    assert decode(text.encode(encoding)).lstrip("\ufeff") == text


def test_cyrillic_encodings_are_detected():
    text = "Министр иностранных дел прибыл во вторник в столицу для переговоров о границе. " * 8
    assert decode(text.encode("cp1251")) == text


def test_gzip_is_read_by_its_bytes(settings, report, tmp_path):
    path = tmp_path / "report.txt.gz"
    path.write_bytes(gzip.compress("\n\n".join(report).encode()))
    assert read_one(path, settings).text.split("\n") == list(report)
    path.write_bytes(path.read_bytes()[:-20])
    (result,) = read_sources([path], settings)
    assert isinstance(result, SetAside)
    assert "damaged or cut short" in result.reason


def test_a_gzip_bomb_is_set_aside(tmp_path):
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(b"0" * 30_000_000))
    for settings in (Settings(max_decompressed_bytes=1_000_000), Settings(max_table_row_bytes=1000)):
        (result,) = read_sources([path], settings)
        assert isinstance(result, SetAside)
        assert "more than" in result.reason


def test_limits_of_size_and_length(report, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join(report * 20))
    for settings, name in (
        (Settings(max_file_bytes=1000), "max_file_bytes"),
        (Settings(max_article_chars=1000), "max_article_chars"),
    ):
        (result,) = read_sources([path], settings)
        assert isinstance(result, SetAside)
        assert name in result.remedy


def test_a_failing_source_does_not_end_the_run(settings, folder, monkeypatch):
    (folder / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert [kind for _, kind in sources(read_sources([folder], settings))] == ["SetAside", "Article", "Article"]

    def fault(raw: bytes, **_: object) -> str:
        raise ZeroDivisionError("a fault of a library")

    monkeypatch.setattr("dragoman.reading.readers.decode", fault)
    results = list(read_sources([folder], settings))
    reasons = [result.reason for result in results if isinstance(result, SetAside)]
    assert len(reasons) == len(results)
    assert "ZeroDivisionError" in reasons[-1]


def test_errors_of_the_caller_pass_through(settings, folder):
    def use(articles) -> None:
        for _ in articles:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        use(read_sources([folder], settings))


def test_overrides_are_checked_before_reading(settings, folder):
    with pytest.raises(ReadingError, match="YYYY-MM-DD"):
        read_sources([folder], settings, published="last week")
    with pytest.raises(ReadingError, match="parquet, jsonl, json, csv, html, text"):
        read_sources([folder], settings, reader="word")
    article = next(read_sources([folder], settings, published="2024-03-12", publisher="The Marx Courier"))
    assert isinstance(article, Article)
    assert (article.published, article.published_basis, article.publisher) == (
        "2024-03-12",
        "given by the caller",
        "The Marx Courier",
    )


def test_bytes_are_sniffed(settings, report):
    html = "<html><body>" + "".join(f"<p>{line}</p>" for line in report) + "</body></html>"
    row = {"text": "\n".join(report)}
    for raw in (html, "\n\n".join(report), json.dumps(row), json.dumps([row])):
        assert read_one(raw.encode(), settings).text.split("\n") == list(report)


def test_a_page_saved_as_text_is_read_as_a_page(settings, report, tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("<!DOCTYPE html><html><body>" + "".join(f"<p>{line}</p>" for line in report) + "</body></html>")
    assert read_one(path, settings).text.split("\n") == list(report)


def test_every_suffix_has_one_reader():
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert len({reader.name for reader in READERS}) == len(READERS)


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("rules:\n  - {name: x, reach: line, patterns: ['(']}\n", "f.yaml:2"),
        ("rules:\n  - {name: x, reach: far, lines: [a]}\n", "f.yaml:2"),
        ("rules:\n  - {name: x, reach: line}\n", "f.yaml:2"),
        ("rules:\n  - {name: x, reach: line, lines: [on]}\n", "f.yaml:2"),
        ("rules:\n  - {name: x, reach: line, lines: [a], colour: red}\n", "f.yaml:2"),
        ("rules: []\n", "f.yaml:1"),
    ],
)
def test_a_wrong_furniture_file_names_the_line(tmp_path, content, where):
    path = tmp_path / "f.yaml"
    path.write_text(content)
    with pytest.raises(CodebookError) as caught:
        load_furniture(path)
    assert caught.value.where == where


def test_wrong_columns_and_formats_files_are_refused(tmp_path):
    path = tmp_path / "f.yaml"
    path.write_text("fields:\n  text: [text]\n")
    with pytest.raises(CodebookError, match="needs exactly"):
        load_synonyms(path)
    path.write_text("signatures:\n  - {hex: zz, kind: nothing}\nnames: []\n")
    with pytest.raises(CodebookError, match=r"f\.yaml:2"):
        load_formats(path)


@pytest.mark.parametrize(
    "line",
    [
        "1" * 400 + "q",
        "share " * 60 + "q",
        "#a" * 200 + "!q",
        "( " * 200,
        "a | " * 100 + "q",
        "- " * 200 + "q",
        "[" * 400,
        "by " * 130,
        "/ap" * 130 + "q",
    ],
)
def test_hostile_lines_take_no_time(line):
    import time

    began = time.perf_counter()
    furniture().rule(line)
    furniture().trim(line * 200)
    assert time.perf_counter() - began < 2
