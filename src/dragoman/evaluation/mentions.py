"""Gold mentions of events as claims, so that the matcher alone can be measured: it is told what is an event and where.

A mention becomes a claim of its article: its words are the trigger, its line the evidence, and the lemma of its head the
act, so that only mentions of one lemma are compared (what two lemmas have in common is the coder's business). If the
coder found a claim with that trigger, its parties, day, place, numbers and status are the mention's; else it has none,
and only the words of line and article speak. All mentions of a lemma in a topic are scored with each other, then
grouped as claims are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from dragoman.codebook.patterns import FUNCTION_WORDS
from dragoman.evaluation.gold import Row
from dragoman.matching.clustering import cluster
from dragoman.matching.profile import Profile, profile
from dragoman.matching.scoring import Scorer
from dragoman.matching.words import article_vector
from dragoman.records import Article, Claim, Quote, Span

if TYPE_CHECKING:
    from dragoman.parsing.lemmas import Lemmatizer

_ACTIONS = ("ACTION", "NEG_ACTION")
_LIGHT = frozenset({"a", "an", "the", "be", "been", "being", "is", "are", "was", "were", "has", "have", "had", "not"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of an article that mention an event; ``line``: where they stand in it; ``chain``: the gold's event."""

    article_id: str
    span: Span
    line: Span
    chain: str


def is_action(fields: object) -> bool:
    """Whether a gold mention is one of an event (those of entities, times and places are not)."""
    return isinstance(fields, dict) and str(fields.get("type", "")).startswith(_ACTIONS)


def read_mentions(row: Row, article: Article) -> tuple[Mention, ...]:
    """The event mentions that say where they stand (``sentence``, a line of the text, and ``tokens``, numbers of its words
    between blanks). One without a chain is an event of its own. Raises ``EvaluationError``.
    """
    found = []
    text = article.text
    lines = _parts(text, Span(0, len(text)), "\n")
    for number, fields in enumerate(row.fields.get("mentions") or ()):
        if not is_action(fields) or "sentence" not in fields or "tokens" not in fields:
            continue
        line, tokens = fields["sentence"], fields["tokens"]
        if not isinstance(line, int) or not 0 <= line < len(lines) or not isinstance(tokens, list) or not tokens:
            raise row.error(f"mention {number + 1} stands in no line of the text")
        words = _parts(text, lines[line], " ")
        if not all(isinstance(t, int) and 0 <= t < len(words) for t in tokens):
            raise row.error(f"mention {number + 1} stands in no words of its line")
        span = Span(words[min(tokens)].start, words[max(tokens)].end)
        found.append(Mention(article.id, span, lines[line], str(fields.get("chain") or f"{article.id} {number}")))
    return tuple(found)


def _parts(text: str, whole: Span, separator: str) -> list[Span]:
    """What stands between the separators of a stretch of the text; two in a row have an empty part between them."""
    parts, start = [], whole.start
    for part in whole.of(text).split(separator):
        parts.append(Span(start, start + len(part)))
        start += len(part) + len(separator)
    return parts


def head_lemma(words: str, lemmatizer: Lemmatizer) -> str:
    """The base form of a mention's head: its last word, or the one before a preposition or particle ("checked into")."""
    kept = [w for w in words.lower().split() if w not in _LIGHT] or words.lower().split()
    after = next((i for i, word in enumerate(kept) if i and word in FUNCTION_WORDS), len(kept))
    word = kept[after - 1]
    verb = lemmatizer.base(word, "verb")
    return verb if verb != word else lemmatizer.base(word, "plural")


def as_claim(article: Article, number: int, mention: Mention, lemma: str, coded: Sequence[Claim]) -> Claim:
    """The claim of a mention, the ``number``-th of its article; ``coded``: the coder's own claims of the article."""
    trigger = Quote(mention.span.of(article.text), mention.span)
    evidence = Quote(mention.line.of(article.text), mention.line)
    id = f"{article.id} m{number:04}"
    known = next((c for c in coded if c.trigger.span.overlaps(mention.span)), None)
    if known is not None:
        return replace(known, id=id, act=lemma, mode=None, frame=None, trigger=trigger, evidence=evidence)
    return Claim(
        id=id, article_id=article.id, act=lemma, mode=None, cameo=None, status="occurred", historical=False, plover="",
        quad=0, score=0.0, actors=(), recipients=(), time=None, place=None, attribution=(), numbers=(), trigger=trigger,
        evidence=evidence, contexts=(), confidence=1.0, explanation=("a gold mention",), coder_version="",
    )  # fmt: skip


def group(claims: Sequence[tuple[Claim, Article]]) -> dict[str, str]:
    """The group that the matcher puts each claim in, by claim id. Only claims of one act are compared."""
    scorer = Scorer()
    abouts = {article.id: article_vector(article.title, article.text) for _, article in claims}
    by_act: dict[str, list[Profile]] = defaultdict(list)
    for claim, article in claims:
        by_act[claim.act].append(profile(claim, article, abouts[article.id]))
    found: dict[str, str] = {}
    for profiles in by_act.values():
        members = {p.id: p for p in profiles}
        scores = {(a, b): scorer.score(members[a], members[b]) for a, b in combinations(sorted(members), 2)}
        edges: dict[str, set[str]] = defaultdict(set)
        for (a, b), score in scores.items():
            if score > 0:
                edges[a].add(b)
                edges[b].add(a)
        for together in cluster(sorted(members), edges, lambda a, b, known=scores: known[a, b]):  # type: ignore[misc]
            found.update((member, together[0]) for member in together)
    return found
