"""Grounding one phrase: who an arbitrary stretch of text stands for, decided by its head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dragoman.gazetteers import countries
from dragoman.gazetteers.agents import agent as agent_of
from dragoman.gazetteers.agents import is_party_noun
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.beside_names import before_name, behind_name, goes_on_to_name
from dragoman.grounding.actors.definite import antecedent
from dragoman.grounding.actors.domestic import whose_or_tied
from dragoman.grounding.actors.heads import counted, head_of
from dragoman.grounding.actors.holders import called_by_party
from dragoman.grounding.actors.owned import SEVERAL_STATES, owners_after, owners_before, phrase_actor, sectors_beside
from dragoman.grounding.actors.peoples import people_within
from dragoman.grounding.actors.possessed import OWNED, possessed
from dragoman.grounding.actors.pronouns import is_pronoun, resolve_pronoun
from dragoman.grounding.actors.resolve import Reading, read_parties
from dragoman.grounding.actors.rulers import country_meant, ruled
from dragoman.grounding.actors.scan import AgentHit
from dragoman.grounding.actors.titles import around, modifier_start
from dragoman.grounding.actors.words import words
from dragoman.records import Actor, ActorMention, Article, Grounding, Parse, Span

_SEVERAL = re.compile(
    r"(?i)(?:some|many|most|several|few|a few|all|other|more|fewer|dozens|hundreds|\d[\d,]*|two|three|four|five)\s"
)
_STANDS_AT = re.compile(r"\s(?:at|on|near|to|with|for)\s")
# Words for a person that say nothing of who it is.
_HEADS_STATE = frozenset(
    {"leader", "president", "prime minister", "premier", "chancellor", "head of state", "supreme leader"}
)
_ANYBODY = frozenset({"citizen", "national", "man", "woman", "person", "child", "boy", "girl"})
# "wounded 30", "arrested dozens more": whoever is counted without a word for it is people.
_BARE_COUNT = re.compile(
    r"(?i)(?:(?:at least|more than|up to|as many as|nearly|almost|over|about|around|some|another|a further) )*"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens|scores|hundreds|thousands)"
    r"(?: (?:others|more|people))?"
)


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
    undergoing: bool = False,
) -> Grounding[Actor] | None:
    """Who the noun phrase at ``span`` stands for; ``None`` where the words name no party.

    ``head`` is the phrase's head word (found in the text where absent), ``mentions`` what ``find_actors``
    gave for the article (user lists and all), ``reading`` its full reading where the caller has it; ``undergoing`` says
    that something is done to the party, which helps with pronouns.
    The head decides: in "the killing of Hamas leaders" with the head "leaders" it is the leaders.
    """
    reading = reading or _reading(article)
    known = list(mentions) if mentions is not None else list(reading.mentions)
    text = article.text
    if not text[span.start : span.end].strip():
        return None
    head = head if head is not None and span.covers(head) else head_of(text, span)
    head = counted(text, span, head)
    word = head.of(text)
    if is_pronoun(word):
        return resolve_pronoun(word.lower(), head, known, reading, undergoing=undergoing)
    if _BARE_COUNT.fullmatch(span.of(text)):
        people = agent_of("people")
        return Grounding(identities.described(people, None, plural=True), 0.35, "a bare count") if people else None
    named = goes_on_to_name(reading, span, head, known)
    if named is not None:
        return named
    by_party = called_by_party(span, known, text)
    if by_party is not None:
        return Grounding(by_party[0].actor, 0.6, by_party[1])
    owned = possessed(reading, span, head, known)
    if owned is not None:
        return owned
    named_after = ruled(reading, span, head)
    if named_after is not None:
        return named_after
    alone = _one_of_several(reading, span, head, known)
    if alone is not None:
        return alone
    exact = _named_at(known, head, span, text)
    if exact is not None:
        return Grounding(exact.actor, exact.score, exact.reason, exact.alternatives)
    apposed = _apposition(reading, span, head, known)
    if apposed is not None:
        return apposed
    by_kind = _kind_of_party(reading, span, head, known)
    if by_kind is not None:
        return by_kind
    return _country_or_name(reading, span, head, known)


def _one_of_several(reading: Reading, span: Span, head: Span, known: Sequence[ActorMention]) -> Grounding[Actor] | None:
    """The one party whose state alone the span is: of "the presidents of Chad, «Mali» and Niger" Mali's president."""
    owner = reading.scan.hit_over(head.start)
    if owner is None or owner.country is None or not owner.span.covers(head):
        return None
    whole = next((m for m in known if m.span.covers(owner.span) and m.reason == SEVERAL_STATES), None)
    if whole is None:
        return None
    hit = next(iter(reading.scan.agents_in(whole.span.start, whole.span.end)), None)
    if hit is None:
        return None
    # "ministers of Norway and Turkey" are one of each; "Polish and Danish soldiers" are many of each
    plural = hit.plural and not (hit.agent.kind == "person" and hit.span.end < owner.span.start)
    actor = identities.described(hit.agent, owner.country.country.alpha3, plural=plural)
    return Grounding(actor, 0.7, f"one of the {hit.span.of(reading.article.text)} of several states")


