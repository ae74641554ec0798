"""Bodies for which somebody speaks: the "we" of a spokesman, the "they" of an officer of the police."""

from __future__ import annotations

import re
from collections.abc import Callable

from dragoman.gazetteers.agents import agent
from dragoman.gazetteers.parties import by_name
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.heads import head_of
from dragoman.grounding.actors.phrase import ground_span
from dragoman.grounding.actors.resolve import Reading
from dragoman.grounding.actors.words import office_patterns
from dragoman.records import Actor, Span, Speaker


def body_spoken_for(speaker: Speaker, reading: Reading) -> Actor | None:
    """The body whose "we" a spokesman says: "a <Northrail> spokesman said: “We …”", "“We …,” said Ana Lund, a
    spokeswoman for the <Dockers' Union>"."""
    return _body(_body_words, speaker, reading)


def force_of(speaker: Speaker, reading: Reading) -> Actor | None:
    """The force whose officer says what "they" do: "Jan Holm, chief of the <Dover Police>, said they …"."""
    return _body(_force_words, speaker, reading)


def _body(said: Callable[[Span, str], Span | None], speaker: Speaker, reading: Reading) -> Actor | None:
    article = reading.article
    where = said(speaker.span, article.text) if speaker.span is not None else None
    if where is None:
        return None
    found = ground_span(article, where, head=head_of(article.text, where), reading=reading)
    return _as_body(found.choice if found is not None else None, where.of(article.text))


def _body_words(speaker: Span, text: str) -> Span | None:
    found = _SPOKESMAN.search(text, speaker.start, min(len(text), speaker.end + _BESIDE))
    if found is None or (found.start() > speaker.end and text[speaker.end : speaker.end + 1] != ","):
        return None
    behind = _FOR.match(text, found.end())
    if behind is not None:
        return Span(*behind.span(1))
    before = _BEFORE.fullmatch(text, speaker.start, found.start()) if found.start() > speaker.start else None
    return Span(*before.span(1)) if before is not None else None


def _as_body(found: Actor | None, written: str) -> Actor | None:
    """Who stands for the words of a body, if they are one; a name that nobody knows is one, as its spokesman tells."""
    if (known := by_name(written)) is not None:
        return identities.organisation(known)
    if found is None:
        return identities.named_organisation(written, None, ()) if written[:1].isupper() else None
    kind = agent(written.split()[-1].lower())
    if found.kind == "person":  # "Leeds Police spokesman Jan Holm": the words lie in his title
        if "COP" not in found.sectors or not written.lower().endswith("police"):
            return None
        police = office_patterns()["police"]
        named = " " in written
        return (
            identities.named_organisation(written, found.country, police.sectors)
            if named
            else (identities.office(police, found.country))
        )
    body = kind is not None and (kind.kind == "body" or "COP" in kind.sectors)
    return found if found.kind == "organisation" or (body and found.kind in ("described", "office")) else None


def _force_words(speaker: Span, text: str) -> Span | None:
    found = _FORCE.match(text, speaker.end)
    return Span(*found.span(1)) if found is not None else None


# An apposition to the speaker's name reaches so far.
_BESIDE = 40
_NAME = r"[A-Z][\w&’'-]*(?:\s(?:(?:for|of|and)\s)?[A-Z][\w&’'-]*)*"
_SPOKESMAN = re.compile(r"\bspokes(?:man|woman|person)\b")
_FOR = re.compile(rf"\s(?:for|of)\s(?:the\s)?({_NAME}|police\b)")
_BEFORE = re.compile(rf"(?:(?:An?|The|a|the)\s)?({_NAME}|(?:[A-Z]\w+\s)*[Pp]olice)(?:[’']s?)?\s")
_FORCE = re.compile(
    r"(?:,\s[^,.]{3,50})?\s(?:of|for|with|at)\s(?:the\s)?((?:[A-Z][\w-]+\s)*[Pp]olice(?:\s(?:Department|Service|Force))?),"
)
