"""Stances of several words, asides, transcripts, announced contents, and who is nobody's source."""

import pytest

import dragoman
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder():
    return loaded()


def found(coder, text):
    return [
        (a.source_span.of(text) if a.source_span else None, a.cue_span.of(text), a.content_span.of(text))
        for a in coder.attributions(text)
    ]


# sentence → (source, cue, content), …
CASES = [
    # idioms
    (
        "The bishop made it very clear that the church would stay open.",
        ("The bishop", "made it very clear", "that the church would stay open"),
    ),
    ("The union took issue with the new timetable.", ("The union", "took issue with", "the new timetable")),
    ("The abbot spoke out against the dam.", ("The abbot", "spoke out against", "the dam")),
    ("The harbour board is in favour of a toll.", ("The harbour board", "is in favour of", "a toll")),
    # sides, works and shares as sources
    ("The campaign is seeking to reopen the mill.", ("The campaign", "seeking", "to reopen the mill")),
    ("The film shows how the mill was lost.", ("The film", "shows", "how the mill was lost")),
    ("Some 46 percent would back the mayor.", ("Some 46 percent", "back", "the mayor")),
    # whole contents
    (
        "The mayor told a meeting of fishermen that the quota would fall.",
        ("The mayor", "told", "that the quota would fall"),
    ),
    ("The guild resented being taxed twice.", ("The guild", "resented", "being taxed twice")),
    (
        "The abbot accused the builder of lying to the council.",
        ("The abbot", "accused", "the builder of lying to the council"),
    ),
    (
        "The captain praised the harbour plan, which the council passed in May.",
        ("The captain", "praised", "the harbour plan"),
    ),
    # one speaker, two verbs
    (
        "The warden said she would order a search and warned against hasty repairs.",
        ("The warden", "said", "she would order a search"),
        ("The warden", "warned against", "hasty repairs"),
    ),
    # the parser makes the aside the main clause
    (
        "The tax, as an adviser of the mayor pointed out, never worked.",
        ("an adviser of the mayor", "pointed out", "never worked"),
    ),
    # what another relays is part of the content; what stands beside a judgement is not
    ("The clerk said the guild had blamed the weather.", ("The clerk", "said", "the guild had blamed the weather")),
    (
        "The abbot attacked the dam as folly, which he said was dear.",
        ("The abbot", "attacked", "the dam as folly"),
        ("he", "said", "which he said was dear"),
    ),
    (
        "The warden reminded the guests the hall was closed.",
        ("The warden", "reminded", "the hall was closed"),
    ),
    ("The clerk was criticised for his silence.", (None, "criticised", "The clerk was criticised for his silence")),
    # deeds are no stances
    ("The army attacked the town.",),
    ("The council relies on the toll.",),
    ("Compared with May, the catch fell.",),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0][:60] for case in CASES])
def test_who_says_what(coder, case):
    text, *expected = case
    assert found(coder, text) == expected


def test_a_name_that_is_a_word_speaks_at_the_head_of_a_sentence(coder):
    text = "Trump has often praised the guild. The friends of Trump were glad."
    assert ("Trump", "praised", "the guild") in found(coder, text)


def test_an_announced_quotation_is_the_content(coder):
    text = "The harbour master added:\n\n“The ferry will sail. Nobody need fear the ice.”\n\nIt was cold."
    assert found(coder, text) == [
        ("The harbour master", "added", "“The ferry will sail. Nobody need fear the ice.”"),
    ]


def test_turns_of_a_transcript_reach_to_the_next_label(coder):
    text = (
        "ROY: The ferry is late again. Why is that?\n\nSILVA: We had ice. The crew did well.\n\n"
        "(LAUGHTER)\n\nANA ROY, HOST: Thank you."
    )
    assert found(coder, text) == [
        ("ROY", ":", "The ferry is late again. Why is that?"),
        ("SILVA", ":", "We had ice. The crew did well."),
        ("ANA ROY", ":", "Thank you."),
    ]


def chain(coder, text, trigger):
    claims = coder.code(dragoman.Article.from_text(text, published="2024-05-02"))
    return [[s.text for s in c.attribution] for c in claims if c.trigger.text == trigger]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # the chain keeps every link, and what "who" stands for
        (
            "The ministry said the mayor had claimed rebels attacked the port.",
            "attacked",
            ["The ministry", "the mayor"],
        ),
        ("The bishop, who said the army had attacked the port, left.", "attacked", ["The bishop"]),
        ("The army attacked the port, reported by the state news agency.", "attacked", ["the state news agency"]),
        # an event is nobody's source
        ("The blast suggested that rebels had attacked the port.", "attacked", []),
    ],
)
def test_chains_of_claims(coder, text, trigger, expected):
    assert chain(coder, text, trigger) == [expected]


def test_a_claim_in_a_turn_is_its_speakers(coder):
    text = (
        "ROY: What happened there?\n\nSILVA: Well, it was cold. Soldiers attacked the port.\n\nROY: Thank you, Silva."
    )
    assert chain(coder, text, "attacked") == [["SILVA"]]
