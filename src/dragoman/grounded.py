"""Claims grounded: the time and place of each, and who its parties and speakers are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.antecedents import named_for
from dragoman.grounding.actors import ImportedActors, ground_span, is_pronoun, read_parties
from dragoman.grounding.actors.binding import kept_apart
from dragoman.grounding.actors.pronouns import may_stand_for
from dragoman.grounding.places import claim_place, ground_places
from dragoman.grounding.times import claim_time, find_times, is_historical
from dragoman.records import Actor, Article, Claim, Grounding, Parse, Party, Sentence, Speaker

# A clause above that offers a party which agrees with the pronoun is a better sign than nearness in the text.
_BY_SYNTAX = 0.75
# "we" and "I" are whoever is quoted; "we" may be more than the speaker.
_SPEAKER = {"i": 0.7, "me": 0.7, "my": 0.7, "we": 0.5, "us": 0.5, "our": 0.5}


def ground_claims(parse: Parse, claims: Sequence[Claim], user_lists: Sequence[ImportedActors]) -> list[Claim]:
    """The claims with times, then parties, then places, as new records."""
    article = parse.article
    expressions = find_times(article.text, article.published)
    parties = _Parties(article, user_lists)
    places = ground_places(article.text, title=article.title, publisher=article.publisher)
    out = []
    for claim in claims:
        sentence = parse.sentence_at(claim.trigger.span.start)
        assert sentence is not None
        time = claim_time(
            claim.trigger.span, sentence, expressions, article, status=claim.status,
            before=parse.sentences[max(0, sentence.index - 3) : sentence.index],
        )  # fmt: skip
        value = time.grounding.choice if time is not None else None
        background = claim.historical or (value is not None and is_historical(value, article.published))
        place = claim_place(
            claim.trigger.span,
            sentence,
            places,
            article,
            parties=[p.span for p in (*claim.actors, *claim.recipients)],
        )
        historical = background and claim.status not in ("planned",)
        out.append(replace(parties.of(claim, sentence), time=time, place=place, historical=historical))
    return out


class _Parties:
    """Who the parties of one article's claims are."""

    def __init__(self, article: Article, user_lists: Sequence[ImportedActors]) -> None:
        self._article = article
        self._reading = read_parties(article, user_lists=user_lists)

    def of(self, claim: Claim, sentence: Sentence) -> Claim:
        """The claim with parties and speakers grounded; a pronoun gives way to the fuller name its sentence has for it."""
        speakers = tuple(self._speaker(s) for s in claim.attribution)
        instead: dict[Party, Party] = {}

        def party(one: Party) -> Party:
            grounded, fuller = self._party(one, sentence, speakers)
            if fuller is not None:
                instead[grounded] = fuller
            return grounded

        actors, recipients = kept_apart(map(party, claim.actors), map(party, claim.recipients))
        holder = party(claim.status_holder) if claim.status_holder else None
        return replace(
            claim,
            actors=tuple(instead.get(p, p) for p in actors),
            recipients=tuple(instead.get(p, p) for p in recipients),
            attribution=speakers,
            status_holder=instead.get(holder, holder) if holder is not None else None,
        )

    def _party(self, one: Party, sentence: Sentence, speakers: Sequence[Speaker]) -> tuple[Party, Party | None]:
        """The party grounded; for a pronoun, also the mention that takes its place if the grounding stands."""
        word = "" if one.text == "US" else one.text.lower()  # no "us"
        if word in _SPEAKER and speakers and speakers[-1].grounding is not None:
            said = speakers[-1].grounding
            why = f"“{one.text}” is the speaker, {said.choice.name}"
            return replace(one, grounding=Grounding(said.choice, _SPEAKER[word], why)), None
        if not is_pronoun(word):
            return replace(one, grounding=self._ground(one)), None
        for other in named_for(one, sentence, self._article.text):
            found = self._ground(other)
            if found is None:
                continue
            head = other.head_span.of(self._article.text)
            if may_stand_for(word, other.text, head, found.choice, self._reading):
                why = f"“{one.text}” takes up “{other.text}”, the subject of the clause around it; {found.reason}"
                grounding = Grounding(found.choice, min(_BY_SYNTAX, found.score), why, found.alternatives)
                return replace(one, grounding=grounding), replace(other, grounding=grounding)
        return replace(one, grounding=self._ground(one)), None

    def _ground(self, one: Party) -> Grounding[Actor] | None:
        return ground_span(self._article, one.span, head=one.head_span, reading=self._reading)

    def _speaker(self, one: Speaker) -> Speaker:
        if one.span is None:
            return one
        return replace(one, grounding=ground_span(self._article, one.span, reading=self._reading))
