"""From a parse to claims: match frames, fill roles, read status, attribution and numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.codebook.frames import load_frames
from dragoman.codebook.operators import load_operators
from dragoman.codebook.speech import load_speech
from dragoman.codebook.types import load_types
from dragoman.codebook.words import words
from dragoman.coding import parties as party_rules
from dragoman.coding.attribution import AttributionReader
from dragoman.coding.contexts import ContextReader
from dragoman.coding.matcher import FORCEFUL_TYPES, VERBAL_TYPES, Match, Matcher
from dragoman.coding.numbers import numbers_in
from dragoman.coding.status import Chain, StatusReader
from dragoman.coding.syntax import arguments, is_noun, is_verb
from dragoman.records import Attribution, Claim, Number, Parse, Quote, Sentence, Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.settings import Settings

# Raised whenever rules or data change what is coded; the archive records it and `recode` looks at it.
CODER_VERSION = "1"
_SAID_BY_OPERATORS = VERBAL_TYPES | {"ACCUSE"}  # "opposes the launch" refuses it and blames nobody beside
# A frame's own confidence before a model speaks: by how much of it the text filled.
_BASE_CONFIDENCE = {"both": 0.8, "actor": 0.65, "recipient": 0.6, "none": 0.4}
_FIXED_WORD = 0.1  # … and this more where the frame asks for a second word: "hold talks" says more than "head"


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making: the match, its status chain, and the heads of its parties."""

    match: Match
    chain: Chain
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    holder: Token | None


class FrameCoder:
    """Codes parses by frames. Holds the codebook; loading it costs a fraction of a second."""

    def __init__(self, settings: Settings) -> None:
        self.types = load_types(settings.codebook)
        self.frames = load_frames(self.types, settings.codebook)
        self.operators = load_operators(self.types)
        self.matcher = Matcher(self.frames)
        self.status = StatusReader(self.operators)
        self.attributions = AttributionReader(load_speech())
        self.contexts = ContextReader()

    def code(self, parse: Parse) -> list[Claim]:
        """The claims of an article in order of text, not yet grounded."""
        said = self.attributions.read(parse)
        claims: list[Claim] = []
        for sentence in parse.sentences:
            if sentence.doc is not None:
                claims.extend(self._code_sentence(parse, sentence, said))
        return claims

    def drafts(self, sentence: Sentence) -> list[Draft]:
        """What the frames find in one parsed sentence, overlaps settled."""
        if sentence.doc is None:
            return []
        found = []
        for match in self.matcher.matches(sentence.doc):
            chain = _carried_out(self.status.read(match.trigger), match)
            draft = _cast(match, chain)
            if draft is not None:
                found.append(draft)
        # An act under "demanded", "refused" or "agreed" says all that the operator's own frame would say.
        governed = {t.i for d in found if d.chain.embedded for t in d.chain.used}
        return [
            d
            for d in found
            if not (d.match.trigger.i in governed and d.match.frame.type in _SAID_BY_OPERATORS) and not _mere_mention(d)
        ]

    def _code_sentence(self, parse: Parse, sentence: Sentence, said: Sequence[Attribution]) -> list[Claim]:
        assert sentence.doc is not None
        drafts = self.drafts(sentence)
        if not drafts:
            return []
        text, offset = parse.article.text, sentence.span.start
        contexts = self.contexts.read(sentence.doc)
        out: list[Claim] = []
        for draft in drafts:
            claim = self._claim(parse, sentence, draft, said, contexts, text, offset)
            if not any(_same(claim, other) for other in out):
                out.append(claim)
        return out

    def _claim(
        self,
        parse: Parse,
        sentence: Sentence,
        draft: Draft,
        said: Sequence[Attribution],
        contexts: tuple[str, ...],
        text: str,
        offset: int,
    ) -> Claim:
        match, chain = draft.match, draft.chain
        frame = match.frame
        span = Span(match.trigger.idx, match.trigger.idx + len(match.trigger.text)).shift(offset)
        plover = self.types.plover(frame.type, chain.status)
        mode = frame.mode
        actors = tuple(party_rules.to_party(t, offset, text) for t in draft.actors)
        recipients = tuple(party_rules.to_party(t, offset, text) for t in draft.recipients)
        filled = "both" if actors and recipients else "actor" if actors else "recipient" if recipients else "none"
        cue = None
        if chain.cue is not None:
            cue_span = Span(chain.cue.idx, chain.cue.idx + len(chain.cue.text)).shift(offset)
            cue = Quote(cue_span.of(text), cue_span)
        fitting = " ".join(t.text for t in sorted(set(match.used), key=lambda t: t.i))
        explanation = [f"frame {frame.id}: '{fitting}' fits '{match.pattern.source}' ({frame.gloss or frame.type})"]
        explanation += [f"status {step}" for step in chain.steps]
        if plover != frame.type:
            explanation.append(f"{frame.type} that is {chain.status} is {plover} (act × status table)")
        return Claim(
            id=_claim_id(parse.article.id, span, frame.type, chain.status),
            article_id=parse.article.id,
            act=frame.type,
            mode=mode,
            cameo=frame.cameo,
            status=chain.status,
            historical=_background(sentence.span.of(text)),
            plover=plover,
            quad=self.types.quad(plover),
            score=self.types.score(plover, mode if plover == frame.type else None),
            actors=actors,
            recipients=recipients,
            time=None,
            place=None,
            attribution=_speakers(said, span, text),
            numbers=_numbers(match, draft, offset, text),
            trigger=Quote(span.of(text), span),
            evidence=Quote(sentence.span.of(text), sentence.span),
            contexts=contexts,
            confidence=_BASE_CONFIDENCE[filled] + (_FIXED_WORD if match.pattern.fixed else 0.0),
            explanation=tuple(explanation),
            coder_version=CODER_VERSION,
            status_cue=cue,
            status_holder=party_rules.to_party(draft.holder, offset, text) if draft.holder is not None else None,
            frame=frame.id,
        )


