"""What is told as background to the news, and what only looks like it."""

import pytest

import dragoman
from tests.factories import loaded

PUBLISHED = "2024-05-15"
# sentence, word of the act, the word that tells it as background (None: it is the news)
CUES = [
    ("The militia has killed hundreds of villagers over the years.", "killed", "years"),
    ("The rebels attacked the town decades ago.", "attacked", "ago"),
    ("Two years ago, the army bombed the camp.", "bombed", "ago"),
    ("The army has maintained regular contacts with the rebels for years.", "maintained", "years"),
    ("Rebels have attacked the convoy on several occasions.", "attacked", "occasions"),
    ("In the past, the police beat protesters.", "beat", "past"),
    ("Soldiers used to attack the village.", "attack", "used"),
    ("The general, who had led a coup against the president, was arrested.", "led", "had"),
    ("The general, who had led a coup against the president, was arrested.", "arrested", None),
    ("The man, who had attacked police on Monday, was arrested.", "attacked", None),
    ("The plane that the rebels had just seized crashed.", "seized", None),
    ("Decades ago, troops went in to arrest the king.", "arrest", "ago"),
    ("The rebels kept the hostages for years but released the pilot on Monday.", "released", None),
    ("The army attacked the village two days ago.", "attacked", None),
    ("The army will support the refugees for the coming years.", "support", None),
    ("Rebels attacked the town on Sunday.", "attacked", None),
    ("The rebels held the hostages for hours.", "held", None),
    ("The army said it had bombed the camp.", "bombed", None),
]
# sentence, word of the act, whether the whole pipeline tells it as historical
DATED = [
    ("The army bombed the rebel camp in 2011.", "bombed", True),
    ("The army bombed the rebel camp on 3 January 2019.", "bombed", True),
    ("The army bombed the rebel camp on Monday.", "bombed", False),
    ("The army bombed the rebel camp in May 2024.", "bombed", False),
    ("The army bombed the rebel camp.", "bombed", False),
    ("France will withdraw its troops from Niger in 2026.", "withdraw", False),
]


@pytest.fixture(scope="module")
def coder():
    return loaded(use_model=False)


@pytest.mark.parametrize(("text", "act", "cue"), CUES)
def test_background_cue(coder, text, act, cue):
    sentence = coder.parser.parse(dragoman.Article.from_text(text)).sentences[0]
    chains = [d.chain for d in coder.frames.drafts(sentence) if d.match.trigger.text == act]
    assert chains, "no draft on the act"
    found = chains[0].background
    assert (found.text if found is not None else None) == cue


def test_contacts_kept_for_years_go_on_and_are_background(coder):
    text = "The army has maintained regular contacts with the rebels for years."
    sentence = coder.parser.parse(dragoman.Article.from_text(text)).sentences[0]
    (draft,) = coder.frames.drafts(sentence)
    assert (draft.chain.status, draft.chain.background is not None) == ("ongoing", True)


@pytest.mark.parametrize(("text", "act", "historical"), DATED)
def test_date_long_before_publication(coder, text, act, historical):
    claims = coder.code(dragoman.Article.from_text(text, published=PUBLISHED))
    assert [c.historical for c in claims if c.trigger.text == act] == [historical]
