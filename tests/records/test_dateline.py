"""Datelines: where a report was filed, when, and by whom."""

import pytest

from dragoman.records.dateline import dateline_at, datelines, find_dateline


@pytest.mark.parametrize(
    ("text", "town", "area", "date", "agency"),
    [
        ("CAIRO (Reuters) - Buses stopped.", "CAIRO", None, None, "Reuters"),
        ("KYIV, Ukraine (AP) — Lights went out.", "KYIV", "Ukraine", None, "AP"),
        ("GENEVA, Nov. 3 (Reuters) - Talks resumed.", "GENEVA", None, "Nov. 3", "Reuters"),
        ("VIENNA, 14 June 2011 (AFP) – Talks resumed.", "VIENNA", None, "14 June 2011", "AFP"),
        ("NEW YORK, Friday — Shares fell.", "NEW YORK", None, "Friday", None),
        ("TEL AVIV -- Flights resumed.", "TEL AVIV", None, None, None),
        ("FALLS CREEK—The mill shut.", "FALLS CREEK", None, None, None),
        ("BEIRUT: Banks reopened.", "BEIRUT", None, None, None),
        ("CHARLESTON, W.Va. -- A bridge fell.", "CHARLESTON", "W.Va.", None, None),
        ("ST. JOHN'S, N.L. - Divers searched the bay.", "ST. JOHN'S", "N.L.", None, None),
        ("PORT-AU-PRINCE, Haiti (AP) — Gangs fought.", "PORT-AU-PRINCE", "Haiti", None, "AP"),
        ("SEOUL/WASHINGTON (Reuters) - Envoys met.", "SEOUL/WASHINGTON", None, None, "Reuters"),
        ("SAN JOSÉ, Costa Rica — Nurses struck.", "SAN JOSÉ", "Costa Rica", None, None),
        ("TOLEDO (AP)  Police closed the bridge.", "TOLEDO", None, None, "AP"),
        ("TOLEDO (AP) \x97 Police closed the bridge.", "TOLEDO", None, None, "AP"),
        ("Moscow, 3 November – The upper house voted.", "Moscow", None, "3 November", None),
        ("Cairo (AFP) – Buses stopped.", "Cairo", None, None, "AFP"),
        ("By Our Staff\nTEL AVIV -- Flights resumed.", "TEL AVIV", None, None, None),
        ("Flights resume after strike. TEL AVIV — The first one left.", "TEL AVIV", None, None, None),
        ("Reuters KHARTOUM (Reuters) -- Crowds marched.", "KHARTOUM", None, None, "Reuters"),
        ("“It is over.” TUNIS (AP) — Voters queued.", "TUNIS", None, None, "AP"),
    ],
)
def test_the_parts_are_read(text, town, area, date, agency):
    line = find_dateline(text)
    assert line is not None
    assert line.town.of(text) == town
    parts = [part.of(text) if part else None for part in (line.area, line.date, line.agency)]
    assert parts == [area, date, agency]
    assert line.span.start == line.town.start
    assert text[line.span.end :].strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Buses stopped in Cairo - for a day.",
        "Moscow – as ever – said nothing.",
        "Paris is calm. Rome - the old city - is not.",
        "BREAKING NEWS: The bridge is open.",
        "READ MORE: The bridge is open.",
        "ROAR-ing crowds met the team.",
        "ANNA HILL, HOST: Good morning.",
        "HILL: Good morning.\nROE: And to you.\nHILL: So.",
        "The UN-led talks (in Cairo) - failed.",
    ],
)
def test_other_openings_are_none(text):
    assert find_dateline(text) is None


def test_every_dateline_of_a_digest_is_found():
    text = "ROME — Trains stood still.\nOSLO, Norway (AP) — Snow fell. LIMA — Buses ran.\nHe went to Quito - by boat."
    assert [line.town.of(text) for line in datelines(text)] == ["ROME", "OSLO", "LIMA"]


def test_only_the_head_counts_for_the_report():
    assert find_dateline("x" * 1600 + "\nROME — Trains stood still.") is None


def test_one_is_read_at_its_place_only():
    text = "Snow fell. OSLO (AP) — Trains stood still."
    assert dateline_at(text, 0) is None
    line = dateline_at(text, text.index("OSLO"))
    assert line is not None
    assert line.span.of(text) == "OSLO (AP) —"


def test_hostile_text_is_survived():
    for text in (
        "A" * 50_000,
        "A " * 20_000,
        "AB, " * 10_000,
        "AB (" * 10_000,
        "A-" * 20_000,
        ". A" * 20_000,
        "\n" * 9_000,
    ):
        assert isinstance(list(datelines(text)), list)
