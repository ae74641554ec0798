"""Which word of a noun phrase is its head, where the caller does not say."""

from __future__ import annotations

import re

from dragoman.records import Span

_STOP = re.compile(
    r"\s(?:who|whom|which|that|whose)\b|[,;(]|\s(?:including|captured|held|accused|suspected|backed|opposed|loyal|linked|allied|"
    r"close|armed|led|based|living|working|fighting|protesting|seeking|demanding|affiliated|aligned|trained)\b"
)
_DETERMINER = re.compile(r"(?i)^(?:the|a|an|this|that|these|those|its|his|her|their|our|some|all)\s+")
_PREPOSITION = re.compile(r"\s(?:of|from|in|for|at|to|with|by|on|against|near|under)\s")
# Words that count: in "thousands of civilians" it is the civilians.
_COUNTS = re.compile(
    r"(?i)(?:hundreds|thousands|tens|dozens|scores|millions|dozen|number|handful|majority|crowds?|columns?|groups?|"
    r"some|many|most|all|several|both|few|one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*)$"
)
_OF = re.compile(r"\sof\s(?:the\s|its\s|his\s|her\s|their\s|these\s|those\s)?")


def head_of(text: str, span: Span) -> Span:
    """The last word before a relative clause, comma or preposition: the head of an English noun phrase."""
    phrase = span.of(text)
    lead = _DETERMINER.match(phrase)
    body_start = lead.end() if lead else 0
    cut = len(phrase)
    stop = _STOP.search(phrase, body_start)
    if stop and stop.start() > body_start:
        cut = stop.start()
    preposition = _PREPOSITION.search(phrase[body_start:cut])
    if preposition:
        before = phrase[body_start : body_start + preposition.start()]
        # "Ministry of Foreign Affairs", "Prime Minister of X": the head stands before the preposition too.
        cut = body_start + len(before)
    tokens = list(re.finditer(r"[^\W_][\w’'.-]*", phrase[:cut]))
    if not tokens:
        return span
    last = tokens[-1]
    start, end = last.start(), last.end()
    for ending in ("'s", "’s"):
        if last[0].endswith(ending):
            end -= 2
    return Span(span.start + start, span.start + end)


def counted(text: str, span: Span, head: Span) -> Span:
    """The head behind a word that only counts ("thousands" of civilians); ``head`` itself where it does not."""
    of = _OF.match(text, head.end) if _COUNTS.fullmatch(head.of(text)) else None
    if of is None or of.end() >= span.end:
        return head
    return counted(text, span, head_of(text, Span(of.end(), span.end)))