# Types that whoever orders them does: "the judge ordered him jailed", "the president ordered sanctions".
_BY_ORDER = frozenset({"COERCE", "SANCTION", "MOBILIZE"})


def _carried_out(chain: Chain, match: Match) -> Chain:
    """Let an order to coerce, punish or mobilise count as the act: whoever orders it is its doer."""
    cue = chain.cue
    if chain.status == "requested" and cue is not None and cue.lemma_ == "order" and match.frame.type in _BY_ORDER:
        chain.set("occurred", cue, "ordered by who can")
    return chain


def _cast(match: Match, chain: Chain) -> Draft | None:
    """Give the roles to parties; a claim needs at least one."""
    actors = party_rules.parties(match.roles.get("ACTOR", ()), inside=False)
    if not actors:
        actors = [
            t for t in party_rules.parties(match.roles.get("ACTOR", ())) if t.dep_ in ("poss", "amod", "compound")
        ]
    recipients = [t for t in party_rules.parties(match.roles.get("RECIPIENT", ())) if t not in actors]
    if not recipients and match.frame.type in FORCEFUL_TYPES:
        objects = [t for t in match.used if t.dep_ in ("dobj", "nsubjpass")]  # "boarded the tanker"
        recipients = [t for t in (*match.roles.get("RECIPIENT", ()), *objects) if party_rules.is_target(t)]
    if not actors and match.pos == "noun" and chain.status in ("planned", "offered", "refused", "cancelled", "denied"):
        actors = [t for t in party_rules.parties(chain.doers, inside=False) if t not in recipients]
    holder: Token | None = None
    ordered = chain.cue is not None and chain.cue.lemma_ == "order" and match.frame.type in _BY_ORDER
    if ordered and chain.status == "occurred":
        holders = party_rules.parties(chain.holders)
        asked = party_rules.parties(chain.addressees)
        recipients = recipients or [t for t in asked if t not in holders]
        actors = holders or actors
    if chain.holders and chain.status in ("requested", "threatened"):
        holders = party_rules.parties(chain.holders)
        if holders:
            holder = holders[0]
            asked = [t for t in party_rules.parties(chain.addressees) if t not in holders]
            if chain.status == "requested":
                # CODING: "the actor is who asks, the recipient who is asked"
                did = [t for t in actors if t not in holders]
                recipients = asked or did or recipients
            actors = holders
            recipients = [t for t in recipients if t not in actors]
    if chain.status == "refused" and chain.cue is not None and is_verb(chain.cue):
        actors, recipients = _refuser_and_refused(chain, actors, recipients)
    if not actors and not recipients:
        return None
    return Draft(match, chain, tuple(actors), tuple(recipients), holder)