def _named_at(known: Sequence[ActorMention], head: Span, span: Span, text: str) -> ActorMention | None:
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
    longer = span.end - span.start > len(best.text) + 4 or OWNED.match(text, span.start) is not None
    if best.actor.kind == "described" and best.actor.country is None and longer:
        return None
    return best


def _apposition(reading: Reading, span: Span, head: Span, known: Sequence[ActorMention]) -> Grounding[Actor] | None:
    """A title whose holder the same phrase or the appositive beside it names."""
    text = reading.article.text
    behind = behind_name(reading, span, head, known) or before_name(reading, span, head, known)
    if behind is not None:
        return behind
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
            several = title.agent.number == "count" and head.of(text).lower() == title.agent.plural.split()[-1]
            if title.span.covers(head) and person.spans and not several:
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
        place = found.hit_over(head.start)
        if by_word is None or (place is not None and place.country is not None):
            return None  # the West Bank is no bank
        hit = AgentHit(head, by_word, head.of(text).lower() == by_word.plural)
    if _called_so(text, span, hit):
        return None
    start = max(span.start, min(hit.span.start, modifier_start(found, hit.span.start)))
    inside = [h for h in found.hits_in(span.start, hit.span.start) if h.office is None]
    if inside and inside[0].span.start == span.start:
        inside = [*owners_before(found, span.start)[1], *inside]
    # Owners may also follow: "leaders of Hamas", "troops from Chad".
    if not inside:
        after = re.match(r"\s(?:of|from|in)\s(?:the\s)?", text[hit.span.end : hit.span.end + 11])
        if after and hit.span.end + after.end() < span.end:
            owner = found.hit_over(hit.span.end + after.end())
            if owner is not None and owner.office is None:
                inside = [owner, *owners_after(found, owner.span.end)[1]]
    before = text[max(0, span.start - 30) : span.start]
    if inside and inside[0].span.end <= span.end:
        read = phrase_actor(found, hit, inside, text[start : hit.span.end], before)
        if read is not None:
            actor, reason, alternatives = read
            holder = _holder(reading, hit, actor.country, known, span)
            if holder is not None:
                return holder
            return Grounding(actor, 0.85 if actor.kind != "described" else 0.75, reason, alternatives)
    earlier = [m for m in known if m.span.end <= span.start]
    if re.match(r"(?i)(?:the|this|that)\s", span.of(text)):
        taken = antecedent(hit, earlier, reading.people, text)
        if taken is not None:
            mention, reason = taken
            return Grounding(mention.actor, 0.6, reason)
    title = around(found, hit)
    code, sure, reason = title.country, 0.6, "a kind of party; the words do not say whose"
    if code is not None and hit.agent.kind != "person" and _STANDS_AT.match(text, hit.span.end):
        code = None  # "32 people at the Brussels airport" are not of Belgium for that
    if code is None and (meant := country_meant(reading, span, known)) is not None:
        code, sure, reason = meant, 0.55, "a kind of party of the country spoken of"
    if code is None and OWNED.match(text, span.start) is None:
        code, why = whose_or_tied(hit, earlier, reading.country_at(hit.span.start), reading.strong, text)
        sure, reason = 0.45, why if code is not None else reason
    phrase = title.text if hit.agent.kind == "person" and not hit.plural and not hit.agent.neutral else None
    phrase = _PLACE_FIRST.sub("", phrase) if phrase is not None else None
    sectors = sectors_beside(found, hit) or (title.sectors if hit.agent.sectors == ("UNK",) else None)
    actor = identities.described(hit.agent, code, words=phrase, sectors=sectors, plural=hit.plural)
    return Grounding(actor, sure, reason)


