"""The day of a story that a report dates once: an incident, a sitting, a deed behind a charge, a headline told again."""

import pytest
from tests.factories import loaded

import dragoman

PUBLISHED = "2021-05-06"  # a Thursday


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


def day_of(coder, text, words, published=PUBLISHED):
    """The day of the act told with ``words``; ``None`` where only the publication date stands in."""
    start = text.index(words)
    claims = coder.code(dragoman.Article.from_text(text, published=published))
    hits = [c for c in claims if start <= c.trigger.span.start < start + len(words)]
    assert hits, [c.trigger.text for c in claims]
    time = hits[0].time
    return time.grounding.choice.value if time.span is not None else None


FIRE = (
    "A fire gutted a mill in Halden on Tuesday, police said. Firefighters from three towns fought the flames. Officers "
    "pushed back a crowd of onlookers. The Red Cross sheltered twelve families at a school. "
)
RAID = (
    "Deputies answered a call about gunshots on Birch Lane late Sunday. They found nobody at home. Two troopers searched the "
    "barn behind the house. A neighbor told deputies that a man had beaten her. "
)
COUNCIL = (
    "The Halden City Council on Monday approved a budget of $12 million. Mayor Eva Lind said the town is in good health. "
    "The council also rejected a plan for a car park. Councilman Per Dahl voted against the budget. "
)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (FIRE, "sheltered twelve families", "2021-05-04"),
        (RAID, "searched the barn", "2021-05-02"),
        (RAID, "beaten her", "2021-05-02"),
        # the story does not run over what was before it, what is now, or another date
        (FIRE + "The owner had sued the town.", "sued the town", None),
        (FIRE + "Last year a blaze destroyed the bakery. Police arrested the baker.", "arrested the baker", None),
        (FIRE + "Police are investigating the owner.", "are investigating", None),
        # nor over what somebody judges or asks of the public
        (FIRE + "The governor criticized the fire service.", "criticized", None),
        (FIRE + "Police asked anyone who saw the fire to call.", "asked anyone", None),
        # the deed behind an arrest came before it
        ("Police arrested a cook in Halden on Tuesday. He attacked a guest with a knife.", "attacked a guest", None),
    ],
)
def test_an_incident_is_told_to_its_end(coder, text, words, day):
    found = day_of(coder, text, words)
    assert found == day or (day is not None and found is not None and found[:10] == day)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (COUNCIL, "rejected a plan", "2021-05-03"),
        (COUNCIL, "voted against", "2021-05-03"),
        (COUNCIL + "In March, the council banned scooters. The council lifted a ban on beer.", "lifted a ban", None),
        (COUNCIL + "The board of the port has approved a loan to the town.", "approved a loan", None),
    ],
)
def test_a_sitting_is_of_one_day(coder, text, words, day):
    assert day_of(coder, text, words) == day


STABBING = (
    "The lawyer of a man accused of stabbing a guard asked for a new trial. Police say Rolf Berg, 45, stabbed Nils Vik with "
    "a kitchen knife on April 2. "
)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (STABBING, "stabbing a guard", "2021-04-02"),
        (
            "A nurse was charged on Tuesday with poisoning a patient. Police say Ida Moe poisoned the man on Saturday.",
            "poisoning a patient",
            "2021-05-01",
        ),
        # with a day of its own it keeps that
        (
            "Berg is accused of shooting a guard on April 9. Police say he also shot a clerk on April 2.",
            "shooting a guard",
            "2021-04-09",
        ),
    ],
)
def test_a_deed_behind_a_charge_has_the_day_told_elsewhere(coder, text, words, day):
    assert day_of(coder, text, words) == day


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "Carpenter charged with theft. Rolf Berg, a carpenter, was arrested on Monday night and taken to Halden, where he "
            "was charged with theft.",
            "charged with theft. Rolf",
            "2021-05-03TNI",
        ),
        ("County lifts fire ban. The county board lifted the fire ban on Tuesday.", "lifts", "2021-05-04"),
        ("County bans fires. The county board lifted the fire ban on Tuesday.", "bans", None),
        (
            "Claims dismissed in Halden mill raid. Judge Eva Lind dismissed the claims on Friday.",
            "dismissed in",
            "2021-04-30",
        ),
        # of two who are named, each has his own day
        ("Eva Lind charged with fraud. Rolf Berg was charged with theft on Monday.", "charged with fraud", None),
    ],
)
def test_a_headline_is_told_again_with_its_day(coder, text, words, day):
    assert day_of(coder, text, words) == day


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        # who is taken somewhere is dealt with there and then
        (
            "Berg was arrested on Monday and brought to Halden, where he was charged with theft.",
            "charged",
            "2021-05-03",
        ),
        ("The premier on Monday visited Halden, where nine people were shot.", "shot", None),
        # passives of one auxiliary, and fellows of one row
        ("A clerk had been beaten and her son abducted on Tuesday, police said.", "beaten", "2021-05-04"),
        (
            "The move comes two years after dozens of women were groped, robbed and beaten by gangs of men during New Year's Eve "
            "festivities in Ghent.",
            "robbed",
            "2019-12-31",
        ),
        # papers given out that day; what went before
        ("Judge Lind rejected the claim in a ruling released Tuesday.", "rejected", "2021-05-04"),
        ("Judge Lind rejected the claim of a man released Tuesday.", "rejected", None),
        ("Acme's April 26 offer followed a visit by its chairman to the White House.", "visit", "PAST_REF"),
        ("Oslo launched a satellite in 2003 after Chad fired a missile over the island in 1998.", "fired", "1998"),
        # what the victims were at; what people were taken for
        ("The gunman fired at shoppers gathered to watch a show in the park on Tuesday.", "fired", "2021-05-04"),
        ("He was accused of driving a stolen car on Tuesday.", "accused", None),
        ("The driver was detained for questioning on Tuesday.", "detained", "2021-05-04"),
        (
            "Police are looking into the deaths of a boy who was shot and another who was stabbed on Monday.",
            "shot",
            "2021-05-03",
        ),
        # a base told one sentence before, though "now" stands between
        (
            "The cabinet on Tuesday approved the plan. The approval comes one day after Premier Anna Lind met with union "
            "leaders, who currently oppose it.",
            "met",
            "2021-05-03",
        ),
    ],
)
def test_the_day_within_a_sentence(coder, text, words, day):
    assert day_of(coder, text, words) == day


