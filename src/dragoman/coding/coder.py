"""From a parse to claims: match frames, fill roles, read status, attribution and numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.codebook.frames import load_frames, load_learnt, load_no_acts
from dragoman.codebook.operators import load_operators
from dragoman.codebook.own import load_own
from dragoman.codebook.speech import load_speech
from dragoman.codebook.types import load_types
from dragoman.codebook.words import words
from dragoman.coding.admission import FORCEFUL_TYPES
from dragoman.coding.attribution import AttributionReader
from dragoman.coding.attribution.quotes import quotations
from dragoman.coding.casting import Draft, cast
from dragoman.coding.contexts import ContextReader
from dragoman.coding.demands import demands, may_demand
from dragoman.coding.heeding import heeded
from dragoman.coding.matcher import VERBAL_TYPES, Match, Matcher
from dragoman.coding.mentions import is_mere_mention, is_mere_thought, is_of_anybody
from dragoman.coding.no_deed import tells_no_deed
from dragoman.coding.numbers import numbers_in
from dragoman.coding.orders import carried_out, is_averted, own_status
from dragoman.coding.phrases import to_party
from dragoman.coding.proposals import TOLD, Learnt, proposals
from dragoman.coding.scenes import is_scene
from dragoman.coding.shared import with_target
from dragoman.coding.speakers import claimants, speakers
from dragoman.coding.spoken import by_speaker
from dragoman.coding.status import StatusReader
from dragoman.coding.syntax import arguments, is_verb
from dragoman.coding.undergoing import struck_in, struck_when
from dragoman.records import DONE, Attribution, Claim, Number, Parse, Quote, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.coding.tagger import Hint, Hints
    from dragoman.settings import Settings

# Raised whenever rules or data change what is coded; the archive records it and `recode` looks at it.
CODER_VERSION = "11"
_SAID_BY_OPERATORS = VERBAL_TYPES | {"ACCUSE"}  # "opposes the launch" refuses it and blames nobody beside
# A frame's own confidence before a model speaks: by how much of it the text filled.
_BASE_CONFIDENCE = {"both": 0.8, "actor": 0.65, "recipient": 0.6, "none": 0.4}
_FIXED_WORD = 0.1  # … and this more where the frame asks for a second word: "hold talks" says more than "head"


class FrameCoder:
    """Codes parses by frames. Holds the codebook; loading it costs a fraction of a second."""

    def __init__(self, settings: Settings) -> None:
        self.types = load_types(settings.codebook)
        self.frames = load_frames(self.types, settings.codebook)
        self.own = load_own(settings.codebook) if settings.codebook is not None else None
        self.learnt = Learnt(load_learnt(self.types), self.frames)
        self.demand = replace(self.learnt.frame("REQUEST", "*"), gloss="says what somebody must do")
        self.operators = load_operators(self.types)
        self.matcher = Matcher((*self.frames, *load_no_acts(self.types)))
        self.status = StatusReader(self.operators)
        self.attributions = AttributionReader(load_speech())
        self.contexts = ContextReader()

    def code(self, parse: Parse, *, thoughts: bool = False, hints: Hints | None = None) -> list[Claim]:
        """The claims of an article in order of text, not yet grounded.

        ``thoughts``: with acts that are only feared, weighed or another act's aim (see ``is_mere_thought``).
        ``hints``: with acts in words that no frame has; asked only where some frame fits in the article.
        """
        quotes = quotations(parse)
        said = self.attributions.read(parse, quotes)
        read = [s for s in parse.sentences if s.doc is not None]
        fitting = [self._fitting(s) for s in read]
        found = [[d for d in drafts if not is_mere_mention(d)] for drafts in fitting]
        if hints is not None and any(found):
            for sentence, drafts in zip(read, fitting, strict=True):
                if drafts or (sentence.doc is not None and may_demand(sentence.doc, self.status)):
                    hints.expect(sentence)
            found = [self._with_told(*each, hints) for each in zip(read, fitting, found, strict=True)]
        return [
            claim
            for sentence, drafts in zip(read, found, strict=True)
            for claim in self._claims(parse, sentence, drafts, said, quotes, thoughts)
        ]

    def is_own(self, frame: str | None) -> bool:
        """Whether it is a frame of the user's own codebook: then the user decides what counts, not the shipped models."""
        return self.own is not None and frame in self.own.frames

    def _with_told(self, sentence: Sentence, fitting: Sequence[Draft], found: list[Draft], hints: Hints) -> list[Draft]:
        """What frames found, what they held for a mere mention though the tagger sees it told, and what it alone finds; without
        what somebody is only accused of, unless it is told."""
        assert sentence.doc is not None
        told = {t.idx: hint for t in sentence.doc if (hint := hints.at(sentence.span.start + t.idx)) is not None}
        if not told:
            return found
        charges = _charges(found)
        befallen = {t for d in found if d.match.frame.type in FORCEFUL_TYPES for t in d.recipients}
        out = []
        for draft in fitting:
            hint = self._governing(draft, told) or _strongest(draft, told)
            if hint is not None and draft.match.frame.type == "REJECT" and hint.status == "denied":
                hint = replace(hint, status=draft.chain.status)  # "denied wrongdoing": the denial was made
            own = self.is_own(draft.match.frame.id)
            if not own and _is_charge(draft, charges) and (hint is None or hint.chance(draft.match.frame.type) < TOLD):
                continue
            if hint is None:
                out += [draft] if draft in found else []
                continue
            hints.lend(sentence.span.start + draft.match.trigger.idx, draft.match.frame.type, hint)
            if draft in found or hint.chance(draft.match.frame.type) >= TOLD:
                out.append(draft if own else heeded(draft, hint, befallen))
        taken = {t.i for d in out for t in (d.match.trigger, *d.match.used, *d.chain.used)}
        for draft, hint in demands(sentence.doc, told, taken, self.demand, self.status):
            hints.lend(sentence.span.start + draft.match.trigger.idx, "REQUEST", hint)
            out.append(draft)
            taken |= {t.i for t in draft.match.used}
        found_by_tagger = proposals(sentence.doc, told, taken, self.learnt, self.status)
        fit = (d for d in found_by_tagger if not (tells_no_deed(d) or self.matcher.is_no_act(d.match.trigger)))
        return [*out, *fit]

    def _governing(self, draft: Draft, told: Mapping[int, Hint]) -> Hint | None:
        """The hint on the word above the act, where the tagger sees the refusing, asking or agreeing told rather than the thing
        itself: "<rejected> the offer of talks", "<agreed> to a swap of prisoners"."""
        chain, frame = draft.chain, draft.match.frame
        hint = told.get(chain.cue.idx) if chain.cue is not None and chain.embedded else None
        if hint is None or hint.act == frame.type:
            return None
        comes_to = {self.types.plover(frame.type, chain.status), *(["AGREE"] if chain.status == "planned" else [])}
        if hint.act not in comes_to:
            return None
        own = _strongest(draft, told)
        sure = hint.chance(hint.act)
        if sure < TOLD or (own is not None and own.chance(frame.type) >= sure):
            return None
        return replace(hint, act=frame.type, status=chain.status)

    def drafts(self, sentence: Sentence) -> list[Draft]:
        """What the frames find in one parsed sentence, overlaps settled, without what is only mentioned."""
        return [d for d in self._fitting(sentence) if not is_mere_mention(d)]

    def _fitting(self, sentence: Sentence) -> list[Draft]:
        """What the frames find in one parsed sentence, overlaps settled."""
        if sentence.doc is None:
            return []
        found = []
        for match in self.matcher.matches(sentence.doc):
            chain = carried_out(self.status.read(match.trigger, match.frame.type, own_status(match)), match)
            draft = cast(match, chain)
            if draft is None or tells_no_deed(draft) or (match.pos == "verb" and is_of_anybody(match.trigger)):
                continue
            found.append(draft)
        # An act under "demanded", "refused" or "agreed" says all that the operator's own frame would say.
        turned_down = {d.match.trigger.i for d in found if _turns_down(d.match)}
        found = [d for d in found if d.chain.status != "denied" or turned_down.isdisjoint(t.i for t in d.chain.used)]
        charges = _charges(found)
        found = [d for d in found if not (d.match.frame.by_speaker and _is_charge(d, charges))]
        asking = {d.match.trigger.i for d in found if d.match.frame.type == "REQUEST"}
        found = [d for d in found if not (is_averted(d.match, d.chain) and asking & {t.i for t in d.chain.used})]
        ruled = {d.match.trigger for d in found if d.match.frame.type in ("COERCE", "SANCTION")}
        found = [d for d in found if not _only_rules(d, ruled)]
        found = [with_target(_by_whose_blow(d, found), found) for d in found]
        # … but "rejected claims that he had lied" denies no deed that a record has
        governed = {t.i for d in found if d.chain.embedded and not _only_blame_denied(d) for t in d.chain.used}
        return [d for d in found if not (d.match.frame.type in _SAID_BY_OPERATORS and _says_no_more(d.match, governed))]

    def _claims(
        self,
        parse: Parse,
        sentence: Sentence,
        drafts: Sequence[Draft],
        said: Sequence[Attribution],
        quotes: Sequence[Span],
        thoughts: bool,
    ) -> list[Claim]:
        assert sentence.doc is not None
        drafts = [d for d in drafts if thoughts or not is_mere_thought(d)]
        if not drafts:
            return []
        drafts.sort(key=lambda d: d.match.trigger.i)
        text, offset = parse.article.text, sentence.span.start
        contexts = self.contexts.read(sentence.doc)
        out: list[tuple[Claim, Draft]] = []
        for draft in drafts:
            claim = self._claim(parse, sentence, draft, said, quotes, contexts, text, offset)
            if draft.match.frame.by_speaker and draft.holder is None and not (draft.proposed and draft.actors):
                spoken = by_speaker(claim, parse)
                if spoken is None and not draft.proposed:
                    continue
                claim = spoken or claim
            if not any(_same(claim, other) and not _two_predicates(draft, before) for other, before in out):
                out.append((claim, draft))
        return [claim for claim, _ in out]

    def _claim(
        self,
        parse: Parse,
        sentence: Sentence,
        draft: Draft,
        said: Sequence[Attribution],
        quotes: Sequence[Span],
        contexts: tuple[str, ...],
        text: str,
        offset: int,
    ) -> Claim:
        match, chain = draft.match, draft.chain
        frame = match.frame
        span = Span(match.trigger.idx, match.trigger.idx + len(match.trigger.text)).shift(offset)
        plover = self.types.plover(frame.type, chain.status)
        mode = frame.mode
        taken = (*match.used, *match.roles.get("ACT", ()), *match.roles.get("THING", ()))
        actors = tuple(to_party(t, offset, text, taken) for t in draft.actors)
        recipients = tuple(to_party(t, offset, text, taken) for t in draft.recipients if not is_scene(t, frame.type))
        filled = "both" if actors and recipients else "actor" if actors else "recipient" if recipients else "none"
        cue = None
        if chain.cue is not None:
            cue_span = Span(chain.cue.idx, chain.cue.idx + len(chain.cue.text)).shift(offset)
            cue = Quote(cue_span.of(text), cue_span)
        explanation = [_why(draft)]
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
            historical=draft.chain.background is not None or _background(sentence.span.of(text)),
            plover=plover,
            quad=self.types.quad(plover),
            score=self.types.score(plover, mode if plover == frame.type else None),
            actors=actors,
            recipients=recipients,
            time=None,
            place=None,
            attribution=(*speakers(draft, said, quotes, offset, text), *claimants(draft, actors, offset, text)),
            numbers=_numbers(match, offset, text),
            trigger=Quote(span.of(text), span),
            evidence=Quote(sentence.span.of(text), sentence.span),
            contexts=contexts,
            confidence=draft.proposed or _BASE_CONFIDENCE[filled] + (_FIXED_WORD if match.pattern.fixed else 0.0),
            explanation=tuple(explanation),
            coder_version=CODER_VERSION,
            status_cue=cue,
            status_holder=to_party(draft.holder, offset, text) if draft.holder is not None else None,
            frame=frame.id,
        )


