"""The records every stage speaks in: frozen, slotted, importing nothing of ours."""

from dragoman.records.answers import Attribution, Relation
from dragoman.records.article import Article, SetAside
from dragoman.records.claim import (
    DONE,
    Claim,
    Number,
    Party,
    PlaceMention,
    Quote,
    Speaker,
    TimeMention,
    same_status,
)
from dragoman.records.event import Conflict, Denial, Event, Judgement, StatusReport
from dragoman.records.grounding import (
    Actor,
    ActorMention,
    Alternative,
    Grounding,
    Office,
    Place,
    TimeExpression,
    TimeValue,
)
from dragoman.records.parse import Parse, Sentence
from dragoman.records.span import Span
from dragoman.records.wire_copy import WireCopy

__all__ = [
    "DONE",
    "Actor",
    "ActorMention",
    "Alternative",
    "Article",
    "Attribution",
    "Claim",
    "Conflict",
    "Denial",
    "Event",
    "Grounding",
    "Judgement",
    "Number",
    "Office",
    "Parse",
    "Party",
    "Place",
    "PlaceMention",
    "Quote",
    "Relation",
    "Sentence",
    "SetAside",
    "Span",
    "Speaker",
    "StatusReport",
    "TimeExpression",
    "TimeMention",
    "TimeValue",
    "WireCopy",
    "same_status",
]
