from typing import Any, cast

import pytest

from dragoman.evaluation import places, times
from dragoman.evaluation.places import kilometres
from dragoman.records import Place, Span, TimeExpression
from tests.evaluation.conftest import Canned, Write

TEXT = "Talks began on Monday and end in May, the minister said at noon."


def expression(words: str, value: str) -> TimeExpression:
    start = TEXT.index(words)
    return TimeExpression(Span(start, start + len(words)), words, "DATE", value, None, None, "day", "text")


def gold(words: str, value: str, kind: str = "DATE") -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "value": value, "type": kind}


def test_times_by_hand(jsonl: Write) -> None:
    row = {
        "text": TEXT,
        "published": "2024-03-06",
        "times": [gold("Monday", "2024-03-04"), gold("May", "2024-05"), gold("noon", "T12", "TIME")],
    }
    founds = [expression("on Monday", "2024-03-04"), expression("May", "2023-05"), expression("Talks", "X")]
    coder = Canned({TEXT: founds})
    report = times.evaluate(cast(Any, coder), jsonl(row))
    assert coder.asked == ["2024-03-06"]
    assert report.value("time precision") == pytest.approx(2 / 3)
    assert report.value("time recall") == pytest.approx(2 / 3)
    assert report.value("extent F1") == pytest.approx(1 / 3)
    assert report.value("value F1") == pytest.approx(1 / 3)
    assert report.value("value of the found") == 0.5
    assert report.tables[0].rows == (("DATE", 0, 2, 0), ("TIME", 1, 0, 0))
    assert sorted(m.kind for m in report.mistakes) == ["extent differs", "missed", "not in gold", "value differs"]


def test_kilometres() -> None:
    assert kilometres((0, 0), (0, 180)) == pytest.approx(20015, abs=1)
    # Nairobi to Mombasa
    assert kilometres((-1.28333, 36.81667), (-4.05466, 39.66359)) == pytest.approx(441, abs=3)


def test_places_by_hand(jsonl: Write) -> None:
    text = "A lorry left Nairobi for Garissa, and a Kenyan ship left Mombasa."

    def named(words: str, latitude: float, longitude: float, **more: Any) -> dict[str, Any]:
        start = text.index(words)
        return {"start": start, "end": start + len(words), "latitude": latitude, "longitude": longitude, **more}

    def spotted(words: str, latitude: float, longitude: float) -> Place:
        start = text.index(words)
        return Place(Span(start, start + len(words)), words, words, latitude, longitude, None, "KEN", None, "city")

    row = {
        "text": text,
        "places": [named("Nairobi", -1.28, 36.82), named("Garissa", 0.0, 0.0), named("Kenyan", 1.0, 38.0)],
    }
    founds = [spotted("Nairobi", -1.5, 36.5), spotted("Mombasa", -4.05, 39.66)]
    report = places.evaluate(cast(Any, Canned({text: founds})), jsonl(row))
    # a people is no place: two places in the gold, one of them found; Mombasa is not in the gold
    assert report.value("detection precision") == 0.5
    assert report.value("detection recall") == 0.5
    assert report.value("found and within 161 km F1") == 0.5
    # the gold's Garissa lies in the Gulf of Guinea, so the real one is wrong
    assert [m.text for m in report.mistakes if m.kind == "wrong place" and "«Garissa»" in m.text]
