from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import ReadingError
from dragoman.reading import read_one, read_sources
from dragoman.records import SetAside
from dragoman.settings import Settings

PAGE = Path(__file__).parent / "fixtures" / "border-talks.html"


def page(body: str, head: str = "") -> bytes:
    return f"<html lang='en'><head>{head}</head><body>{body}</body></html>".encode()


def paragraphs(report: tuple[str, ...]) -> str:
    return "<article>" + "".join(f"<p>{line}</p>" for line in report) + "</article>"


def test_a_page_gives_the_whole_record(settings):
    article = read_one(PAGE, settings)
    assert article.title == "Freedonia's minister in Sylvania for border talks"
    assert article.byline == "Rufus Firefly"
    assert article.publisher == "The Marx Courier"
    assert article.url == "https://www.marxcourier.example/world/2024/03/12/border-talks.html"
    assert (article.published, article.published_basis) == ("2024-03-12", "meta property article:published_time")
    assert article.language == "en"
    lines = article.text.split("\n")
    assert len(lines) == 4
    assert lines[0].startswith("The foreign minister of Freedonia arrived")
    assert lines[-1].endswith("freed a week later.")


def test_the_same_bytes_give_the_same_article_from_anywhere(settings, tmp_path):
    copy = tmp_path / "copy.html"
    copy.write_bytes(PAGE.read_bytes())
    first, second, third = read_one(PAGE, settings), read_one(copy, settings), read_one(PAGE.read_bytes(), settings)
    assert first.id == second.id == third.id
    assert first.source_hash == second.source_hash == third.source_hash


@pytest.mark.parametrize(
    ("head", "published", "basis"),
    [
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2024-03-12T10:00:00+01:00"}]}</script>'
            '<meta property="article:published_time" content="2024-03-13">',
            "2024-03-12",
            "JSON-LD datePublished",
        ),
        ('<meta name="pubdate" content="Mar 12, 2024">', "2024-03-12", "meta name pubdate"),
        ('<link rel="canonical" href="https://a.example/2024/03/12/talks">', "2024-03-12", "the URL path"),
        (
            '<link rel="canonical" href="https://a.example/2024/03/12/talks">'
            '<meta property="article:published_time" content="2024-03-13T01:30:00Z">',
            "2024-03-12",
            "the URL path (meta property article:published_time says 2024-03-13, perhaps in universal time)",
        ),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>', None, None),
    ],
)
def test_the_basis_of_the_date_is_said(settings, report, head, published, basis):
    article = read_one(page(paragraphs(report), head), settings)
    assert (article.published, article.published_basis) == (published, basis)


def test_a_page_without_address_is_known_by_where_it_was_saved_from(settings, report):
    raw = b"<!DOCTYPE html>\n<!-- saved from url=(0036)https://www.a.example/2024/03/12/talks -->\n" + page(
        paragraphs(report)
    )
    article = read_one(raw, settings)
    assert article.url == "https://www.a.example/2024/03/12/talks"
    assert (article.published, article.published_basis) == ("2024-03-12", "the URL path")
    assert article.publisher == "a.example"


def test_date_beside_the_byline_in_the_body(settings, report):
    body = "<article><h1>Border talks open in Sylvania</h1><p>By Rufus Firefly</p><p>March 12, 2024</p>" + "".join(
        f"<p>{line}</p>" for line in report
    )
    article = read_one(page(body + "</article>"), settings)
    assert article.published == "2024-03-12"
    assert article.text.split("\n") == list(report)


def test_a_given_date_wins(settings):
    article = read_one(PAGE, settings, published="2024-03-11")
    assert (article.published, article.published_basis) == ("2024-03-11", "given by the caller")


def test_declared_encoding_is_used(settings, report):
    text = paragraphs(
        (*report, "The café “Zur Brücke” stayed open, its owner said, and the crowd sang until the evening.")
    )
    raw = page(text, '<meta charset="windows-1252">').decode().encode("cp1252")
    assert "café “Zur Brücke”" in read_one(raw, settings).text


def test_a_body_in_pieces_is_one_text(settings, report):
    piece = "<div class='article__body'>{}</div><div class='ad'>Advertisement</div>"
    more = tuple(
        f"{line} That was confirmed by a second official in the capital on {day}."
        for line, day in zip(report, ("Monday", "Tuesday", "Friday"), strict=True)
    )
    body = (
        "<article>"
        + "".join(piece.format("".join(f"<p>{line}</p>" for line in lines)) for lines in (report, more))
        + "</article>"
    )
    assert read_one(page(body), settings).text.split("\n") == [*report, *more]


