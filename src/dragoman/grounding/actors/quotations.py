"""Quotations in the text, and whom a pronoun in one means that names nobody itself: "“He hit me,” she said"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.grounding.actors.resolve import Reading
from dragoman.grounding.actors.sentences import sentence_start
from dragoman.grounding.actors.words import words
from dragoman.records import Actor, ActorMention, Grounding, Span

# A quotation is looked for this many characters back; longer ones begin a paragraph of their own.
_LONGEST_QUOTATION = 1500


def quotation_at(text: str, offset: int) -> int | None:
    """Where the quotation begins that ``offset`` stands in, within its paragraph; ``None`` outside quotations."""
    paragraph = max(text.rfind("\n", 0, offset) + 1, offset - _LONGEST_QUOTATION)
    curly = text.rfind("“", paragraph, offset)
    if curly > text.rfind("”", paragraph, offset):
        return curly
    straight = [at for at in range(paragraph, offset) if text[at] == '"']
    return straight[-1] if len(straight) % 2 else None


# What stands before a quotation that is a speech of its own, and no few words of another's.
_INTRODUCES = re.compile(r"(?:^|[\n,:.!?;—–-])\s*$")


def full_quotation_at(text: str, offset: int) -> int | None:
    """Where the quotation begins that ``offset`` stands in, if it is whole speech; ``None`` within a few quoted words."""
    opened = quotation_at(text, offset)
    if opened is None or not _INTRODUCES.search(text[max(0, opened - 3) : opened]):
        return None
    return opened


def two_sentences_back(text: str, head: Span) -> int:
    """Where the sentence before the pronoun's own begins; sentences within a quotation before it are passed over.

    "“He hit me,” she said. “Twice. He ran.” Later she sued him": the second "she" goes on with the first.
    """
    own = sentence_start(text, head.start)
    start = sentence_start(text, max(0, own - 2))
    if quotation_at(text, head.start) is not None:
        return start
    for _ in range(_SENTENCES_SAID):
        if start <= 1 or quotation_at(text, start) is None:
            break
        start = sentence_start(text, max(0, start - 2))
    return start


# A speech of more sentences is a matter of its own.
_SENTENCES_SAID = 6


def spoken_of(word: str, opened: int, known: Sequence[ActorMention], reading: Reading) -> Grounding[Actor] | None:
    """The one man or woman of whom the report tells before a quotation, as the "he" or "she" of it; ``None`` where there are
    several, or where it may be who speaks: "Ana Lund met Jan Holm in a hotel. “He hit me,” she said"."""
    text, lists = reading.article.text, words()
    kind, wanted = (lists.he, "he") if word in lists.he else (lists.she, "she")
    end = text.find("”" if text[opened] == "“" else '"', opened + 1)
    speaker = _TAG.match(text, end + 1) if end > 0 else None
    if speaker is not None and (speaker[1] or speaker[2]).lower() in kind:
        return None
    gender = {p.name: p.gender for p in reading.people}
    own = sentence_start(text, opened)
    told: dict[str, Actor] = {}
    for mention in known:
        if not own - _REACH <= mention.span.start < own or mention.actor.kind != "person":
            continue
        fits = gender.get(mention.actor.name, "either") in (wanted, "either")
        if fits and quotation_at(text, mention.span.start) is None:
            told[mention.actor.id] = mention.actor
    said = [m for m in known if m.actor.id in told and _SAID.match(text, m.span.end)]
    if len(told) != 1 or said or any(own <= m.span.start < opened for m in known):
        return None
    [actor] = told.values()
    return Grounding(actor, 0.5, f"“{word}” in the quotation is {actor.name}, of whom the report tells before it")


_REACH = 420
_TAG = re.compile(r"\s(?:(he|she)\s(?:said|says|told|added|recalled|testified|wrote)|(?:said|says)\s(he|she))\b")
_SAID = re.compile(
    r"(?:,[^,.]{2,60},)?\s(?:also\s)?(?:said|says|told|added|recalled|testified|wrote|tweeted|alleged|claimed)\b"
)
