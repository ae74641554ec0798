"""Pronouns: the party that "he", "it" or "their" takes up, or none where it is not safe to say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.codebook.words import words as codebook_words
from dragoman.gazetteers.agents import agent as agent_of
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.domestic import whose
from dragoman.grounding.actors.quotations import quotation_at, spoken_of, two_sentences_back
from dragoman.grounding.actors.resolve import Reading
from dragoman.grounding.actors.sentences import sentence_start
from dragoman.grounding.actors.titles import around
from dragoman.grounding.actors.words import words
from dragoman.records import Actor, ActorMention, Grounding, Span

# A pronoun takes up a party named at most this many characters before it: two or three sentences.
_REACH = 420
# As objects these cannot mean the subject of their own clause ("Wałęsa had proposed him").
_OBJECTS = frozenset({"him", "them"})
# Where a new clause may begin inside a sentence.
_CLAUSE = re.compile(
    r"\b(?:that|when|while|if|because|after|before|as|who|which|but|and|where|until|since|said|says|added|warned|"
    r"claimed|believed|hoped|insisted)\b|[;:“\"]"
)
# A clause that begins so has a subject of its own, even if it is no party ("said the deal ignored them").
_OWN_SUBJECT = re.compile(
    r"\s*(?:(?:the|a|an|this|that|these|those|its|his|her|their|it|he|she|they|we|I|you)\s|[A-ZÀ-Þ])"
)
# Pronouns of many; a party named in the plural fits them better than a state or a body.
_PLURAL_NOUN = re.compile(r"(?i)(?:s|people|men|women|children|police|troops|dead|wounded|[0-9,]+ \w+)$")


def is_pronoun(written: str) -> bool:
    """Whether the words are one pronoun of the third person ("she", "their")."""
    lists, word = words(), written.lower()
    return word in lists.he or word in lists.she or word in lists.it or word in lists.they


def resolve_pronoun(
    word: str, head: Span, known: Sequence[ActorMention], reading: Reading, *, undergoing: bool = False
) -> Grounding[Actor] | None:
    """The party a pronoun takes up, where only one fits; ``None`` where it is not safe to say.

    ``undergoing``: something is done to it. A pronoun for which no name is near takes up what the same pronoun does before.
    """
    at: Span | None = head
    for _ in range(_LINKS):
        if at is None:
            return None
        carried = _carried_on(word, at, known, reading)
        if carried is not None:
            at, undergoing = carried, False
        found = _resolved(word, at, known, reading, undergoing=undergoing)
        if found is not None:
            return found
        word, at = _same_before(word, at, reading)
        undergoing = False
    return None


# A pronoun that stands for what an earlier one does may go back this often.
_LINKS = 3


def _carried_on(word: str, head: Span, known: Sequence[ActorMention], reading: Reading) -> Span | None:
    """The pronoun that opens a row of sentences about one party ("It said … It also said it was …"), for one further on in it.

    Within its sentence a pronoun goes on with the first one where nobody else is named between.
    """
    text, kind = reading.article.text, _kind(word)
    at = head
    for _ in range(_LINKS):
        start = sentence_start(text, at.start)
        opener = _OPENER.match(text, start)
        if opener is None or opener[1].lower() not in kind:
            break
        here = Span(*opener.span(1))
        if here.start < at.start and any(here.end <= m.span.start < at.start for m in known):
            break
        if quotation_at(text, here.start) != quotation_at(text, head.start):
            break
        at = here
        before = _OPENER.match(text, sentence_start(text, max(0, start - 2))) if start > 1 else None
        if before is None or before[1].lower() not in kind or before.start(1) >= here.start:
            break
        at = Span(*before.span(1))
    return at if at != head else None


_OPENER = re.compile(r"\s*[“\"]?(He|She|It|They)\b")


def _kind(word: str) -> frozenset[str]:
    lists = words()
    return next((k for k in (lists.he, lists.she, lists.it, lists.they) if word in k), frozenset())


def _same_before(word: str, head: Span, reading: Reading) -> tuple[str, Span | None]:
    """The last pronoun of the same kind in this sentence or the one before, and where it stands."""
    text = reading.article.text
    kind = _kind(word)
    since, opened = two_sentences_back(text, head), quotation_at(text, head.start)
    for found in reversed(list(_PRONOUNS.finditer(text, since, head.start))):
        if found[0].lower() in kind and quotation_at(text, found.start()) == opened:
            return found[0].lower(), Span(found.start(), found.end())
    return word, None


# "Japan called North Korea's threats -- it has tested a bomb -- a crisis": an aside is about whoever stands before it
_ASIDE = re.compile(r"(?:--|[—–(])\s?$")
_CLOSED = re.compile(r"[”\"]\s$")
_PRONOUNS = re.compile(r"(?i)\b(?:he|him|his|she|her|it|its|they|them|their)\b")


def _resolved(
    word: str, head: Span, known: Sequence[ActorMention], reading: Reading, *, undergoing: bool
) -> Grounding[Actor] | None:
    lists, text = words(), reading.article.text
    near = [m for m in known if head.start - _REACH <= m.span.start and m.span.end <= head.start]
    near.sort(key=lambda m: m.span.start)
    since = two_sentences_back(text, head)
    # Inside a quotation a pronoun is the speaker's: what the report named outside is no safe guess.
    opened = quotation_at(text, head.start)
    if opened is not None:
        near = [m for m in near if m.span.start >= opened]
    elif _CLOSED.search(text, max(0, head.start - 3), head.start):
        # "“Mr Mayor, will you go?” he asked": whoever speaks is nobody he speaks of
        start = sentence_start(text, head.start)
        near = [m for m in near if m.span.start < start or quotation_at(text, m.span.start) is None]
    if word in lists.he or word in lists.she:
        found = _person(word, head, near, since, reading)
        return found or (spoken_of(word, opened, known, reading) if opened is not None else None)
    if word in lists.they:
        if _PART_OF.search(text, max(0, head.start - 12), head.start):
            word, undergoing = "they", False  # "Eight men are held, one of them": they may be the subject
        many = [m for m in near if _is_many(m, reading)]
        many = _without_subject(word, many, near, text, head)
        close = [m for m in many if m.span.start >= since]
        told = _nameless_many(since, near, head, reading, last=undergoing or word in _OBJECTS)
        here = sentence_start(text, head.start)
        nearer = told is not None and told[0] >= here and not any(m.span.start >= here for m in close)
        if told is not None and (not close or nearer or (undergoing and told[0] > max(m.span.start for m in close))):
            return told[1]
        if close:
            chosen = _topic(close, text, head, last=undergoing)
            distinct = {m.actor.id for m in close}
            return Grounding(
                chosen.actor, 0.6 if len(distinct) == 1 else 0.45, f"“{word}” takes up {chosen.actor.name}"
            )
    kinds = ("state", "organisation", "office") if word in lists.it else ("organisation", "office")
    fitting = [
        m
        for m in near
        if (m.actor.kind in kinds or (word in lists.it and _is_one_body(m, reading)))
        and m.span.start >= since
        and not _heard(text, m)
    ]
    fitting = _without_subject(word, fitting, near, text, head)
    if not fitting or (word in lists.they and len({m.actor.id for m in fitting}) > 1):
        return None
    opener = _opener_before(fitting, text, head)
    if opener is not None:
        return Grounding(opener.actor, 0.5, f"“{word}” takes up {opener.actor.name}, which opens the sentence before")
    distinct = {m.actor.id for m in fitting}
    chosen = _topic(fitting, text, head)
    if len(distinct) > 3 or (word in lists.they and not _begins_sentence(text, chosen)):
        return None
    return Grounding(chosen.actor, 0.6 if len(distinct) == 1 else 0.4, f"“{word}” takes up {chosen.actor.name}")


def _person(
    word: str, head: Span, near: Sequence[ActorMention], since: int, reading: Reading
) -> Grounding[Actor] | None:
    text = reading.article.text
    wanted = "he" if word in words().he else "she"
    gender = {p.name: p.gender for p in reading.people}
    fitting = [m for m in near if m.actor.kind == "person" and gender.get(m.actor.name, "either") in (wanted, "either")]
    if wanted == "she":
        # Where a woman is named near, somebody whose name does not tell is no rival.
        told = [m for m in fitting if gender.get(m.actor.name) == wanted and m.span.start >= since]
        fitting = told or fitting
    fitting = _without_subject(word, fitting, near, text, head)
    if not fitting:
        return _nameless(word, since, near, head, reading)
    distinct = list(dict.fromkeys(m.actor.id for m in fitting))
    chosen = _topic(fitting, text, head)
    sure = 0.8 if len(distinct) == 1 else 0.55
    others = ", ".join(dict.fromkeys(m.actor.name for m in fitting if m.actor.id != chosen.actor.id))
    reason = f"“{word}” takes up {chosen.actor.name}" + (f" rather than {others}" if others else "")
    return Grounding(chosen.actor, sure, reason)


def _nameless(
    word: str, since: int, near: Sequence[ActorMention], head: Span, reading: Reading
) -> Grounding[Actor] | None:
    """The one person whom nobody names but the sentence or the one before describes: "a gunman … he"."""
    text = reading.article.text
    if quotation_at(text, head.start) is not None:
        return None  # who speaks may mean anybody
    told = [
        hit
        for hit in reading.scan.agents_in(since, head.start)
        if hit.agent.kind == "person"
        and not hit.plural
        and _can_be(hit.agent.word, he=word in words().he)
        and hit.agent.name not in _ONLOOKERS
        and not any(m.span.overlaps(hit.span) and m.actor.kind in ("person", "organisation", "office") for m in near)
        and not _OF_TITLE.match(text, hit.span.end)
    ]
    if len({hit.agent.word for hit in told}) != 1:
        return None
    title = around(reading.scan, told[0])
    code = title.country or whose(told[0], reading.country_at(told[0].span.start), reading.strong, text)
    phrase = None if told[0].agent.neutral else title.text
    actor = identities.described(told[0].agent, code, words=phrase)
    return Grounding(actor, 0.5, f"“{word}” takes up “{title.text}”, the only person spoken of")


def _is_many(mention: ActorMention, reading: Reading) -> bool:
    """Whether the words name several people who do something: "the militants", "teachers in Oaxaca"; no onlookers."""
    hits = reading.scan.agents_in(mention.span.start, mention.span.end)
    if any(hit.agent.word in _ONLOOKERS for hit in hits):
        return False
    if hits and hits[-1].agent.kind == "body" and mention.text.split()[-1][:1].isupper():
        return False  # "American Airlines" is one
    if mention.actor.kind == "organisation":  # "the militants" of one
        return any(hit.plural and hit.agent.number == "count" for hit in hits)
    return mention.actor.kind == "described" and (
        _PLURAL_NOUN.search(mention.text) is not None or any(hit.plural for hit in hits)
    )


def _is_one_body(mention: ActorMention, reading: Reading) -> bool:
    """Whether the words describe one body or group that "it" can be: "the Malian opposition", "the council"."""
    hits = reading.scan.agents_in(mention.span.start, mention.span.end)
    return mention.actor.kind == "described" and bool(hits) and hits[-1].agent.kind != "person" and not hits[-1].plural


def _nameless_many(
    since: int, near: Sequence[ActorMention], head: Span, reading: Reading, *, last: bool
) -> tuple[int, Grounding[Actor]] | None:
    """The people of this sentence or the one before that only a plain plural names ("five men … they"), and where."""
    text = reading.article.text
    if quotation_at(text, head.start) is not None:
        return None
    told = [
        hit
        for hit in reading.scan.agents_in(since, head.start)
        if hit.plural
        and hit.agent.kind != "body"
        and hit.agent.word not in _ONLOOKERS
        and not (last and hit.agent.word in _TELLERS)
        and not any(m.span.overlaps(hit.span) for m in near)
    ]
    start = sentence_start(text, head.start)
    told = [hit for hit in told if hit.span.start >= start] or told
    distinct = {hit.agent.word for hit in told}
    if not told or len(distinct) > 2:
        return None
    chosen = told[-1] if last else told[0]
    code = around(reading.scan, chosen).country or whose(
        chosen, reading.country_at(chosen.span.start), reading.strong, text
    )
    actor = identities.described(chosen.agent, code, plural=True)
    why = f"the pronoun takes up “{chosen.span.of(text)}”, whom nobody names"
    return chosen.span.start, Grounding(actor, 0.45, why)


def _can_be(noun: str, *, he: bool) -> bool:
    """Whether "he" or "she" can be called so; most soldiers and drivers of news are men, so "she" asks for a woman's word."""
    return noun not in _WOMEN if he else noun in _WOMEN or noun in _EITHER


