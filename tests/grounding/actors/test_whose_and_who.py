"""Whose soldiers, which Georgia, and whom a pronoun or a bare name of a report takes up."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.grounding.actors.phrase import ground_span
from dragoman.records import Span

SAID = [
    # soldiers and police are those of whom the text has said before whose they are
    ("Israeli troops entered Jenin. US officials spoke. US envoys left. US papers said «soldiers» shot a man.", "ISR"),
    ("Danish soldiers fired at a crowd. Peru condemned it. Peruvian papers said «the soldiers» hurt two.", "DNK"),
    ("Chadian soldiers and Malian soldiers met. France said «soldiers» had fled.", None),
    ("Israeli troops entered Jenin. Foreign «soldiers» looked on.", None),
    # the West Bank is no bank, and Georgia the state of which the report speaks
    ("Israel approved money for clinics in «the West Bank».", "PSE"),
    ("«Georgia lawmakers» met in Atlanta, where Republicans passed a bill.", "USA"),
    ("«Georgia lawmakers» met in Tbilisi and condemned Russia.", "GEO"),
    ("«Georgia officials» sued a firm in Fulton County.", "USA"),
]


def _grounded(marked: str) -> dragoman.records.Grounding | None:
    start = marked.index("«")
    text = marked.replace("«", "").replace("»", "")
    span = Span(start, marked.index("»") - 1)
    return ground_span(dragoman.Article.from_text(text, published="2018-03-04"), span)


@pytest.mark.parametrize(("marked", "country"), SAID)
def test_country(marked: str, country: str | None) -> None:
    found = _grounded(marked)
    assert found is not None
    assert found.choice.country == country


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        # a row of sentences that go on with the same pronoun speaks of one party
        ("Tunisia condemned the raid. It praised France. It also said «it» would open an inquiry.", "Government of Tunisia"),
        ("Tunisia condemned the raid. It wrote to France. «It» also opened an inquiry.", "Government of Tunisia"),
        ("Peter Lund met Jan Holm. He praised Anna Berg. He also said «he» would sue.", "Peter Lund"),
        # who made the report is nobody of whom it speaks
        ("Seoul heard of the plan, Kim said. «Kim» condemned Seoul. (Editing by Kim Holm)", "Kim Jong Un"),
    ],
)  # fmt: skip
def test_who(marked: str, name: str) -> None:
    found = _grounded(marked)
    assert found is not None
    assert found.choice.name == name
