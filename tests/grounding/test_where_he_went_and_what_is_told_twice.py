"""Where a way ended, what goes on since a deed, the day that a later sentence gives the same act."""

from __future__ import annotations

import pytest
from tests.factories import loaded

import dragoman
from dragoman.records import Article, Claim

PUBLISHED = "2018-02-20"  # a Tuesday


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return loaded(use_model=False)


def _claim(coder: dragoman.Coder, text: str, trigger: str) -> Claim:
    claims = coder.code(Article.from_text(text, published=PUBLISHED))
    return next(c for c in claims if c.trigger.text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("The minister flew from Oslo to Warsaw on Monday, where he met the president of Poland.", "met", "Warsaw"),
        ("The premier made a visit to Lisbon on Monday, where he met the president of Portugal.", "met", "Lisbon"),
        ("Officers took the man to Leeds on Friday, where he was charged with murder.", "charged", "Leeds"),
        # what goes on since may be elsewhere
        ("The suspect was shot in Tulsa on Monday and is being held by the police.", "held", None),
        ("Two men were arrested in Leeds on Friday and are being questioned by detectives.", "questioned", None),
        # what was done is not
        ("Two men were arrested in Leeds on Friday and were questioned by detectives.", "questioned", "Leeds"),
    ],
)
def test_place(coder: dragoman.Coder, text: str, trigger: str, place: str | None) -> None:
    found = _claim(coder, text, trigger).place
    assert (found.text if found is not None else None) == place


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        # what goes on is of the day of the report
        ("The suspect was shot in Tulsa on Monday and is being held by the police.", "held", "2018-02-20"),
        ("Two men were arrested in Leeds on Friday and are being questioned by police.", "questioned", "2018-02-20"),
        ("Two men were arrested in Leeds on Friday and were questioned by police.", "questioned", "2018-02-16"),
        # the lead is told again with its day
        (
            "A Dayton man who stole from his church has been sentenced to three years in prison. Paul R. Keane, 52, was"
            " sentenced last week.",
            "sentenced",
            "2018-W07",
        ),
        (
            "A suspected arsonist has been arrested in Leeds. Owen Marsh, 31, was arrested on Friday.",
            "arrested",
            "2018-02-16",
        ),
        # the report takes the one release up with its day
        (
            "The guerrillas have freed nine fishermen seized last spring, officials said on Thursday. Their families wept."
            " Thursday's release came after months of talks.",
            "freed",
            "2018-02-15",
        ),
        (
            "Deputies have arrested a banker. Neighbors were stunned. Friday's arrest came after a long inquiry.",
            "arrested",
            "2018-02-16",
        ),
        (
            "Deputies have arrested a banker. Neighbors were stunned. Friday's arrest of a clerk was the first.",
            "arrested",
            "2018-02-20",
        ),
    ],
)
def test_time(coder: dragoman.Coder, text: str, trigger: str, value: str) -> None:
    time = _claim(coder, text, trigger).time
    assert time is not None
    assert time.grounding.choice.value == value


def test_another_arrest_by_the_same_police_has_its_own_day(coder: dragoman.Coder) -> None:
    text = (
        "Police arrested two men on Friday after a brawl. The mill closed in 2016. The town is poor. A woman set a barn alight."
        " Police later arrested her."
    )
    last = coder.code(Article.from_text(text, published=PUBLISHED))[-1]
    assert last.trigger.text == "arrested"
    assert last.time is not None
    assert last.time.span is None
