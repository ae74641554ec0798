"""Grounding one phrase: who an arbitrary stretch of text stands for, decided by its head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dragoman.gazetteers import countries
from dragoman.gazetteers.agents import agent as agent_of
from dragoman.gazetteers.agents import is_party_noun
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.collecting import DOMESTIC
from dragoman.grounding.actors.definite import antecedent
from dragoman.grounding.actors.owned import phrase_actor
from dragoman.grounding.actors.resolve import Reading, read_parties
from dragoman.grounding.actors.scan import AgentHit
from dragoman.grounding.actors.titles import around, modifier_start
from dragoman.grounding.actors.words import words
from dragoman.records import Actor, ActorMention, Article, Grounding, Parse, Span

# A pronoun takes up a party named at most this many characters before it: two or three sentences.
_PRONOUN_REACH = 420
_STOP = re.compile(r"\s(?:who|whom|which|that|whose)\b|[,;(]|\s(?:including|captured|held|accused|suspected|backed)\b")
_DETERMINER = re.compile(r"(?i)^(?:the|a|an|this|that|these|those|its|his|her|their|our|some|all)\s+")


@lru_cache(maxsize=8)
def _reading(article: Article) -> Reading:
    # Every claim party of an article is grounded in turn: read the article once.
    return read_parties(article)


def ground_span(
    article: Article,
    span: Span,
    mentions: Sequence[ActorMention] | None = None,
    parse: Parse | None = None,
    *,
    head: Span | None = None,
    reading: Reading | None = None,
) -> Grounding[Actor] | None:
    """Who the noun phrase at ``span`` stands for; ``None`` where the words name no party.

    ``head`` is the phrase's head word (found in the text where absent), ``mentions`` what ``find_actors``
    gave for the article (user lists and all), ``reading`` its full reading where the caller has it.
    The head decides: in "the killing of Hamas leaders" with the head "leaders" it is the leaders.
    """
    reading = reading or _reading(article)
    known = list(mentions) if mentions is not None else list(reading.mentions)
    text = article.text
    if not text[span.start : span.end].strip():
        return None
    head = head if head is not None and span.covers(head) else _head(text, span)
    word = head.of(text)
    if is_pronoun(word):
        return _pronoun(word.lower(), head, known, reading)
    exact = _named_at(known, head, span)
    if exact is not None:
        return Grounding(exact.actor, exact.score, exact.reason, exact.alternatives)
    apposed = _apposition(reading, span, head, known)
    if apposed is not None:
        return apposed
    by_kind = _kind_of_party(reading, span, head, known)
    if by_kind is not None:
        return by_kind
    return _country_or_name(text, span, head, known)


def is_pronoun(words_: str) -> bool:
    """Whether the words are one pronoun of the third person ("she", "their")."""
    lists, word = words(), words_.lower()
    return word in lists.he or word in lists.she or word in lists.it or word in lists.they


def _head(text: str, span: Span) -> Span:
    """The last word before a relative clause, comma or preposition: the head of an English noun phrase."""
    phrase = span.of(text)
    lead = _DETERMINER.match(phrase)
    body_start = lead.end() if lead else 0
    cut = len(phrase)
    stop = _STOP.search(phrase, body_start)
    if stop and stop.start() > body_start:
        cut = stop.start()
    preposition = re.search(r"\s(?:of|from|in|for|at|to|with|by|on|against|near|under)\s", phrase[body_start:cut])
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


def _named_at(known: Sequence[ActorMention], head: Span, span: Span) -> ActorMention | None:
    """The mention whose own head is the phrase's head: it covers the head and ends with it or with a complement."""
    covering = [m for m in known if m.span.covers(head)]
    if not covering:
        return None
    best = min(covering, key=lambda m: (abs(m.span.start - span.start) + abs(m.span.end - span.end), m.span.start))
    ends_with_head = best.span.end <= head.end + 2 or best.actor.kind in ("person", "office", "organisation")
    if not ends_with_head and best.actor.kind == "described" and best.span.end > head.end:
        ends_with_head = True
    if not ends_with_head:
        return None
    # A described mention read without its owner is beaten by a fuller reading of the phrase.
    if best.actor.kind == "described" and best.actor.country is None and span.end - span.start > len(best.text) + 4:
        return None
    return best