def _by_whose_blow(draft: Draft, found: Sequence[Draft]) -> Draft:
    """The draft of somebody killed or hurt by nobody named, with the doer of the blow its clause tells of: "six were killed
    when rebels attacked a village", "a rebel raid in which six were killed"."""
    hurt = draft.match
    if hurt.frame.type != "ASSAULT" or draft.actors or not hurt.passive or draft.chain.status not in DONE:
        return draft
    blows = [d for d in found if d.match.frame.type == "ASSAULT" and d.actors and d.chain.status in DONE]
    by = next((d for d in blows if struck_when(hurt.trigger, d.match.trigger)), None)
    if by is None:
        events = [d for d in blows if d.match.pos == "noun" and struck_in(hurt.trigger, d.match.trigger)]
        by = max(events, key=lambda d: d.match.trigger.i, default=None)
    return replace(draft, actors=tuple(t for t in by.actors if t not in draft.recipients)) if by is not None else draft


def _strongest(draft: Draft, told: Mapping[int, Hint]) -> Hint | None:
    """The hint on the word of the frame that most likely tells its act: the noun of "had misgivings", of "talks will open"."""
    match = draft.match
    words = {t.idx for t in (match.trigger, *match.used, *(t for side in match.roles.values() for t in side))}
    here = [told[at] for at in sorted(words) if at in told]
    return max(here, key=lambda h: (h.chance(match.frame.type), h.told), default=None)