CAPTIONED = (
    "At least ten people were killed when a gunman opened fire in a park in Halden, officials said Thursday. The gunman, a "
    "former guard, ran through the crowd on Wednesday night. Two sisters were killed, the ministry said.\n\nPeople lay "
    "flowers in the park where a gunman killed ten people, in Halden on May 6, 2021. (AP Photo/Ida Moe)"
)


@pytest.mark.parametrize("words", ["were killed when", "killed, the ministry", "killed ten people"])
def test_a_deed_has_the_day_of_its_doer_and_not_of_the_picture(coder, words):
    found = day_of(coder, CAPTIONED, words)
    assert found is not None
    assert found[:10] == "2021-05-05"


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        # where what is praised stands is not where it was praised; where the budget was discussed is
        ("A Lebanese lawmaker praised the opening of his country's first embassy in Syria on Monday.", "praised", None),
        ("The ministers will discuss the budget in Brussels on Monday.", "discuss", "Brussels"),
        # where somebody is taken after his arrest is not where he was arrested
        (
            "Berg was arrested by police on Monday and brought to Boston, where he was charged with theft.",
            "arrested",
            None,
        ),
        (
            "Berg was arrested by police on Monday and brought to Boston, where he was charged with theft.",
            "charged",
            "Boston",
        ),
        ("Berg was booked into the Orange County Jail on Monday.", "booked", "Orange County"),
    ],
)
def test_where_it_was_within_a_sentence(coder, text, words, place):
    claims = coder.code(dragoman.Article.from_text(text, published=PUBLISHED))
    hits = [c for c in claims if c.trigger.text == words]
    assert hits, [c.trigger.text for c in claims]
    assert (hits[0].place.grounding.choice.name if hits[0].place is not None else None) == place


def test_an_hour_takes_the_day_of_the_story(coder):
    text = "Thieves broke into a bank in Halden on Monday night, police said. At 11:30 p.m., officers arrested a guard."
    assert day_of(coder, text, "arrested a guard") == "2021-05-03T23:30"


@pytest.mark.parametrize(
    ("text", "words", "background"),
    [
        ("The mayor, who was previously convicted of fraud, praised the police on Monday.", "convicted", True),
        ("The mayor said the treaties that were previously signed by Chad and Oslo are void.", "signed", True),
        ("The mayor said he previously criticized the police.", "criticized", False),
        ("The mayor praised the police on Monday.", "praised", False),
    ],
)
def test_what_was_done_previously_is_background(coder, text, words, background):
    claims = coder.code(dragoman.Article.from_text(text, published=PUBLISHED))
    assert [c.historical for c in claims if c.trigger.text == words] == [background]


def test_the_start_of_what_goes_on_dates_no_later_act(coder):
    text = "The school has lived on gifts since April 12. The state cut its grant to the school."
    assert day_of(coder, text, "cut its grant") is None


def test_the_day_a_toll_rose_is_not_the_day_of_the_deed():
    coder = loaded()
    report = dragoman.Article.from_text(
        "The death toll from a truck bombing in Lund rose to six Friday. A truck bomb killed five guards at the gate on Wednesday.",
        published="2018-02-23",
    )
    days = {
        c.trigger.text: (c.time.span is not None, c.time.grounding.choice.start) for c in coder.code(report) if c.time
    }
    assert days["killed"] == (True, "2018-02-21")
    assert days.get("rose") != (True, "2018-02-23")
