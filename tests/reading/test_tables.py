from __future__ import annotations

import csv
import gzip
import io
import json
import resource
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.reading import read_one, read_sources
from dragoman.records import Article, SetAside
from dragoman.settings import Settings

TITLE = "Border talks open in Sylvania"


def rows(report: tuple[str, ...], count: int = 3) -> list[dict[str, str]]:
    return [
        {
            "id": str(n),
            "text": "\n".join([*report, f"It was meeting number {n}."]),
            "title": TITLE,
            "url": f"https://a.example/{n}",
            "publisher": "The Marx Courier",
            "published": f"2024-03-{n + 1:02}",
        }
        for n in range(count)
    ]


def write(path: Path, values: list[dict[str, str]]) -> Path:
    if path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in values))
    elif path.suffix == ".json":
        path.write_text(json.dumps(values))
    elif path.suffix == ".parquet":
        pq.write_table(pa.Table.from_pylist(values), path)
    else:
        with path.open("w", newline="") as stream:
            writer = csv.DictWriter(stream, list(values[0]), delimiter="\t" if path.suffix == ".tsv" else ",")
            writer.writeheader()
            writer.writerows(values)
    return path


@pytest.mark.parametrize("suffix", [".jsonl", ".json", ".csv", ".tsv", ".parquet"])
def test_every_format_gives_the_same_articles(settings, report, tmp_path, suffix):
    values = rows(report)
    results = list(read_sources([write(tmp_path / f"table{suffix}", values)], settings))
    articles = [result for result in results if isinstance(result, Article)]
    assert len(articles) == len(results)
    assert [(a.text, a.title, a.url, a.publisher, a.published) for a in articles] == [
        (v["text"], v["title"], v["url"], v["publisher"], v["published"]) for v in values
    ]
    assert articles[0].published_basis == "the table's column 'published'"
    reference = read_sources([write(tmp_path / "reference.jsonl", values)], settings)
    expected = [a.id for a in reference if isinstance(a, Article)]
    assert [a.id for a in articles] == expected


@pytest.mark.parametrize(
    ("names", "row"),
    [
        (("Headline", "BODY", "Source", "Link", "Date"), 0),
        (("heading", "article_text", "outlet", "URL", "Publication Date"), 0),
        (("title", "Event Text", "publisher", "url", "date"), 0),
    ],
)
def test_common_column_names_are_known(settings, report, tmp_path, names, row):
    value = rows(report, 1)[row]
    keys = ("title", "text", "publisher", "url", "published")
    (article,) = read_sources(
        [write(tmp_path / "t.csv", [dict(zip(names, (value[k] for k in keys), strict=True))])], settings
    )
    assert isinstance(article, Article)
    assert (article.title, article.publisher, article.url, article.published) == tuple(
        value[k] for k in ("title", "publisher", "url", "published")
    )


def test_ngec_columns(settings, report, tmp_path):
    path = tmp_path / "ngec.jsonl"
    path.write_text(json.dumps({"id": "a", "date": "2024-03-12", "event_text": report[0]}))
    article = read_one(path, settings)
    assert (article.text, article.published, article.published_basis) == (
        report[0],
        "2024-03-12",
        "the table's column 'date'",
    )


def test_text_fields_lose_furniture_and_the_repeated_title(settings, report, tmp_path):
    text = "\n".join([TITLE, "By Rufus Firefly", report[0], "Advertisement", report[1], "Leave a Reply"])
    path = write(tmp_path / "t.jsonl", [{**rows(report, 1)[0], "text": text}])
    article = read_one(path, settings)
    assert article.text.split("\n") == [report[0], report[1]]
    assert article.byline == "Rufus Firefly"


def test_a_bad_row_is_set_aside_with_its_line_and_the_rest_is_read(settings, report, tmp_path):
    good = json.dumps(rows(report, 1)[0])
    bad = ["{not json", '"a string"', '{"title": "no text"}', '{"text": null}', "[" * 5000, '{"text": 12}']
    path = tmp_path / "t.jsonl"
    path.write_text("\n".join([good, *bad, "", good]))
    results = list(read_sources([path], settings))
    assert [type(result) for result in results] == [Article, *[SetAside] * 6, Article]
    assert [result.source for result in results[1:-1]] == [f"{path}:{n}" for n in range(2, 8)]
    assert all(isinstance(r, SetAside) and r.reason and r.remedy for r in results[1:-1])