def _apposition(reading: Reading, span: Span, head: Span, known: Sequence[ActorMention]) -> Grounding[Actor] | None:
    """A title whose holder the same phrase or the appositive beside it names."""
    text = reading.article.text
    for mention in known:
        if mention.actor.kind != "person":
            continue
        inside = span.covers(mention.span) and mention.span.start >= head.end
        beside = 0 <= mention.span.start - span.end <= 2 and text[span.end : mention.span.start].strip() in ("", ",")
        if not inside and not beside:
            continue
        for office in mention.actor.offices:
            if office.span is not None and office.span.covers(head):
                return Grounding(
                    mention.actor, 0.92, f"the words “{office.title}” are the title of {mention.actor.name}"
                )
    for person in reading.people:
        for title in person.titles:
            if title.span.covers(head) and person.spans:
                at = person.spans[0][0]
                for mention in known:
                    if mention.span == at or mention.text == person.name:
                        return Grounding(
                            mention.actor, 0.9, f"the words “{title.text}” are the title of {mention.actor.name}"
                        )
    return None


def _kind_of_party(reading: Reading, span: Span, head: Span, known: Sequence[ActorMention]) -> Grounding[Actor] | None:
    text, found = reading.article.text, reading.scan
    hit = found.agent_over(head.start)
    if hit is None:
        by_word = agent_of(text[span.start : head.end])
        if by_word is None:
            return None
        hit = AgentHit(head, by_word, head.of(text).lower() == by_word.plural)
    start = max(span.start, min(hit.span.start, modifier_start(found, hit.span.start)))
    inside = [h for h in found.hits_in(span.start, hit.span.start) if h.office is None]
    # Owners may also follow: "leaders of Hamas", "troops from Chad".
    if not inside:
        after = re.match(r"\s(?:of|from|in)\s(?:the\s)?", text[hit.span.end : hit.span.end + 11])
        if after and hit.span.end + after.end() < span.end:
            owner = found.hit_over(hit.span.end + after.end())
            if owner is not None and owner.office is None:
                inside = [owner]
    before = text[max(0, span.start - 30) : span.start]
    if inside and inside[-1].span.end <= span.end:
        read = phrase_actor(found, hit, inside, text[start : hit.span.end], before)
        if read is not None:
            actor, reason, alternatives = read
            holder = _holder(reading, hit, actor.country, known, span)
            if holder is not None:
                return holder
            return Grounding(actor, 0.85 if actor.kind != "described" else 0.75, reason, alternatives)
    earlier = [m for m in known if m.span.end <= span.start]
    if re.match(r"(?i)(?:the|this|that)\s", span.of(text)):
        taken = antecedent(hit.agent, earlier, reading.people, text)
        if taken is not None:
            mention, reason = taken
            return Grounding(mention.actor, 0.6, reason)
    owner_word = re.match(r"(?i)(its|his|her|their)\s", span.of(text))
    if owner_word:
        owner_of = _pronoun(owner_word[1].lower(), Span(span.start, span.start + len(owner_word[1])), known, reading)
        if owner_of is not None and owner_of.choice.country:
            actor = identities.described(hit.agent, owner_of.choice.country, plural=hit.plural)
            return Grounding(actor, 0.5, f"a kind of party belonging to {owner_of.choice.name}")
    title = around(found, hit)
    code, sure, reason = title.country, 0.6, "a kind of party; the words do not say whose"
    if code is None and hit.agent.sectors[0] in DOMESTIC:
        code, sure = reading.country, 0.45
        reason = "a kind of party of the country that the article speaks of"
    phrase = title.text if hit.agent.kind == "person" and not hit.plural and not hit.agent.neutral else None
    return Grounding(identities.described(hit.agent, code, words=phrase, plural=hit.plural), sure, reason)