def _refuser_and_refused(
    chain: Chain, actors: list[Token], recipients: list[Token]
) -> tuple[list[Token], list[Token]]:
    """Who refuses, and whom: whoever asked, offered or did it.

    "the president rejected a call from Mandela to postpone the vote", "Beijing opposes Tokyo's launch".
    """
    assert chain.cue is not None
    refusers = party_rules.parties(arguments(chain.cue).subjects)
    asking = party_rules.parties(chain.holders)
    for word in chain.used:
        if word != chain.cue and is_noun(word):  # "Seoul's offer to hold talks"
            asking += [t for t in party_rules.parties_inside(word) if t not in asking]
    did = [t for t in actors if t not in refusers]
    refused = [t for t in (asking or did) if t not in refusers]
    if not refusers or not refused:
        return actors, recipients
    return refusers, refused


def _mere_mention(draft: Draft) -> bool:
    """Whether a noun only names an event as background to another act."""
    match, chain = draft.match, draft.chain
    noun = match.trigger
    if match.pos != "noun" or not is_noun(noun):
        return False
    if _restates(noun):
        return True
    if chain.embedded or chain.status != "occurred":
        return False
    if draft.actors and draft.recipients:
        return False
    head = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj") and is_verb(head):
        return head.lemma_ not in _TELLING
    if noun.dep_ == "pobj" and head.lower_ in ("of", "about") and _is_report(head.head):
        return False
    return noun.dep_ != "ROOT"


def _restates(noun: Token) -> bool:
    """Whether the noun names again what the clause above tells: "…, marking his second meeting with officials"."""
    verb = noun.head
    return noun.dep_ in ("dobj", "attr") and verb.dep_ in ("advcl", "relcl") and verb.lemma_ in ("mark", "represent")


def _is_report(token: Token) -> bool:
    """Whether ``token`` brings news of what follows: "reports of abuse", "reports emerged about the abuse"."""
    if token.lemma_ in _REPORTS:
        return True
    return is_verb(token) and any(c.dep_ in ("nsubj", "dobj") and c.lemma_ in _REPORTS for c in token.children)


_REPORTS = frozenset({"report", "allegation", "claim", "news", "account", "evidence", "testimony", "footage", "word"})


# Verbs that tell that the event named by a noun came about.
_TELLING = frozenset(
    (
        "occur",
        "happen",
        "take",
        "begin",
        "start",
        "continue",
        "hold",
        "follow",
        "erupt",
        "break",
        "kill",
        "leave",
        "hit",
        "last",
        "end",
    )
)


def _speakers(said: Sequence[Attribution], trigger: Span, text: str) -> tuple[Speaker, ...]:
    """Who says so: every attribution whose content covers the trigger, outermost first."""
    covering = [a for a in said if a.content_span.covers(trigger) and not a.cue_span.overlaps(trigger)]
    covering.sort(key=lambda a: (-(a.content_span.end - a.content_span.start), a.cue_span.start))
    out = []
    for a in covering:
        words = a.source_span.of(text) if a.source_span is not None else ""
        out.append(Speaker(words, a.source_span, a.cue_span.of(text), a.cue_span))
    return tuple(out)


def _numbers(match: Match, draft: Draft, offset: int, text: str) -> tuple[Number, ...]:
    heads: list[Token] = []
    args = arguments(match.trigger) if is_verb(match.trigger) else None
    for token in [*match.roles.get("RECIPIENT", ()), *match.roles.get("THING", ()), *(args.objects if args else ())]:
        if token not in heads:
            heads.append(token)
    if not is_verb(match.trigger):
        heads.append(match.trigger)
    out: list[Number] = []
    for head in heads:
        for number in numbers_in(head, offset, text):
            if all(number.span != n.span for n in out):
                out.append(number)
    return tuple(sorted(out, key=lambda n: n.span))


def _same(one: Claim, other: Claim) -> bool:
    return (
        one.act == other.act
        and one.status == other.status
        and [p.span for p in one.actors] == [p.span for p in other.actors]
        and [p.span for p in one.recipients] == [p.span for p in other.recipients]
        and one.evidence.span == other.evidence.span
        and abs(one.trigger.span.start - other.trigger.span.start) < 40
    )


def _background(sentence: str) -> bool:
    """Whether the sentence itself says that it tells of what lies behind the news."""
    lower = sentence.lower()
    return any(cue in lower for cue in words("background"))


def _claim_id(article_id: str, trigger: Span, act: str, status: str) -> str:
    digest = hashlib.sha256(f"{article_id}:{trigger.start}:{trigger.end}:{act}:{status}".encode())
    return f"{article_id[:8]}-{digest.hexdigest()[:10]}"