# "a Kent County woman": the county is a place's, and no kind of woman
_PLACE_FIRST = re.compile(r"^(?:County|City|Town|Township|Parish|Borough|Village)\s(?=\w)")


def _called_so(text: str, span: Span, hit: AgentHit) -> bool:
    """Whether the word is somebody's name ("a tribute to Prince"): one capitalised word for one person, in mid-sentence."""
    if span != hit.span or hit.agent.kind != "person" or hit.plural or not hit.span.of(text)[:1].isupper():
        return False
    before = text[max(0, span.start - 2) : span.start].strip()
    return before not in ("", ".", "”", '"', "“", ":") or re.search(r"\w\s$", text[: span.start][-2:]) is not None


def _holder(
    reading: Reading, hit: AgentHit, code: str | None, known: Sequence[ActorMention], span: Span
) -> Grounding[Actor] | None:
    """The person of this article who holds the office the phrase names ("Iran's deputy oil minister")."""
    if hit.agent.kind != "person" or hit.plural or hit.agent.word in _ANYBODY:
        return None
    in_office = None
    if hit.agent.word in _HEADS_STATE and code is not None:
        known_people = (p.known for p in reading.people if p.known is not None)
        names = {one.name for one in known_people if one.country == code and one.sectors[:1] == ("GOV",)}
        in_office = names.pop() if len(names) == 1 else None
    for mention in known:
        if mention.actor.kind != "person" or mention.actor.country != code:
            continue
        if mention.actor.name == in_office and mention.span.end <= span.start:
            return Grounding(mention.actor, 0.6, f"{in_office}, the only one in office there whom the report names")
        for office in mention.actor.offices:
            if office.title.lower().endswith(reading.article.text[hit.span.start : hit.span.end].lower()) and (
                office.span is None or abs(office.span.start - span.start) < 2000
            ):
                return Grounding(mention.actor, 0.7, f"{mention.actor.name} holds that office in this article")
    return None