def test_csv_rows_of_the_wrong_width_are_set_aside(settings, report, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(f'id,text,published\n1,"{report[0]}",2024-03-01\n2,a,b,c,d\n3,"{report[1]}",2024-03-02\n')
    first, second, third = read_sources([path], settings)
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert isinstance(second, SetAside)
    assert second.source == f"{path}:3"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_delimiters_and_byte_order_mark(settings, report, tmp_path, delimiter):
    path = tmp_path / "t.csv"
    path.write_text(
        "\ufeff" + delimiter.join(("text", "title")) + "\n" + delimiter.join((f'"{report[0]}"', TITLE)) + "\n"
    )
    article = read_one(path, settings)
    assert (article.text, article.title) == (report[0], TITLE)


def test_quotes_in_a_plain_tsv_are_characters(settings, report, tmp_path):
    said = f'"We are ready," the minister said. {report[0]}'
    path = tmp_path / "t.tsv"
    path.write_text(f'id\ttext\n1\t{said}\n2\t"{report[1]}\n')
    assert [a.text for a in read_sources([path], settings) if isinstance(a, Article)] == [said, f'"{report[1]}']


def test_an_unclosed_quote_does_not_swallow_the_limits(report, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text('id,text\n1,"' + (report[0] + "\n") * 500)
    results = list(read_sources([path], Settings(max_table_row_bytes=10_000)))
    assert results
    assert isinstance(results[0], SetAside)
    assert "limit" in results[0].reason


def test_a_line_over_the_limit_is_passed_over(report, tmp_path):
    path = tmp_path / "t.jsonl"
    good = json.dumps({"text": report[0]})
    path.write_text("\n".join([good, json.dumps({"text": "x" * 5000}), good]))
    first, second, third = read_sources([path], Settings(max_table_row_bytes=1000))
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert isinstance(second, SetAside)
    assert second.source == f"{path}:2"
    assert "max_table_row_bytes" in second.remedy


def test_each_line_is_decoded_by_itself(settings, report, tmp_path):
    path = tmp_path / "t.jsonl"
    line = json.dumps({"text": report[0] + " The café closed."}, ensure_ascii=False)
    path.write_bytes(line.encode() + b"\n" + line.encode("cp1252") + b"\n")
    assert [a.text.endswith("The café closed.") for a in read_sources([path], settings) if isinstance(a, Article)] == [
        True,
        True,
    ]


def test_tables_without_a_text_column_are_set_aside(settings, tmp_path):
    for path in (write(tmp_path / "t.csv", [{"a": "1", "b": "2"}]), write(tmp_path / "t.parquet", [{"a": "1"}])):
        (result,) = read_sources([path], settings)
        assert isinstance(result, SetAside)
        assert "'a'" in result.reason


def test_json_that_is_no_list_of_articles_is_set_aside(settings, tmp_path):
    path = tmp_path / "t.json"
    for text in ('{"a": {"text": "x"}}', "[1, 2", "[" * 100_000, "17"):
        path.write_text(text)
        results = list(read_sources([path], settings))
        assert results, text
        assert all(isinstance(result, SetAside) for result in results), text


def test_truncated_parquet_is_set_aside(settings, report, tmp_path):
    path = write(tmp_path / "t.parquet", rows(report, 50))
    whole = path.read_bytes()
    for raw in (whole[: len(whole) // 2], whole[:4], whole[:2000] + b"\x00" * 3000 + whole[5000:]):
        path.write_bytes(raw)
        results = list(read_sources([path], settings))
        assert any(isinstance(result, SetAside) for result in results)


def test_a_table_read_as_one_article_must_have_one_row(settings, report, tmp_path):
    from dragoman.errors import ReadingError

    with pytest.raises(ReadingError, match="more than one article"):
        read_one(write(tmp_path / "t.jsonl", rows(report)), settings)


def test_tables_stream(settings, report, tmp_path):
    """The first row comes before the last is written, and memory stays flat over a long table."""
    line = json.dumps({"text": report[0], "published": "2024-03-12"}) + "\n"
    path = tmp_path / "t.jsonl.gz"
    with gzip.open(path, "wt", compresslevel=1) as stream:
        for _ in range(300):
            stream.write(line)
        stream.write(json.dumps({"text": "x", "padding": "y" * 1_000_000}) + "\n")
        for _ in range(80):
            stream.write(json.dumps({"padding": "y" * 1_000_000}) + "\n")
    count, before = 0, 0
    for count, _ in enumerate(read_sources([path], settings), start=1):
        if count == 303:
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert count == 381
    assert grown * (1 if sys.platform == "darwin" else 1024) < 30_000_000


@pytest.mark.parametrize("kind", ["jsonl", "csv"])
def test_standard_input_is_sniffed(settings, report, monkeypatch, kind):
    value = {"text": report[0], "title": TITLE}
    text = json.dumps(value) + "\n" if kind == "jsonl" else f'text,title\n"{report[0]}",{TITLE}\n'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    (article,) = read_sources(["-"], settings)
    assert isinstance(article, Article)
    assert (article.text, article.title) == (report[0], TITLE)