def test_notes_hidden_over_a_name_are_left_out(settings, report):
    note = "The minister <span class='rollover-block'><a>Rufus T. Firefly</a> Firefly quits Firefly returns</span> left the capital on Monday, an official said."
    text = read_one(page(paragraphs((*report, note))), settings).text
    assert "quits" not in text
    assert "left the capital on Monday" in text


def test_a_short_page_behind_a_paywall_is_read(settings):
    line = "The foreign minister of Freedonia arrived in Sylvania on Tuesday for two days of talks about the border."
    article = read_one(
        page(f"<article><h1>Talks open</h1><p>{line}</p><p>Subscribe to continue reading</p></article>"), settings
    )
    assert article.text == line


def test_deep_nesting_is_set_aside(settings, report):
    deep = page("<div>" * 100_000 + paragraphs(report) + "</div>" * 100_000)
    with pytest.raises(ReadingError, match="nested more than 512 deep"):
        read_one(deep, settings)


def test_nesting_that_a_parser_would_cut_off_is_read(settings, report):
    assert read_one(page("<div>" * 400 + paragraphs(report) + "</div>" * 400), settings).text.split("\n") == list(
        report
    )


@pytest.mark.parametrize(
    "raw", [b"<html></html>", b"<html><body><img src=x></body></html>", b"<!doctype html>", b"<p>" * 30]
)
def test_pages_without_text_are_set_aside(settings, tmp_path, raw):
    path = tmp_path / "empty.html"
    path.write_bytes(raw)
    (result,) = read_sources([path], settings)
    assert isinstance(result, SetAside)
    assert result.remedy


def test_other_languages_are_set_aside_with_reason_and_remedy(settings):
    lines = (
        "Le ministre des affaires étrangères est arrivé mardi dans la capitale pour deux jours de discussions sur la frontière.",
        "Il doit rencontrer le président mercredi, et une déclaration commune est attendue après la réunion, selon l'agence.",
    )
    with pytest.raises(ReadingError, match=r"not English \(looks like fr, [.\d]+\)") as caught:
        read_one(page(paragraphs(lines)), settings)
    assert caught.value.remedy
    french = Settings(languages=("en", "fr"))
    assert read_one(page(paragraphs(lines)), french).language == "fr"


def test_very_short_texts_are_not_judged_by_language(settings):
    assert read_one(b"Tbilissi: Kobakhidze, Zourabichvili.", settings, name="x.txt").language == "en"


@pytest.mark.parametrize(
    ("title", "heading", "expected"),
    [
        ("The Marx Courier: Border talks open in Sylvania", "Border talks open in Sylvania", "The Marx Courier"),
        ("Border talks open in Sylvania - The Marx Courier", "Border talks open in Sylvania", "The Marx Courier"),
        ("Border talks open in Sylvania", "Border talks open in Sylvania", None),
        ("Minister: Border talks open in Sylvania", "Today's other news from Sylvania", None),
    ],
)
def test_the_heading_parts_the_title_from_the_outlet(settings, report, title, heading, expected):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in report)
    page = f"<html><head><title>{title}</title></head><body><h2>{heading}</h2><div>{body}</div></body></html>"
    article = read_one(page.encode(), settings, name="page.html")
    assert article.publisher == expected
    assert article.title == (title if heading not in title else heading)
    assert article.text.split("\n") == list(report) or heading not in title


@pytest.mark.parametrize("markup", ["<p>{}</p>", "{}<br><br>"])
def test_a_page_laid_out_in_a_table_is_read_as_text(settings, report, markup):
    body = "".join(markup.format(line) for line in (*report, *report))
    table = f"<table><tr><td>Front page<br>News<br>Arts</td><td><h2>Border talks open</h2>{body}</td></tr></table>"
    lines = read_one(page(table, "<title>Border talks open</title>"), settings).text.split("\n")
    assert [line for line in lines if line in report] == [*report, *report] or lines == list(report)
    assert not any("|" in line for line in lines)


def test_a_table_of_figures_stays_a_table(settings, report):
    table = "<table><tr><td>Aldermoor</td><td>14</td></tr><tr><td>Brackwater</td><td>3</td></tr></table>"
    text = read_one(page(paragraphs(report).replace("</article>", table + "</article>")), settings).text
    assert "Aldermoor" in text.split("Brackwater")[0].split("\n")[-1] or "Aldermoor | 14" in text