# Those whom news calls so are often women.
_EITHER = frozenset({"victim", "teenager", "student", "patient", "pupil", "teacher", "nurse", "child", "tourist"})
_WOMEN = frozenset({"woman", "girl", "mother", "wife", "daughter", "sister", "widow", "queen", "princess", "actress"})
# They tell what others did.
_ONLOOKERS = codebook_words("onlookers")
# … and these seldom undergo it themselves: "prosecutors said the nuns paid them".
_TELLERS = frozenset({"prosecutor", "investigator", "detective", "spokesman", "lawyer"})
_PART_OF = re.compile(r"\b(?:one|two|three|four|five|six|some|many|most|all|none|both|half|each|several|\d+)\sof\s$")
# "President Xi", "soldier Smith": a name follows.
_OF_TITLE = re.compile(r"\s[A-ZÀ-Þ]")


def _without_subject(
    word: str, fitting: Sequence[ActorMention], near: Sequence[ActorMention], text: str, head: Span
) -> list[ActorMention]:
    """``fitting`` without the subject of the pronoun's own clause, where the pronoun is an object."""
    if word not in _OBJECTS:
        return list(fitting)
    start = sentence_start(text, head.start)
    # "the king's sister, Ana Lund, sat beside him": the king is no subject there
    here = [m for m in near if m.span.start >= start and not text.startswith(("'s", "’s"), m.span.end)]
    bounds = [start, *(start + found.end() for found in _CLAUSE.finditer(text[start : head.start]))]
    for bound in reversed(bounds):
        inside = [m for m in here if m.span.start >= bound]
        if inside:
            return [m for m in fitting if m.actor.id != inside[0].actor.id]
        if _OWN_SUBJECT.match(text, bound):
            break
    return list(fitting)


