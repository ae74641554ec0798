"""What belongs in a political record: not the game, not the accident, not the idiom."""

import pytest

import dragoman
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder():
    return loaded()


def acts(coder, text, title=None):
    return [c.act for c in coder.code(dragoman.Article.from_text(text, published="2024-05-02", title=title))]


GAME = (
    "The coach said the striker would miss the playoffs after the referee punished him. The defender attacked the goal before "
    "halftime and the midfielder scored twice. The team met the champions of Kenya in the semifinal. The season ends in June."
)


def test_a_sports_report_tells_of_no_politics(coder):
    assert acts(coder, GAME) == []


def test_politics_in_a_sports_report_stays(coder):
    assert "ASSAULT" in acts(coder, GAME + " Kenya attacked Somalia on Friday.")


def test_casualties_of_an_accident_are_no_assault(coder):
    accident = "A train derailed near Pune on Monday. Twelve people were killed and thirty people were injured."
    assert "ASSAULT" not in acts(coder, accident, "Train derailed near Pune")


def test_casualties_of_violence_stay(coder):
    attack = "A bomb exploded near Pune on Monday. Twelve people were killed and thirty people were injured."
    assert "ASSAULT" in acts(coder, attack, "Bomb near Pune")


@pytest.mark.parametrize(
    "text",
    [
        "Germany heads the mission in the north of Mali.",  # no visit
        "The film's director demonstrated the link between the two parties.",  # no protest
    ],
)
def test_an_intransitive_act_has_no_object(coder, text):
    assert not {"CONSULT", "PROTEST"} & set(acts(coder, text))
