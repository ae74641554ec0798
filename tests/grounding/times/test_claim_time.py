"""Which expression dates which act."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.factories import loaded

import dragoman
from dragoman.grounding.times import claim_time, find_times, is_historical
from dragoman.parsing import Parser
from dragoman.records.article import Article
from dragoman.records.grounding import TimeValue
from dragoman.records.parse import Sentence
from dragoman.records.span import Span
from dragoman.settings import Settings

PUBLISHED = "2024-06-23"

# sentence, the act's word, status, the words that date it ("" = the publication date stands in), start, end
CASES = [
    ("The agency reported last Saturday that the envoy would arrive in Cairo for negotiations on June 24.", "arrive", "planned", "June 24", "2024-06-24", "2024-06-24"),
    ("Last Saturday, the agency reported that the envoy would arrive in Cairo.", "arrive", "planned", "", "2024-06-23", None),
    ("Troops attacked the village on Monday, officials said Wednesday.", "attacked", "occurred", "Monday", "2024-06-17", "2024-06-17"),
    ("The minister condemned Monday's attack.", "condemned", "occurred", "", "2024-06-23", "2024-06-23"),
    ("The minister condemned Monday's attack.", "attack", "occurred", "Monday", "2024-06-17", "2024-06-17"),
    ("On Monday troops attacked the village and killed 12 people.", "killed", "occurred", "Monday", "2024-06-17", "2024-06-17"),
    ("Talks were held in Geneva on 3 May.", "Talks", "occurred", "3 May", "2024-05-03", "2024-05-03"),
    ("The president plans to visit Nairobi on Friday.", "visit", "planned", "Friday", "2024-06-28", "2024-06-28"),
    ("The government said on Tuesday it had arrested five men.", "arrested", "occurred", "", "2024-06-23", "2024-06-23"),
    ("The two sides signed a deal after the army withdrew in 2011.", "signed", "occurred", "", "2024-06-23", "2024-06-23"),
    ("The two sides signed a deal after the army withdrew in 2011.", "withdrew", "occurred", "2011", "2011-01-01", "2011-12-31"),
    ("Police arrested 20 people.", "arrested", "occurred", "", "2024-06-23", "2024-06-23"),
    ("The kingdom withdrew from the 2015 fishing deal last month.", "withdrew", "occurred", "last month", "2024-05-01", "2024-05-31"),
    ("The militia has ruled the valley since 2011.", "ruled", "ongoing", "2011", "2011-01-01", None),
    ("Gunmen kill villagers there every Friday.", "kill", "occurred", "", "2024-06-23", "2024-06-23"),
]  # fmt: skip


@pytest.fixture(scope="module")
def nlp():
    """The project's own parser: what it leaves out of the pipeline (coarse parts of speech) must not be asked for."""
    return Parser(Settings())


def parsed(nlp, article: Article, start: int, end: int, index: int = 0) -> Sentence:
    alone = nlp.parse(Article.from_text(article.text[start:end]))
    return Sentence(index, Span(start, end), 0, alone.sentences[0].doc)


def trigger(text: str, word: str) -> Span:
    at = text.index(word)
    return Span(at, at + len(word))


@pytest.mark.parametrize(("text", "act", "status", "words", "start", "end"), CASES)
def test_the_act_gets_its_own_time(nlp, text, act, status, words, start, end):
    article = Article.from_text(text, published=PUBLISHED)
    sentence = parsed(nlp, article, 0, len(text))
    mention = claim_time(trigger(text, act), sentence, find_times(text, PUBLISHED), article, status=status)
    assert mention is not None
    assert (mention.text, mention.grounding.choice.start, mention.grounding.choice.end) == (words, start, end)
    assert mention.grounding.reason
    if words:
        assert mention.span is not None
        assert mention.span.of(text) == words
    else:
        assert mention.span is None
        assert mention.grounding.choice.basis == "publication date"


TABLE = yaml.safe_load((Path(__file__).parent / "claim_cases.yaml").read_text(encoding="utf-8"))
# Two rows of the table are known to fail: "this week" hangs on "urged", and "It" takes up another party.
FLOOR = 97


def dated_by(nlp, text: str, act: str, status: str) -> str:
    """The words that date the last occurrence of ``act`` in ``text``, a paragraph of one or more sentences."""
    article = Article.from_text(text, published=PUBLISHED)
    sentences = nlp.parse(article).sentences
    at = text.rindex(act)
    index = next(i for i, s in enumerate(sentences) if s.span.start <= at < s.span.end)
    mention = claim_time(
        Span(at, at + len(act)), sentences[index], find_times(text, PUBLISHED), article,
        status=status, before=sentences[:index],
    )  # fmt: skip
    assert mention is not None
    return mention.text


