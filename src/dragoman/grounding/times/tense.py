"""A cheap look at nearby verbs: does the clause around a date look back or ahead?

No parse is at hand where times are found (every sentence of every article passes here), so words must do: the
nearest telling word on the left decides, and only if there is none the first one on the right.
"""

from __future__ import annotations

import re

from dragoman.grounding.times.lexicon import words

_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|[“”\"]")
# An auxiliary may stand this many words before the participle it governs: "will not yet have been held".
_AUXILIARIES = 4
# How many words are looked at on each side; farther verbs belong to other clauses.
_WINDOW = 22
# Right of the date only these (or "is to", "plans to") speak of the future: "Monday's rally, expected to be big, …".
# "Tuesday's planned launch", "the June 3 scheduled vote"
_AHEAD_OF_NOUN = frozenset(("planned", "scheduled", "upcoming", "forthcoming"))
_MODALS = frozenset(("will", "would", "shall", "wo", "won't", "it'll", "they'll", "he'll", "she'll", "we'll"))


def direction(left: str, right: str) -> str | None:
    """``past``, ``future`` or ``None`` for a date between the ``left`` and ``right`` parts of its sentence."""
    after = [word.lower().replace("’", "'") for word in _WORD.findall(right)][:_WINDOW]
    if not _AHEAD_OF_NOUN.isdisjoint(after[:2]) and after[0] not in ("had", "have", "has"):
        return "future"
    before = [word.lower().replace("’", "'") for word in _WORD.findall(left)][-_WINDOW:]
    if before[-1:] == ["for"] and not _CALLED_FOR.isdisjoint(before[-6:]):
        # "unions called a strike for Tuesday", "a vote set for Friday"
        return "future"
    for index in range(len(before) - 1, -1, -1):
        found = _judge(before, index)
        if found:
            return found
    for index in range(len(after)):
        found = _judge(after, index)
        if found == "future" and after[index + 1 : index + 2] == ["to"] and _is_plain_past(after, index):
            # "On Monday they agreed to meet": the day of the agreeing
            return "past"
        if found == "past" or (
            found == "future" and (after[index] in _MODALS or after[index + 1 : index + 2] == ["to"])
        ):
            return found
    return None


def _is_plain_past(tokens: list[str], index: int) -> bool:
    """Whether a word such as "promised" is a verb in the past, and no participle of what is due ("expected to")."""
    word = tokens[index]
    be = {"is", "are", "be", "was", "were", "been"} & set(tokens[max(0, index - 2) : index])
    return word.endswith("ed") and word not in _DUE and not be


_CALLED_FOR = frozenset((
    "called", "call", "calls", "scheduled", "planned", "set", "slated", "announced", "organised", "organized", "convened", "summoned",
    "planning", "calling", "arranged", "fixed", "tabled",
))  # fmt: skip
_DUE = frozenset(("expected", "scheduled", "slated", "supposed", "planned", "tipped", "set", "poised"))


def _judge(tokens: list[str], index: int) -> str | None:
    """What the word at ``index`` says, with the words before and after it."""
    lists = words().lists
    word = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else ""
    if word in _PLANNED and "had" in tokens[max(0, index - 2) : index]:
        # "had planned an attack": told looking back
        return "past"
    if word in lists["future_words"] or (word.endswith(("'ll", "n't")) and word.startswith("wo")):
        return "future"
    if following == "to" and word in lists["future_to"]:
        return "future"
    if word not in lists["past_words"] and not _looks_past(word) and not _prefixed_past(word):
        return None
    earlier = tokens[max(0, index - _AUXILIARIES) : index]
    if not earlier:
        return "past"
    if any(w in lists["future_words"] or w.endswith("'ll") for w in earlier) and (
        {"be", "have"} & set(earlier) or earlier[-1] in ("will", "would", "shall")
    ):
        return "future"
    if len(earlier) > 2 and earlier[-1] in ("and", "or") and _looks_past(earlier[-2]):
        # "being hurt or harassed": as the first of the two
        earlier = earlier[:-2]
    if earlier[-1] == "being" and not {"was", "were"} & set(earlier):
        # "is being undertaken"
        return None
    if earlier[-1] == "be" and "to" in earlier:
        return "future"
    if earlier[-1] in ("the", "a", "an", "to", "his", "her", "their", "its"):
        # "the wounded", "to put": no finite verb
        return None
    return "past"


_PLANNED = frozenset(("planned", "expected", "scheduled"))
_PREFIX = re.compile(r"(?:over|out|under|re|with|mis|fore|up)(?=[a-z]{3})")


def _prefixed_past(word: str) -> bool:
    """ "overflew", "withheld", "undertook"."""
    prefix = _PREFIX.match(word)
    return prefix is not None and word[prefix.end() :] in words().lists["past_words"]


def _looks_past(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and word not in words().lists["not_past"]
