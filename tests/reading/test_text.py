from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.reading import read_one
from dragoman.settings import Settings

SEED = Path(__file__).resolve().parents[3] / "shared" / "acceptance" / "seed"


def read(text: str, settings: Settings):
    return read_one(text.encode(), settings, name="report.txt")


def test_paragraphs_alone_lose_nothing(settings, report):
    article = read("\n\n".join(report), settings)
    assert article.text.split("\n") == list(report)
    assert (article.title, article.byline, article.published, article.published_basis) == (None, None, None, None)


def test_quoted_brackets_stay(settings, report):
    line = "“We want [the crossings] open [sic] again,” the mayor of Sylvania's largest town told the press on Monday."
    assert read("\n\n".join([*report, line]), settings).text.endswith(line)


def test_wrapped_lines_are_joined_to_paragraphs(settings):
    text = (
        "The foreign minister of Freedonia arrived in Sylvania on Tuesday for\n"
        "two days of talks about the border, officials of both countries\n"
        "said.\n\n"
        "He is due to meet the president on Wednesday, and to fly home on the\n"
        "evening of the same day.\n"
    )
    assert read(text, settings).text.split("\n") == [
        "The foreign minister of Freedonia arrived in Sylvania on Tuesday for two days of talks about the border, "
        "officials of both countries said.",
        "He is due to meet the president on Wednesday, and to fly home on the evening of the same day.",
    ]


def test_headlines_one_a_line_are_not_joined(settings, report):
    lines = [
        "Freedonia and Sylvania to speak about their border next week",
        "Sylvania Opens Three Crossings After Months Of Closure",
    ]
    article = read("\n".join([*report, *lines]), settings)
    assert article.text.split("\n")[-2:] == lines


@pytest.mark.parametrize(
    ("head", "title", "byline", "published", "basis"),
    [
        ("Border talks open in Sylvania", "Border talks open in Sylvania", None, None, None),
        (
            "• Mon. Apr 1st, 2024\n\nBorder talks open in Sylvania\n\nBy\n\nMar 12, 2024",
            "Border talks open in Sylvania",
            None,
            "2024-03-12",
            "the date beside the byline; 'Mon. Apr 1st, 2024' above the title is the day the page was shown",
        ),
        (
            "Border talks open in Sylvania\nBy Rufus Firefly and Vera Marcal\n12 March 2024, 6:05 pm",
            "Border talks open in Sylvania",
            "Rufus Firefly and Vera Marcal",
            "2024-03-12",
            "the date beside the byline",
        ),
        (
            "World\nBorder talks open in Sylvania\nPublished March 12, 2024 | Updated March 14, 2024\nShare\nTweet",
            "Border talks open in Sylvania",
            None,
            "2024-03-12",
            "the date below the title",
        ),
        (
            "Border talks open in Sylvania\nUpdated: 2024-03-14 09:30",
            "Border talks open in Sylvania",
            None,
            "2024-03-14",
            "the date below the title, where the page says when it was updated",
        ),
        (
            "Tuesday, 12 March 2024\nBorder talks open in Sylvania",
            "Border talks open in Sylvania",
            None,
            "2024-03-12",
            "the only date shown, 'Tuesday, 12 March 2024' above the title: perhaps the day the page was shown",
        ),
        (
            "Skip to content\nThe Marx Courier\nHome News Sport\nWORLD\nWhat will the border talks in Sylvania bring?\n"
            "By RUFUS FIREFLY\nMarch 12, 2024 at 3:15 p.m. EDT\n0:00 / 2:34\nListen to this article",
            "What will the border talks in Sylvania bring?",
            "RUFUS FIREFLY",
            "2024-03-12",
            "the date beside the byline",
        ),
        (
            "Border talks open in Sylvania\nThe Marx Courier, 12 March 2024",
            "Border talks open in Sylvania",
            None,
            "2024-03-12",
            "the date below the title",
        ),
        (
            "The Marx Courier\nWorld\nBorder talks open in Sylvania\nRufus Firefly\nTuesday, 12 March 2024\nPrint this page",
            "Border talks open in Sylvania",
            None,
            "2024-03-12",
            "the date below the title",
        ),
        (
            "Border talks open in Sylvania\nBy Rufus Firefly\nMarch 12, 2024 | World",
            "Border talks open in Sylvania",
            "Rufus Firefly",
            "2024-03-12",
            "the date beside the byline",
        ),
        (
            "Border talks open in Sylvania\nFREEDONIA · March 12, 2024 15:12 GMT",
            "Border talks open in Sylvania",
            None,
            "2024-03-12",
            "the date below the title",
        ),
        ("Border talks open in Sylvania\nBy admin\n03/04/2024", "Border talks open in Sylvania", None, None, None),
    ],
)
def test_head_gives_title_byline_and_date(settings, report, head, title, byline, published, basis):
    article = read(f"{head}\n\n" + "\n\n".join(report), settings)
    assert (article.title, article.byline, article.published, article.published_basis) == (
        title,
        byline,
        published,
        basis,
    )
    if "03/04" not in head:
        assert article.text.split("\n") == list(report)
    assert title not in article.text


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("Border talks open in Sylvania\nThe Marx Courier, 12 March 2024", "The Marx Courier"),
        ("Skip to content\nThe Marx Courier\nHome | News | World\nBorder talks open in Sylvania", "The Marx Courier"),
        ("World News\nBorder talks open in Sylvania\nMarch 12, 2024 | World", None),
        ("Press Release\nBorder talks open in Sylvania\nGeneva, 12 March 2024", None),
        ("Border talks open in Sylvania\nThe Courier wrote of talks", None),
    ],
)
def test_the_outlet_is_known_only_by_a_line_that_is_its_name(settings, report, head, publisher):
    assert read(f"{head}\n\n" + "\n\n".join(report), settings).publisher == publisher