def _why(draft: Draft) -> str:
    """Why the words tell this act."""
    match, frame = draft.match, draft.match.frame
    if draft.proposed:
        return f"no frame has '{match.trigger.text}'; the tagger reads {frame.type} in it ({draft.proposed:.2f})"
    fitting = " ".join(t.text for t in sorted(set(match.used), key=lambda t: t.i))
    return f"frame {frame.id}: '{fitting}' fits '{match.pattern.source}' ({frame.gloss or frame.type})"


def _says_no_more(match: Match, governed: set[int]) -> bool:
    """Whether the verb, or what "be" says, is an operator over an act: "urged", "is ready to"."""
    points_on = match.trigger.lemma_ == "be" or match.trigger.lemma_ in _REPEATING  # "repeated a call for talks"
    words_of_it = match.used if points_on else (match.trigger,)
    return any(t.i in governed for t in words_of_it)


def _only_blame_denied(draft: Draft) -> bool:
    return draft.chain.status == "denied" and draft.match.frame.type == "ACCUSE"


_REPEATING = ("repeat", "reiterate", "renew", "restate", "echo")


def _charges(found: Sequence[Draft]) -> set[Token]:
    """The words of what somebody is accused of: the "staging" of "accused the government of staging the attack"."""
    return {t for d in found if d.match.frame.type == "ACCUSE" for t in d.match.roles.get("ACT", ())}