def test_the_table_of_acts_and_their_times(nlp):
    wrong = [row for row in TABLE if dated_by(nlp, *row[:3]) != row[3]]
    assert len(TABLE) >= 75
    assert len(TABLE) - len(wrong) >= FLOOR, wrong


def test_what_is_planned_never_claims_the_publication_day(nlp):
    text = "The envoy will visit Cairo."
    article = Article.from_text(text, published=PUBLISHED)
    mention = claim_time(trigger(text, "visit"), parsed(nlp, article, 0, len(text)), [], article, status="planned")
    assert mention is not None
    assert mention.grounding.choice == TimeValue("FUTURE_REF", PUBLISHED, None, "unknown", "publication date")


def test_without_a_publication_date_nothing_is_invented(nlp):
    text = "The envoy visited Cairo."
    article = Article.from_text(text)
    assert claim_time(trigger(text, "visited"), parsed(nlp, article, 0, len(text)), [], article) is None


def test_the_time_of_speech_is_kept_as_an_alternative(nlp):
    text = "Troops attacked the village on Monday, officials said Wednesday."
    article = Article.from_text(text, published=PUBLISHED)
    mention = claim_time(
        trigger(text, "attacked"), parsed(nlp, article, 0, len(text)), find_times(text, PUBLISHED), article
    )
    assert mention is not None
    assert [a.name for a in mention.grounding.alternatives] == ["Wednesday (2024-06-19)"]
    assert "speech" in mention.grounding.alternatives[0].reason


@pytest.mark.parametrize(
    ("second", "expected"), [("They killed two guards.", "Monday"), ("Rebels elsewhere freed two men.", "")]
)
def test_the_sentence_before_speaks_only_where_the_text_ties_them(nlp, second, expected):
    first = "Gunmen attacked a mine on Monday."
    text = f"{first} {second}"
    article = Article.from_text(text, published=PUBLISHED)
    before = parsed(nlp, article, 0, len(first))
    sentence = parsed(nlp, article, len(first) + 1, len(text), 1)
    act = "killed" if "killed" in second else "freed"
    mention = claim_time(trigger(text, act), sentence, find_times(text, PUBLISHED), article, before=(before,))
    assert mention is not None
    assert mention.text == expected


def test_the_dateline_does_not_date_the_act(nlp):
    text = "NAIROBI, June 20 (Agency) - Police arrested 20 people."
    article = Article.from_text(text, published=PUBLISHED)
    mention = claim_time(
        trigger(text, "arrested"), parsed(nlp, article, 0, len(text)), find_times(text, PUBLISHED), article
    )
    assert mention is not None
    assert mention.span is None


def test_a_sentence_without_a_parse_uses_its_only_time():
    text = "Police arrested 20 people on Monday."
    article = Article.from_text(text, published=PUBLISHED)
    sentence = Sentence(0, Span(0, len(text)), 0, None)
    mention = claim_time(trigger(text, "arrested"), sentence, find_times(text, PUBLISHED), article)
    assert mention is not None
    assert mention.text == "Monday"


@pytest.mark.parametrize(
    ("start", "end", "published", "expected"),
    [
        ("2024-05-24", "2024-05-24", PUBLISHED, False),
        ("2024-05-23", "2024-05-23", PUBLISHED, True),
        ("2023-01-01", "2023-12-31", PUBLISHED, True),
        ("2011-01-01", None, PUBLISHED, False),
        (None, PUBLISHED, PUBLISHED, False),
        ("2011-01-01", "2011-12-31", None, False),
    ],
)
def test_background_is_more_than_thirty_days_old(start, end, published, expected):
    assert is_historical(TimeValue("X", start, end, "day", "text"), published) is expected


def test_no_time_is_no_background():
    assert not is_historical(None, PUBLISHED)


def test_a_weekday_of_what_did_not_come_about_lies_behind():
    for text, day in (
        ("The rebels were to have met the president on Sunday.", "2024-06-16"),
        ("The rebels are to meet the president on Sunday.", "2024-06-23"),
    ):
        claims = loaded(use_model=False).code(dragoman.Article.from_text(text, published="2024-06-17"))
        met = next(c for c in claims if c.act == "CONSULT")
        assert met.time.grounding.choice.start == day, text