def _begins_sentence(text: str, mention: ActorMention) -> bool:
    """Whether nothing but "the" stands before the party in its sentence: then the sentence is about it."""
    return text[sentence_start(text, mention.span.start) : mention.span.start].strip().lower() in ("", "the", "“", '"')


def _heard(text: str, mention: ActorMention) -> bool:
    """Whether the party is only who was told ("he told CNN"): nothing goes on to be said of it."""
    return text[max(0, mention.span.start - 5) : mention.span.start] == "told "


def _opener_before(fitting: Sequence[ActorMention], text: str, head: Span) -> ActorMention | None:
    """The party that opens the sentence before, if none stands between: what both sentences are about."""
    boundary = max(text.rfind(". ", 0, head.start), text.rfind(".” ", 0, head.start))
    if boundary < 0 or "\n" in text[boundary : head.start] or any(m.span.start > boundary for m in fitting):
        return None
    earlier = max(text.rfind(". ", 0, boundary), text.rfind("\n", 0, boundary))
    for mention in fitting:
        # behind the stop and a blank, "The" at most stands before the words of the mention
        if 0 < mention.span.start - earlier <= len(". The "):
            return mention
    return None


def _topic(fitting: Sequence[ActorMention], text: str, head: Span, *, last: bool = False) -> ActorMention:
    """The first party of the pronoun's own sentence, else the first of the sentence before, else the last; for an
    object, whose own subject is left out already, the last of its sentence. With ``last``, the last of the sentence
    before: to whom something was done goes on to undergo ("police arrested two men. They were charged").
    """
    boundary = sentence_start(text, head.start)
    same = [m for m in fitting if m.span.start >= boundary]
    if same:
        beside = head.of(text).lower() in _OBJECTS or _ASIDE.search(text, max(0, head.start - 4), head.start)
        return same[-1] if beside else same[0]
    earlier = two_sentences_back(text, head)
    previous = [m for m in fitting if m.span.start >= earlier]
    return previous[-1 if last else 0] if previous else fitting[-1]


def may_stand_for(word: str, mention: str, head: str, actor: Actor, reading: Reading) -> bool:
    """Whether the pronoun ``word`` agrees with a party of which ``mention`` are the words and ``head`` the head: in number,
    and a person's with a person. For parties that syntax offers.
    """
    lists, found = words(), agent_of(head.lower())
    if word in lists.he or word in lists.she:
        if actor.kind == "person":
            wanted = "he" if word in lists.he else "she"
            gender = next((p.gender for p in reading.people if p.name == actor.name), "either")
            return gender in (wanted, "either")
        return actor.kind in ("described", "office") and found is not None and found.kind == "person"
    if actor.kind == "person":
        return False
    human = found is not None and found.kind == "person"
    named = head[:1].isupper() and (found is None or found.number != "plural")
    one = actor.kind == "state" and named  # "the Philippines", "the United States"
    many = not one and bool(_PLURAL_NOUN.search(mention) or _PLURAL_NOUN.search(head))
    if word in lists.it:
        return not human and (one or not _PLURAL_NOUN.search(mention))
    return many or (actor.kind != "state" and not human)
