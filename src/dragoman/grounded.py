"""Claims grounded: the time and place of each, and who its parties and speakers are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.coding.admission import FORCEFUL_TYPES
from dragoman.coding.antecedents import agrees_unknown, in_one_clause, is_empty_subject, named_for, opens_after
from dragoman.coding.clause_above import clauses_above
from dragoman.coding.events_taken_up import doers_of_events
from dragoman.grounding.actors import ImportedActors, ground_span, is_pronoun, read_parties
from dragoman.grounding.actors.binding import each_once, kept_apart
from dragoman.grounding.actors.bodies_spoken_for import body_spoken_for, force_of
from dragoman.grounding.actors.heads import head_of
from dragoman.grounding.actors.named_later import named_later
from dragoman.grounding.actors.namesakes import at_home, called_like_place, misread_countries
from dragoman.grounding.actors.pronouns import may_stand_for
from dragoman.grounding.actors.quotations import full_quotation_at, quotation_at
from dragoman.grounding.actors.sets import Told, few, members
from dragoman.grounding.actors.standing_for import joined_states, state_at_war, state_spoken_for
from dragoman.grounding.actors.whole_phrases import behind_town, is_name_of, whole_phrase, without_beginnings
from dragoman.grounding.at_the_time import taken_up
from dragoman.grounding.places import claim_place, ground_places
from dragoman.grounding.scenes import (
    leave_open,
    share_days,
    share_in_row,
    share_scenes,
    share_story,
    told_as_history,
    told_of_old,
)
from dragoman.grounding.times import claim_time, find_times, is_historical
from dragoman.grounding.times.day_after import moved_to_day_after
from dragoman.grounding.times.joined import joined_days
from dragoman.records import (
    DONE,
    Actor,
    ActorMention,
    Article,
    Claim,
    Grounding,
    Parse,
    Party,
    Place,
    PlaceMention,
    Sentence,
    Span,
    Speaker,
    TimeMention,
)
from dragoman.records.grounding import TimeExpression

# A clause above that offers a party which agrees with the pronoun is a better sign than nearness in the text.
_BY_SYNTAX = 0.75
# Parties named only by their number.
_SET = 0.6
_SAID_OF = re.compile(r"\s(?:of|about)\s()(?:the\s|an?\s)?")
_TOGETHER = ("we", "us", "our")
# "we" and "I" are whoever is quoted; "we" may be more than the speaker.
_SPEAKER = {"i": 0.7, "me": 0.7, "my": 0.7, "we": 0.5, "us": 0.5, "our": 0.5}


def ground_claims(parse: Parse, claims: Sequence[Claim], user_lists: Sequence[ImportedActors]) -> list[Claim]:
    """The claims with times, then parties, then places, as new records."""
    article = parse.article
    expressions = moved_to_day_after(find_times(article.text, article.published), article.published)
    expressions = joined_days(article.text, expressions)
    places = ground_places(article.text, title=article.title, publisher=article.publisher)
    parties = _Parties(article, user_lists, places)
    out = []
    for claim in claims:
        sentence = parse.sentence_at(claim.trigger.span.start)
        assert sentence is not None
        known = (parse, claim, sentence, expressions, places)
        time, place = _scene(claim.trigger.span, *known)
        for above in clauses_above(claim.trigger.span, sentence):
            then, there = _scene(above, *known)
            time = then if _is_said(then) and _sure(then) > _sure(time) else time
            place = place if place is not None else there
        grounded = parties.of(claim, sentence, parse.sentences[sentence.index - 1] if sentence.index else None)
        out.append(replace(_told_by_speaker(grounded, article.text), time=time, place=place))
    shared = share_scenes(parse, share_in_row(parse, out), expressions, places)
    shared = share_story(parse, share_days(parse, shared, expressions), expressions)
    dated = taken_up([_as_background(c, article.published) for c in shared])
    dated = told_as_history(parse, told_of_old(parse, dated), expressions)
    opened = leave_open(parse, dated, expressions)
    return doers_of_events(parse, named_later(parse, [_as_background(c, article.published) for c in opened]))


def _scene(
    trigger: Span,
    parse: Parse,
    claim: Claim,
    sentence: Sentence,
    expressions: Sequence[TimeExpression],
    places: Sequence[Grounding[Place]],
) -> tuple[TimeMention | None, PlaceMention | None]:
    """When and where what the word at ``trigger`` tells was, for a claim of that sentence."""
    before = parse.sentences[max(0, sentence.index - 3) : sentence.index]
    sides = [p.span for p in (*claim.actors, *claim.recipients)]
    article = parse.article
    return (
        claim_time(trigger, sentence, expressions, article, status=claim.status, act=claim.act, before=before),
        claim_place(trigger, sentence, places, article, parties=sides, act=claim.act, before=before),
    )


def _is_said(time: TimeMention | None) -> bool:
    """Whether the text gives a time, and no mere "in the past"."""
    return time is not None and time.span is not None and not time.grounding.choice.value.endswith("_REF")


def _sure(time: TimeMention | None) -> float:
    return time.grounding.score if time is not None and time.grounding is not None else 0.0


def _as_background(claim: Claim, published: str | None) -> Claim:
    """The claim, marked as background where its time or its words say so."""
    value = claim.time.grounding.choice if claim.time is not None else None
    background = claim.historical or (value is not None and is_historical(value, published))
    return replace(claim, historical=background and claim.status != "planned")


def _told_by_speaker(claim: Claim, text: str) -> Claim:
    """A demand that names nobody who asks is the speaker's: "the town should yield, the general said".

    So is a measure that he orders: "Holm is barred from the park, the judge ruled".
    """
    if not claim.actors and claim.attribution and claim.act in _ORDERED and claim.status in DONE:
        judge = claim.attribution[-1]
        if judge.span is not None and judge.grounding is not None and judge.cue_span.of(text).lower() in _ORDERING:
            return replace(claim, actors=(Party(judge.text, judge.span, judge.span, judge.grounding),))
    if claim.status != "requested" or claim.status_holder is not None or not claim.attribution:
        return claim
    speaker = claim.attribution[-1]
    if speaker.span is None or not (speaker.grounding is not None or speaker.text[:1].isupper()):
        return claim
    asking = Party(speaker.text, speaker.span, speaker.span, grounding=speaker.grounding)
    asked = tuple(p for p in claim.actors if p.actor_id is None or p.actor_id != asking.actor_id)
    # force is done to its recipient, who is not asked for it
    left = () if claim.act in FORCEFUL_TYPES else claim.recipients
    return replace(claim, actors=(asking,), recipients=asked or left, status_holder=asking)


# Measures that are taken by ordering them, and verbs that order.
_ORDERED = frozenset({"COERCE", "SANCTION", "CONCEDE"})
_ORDERING = frozenset({"ordered", "ruled", "decreed"})


# What police say that "they" do.
_BY_POLICE = frozenset({"ACCUSE", "COERCE"})


class _Parties:
    """Who the parties of one article's claims are."""

    def __init__(
        self, article: Article, user_lists: Sequence[ImportedActors], places: Sequence[Grounding[Place]]
    ) -> None:
        self._article = article
        self._reading = read_parties(article, user_lists=user_lists)
        self._misread = misread_countries(self._reading.scan, places, article.publisher)
        self._told: list[Told] = []
        # Of the claim at work: the sentence before its own, its act and whom it befalls.
        self._before: Sentence | None = None
        self._act = ""
        self._befallen: list[Actor] = []

    def of(self, claim: Claim, sentence: Sentence, before: Sentence | None = None) -> Claim:
        """The claim with parties and speakers grounded; a pronoun gives way to the fuller name its sentence has for it.

        ``before`` is the sentence before the claim's own.
        """
        claim = replace(
            claim,
            actors=self._whole(p for p in claim.actors if not is_empty_subject(p, sentence)),
            recipients=self._whole(claim.recipients),
        )
        self._before, self._act = before, claim.act
        grounds = (self._ground(p, undergoing=True) for p in claim.recipients)
        together = any(p.text.lower() in _TOGETHER for p in claim.actors)
        self._befallen = [g.choice for g in grounds if g is not None] if together else []
        speakers = tuple(self._speaker(s) for s in claim.attribution)
        instead: dict[Party, tuple[Party, ...]] = {}

        def party(one: Party, *, undergoing: bool = False) -> Party:
            grounded, fuller = self._party(one, sentence, speakers, undergoing=undergoing)
            if fuller:
                instead[grounded] = fuller
            return grounded

        acting = [party(p) for p in claim.actors]
        undergoing = [party(p, undergoing=True) for p in claim.recipients]
        # "Lund asked for time for him to join": he is nobody who is asked
        undergoing = [p for p in undergoing if not any(_is_again(p, one, sentence) for one in acting)]
        actors, recipients = kept_apart(acting, undergoing)
        for several, others in ((actors, recipients), (recipients, actors)):
            instead.update({p: found for p in several if (found := self._set(p, others))})
        actors, recipients = _unfolded(actors, instead), _unfolded(recipients, instead)
        actors, recipients = each_once(without_beginnings(actors)), each_once(without_beginnings(recipients))
        recipients = _without_own(recipients, actors, sentence)
        actors = tuple(p for p in _without_own(actors, recipients, sentence) if p in actors)
        holder = party(claim.status_holder) if claim.status_holder else None
        recipients = tuple(p for p in recipients if p not in actors)
        self._told.append(Told(actors, recipients))
        return replace(
            claim,
            actors=actors,
            recipients=recipients,
            attribution=speakers,
            status_holder=instead.get(holder, (holder,))[0] if holder is not None else None,
        )

    def _whole(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        """The parties with what a parser has cut off, and an outlet with its name as one ("the daily El Sol")."""
        out: list[Party] = []
        for party in parties:
            one = whole_phrase(party, self._article.text, self._reading)
            if any(other.span.covers(one.span) and other.head_span == one.head_span for other in out):
                continue
            if out and is_name_of(out[-1], one, self._article.text):
                joined = Span(out[-1].span.start, one.span.end)
                out[-1] = replace(one, text=joined.of(self._article.text), span=joined)
            else:
                out.append(one)
        return tuple(out)

    def _set(self, one: Party, others: Sequence[Party]) -> tuple[Party, ...]:
        """Who "both sides" or "the two leaders" are, each as a party of the same words."""
        said = few(one.text)
        if said is None:
            why = f"“{one.text}” are two states"
            return tuple(replace(one, grounding=Grounding(a, _SET, why)) for a in joined_states(one.text))
        why = f"“{one.text}” are those named together before"
        found = members(said, self._told, others, one.span, self._reading)
        return tuple(replace(one, grounding=Grounding(actor, _SET, why)) for actor in found)

    def _party(
        self, one: Party, sentence: Sentence, speakers: Sequence[Speaker], *, undergoing: bool = False
    ) -> tuple[Party, tuple[Party, ...]]:
        """The party grounded; for a pronoun, also the mentions that take its place if the grounding stands."""
        word = "" if one.text == "US" else one.text.lower()  # no "us"
        spoken_for = body_spoken_for(speakers[-1], self._reading) if word in _TOGETHER and speakers else None
        if spoken_for is not None and speakers[-1].grounding is None:
            why = f"“{one.text}” are those whose spokesman speaks"
            return replace(one, grounding=Grounding(spoken_for, _SPEAKER["we"], why)), ()
        if word in _SPEAKER and speakers and speakers[-1].grounding is not None:
            said = speakers[-1].grounding
            state = state_spoken_for(said.choice) if word in _TOGETHER else None
            if state is None and word in _TOGETHER and not undergoing:
                state = state_at_war(said.choice, self._act, self._befallen)
            state = state or spoken_for
            if state is not None:
                why = f"“{one.text}” are those for whom {said.choice.name} speaks"
                return replace(one, grounding=Grounding(state, _SPEAKER[word], why)), ()
            why = f"“{one.text}” is the speaker, {said.choice.name}"
            spoken = replace(one, grounding=Grounding(said.choice, _SPEAKER[word], why))
            return spoken, self._named_speaker(spoken, speakers[-1], sentence)
        if not is_pronoun(word):
            return self._whole_name(replace(one, grounding=self._ground(one))), ()
        for group in named_for(one, sentence, self._article.text):
            if any(self._is_who_quotes(one, other) for other in group):
                continue
            taken = self._taken_up(word, group)
            if taken:
                return replace(one, grounding=taken[0].grounding), taken
        near = self._ground(one, undergoing=undergoing) if word == "it" else None
        opening = opens_after(one, sentence, self._before, self._article.text) if near is None else ()
        if opening and not any(self._is_who_quotes(one, other) for other in opening):
            found = [self._ground(other) for other in opening]
            why = f"“{word}” takes up the subject of the sentence before"
            first = next((g for g in found if g is not None), None)
            each = tuple(replace(o, grounding=g) for o, g in zip(opening, found, strict=True))
            they = replace(one, grounding=replace(first, reason=why) if first is not None else None)
            return they, each if len(each) > 1 else ()
        if word == "they" and self._act in _BY_POLICE and speakers and not undergoing:
            force = force_of(speakers[-1], self._reading)
            if force is not None:
                why = f"“{one.text}” are {force.name}, whose officer speaks"
                return replace(one, grounding=Grounding(force, _SPEAKER["we"], why)), ()
        about = self._spoken_about(speakers)
        if about is not None and may_stand_for(word, about.text, about.text, about.actor, self._reading):
            why = f"“{word}” is said of {about.actor.name}"
            return replace(one, grounding=Grounding(about.actor, _BY_SYNTAX, why)), ()
        return replace(one, grounding=self._ground(one, undergoing=undergoing)), ()

    def _named_speaker(self, one: Party, speaker: Speaker, sentence: Sentence) -> tuple[Party, ...]:
        """The words that name the speaker in the sentence, in place of "I" or "we"."""
        if speaker.span is None or not sentence.span.covers(speaker.span) or is_pronoun(speaker.text):
            return ()
        head = head_of(self._article.text, speaker.span)
        return (replace(one, text=speaker.text, span=speaker.span, head_span=head),)

    def _spoken_about(self, speakers: Sequence[Speaker]) -> ActorMention | None:
        """Of whom the quoted words are said: "they broke the truce, the minister said of the rebels"."""
        text = self._article.text
        for speaker in speakers:
            found = _SAID_OF.match(text, speaker.cue_span.end)
            if found is not None:
                return next((m for m in self._reading.mentions if found.start(1) <= m.span.start <= found.end()), None)
        return None

    def _whole_name(self, one: Party) -> Party:
        """The party with the whole of the person's name that its words only begin ("Prime Minister Theresa" May)."""
        if one.grounding is None or one.grounding.choice.kind != "person":
            return one
        for mention in self._reading.mentions:
            span = mention.span
            if mention.actor.id == one.actor_id and span.covers(one.head_span) and one.span.end < span.end:
                whole = Span(one.span.start, span.end)
                return replace(one, text=whole.of(self._article.text), span=whole)
        return one

    def _taken_up(self, word: str, group: Sequence[Party]) -> tuple[Party, ...]:
        """The parties of ``group`` as what the pronoun takes up; none where one of them does not agree with it."""
        text = self._article.text
        out = []
        for other in group:
            found = self._ground(other)
            head = other.head_span.of(text)
            if found is None:
                if not agrees_unknown(word, head):
                    return ()
                out.append(other)
                continue
            if len(group) == 1 and not may_stand_for(word, other.text, head, found.choice, self._reading):
                return ()
            why = f"“{word}” takes up “{other.text}” of the clause around it; {found.reason}"
            sure = min(_BY_SYNTAX, found.score)
            out.append(replace(other, grounding=Grounding(found.choice, sure, why, found.alternatives)))
        return tuple(out)

    def _is_who_quotes(self, pronoun: Party, other: Party) -> bool:
        """Whether the pronoun stands in a quotation and ``other`` outside: the speaker would say "I" of himself."""
        text, at, named = self._article.text, pronoun.span.start, other.span.start
        opened = quotation_at(text, at)
        if opened is not None and named > at and quotation_at(text, named) != opened:
            return True  # "“is not fit that he should stand trial,” Berg argued"
        opened = full_quotation_at(text, at)
        return opened is not None and full_quotation_at(text, named) != opened

    def _ground(self, one: Party, *, undergoing: bool = False) -> Grounding[Actor] | None:
        span = behind_town(one.span, self._article.text)
        found = ground_span(self._article, span, head=one.head_span, reading=self._reading, undergoing=undergoing)
        person = called_like_place(found, one.text, self._article.text)
        return person or at_home(found, self._misread)

    def _speaker(self, one: Speaker) -> Speaker:
        if one.span is None:
            return one
        return replace(one, grounding=ground_span(self._article, one.span, reading=self._reading))


def _unfolded(parties: Sequence[Party], instead: dict[Party, tuple[Party, ...]]) -> tuple[Party, ...]:
    """The parties, pronouns and joined names replaced by whom they stand for."""
    out: dict[object, Party] = {}
    for party in parties:
        for one in instead.get(party, (party,)):
            out.setdefault((one.span, one.actor_id) if party in instead and one.actor_id else one, one)
    return tuple(out.values())


# "condemned what he called a crime": a subject that stands for nobody but the other side is no second party
_SUBJECTS = frozenset({"he", "she"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})


def _without_own(parties: Sequence[Party], others: Sequence[Party], sentence: Sentence) -> tuple[Party, ...]:
    """The parties without possessives that stand for nobody known or for the other side ("tested its rocket")."""
    theirs = {p.actor_id for p in others} | {None}
    unknown = _POSSESSIVES if not others else _POSSESSIVES | _SUBJECTS
    return tuple(
        p for p in parties if p.text.lower() not in unknown or p.actor_id not in theirs or _is_object(p, sentence)
    )


def _is_again(pronoun: Party, actor: Party, sentence: Sentence) -> bool:
    """Whether the pronoun, in a clause of its own, is the actor once more."""
    same = actor.actor_id is not None and actor.actor_id == pronoun.actor_id
    return same and is_pronoun(pronoun.text) and not in_one_clause(pronoun, actor, sentence)


def _is_object(party: Party, sentence: Sentence) -> bool:
    """Whether "her" is no possessive: "arrested her"."""
    return party.text.lower() == "her" and any(t.tag_ == "PRP" for t in sentence.tokens(party.head_span))