def _is_charge(draft: Draft, charges: Collection[Token]) -> bool:
    """Whether the draft tells only what somebody is accused of: "accused him of breaking his word"."""
    word = draft.match.trigger
    return word in charges or (word.dep_ == "conj" and word.head in charges)


def _turns_down(match: Match) -> bool:
    """Whether "deny" means that an asking was refused ("denied a motion to delay the trial"), not that a deed was done."""
    if match.frame.type != "REJECT" or match.trigger.lemma_ != "deny":
        return False
    return any(t.lemma_ in _ASKINGS for t in match.used)


_ASKINGS = words("askings")


def _only_rules(draft: Draft, ruled: Collection[Token]) -> bool:
    """Whether an order is told again behind what it brings: "he is barred from the town, the judge <ordered>"."""
    verb = draft.match.trigger
    return draft.match.frame.type == "REQUEST" and any(c.dep_ == "ccomp" and c in ruled for c in verb.lefts)


def _numbers(match: Match, offset: int, text: str) -> tuple[Number, ...]:
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


def _two_predicates(one: Draft, other: Draft) -> bool:
    """Whether two verbs tell of two deeds to the same party: "killed and wounded villagers"."""
    first, second = one.match.trigger, other.match.trigger
    if not (is_verb(first) and is_verb(second)) or first.lemma_ == second.lemma_:
        return False
    return first not in other.match.used and second not in one.match.used


def _background(sentence: str) -> bool:
    """Whether the sentence itself says that it tells of what lies behind the news."""
    lower = sentence.lower()
    return any(cue in lower for cue in words("background"))


def _claim_id(article_id: str, trigger: Span, act: str, status: str) -> str:
    digest = hashlib.sha256(f"{article_id}:{trigger.start}:{trigger.end}:{act}:{status}".encode())
    return f"{article_id[:8]}-{digest.hexdigest()[:10]}"