def _country_or_name(
    reading: Reading, span: Span, head: Span, known: Sequence[ActorMention]
) -> Grounding[Actor] | None:
    text = reading.article.text
    half = _half_of_a_country(text, span, head, known)
    if half is not None:
        return half
    hit = reading.scan.hit_over(head.start)
    found = hit.country if hit is not None and hit.country is not None else countries.match(head.of(text))
    written = hit.span.of(text) if hit is not None and hit.country is not None else head.of(text)
    if found is not None and found.part and found.how == "demonym" and written.endswith("s"):
        return Grounding(identities.people(found, written), 0.8, "the people of a part of a country")
    ethnic = people_within(reading.scan, hit) if hit is not None else None
    if ethnic is not None:
        return Grounding(ethnic, 0.8, "a people inside another state")
    several = found is not None and found.how == "demonym" and _SEVERAL.match(span.of(text)) is not None
    people = agent_of("people")
    if found is not None and several and head.end == span.end and people is not None:
        return Grounding(identities.described(people, found.country.alpha3), 0.6, "some people of a country")
    one = found is not None and found.how == "demonym" and _is_one_citizen(text, span, head)
    citizen = agent_of("citizen")
    if found is not None and one and citizen is not None:
        return Grounding(identities.described(citizen, found.country.alpha3), 0.6, "a citizen of a country")
    if found is not None and not _in_longer_name(text, hit.span if hit is not None else head, span):
        actor = identities.of_country_match(found)
        sure = {"name": 0.85, "metonym": 0.9, "capital": 0.6, "demonym": 0.7}[found.how]
        return Grounding(actor, sure, f"a country's {found.how} where a party stands")
    noun = head.of(text)
    within = [m for m in known if span.covers(m.span) and m.span.end <= head.start]
    if not noun[:1].isalpha() or (within and is_party_noun(noun.lower())):
        return None
    if noun[:1].isupper():
        return None  # a name that no list has may be a body's, a surname, a ship or a zoo's gorilla
    # A noun that no list has: the party is it, and not the state or body whose word stands before it.
    body = next((m.actor for m in within if m.actor.kind == "organisation"), None)
    if body is not None:
        return Grounding(identities.called(noun, body.country, body.name), 0.45, f"people or things of {body.name}")
    owner = next((m for _, m in countries.find_countries(span.of(text)[: head.start - span.start])), None)
    if owner is None or owner.part:
        return None
    actor = identities.called(noun, owner.country.alpha3)
    return Grounding(actor, 0.45, "a noun that no list has, and the country named with it")


# Words for peoples that serve for one of them: "an Afghan", "the Israeli"; "the French" and "the Swiss" are many.
_OF_ONE = re.compile(r"(?:n|i|ard|ole|ane|wede|inn|urk|lav|erb|roat|zech|reek)$")


def _is_one_citizen(text: str, span: Span, head: Span) -> bool:
    """Whether the phrase is one person of a people: "a Tunisian", "the Afghan"; not "the Iranian" of "the Iranian army"."""
    if span.end != head.end or (
        re.match(r"\s[a-zA-Z]", text[head.end : head.end + 2]) and _GOES_ON.match(text, head.end)
    ):
        return False
    lead = re.match(r"(?i)(a|an|one|another|the)\s(?:[\w-]+\s){0,3}$", text[span.start : head.start])
    if lead is None:
        return False
    return lead[1].lower() != "the" or _OF_ONE.search(head.of(text)) is not None


# A noun right behind a demonym that the phrase does not take in; "who", "was" and prepositions go on otherwise.
_GOES_ON = re.compile(r"\s(?:[A-Z]|(?:army|government|regime|side|forces?|authorit\w+|leader\w*|president)\b)")


def _half_of_a_country(text: str, span: Span, head: Span, known: Sequence[ActorMention]) -> Grounding[Actor] | None:
    """The state that "the North" means where the report has named a North and a South of one name, or one of the two."""
    word = head.of(text)
    if word not in ("North", "South") or span.end != head.end or not text[: head.start].lower().endswith("the "):
        return None
    other = "South" if word == "North" else "North"
    for mention in known:
        name = mention.actor.name.removeprefix("Government of ")
        if mention.actor.kind != "state" or mention.span.start > span.start or not name.startswith((word, other)):
            continue
        found = countries.match(name.replace(other, word, 1))
        if found is not None and countries.match(name.replace(word, other, 1)) is not None:
            return Grounding(identities.of_country_match(found), 0.7, f"a half of the two that {name} is one of")
    return None


def _in_longer_name(text: str, hit: Span, span: Span) -> bool:
    """Whether the country's word is a part of a longer name in the phrase ("Radio Moscow", "Air France")."""
    before = re.search(r"([A-ZÀ-Þ][\w’'.-]*)\s$", text[span.start : hit.start])
    if before is None or before[1] in words().not_names or _DESCRIBES.fullmatch(before[1]):
        return False
    return countries.match(before[1]) is None


# "Nuclear-armed", "Oil-rich": a describing word, though it opens the sentence.
_DESCRIBES = re.compile(r"[A-Z][a-z]+(?:-[a-z]+)+")