def _holder(
    reading: Reading, hit: AgentHit, code: str | None, known: Sequence[ActorMention], span: Span
) -> Grounding[Actor] | None:
    """The person of this article who holds the office the phrase names ("Iran's deputy oil minister")."""
    if hit.agent.kind != "person" or hit.plural or hit.agent.word in ("citizen", "national", "man", "woman"):
        return None
    for mention in known:
        if mention.actor.kind != "person" or mention.actor.country != code:
            continue
        for office in mention.actor.offices:
            if office.title.lower().endswith(reading.article.text[hit.span.start : hit.span.end].lower()) and (
                office.span is None or abs(office.span.start - span.start) < 2000
            ):
                return Grounding(mention.actor, 0.7, f"{mention.actor.name} holds that office in this article")
    return None


def _country_or_name(text: str, span: Span, head: Span, known: Sequence[ActorMention]) -> Grounding[Actor] | None:
    found = countries.match(head.of(text)) or countries.match(span.of(text))
    if found is not None:
        actor = identities.of_country_match(found)
        sure = {"name": 0.85, "metonym": 0.9, "capital": 0.6, "demonym": 0.7}[found.how]
        return Grounding(actor, sure, f"a country's {found.how} where a party stands")
    within = [m for m in known if span.covers(m.span)]
    if within and not is_party_noun(head.of(text).lower()):
        owner = within[0]
        if owner.span.end >= head.start - 3 and owner.actor.kind in ("state", "organisation", "office"):
            return Grounding(owner.actor, 0.5, f"the phrase belongs to {owner.actor.name}")
    demonym = next((m for _, m in countries.find_countries(span.of(text))), None)
    if demonym is not None:
        return Grounding(identities.of_country_match(demonym), 0.45, "the country the phrase names")
    return None


def _pronoun(word: str, head: Span, known: Sequence[ActorMention], reading: Reading) -> Grounding[Actor] | None:
    """The party a pronoun takes up, where only one fits; ``None`` where it is not safe to say."""
    lists = words()
    near = [m for m in known if head.start - _PRONOUN_REACH <= m.span.start and m.span.end <= head.start]
    near.sort(key=lambda m: m.span.start)
    if word in lists.he or word in lists.she:
        wanted = "he" if word in lists.he else "she"
        gender = {p.name: p.gender for p in reading.people}
        fitting = [
            m for m in near if m.actor.kind == "person" and gender.get(m.actor.name, "either") in (wanted, "either")
        ]
        if not fitting:
            return None
        distinct = list(dict.fromkeys(m.actor.id for m in fitting))
        chosen = _topic(fitting, reading.article.text, head)
        sure = 0.8 if len(distinct) == 1 else 0.55
        others = ", ".join(dict.fromkeys(m.actor.name for m in fitting if m.actor.id != chosen.actor.id))
        reason = f"“{word}” takes up {chosen.actor.name}" + (f" rather than {others}" if others else "")
        return Grounding(chosen.actor, sure, reason)
    kinds = (
        ("state", "organisation", "office") if word in lists.it else ("state", "organisation", "office", "described")
    )
    fitting = [m for m in near if m.actor.kind in kinds]
    if not fitting:
        return None
    opener = _opener_before(fitting, reading.article.text, head)
    if opener is not None:
        return Grounding(opener.actor, 0.5, f"“{word}” takes up {opener.actor.name}, which opens the sentence before")
    distinct = list(dict.fromkeys(m.actor.id for m in fitting))
    chosen = _topic(fitting, reading.article.text, head)
    if len(distinct) > 3:
        return None
    return Grounding(chosen.actor, 0.6 if len(distinct) == 1 else 0.4, f"“{word}” takes up {chosen.actor.name}")


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


def _topic(fitting: Sequence[ActorMention], text: str, head: Span) -> ActorMention:
    """The first party of the pronoun's own sentence, else the first of the sentence before, else the last."""
    boundary = max(text.rfind(". ", 0, head.start), text.rfind("\n", 0, head.start), text.rfind(".” ", 0, head.start))
    same = [m for m in fitting if m.span.start > boundary]
    if same:
        return same[0]
    earlier = max(text.rfind(". ", 0, max(0, boundary)), text.rfind("\n", 0, max(0, boundary)))
    previous = [m for m in fitting if m.span.start > earlier]
    return previous[0] if previous else fitting[-1]
