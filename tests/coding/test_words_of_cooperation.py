"""Speech, diplomacy, cooperation and yielding told in the ways news tells of them: the act, its status, who and whom."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.pipeline import Coder
from dragoman.records import Claim
from tests.factories import loaded


@pytest.fixture(scope="module")
def coder() -> Coder:
    return loaded(use_model=False)


def claims_of(coder: Coder, sentence: str) -> list[Claim]:
    return coder.code(dragoman.Article.from_text(sentence, published="2024-06-14"))


# sentence, PLOVER type, status, a word of the first actor, a word of the first recipient ("" where nobody is)
TOLD = [
    # calls, visits, talks, go-betweens
    ("President Lula da Silva called President Xi Jinping on Monday.", "CONSULT", "occurred", "Lula", "Xi"),
    ("German Chancellor Olaf Scholz had a 40-minute call with Mr. Zelensky.", "CONSULT", "occurred", "Scholz", ""),
    ("The two leaders discussed Ukraine and energy, the Kremlin said.", "CONSULT", "occurred", "leaders", ""),
    ("Oman brokered indirect talks between the Houthis and Saudi Arabia.", "CONSULT", "occurred", "Oman", "Houthis"),
    ("Talks between Kenya and Somalia opened in Nairobi on Monday.", "CONSULT", "occurred", "Kenya", ""),
    # promises and acceptances
    ("The prince was promised the governorship of Riyadh.", "AGREE", "occurred", "", "prince"),
    ("Poland is ready to send more tanks to Ukraine.", "AGREE", "offered", "Poland", "Ukraine"),
    ("Jordan agreed with Egypt to share the water.", "AGREE", "occurred", "Jordan", "Egypt"),
    ("Jordan has agreed to take in 500 refugees.", "AGREE", "planned", "Jordan", "refugees"),
    # deals are SUPPORT
    ("Ankara and Baghdad struck a deal to reopen the pipeline.", "SUPPORT", "occurred", "Ankara", ""),
    ("Nepal's communist parties agreed a power-sharing deal.", "SUPPORT", "occurred", "Nepal", ""),
    ("Ethiopia and Somaliland signed a memorandum of understanding.", "SUPPORT", "occurred", "Ethiopia", ""),
    ("King Charles sent a message of condolence to the Portuguese people.", "SUPPORT", "occurred", "Charles", "people"),
    ("Ministers gave the go-ahead for the new nuclear plant.", "SUPPORT", "occurred", "Ministers", ""),
    ("Armenia became a member of the International Criminal Court.", "SUPPORT", "occurred", "Armenia", ""),
    ("Estonia's parliament elected Alar Karis as president.", "SUPPORT", "occurred", "parliament", "Karis"),
    # material cooperation
    ("US and Philippine troops held joint exercises in the South China Sea.", "MOBILIZE", "occurred", "troops", ""),
    ("French troops trained Malian soldiers at a base near Gao.", "COOPERATE", "occurred", "French", "Malian"),
    ("Estonia and Finland patrol the gulf together.", "COOPERATE", "occurred", "Estonia", ""),
    ("South Korea sold 200 howitzers to Norway.", "COOPERATE", "occurred", "South Korea", "Norway"),
    ("Dubai has handed over the brothers to South Africa.", "COOPERATE", "occurred", "Dubai", "South Africa"),
    # help
    ("Rwanda deployed troops to Mozambique at the request of Maputo.", "AID", "occurred", "Rwanda", "Mozambique"),
    ("The United Nations sent observers to the front line.", "AID", "occurred", "United Nations", ""),
    ("Ireland took in 70,000 Ukrainians.", "AID", "occurred", "Ireland", "Ukrainians"),
    # what is given up
    ("Russia and Ukraine exchanged 300 prisoners on Saturday.", "RETREAT", "occurred", "Russia", "prisoners"),
    ("NATO halted its air strikes on Thursday.", "RETREAT", "occurred", "NATO", ""),
    ("A cease-fire took effect across Yemen on Thursday.", "RETREAT", "occurred", "", "Yemen"),
    ("Libya gave up its chemical weapons programme.", "RETREAT", "occurred", "Libya", ""),
    ("Italy gave the stolen obelisk back to Ethiopia.", "RETREAT", "occurred", "Italy", "Ethiopia"),
    ("The Sri Lankan government lifted the state of emergency.", "CONCEDE", "occurred", "government", ""),
    ("Poland reopened its border crossing with Belarus.", "CONCEDE", "occurred", "Poland", "Belarus"),
    ("The prime minister of Peru cut the price of bread.", "CONCEDE", "occurred", "Peru", ""),
    ("The ETA separatists announced an end to their armed campaign.", "CONCEDE", "occurred", "ETA", ""),
    # no and please
    ("Congress blocked the sale of jets to Turkey.", "REJECT", "occurred", "Congress", "Turkey"),
    ("Police told residents to stay indoors.", "REQUEST", "occurred", "Police", "residents"),
]


@pytest.mark.parametrize(("sentence", "plover", "status", "actor", "recipient"), TOLD)
def test_the_act_with_its_parties(
    coder: Coder, sentence: str, plover: str, status: str, actor: str, recipient: str
) -> None:
    claims = claims_of(coder, sentence)
    told = [c for c in claims if (c.plover, c.status) == (plover, status)]
    assert told, [(c.plover, c.status, c.frame) for c in claims]
    for word, parties in ((actor, told[0].actors), (recipient, told[0].recipients)):
        assert word in " ".join(p.text for p in parties), told[0].explanation


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("The Red Cross handed the 21 girls to the Nigerian authorities.", "COOPERATE"),
        ("Oxfam handed over the trucks to the ministry in Dhaka.", "COOPERATE"),
        ("The inquiry was turned over to prosecutors in Lyon.", "COOPERATE"),
        ("Firefighters freed the trapped passengers in Kyiv, the mayor said.", "RETREAT"),
        ("Globalisation is about the free movement of people, the EU said.", "RETREAT"),
        ("South Korea said it was ready to defend itself.", "AGREE"),
        ("The delegation from Asmara walked out of the talks with Sudan.", "RETREAT"),
        ("NATO suspended its air strikes on Serbia.", "CONCEDE"),
    ],
)
def test_another_act_or_none(coder: Coder, sentence: str, wrong: str) -> None:
    found = claims_of(coder, sentence)
    assert wrong not in {c.plover for c in found}, [(c.plover, c.frame) for c in found]
