"""Whether a sentence goes on with the event that one before it told, so that its time and place hold on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.records import Sentence, Span

_EVENTS = (
    r"(?:attacks?|blasts?|bombings?|raids?|strikes?|air\s?strikes?|explosions?|shootings?|clash|clashes|meeting|talks|visit|summit|incidents?|"
    r"operation|protests?|rally|march|deal|agreement|ceremony|vote|assault|killings?|arrests?|ambush|launch|test|crash|shelling|massacre|"
    r"violence|siege|fighting|battle|firefight|gunfight|stabbing|rampage|standoff|kidnapping|abduction|robbery|riots?|unrest|"
    r"approval|decision|announcement|ruling|verdict|firing|resignation|withdrawal|release|hearing|seizure|coup)\b"
)
#: Words for doers and crowds that take up those told of before: "the attackers fled".
TAKEN_UP = frozenset((
    "attacker", "gunman", "bomber", "assailant", "raider", "shooter", "driver", "suspect", "man", "intruder", "killer", "robber",
    "kidnapper", "militant", "protester", "demonstrator", "marcher", "rioter", "crowd", "mob", "hijacker", "perpetrator",
    "people", "person", "gang", "truck", "lorry", "car", "van", "vehicle", "bomb", "blast", "explosion", "missile", "rocket", "shell", "drone",
))  # fmt: skip
# They take up somebody or something too often told of in passing to open a sentence on the event: "The man …", "The car …".
_NO_OPENERS = frozenset((
    "man", "suspect", "people", "person", "gang", "driver", "car", "van", "vehicle", "truck", "lorry",
    "bomb", "blast", "explosion", "missile", "rocket", "shell", "drone",
))  # fmt: skip


def one_or_many(nouns: Iterable[str]) -> str:
    """A pattern for any of the nouns in the singular or plural: "gunman", "gunmen", "bombs"."""
    return "|".join(sorted(noun.replace("man", "m[ae]n") + "s?" for noun in nouns))


#: "He", "they" and the like as parties say nothing against who is told of before.
PRONOUNS = frozenset(("he", "she", "it", "they", "him", "her", "them", "who", "which", "that", "we", "i", "us"))
_TAKERS = re.compile(r"\s*[\"“]?The\s+(?:" + one_or_many(TAKEN_UP - _NO_OPENERS) + r")\b")
_PRONOUN = re.compile(
    r"\s*[\"“]?(?:Then|Later|Afterwards?|There|It|He|She|They|Both|During|After\s+(?:the|that|this)|Among"
    r"|(?:The\s+(?:following|next|same)|That)\s+(?:day|morning|night|evening|afternoon)|(?:Hours|Minutes|Moments|Days)\s+later)\b"
)
_DEFINITE = re.compile(rf"\s*[\"“]?(?:The|This|That|These|Those)\s+(?:\w+\s+)?{_EVENTS}")
_WITHIN = re.compile(
    rf"[^.;:\"“”]{{0,60}}?\b(?:in|during|after|by)\s+(?:the|this|that)\s+(?:\w+\s+)?{_EVENTS}(?!\s+(?:on|in|at|of)\s)"
)
#: "The attack" may take up what stood this many sentences before.
REACH = 3


def opens_with_event(text: str, sentence: Sentence) -> bool:
    """Whether the sentence opens with an event known already, or with who did it: "The attack …", "The attackers …"."""
    words = sentence.span.of(text)
    return _DEFINITE.match(words) is not None or _TAKERS.match(words) is not None


def within_event(text: str, sentence: Sentence, trigger: Span) -> bool:
    """Whether the sentence tells the act of ``trigger`` as a part of an event known already: "ten died in the attack"."""
    return _WITHIN.match(text[trigger.end : sentence.span.end]) is not None


def opens_with_pronoun(text: str, sentence: Sentence) -> bool:
    """Whether the sentence opens with a pronoun or "then", as one that tells on."""
    return _PRONOUN.match(sentence.span.of(text)) is not None


def goes_on(text: str, sentence: Sentence, before: Sequence[Sentence]) -> bool:
    """Whether the sentence tells on of somebody or something told of before, by a pronoun or the same word: "The firefighter
    climbed in", "Police later arrested her". By its words alone, as sentences that tell no act are not parsed."""
    words = sentence.span.of(text)
    if _PERSONAL.search(words):
        return True
    told = {_singular(w) for s in before for w in re.findall(r"\b[a-z]{3,}\b", s.span.of(text))}
    return any(_singular(w) in told for w in re.findall(r"\b[Tt]h(?:e|is|at|ese|ose) ([a-z]{3,})\b", words))


_PERSONAL = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|him|her|them)\b")


def _singular(word: str) -> str:
    return word.removesuffix("s")
