"""Who says what in one sentence: source, cue, content and kind, each written down by hand."""

import pytest

from tests.factories import loaded


@pytest.fixture(scope="module")
def coder():
    return loaded()


def found(coder, text):
    return [
        (a.kind, a.source_span.of(text) if a.source_span else None, a.cue_span.of(text), a.content_span.of(text))
        for a in coder.attributions(text)
    ]


# sentence → (kind, source, cue, content), …
CASES = [
    # verbs of saying
    ("The ministry said the bridge was closed.", ("reported", "The ministry", "said", "the bridge was closed")),
    (
        "The bridge is closed, the ministry said on Monday.",
        ("reported", "the ministry", "said", "The bridge is closed"),
    ),
    ("The governor told lawmakers he would resign.", ("reported", "The governor", "told", "he would resign")),
    (
        "State media reported that the rebels had fled.",
        ("reported", "State media", "reported", "that the rebels had fled"),
    ),
    ("Critics say the law is too harsh.", ("reported", "Critics", "say", "the law is too harsh")),
    ("Two officials said the talks had failed.", ("reported", "Two officials", "said", "the talks had failed")),
    ("He tweeted that the talks were dead.", ("reported", "He", "tweeted", "that the talks were dead")),
    (
        "The envoy pointed out that the border was open.",
        ("reported", "The envoy", "pointed out", "that the border was open"),
    ),
    ("The envoy warned of a famine.", ("reported", "The envoy", "warned of", "a famine")),
    ("The mayor announced a curfew.", ("reported", "The mayor", "announced", "a curfew")),
    ("Police confirmed the arrest of two men.", ("reported", "Police", "confirmed", "the arrest of two men")),
    ("Villagers asked why the army had left.", ("reported", "Villagers", "asked", "why the army had left")),
    ("The report shows that prisoners were beaten.", ("reported", "The report", "shows", "that prisoners were beaten")),
    ("As the envoy put it, the border is open.", ("reported", "the envoy", "put", "the border is open")),
    (
        "The judge, who said the witness had lied, adjourned the case.",
        ("reported", "who", "said", "the witness had lied"),
    ),
    (
        "The mayor said the curfew was over, adding that schools would open.",
        ("reported", "The mayor", "said", "the curfew was over"),
        ("reported", "The mayor", "adding", "that schools would open"),
    ),
    (
        "The ministry said the group had claimed responsibility for the attack.",
        ("reported", "The ministry", "said", "the group had claimed responsibility for the attack"),
    ),
    # quotations
    ("“The bridge is closed,” the ministry said.", ("reported", "the ministry", "said", "“The bridge is closed,”")),
    ("She said: “We will stay.”", ("reported", "She", "said", "“We will stay.”")),
    ('"Nobody was hurt," said the captain.', ("reported", "the captain", "said", '"Nobody was hurt,"')),
    # passives and nobody named
    ("It was reported that the general had fled.", ("reported", None, "reported", "that the general had fled")),
    ("The general is said to be in hiding.", ("believed", None, "said", "The general is said to be in hiding")),
    (
        "The general is believed to have fled abroad.",
        ("believed", None, "believed", "The general is believed to have fled abroad"),
    ),
    ("Troops reportedly entered the town.", ("reported", None, "reportedly", "Troops reportedly entered the town")),
    ("The verdict was criticized by the opposition.", ("judged", "the opposition", "criticized", "The verdict")),
    # phrases, headlines, transcripts
    (
        "According to the ministry, the bridge was closed.",
        ("reported", "the ministry", "According to", "the bridge was closed"),
    ),
    (
        "The bridge was closed, according to two officials briefed on the talks.",
        ("reported", "two officials", "according to", "The bridge was closed"),
    ),
    (
        "In the words of the envoy, the border was “a wound.”",
        ("reported", "the envoy", "In the words of", "the border was “a wound.”"),
    ),
    ("Truce near collapse: envoy", ("reported", "envoy", ":", "Truce near collapse")),
    ("Minister: We will not sign the treaty", ("reported", "Minister", ":", "We will not sign the treaty")),
    ("ROY: We will not sign the treaty.", ("reported", "ROY", ":", "We will not sign the treaty.")),
    # denials
    (
        "The mayor denied that police had fired on the crowd.",
        ("denied", "The mayor", "denied", "that police had fired on the crowd"),
    ),
    ("The mayor denied ordering the arrest.", ("denied", "The mayor", "denied", "ordering the arrest")),
    ("The envoy disputed the figures.", ("denied", "The envoy", "disputed", "the figures")),
    # thought
    ("Workers fear that the plant will close.", ("believed", "Workers", "fear", "that the plant will close")),
    ("The opposition is worried about the verdict.", ("believed", "The opposition", "worried", "the verdict")),
    (
        "The chancellor is confident that the talks will succeed.",
        ("believed", "The chancellor", "confident", "that the talks will succeed"),
    ),
    # nouns
    (
        "The union issued a statement saying the strike would go on.",
        ("reported", "The union", "saying", "the strike would go on"),
    ),
    ("Her claim that the vote was rigged angered the court.", ("reported", "Her", "claim", "that the vote was rigged")),
    ("Rumours that the king had died spread quickly.", ("reported", None, "Rumours", "that the king had died")),
    (
        "The minister's promise to rebuild the port was welcomed.",
        ("intended", "The minister", "promise", "to rebuild the port"),
    ),
    # stances
    (
        "The prime minister vowed to rebuild the port.",
        ("intended", "The prime minister", "vowed", "to rebuild the port"),
    ),
    ("The rebels refused to leave the town.", ("intended", "The rebels", "refused", "to leave the town")),
    (
        "The bishop urged both sides to lay down their arms.",
        ("asked", "The bishop", "urged", "both sides to lay down their arms"),
    ),
    ("The bishop called for a truce.", ("asked", "The bishop", "called for", "a truce")),
    (
        "The bishop called on the rebels to lay down their arms.",
        ("asked", "The bishop", "called on", "the rebels to lay down their arms"),
    ),
    ("The rebels want the governor to resign.", ("asked", "The rebels", "want", "the governor to resign")),
    ("The senator called the deal a betrayal.", ("judged", "The senator", "called", "the deal a betrayal")),
    ("The senator described the deal as a betrayal.", ("judged", "The senator", "described", "the deal as a betrayal")),
    ("The senator criticized the deal.", ("judged", "The senator", "criticized", "the deal")),
    (
        "The union accused the company of spying on workers.",
        ("judged", "The union", "accused", "the company of spying on workers"),
    ),
    # nobody speaks
    ("The army attacked the town.",),
    ("The children painted the wall and the dog slept.",),
    ("The company added two ships to the route.",),
    ("The bridge was supposed to open in June.",),
    ("Nairobi: two dead after storm",),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0][:60] for case in CASES])
def test_who_says_what(coder, case):
    text, *expected = case
    assert found(coder, text) == expected


def test_the_head_of_the_source_is_its_noun(coder):
    text = "A senior adviser to the president said the talks had failed."
    (said,) = coder.attributions(text)
    assert said.source_head_span.of(text) == "adviser"


@pytest.mark.parametrize(
    "text", ["", "said", "“", "said said said", ": : :", "“” said “", "According to", "in the words of", "”" * 50]
)
def test_scraps_do_no_harm(coder, text):
    for one in coder.attributions(text):
        assert 0 <= one.content_span.start < one.content_span.end <= len(text)