def test_a_standfirst_above_the_byline_is_text(settings, report):
    standfirst = "Two days of talks are planned."
    head = f"Border talks open in Sylvania\n{standfirst}\nBy Rufus Firefly\nMarch 12, 2024\n"
    article = read(head + "\n".join(report), settings)
    assert (article.title, article.byline, article.published) == (
        "Border talks open in Sylvania",
        "Rufus Firefly",
        "2024-03-12",
    )
    assert article.text.split("\n") == [standfirst, *report]


def test_dateline_is_text(settings, report):
    for dateline in ("BEIJING -- ", "MOSCOW, June 3 (Reuters) - "):
        article = read(f"Border talks open in Sylvania\n{dateline}{report[0]}\n{report[1]}", settings)
        assert article.text.startswith(dateline + report[0])


@pytest.mark.parametrize(
    "tail",
    [
        "By\n\nLeave a Reply",
        "Leave a Reply\nYour email address will not be published.\n"
        + "I think that this is all wrong, and said so before. " * 4,
        "12 Comments\nGreat!\nNo.",
        "Read more:\nFreedonia counts its ships\nSylvania has a new flag",
        "Related Posts\nFreedonia counts its ships\nSylvania has a new flag",
        "Copyright 2024 The Marx Courier. All rights reserved.",
        "3 thoughts on “Border talks open in Sylvania”\nReply ↓\nhalyard says:\nGood summary, thanks.",
        "More Headlines\nCounty fair opens Saturday\nBoard delays vote on school budget",
        "Related Post",
        "Tagged: border, talks",
        "Page shown on 11 May 2024",
        "MC-240312-1512-03",
        "Write to the desk | Printer version | Back to the archive",
        "Sign up for our weekly newsletter and never miss a story",
        "Share this:\nFacebook\nTwitter\nWhatsApp\n12 shares",
        "Photo: Rufus Firefly/AP",
        "Rufus Firefly/Getty Images",
        "(Reporting by Rufus Firefly; Editing by Vera Marcal)",
        "Tags: border, talks, Sylvania",
        "We use cookies to give you the best experience on this website.",
        "FILE - In this March 3, 2020 file photo, the president of Sylvania greets a crowd.",
    ],
)
def test_furniture_below_goes(settings, report, tail):
    assert read("\n\n".join(report) + "\n\n" + tail, settings).text.split("\n") == list(report)


@pytest.mark.parametrize(
    "line",
    [
        "Comments by the minister on Monday were called an insult by the opposition, which asked him to resign.",
        "More from the region is expected to follow, the minister said after he had met the president on Monday.",
        "Photographs of the prisoners were shown on television by the government of Sylvania on Monday evening.",
        "Share prices fell.",
        "Home to 4,000 people, the village was hit twice.",
        "The Associated Press contributed to this report.",
        "By Tuesday, the army had left the town.",
        "Two thoughts on the treaty moved the crowd: that it came late, and that it came.",
    ],
)
def test_sentences_that_begin_like_furniture_stay(settings, report, line):
    article = read("\n".join([report[0], line, report[1]]), settings)
    assert article.text.split("\n") == [report[0], line, report[1]]


def test_links_in_the_middle_go_and_the_text_below_stays(settings, report):
    article = read("\n".join([report[0], "Read more:", "Freedonia counts its ships", report[1]]), settings)
    assert article.text.split("\n") == [report[0], report[1]]


def test_weak_end_marks_do_not_cut_off_prose(settings, report):
    article = read("\n".join([report[0], "Related", "Freedonia counts its ships", report[1]]), settings)
    assert article.text.split("\n") == [report[0], report[1]]


def test_title_is_taken_out_wherever_it_stands(settings, report):
    title = "Border talks open in Sylvania"
    article = read("\n".join([title, report[0], title, report[1]]), settings)
    assert article.title == title
    assert title not in article.text


@pytest.mark.skipif(not SEED.exists(), reason="../shared/acceptance/seed is not there")
def test_founding_article():
    expected = json.loads((SEED / "expected.json").read_text())["article"]
    article = read_one(next(SEED.glob("000_*.txt")), Settings())
    for field in ("title", "published", "byline", "language"):
        assert getattr(article, field) == expected[field], field
    assert article.published_basis is not None
    assert article.published_basis.startswith("the date beside the byline")
    assert "Jul 8th, 2024" in article.published_basis
    assert article.text.startswith(expected["first_sentence_starts"])
    assert expected["title"] not in article.text
    for words in expected["text_must_not_contain"]:
        assert words not in article.text, words
    assert len(article.text.split("\n")) == 5
