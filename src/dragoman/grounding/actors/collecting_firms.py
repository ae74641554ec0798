"""Firms and ships that a report names: airlines, names that end as a firm's do, "the tanker Aurora"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from dragoman.codebook.words import words as codebook_words
from dragoman.gazetteers import countries
from dragoman.grounding.actors import identities
from dragoman.grounding.actors.collecting import MOST_ACRONYMS, Collector
from dragoman.grounding.actors.scan import NameRun
from dragoman.grounding.actors.scores import GUESSED, SHORT, TITLED
from dragoman.grounding.actors.words import given_name, words
from dragoman.records import Actor, ActorMention, Span

_FIRM = re.compile(r",?\s(?:Inc|Corp|Corporation|Ltd|LLC|Co|Holdings|PLC|plc)\.?$")
# "American Airlines", "Delta Air Lines", "British Airways".
_CARRIER = re.compile(r"\b((?:[A-ZÀ-Þ][\w-]+ ){0,2}[A-ZÀ-Þ][\w-]+) (?:Airlines?|Air Lines|Airways)\b")
_VESSELS = "|".join(sorted(codebook_words("vessels")))
_VESSEL_BEHIND = re.compile(rf",\s(?:an?|the)\s(?:(?!and\b)[\w-]+\s){{0,5}}?(?:{_VESSELS})\b")
_VESSEL_BEFORE = re.compile(rf"\b(?:{_VESSELS})\s(?:named\s|called\s)?(?:the\s)?$")
_LONGEST_FIRM = 4
# A firm that no list has is named at least this often before the text says "the company".
_OFTEN = 3
_ACTS = re.compile(
    r"(?:[’']s)?\s(?:said|says|told|has|had|will|would|is|was|suspects|sells|makes|hired|fired|bought|owns|sued|paid|lost|"
    r"announced|declined|denied|rejected|agreed|plans|wants|offered|revealed|admitted|pledged|promised|"
    r"apologised|apologized|also)\b"
)
_ARTICLE = re.compile(r"\b[Tt]he\s$")


class Firms:
    """The rules for firms and ships."""

    def __init__(self, collector: Collector) -> None:
        self._collector = collector
        # Capitalised words that no rule has explained and that act: firms, where the text goes on with "the company".
        self._unlisted: list[ActorMention] = []
        # The ships with a name, and where it ends: looked for once "the tanker" asks for them.
        self._vessels: list[tuple[int, str]] | None = None

    def carriers(self) -> None:
        """Airlines, and the first word of their names where it acts ("American Airlines … American promised")."""
        if "Air" not in self._collector.text:
            return
        seen: dict[str, Actor] = {}
        for found in islice(_CARRIER.finditer(self._collector.text), MOST_ACRONYMS):
            span = Span(*found.span())
            short = found[1].removeprefix("The ")
            span = Span(span.end - len(span.of(self._collector.text).removeprefix("The ")), span.end)
            listed = self._collector.scan.hit_over(span.start)
            if listed is not None and listed.known is not None and listed.span.end >= span.end:
                actor = self._collector.of_hit(listed)
            else:
                code = listed.country.country.alpha3 if listed is not None and listed.country is not None else None
                actor = identities.named_organisation(span.of(self._collector.text), code, ("BUS",))
            self._collector.add(span, actor, TITLED, "a name that ends in a word for an airline")
            state = countries.match(short)
            if state is None or state.how == "demonym":  # "Kenya" is not Kenya Airways
                seen.setdefault(short, actor)
        for short, actor in seen.items():
            for use in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-])(?=(?:[’']s)?\s)", self._collector.text):
                if _ACTS.match(self._collector.text, use.end()) or self._by_verb(use.end()):
                    self._collector.add(Span(*use.span()), actor, SHORT, f"short for {actor.name}")

    def _by_verb(self, end: int) -> bool:
        """Whether a verb of what a body does stands behind the words that end there."""
        verb = re.match(r"\s(\w+)", self._collector.text[end : end + 20])
        return verb is not None and verb[1] in words().speech | words().agentive_verbs

    def organisations(self, runs: list[NameRun]) -> None:
        """Lone words that the article defined as acronyms; keeps the names that no list has but that act."""
        unlisted: dict[str, list[NameRun]] = defaultdict(list)
        for run in runs:
            if self._collector.is_covered(run.span):
                continue
            if len(run.words) <= _LONGEST_FIRM:
                unlisted[_FIRM.sub("", run.span.of(self._collector.text))].append(run)
            defined = self._collector.defined_as(run.words[0]) if len(run.words) == 1 else None
            if defined is not None:
                self._collector.add(run.span, defined, TITLED, "acronym defined in this article")
        for name, uses in unlisted.items():
            if self._is_firm(uses):
                actor = identities.named_organisation(name, None, ("BUS",))
                why = "a name that no list has"
                self._unlisted += [
                    ActorMention(u.span, u.span.of(self._collector.text), actor, GUESSED, why) for u in uses
                ]

    def _is_firm(self, uses: Sequence[NameRun]) -> bool:
        """Whether a name that no list has can be a firm: by its last word, or named often, without "the", and acting."""
        text, first = self._collector.text, uses[0].words[0]
        if any(_FIRM.search(run.span.of(text)) for run in uses):
            return True
        bare = [
            run
            for run in uses
            if not run.titled and not _ARTICLE.search(text[max(0, run.span.start - 5) : run.span.start])
        ]
        acting = [run for run in bare if _ACTS.match(text, run.span.end)]
        in_mid_sentence = any(
            re.search(r"[a-z,]\s$", text[max(0, run.span.start - 2) : run.span.start]) for run in bare
        )
        everyday = given_name(first) is not None or f" {first.lower()} " in text
        return len(bare) >= _OFTEN and len(bare) == len(uses) and bool(acting) and in_mid_sentence and not everyday

    def vessel_before(self, offset: int, sectors: tuple[str, ...]) -> Actor | None:
        """The only ship that the text names before ``offset``: "the tanker Aurora", "the Aurora, a Chadian ship"."""
        if self._vessels is None:
            text = self._collector.text
            self._vessels = [
                (run.span.end, run.span.of(text))
                for run in self._collector.scan.runs
                if _VESSEL_BEHIND.match(text, run.span.end)
                or _VESSEL_BEFORE.search(text, max(0, run.span.start - 24), run.span.start)
            ]
        names = {name for end, name in self._vessels if end <= offset}
        return identities.named_organisation(names.pop(), None, sectors) if len(names) == 1 else None

    def unlisted_before(self, offset: int) -> list[ActorMention]:
        """The names that no list has but that act, before ``offset``."""
        return [m for m in self._unlisted if m.span.end <= offset]
