"""Parties: which mentions are one party within a report and across reports, and each one's country and sector."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.evaluation.coreference import b_cubed, b_cubed_f1, ceaf, pairwise
from dragoman.evaluation.figures import Figure, figure, share, three
from dragoman.evaluation.gold import Row, digest, read_jsonl
from dragoman.evaluation.labels import NOTHING, confusion
from dragoman.evaluation.mistakes import in_context
from dragoman.evaluation.pairing import common, pair
from dragoman.evaluation.report import Mistake, Report
from dragoman.grounding.actors import ground_span, is_pronoun, merged_ids
from dragoman.records import Actor, Article, Grounding, Span

if TYPE_CHECKING:
    from dragoman.pipeline import Coder

KINDS = frozenset({"state", "office", "organisation", "person", "described"})


@dataclass(frozen=True, slots=True)
class _Gold:
    """One marked mention. ``scored`` holds the names of the optional fields that the gold gives."""

    span: Span
    party: str
    kind: str | None
    country: str | None
    sectors: tuple[str, ...]
    scored: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Read:
    """One report: its gold, and what was made of each of the gold's mentions."""

    row: Row
    article: Article
    golds: tuple[_Gold, ...]
    founds: tuple[Grounding[Actor] | None, ...]


def evaluate(coder: Coder, path: Path, sample: int | None = None) -> Report:
    """Detection in plain text; for the gold's own mentions identity (pairwise and CEAF-e in a report, B-cubed over all
    reports after merging as an archive does), kind, country and sector. Raises ``EvaluationError``.
    """
    reads, detected = [], []
    mistakes: list[Mistake] = []
    for row in read_jsonl(path, sample):
        text = row.text("text")
        article = Article.from_text(text, published=row.maybe("published"), title=row.maybe("title"))
        golds = tuple(_gold(one, text) for one in row.items("mentions"))
        mentions = coder.actors(article)
        # a pronoun is resolved where a claim has one as its party; in plain text none is listed
        named = [gold for gold in golds if not is_pronoun(gold.span.of(text))]
        pairs, lost, extra = pair(named, mentions, lambda gold, found: common(gold.span, found.span))
        extra = [j for j in extra if not any(mentions[j].span.overlaps(gold.span) for gold in golds)]
        detected.append([len(pairs), len(extra), len(lost)])
        mistakes += [
            Mistake("missed", row.where, in_context(text, named[i].span), named[i].party, "nothing") for i in lost
        ]
        mistakes += [
            Mistake(
                "not in gold", row.where, in_context(text, mentions[j].span), "nothing", mentions[j].actor.id,
                mentions[j].reason,
            )
            for j in extra
        ]  # fmt: skip
        founds = tuple(ground_span(article, gold.span, mentions) for gold in golds)
        reads.append(_Read(row, article, golds, founds))
    identity, wrong = _identity(reads)
    fields, more = _fields(reads)
    mistakes += wrong + more
    resolved = [[sum(f is not None for f in read.founds), len(read.founds)] for read in reads]
    total = sum(len(read.golds) for read in reads)
    figures = (
        *three("mention", detected),
        *identity,
        *fields,
        figure("mentions resolved", resolved, share, total),
    )
    sectors = confusion("main sector", _pairs_of_sectors(reads))
    return Report("actors", path.name, digest(path), f"{len(reads):,} reports", figures, (sectors,), tuple(mistakes))


def _gold(one: Row, text: str) -> _Gold:
    kind = one.maybe("kind")
    if kind is not None and kind not in KINDS:
        raise one.error(f"there is no kind {kind!r} (it is one of {', '.join(sorted(KINDS))})")
    sectors = one.fields.get("sectors")
    if sectors is not None and not (isinstance(sectors, list) and all(isinstance(s, str) for s in sectors)):
        raise one.error("'sectors' is no list of codes")
    scored = frozenset(name for name in ("kind", "country", "sectors") if name in one.fields)
    return _Gold(one.span(text), one.text("party"), kind, one.maybe("country"), tuple(sectors or ()), scored)


def _identity(reads: Sequence[_Read]) -> tuple[tuple[Figure, ...], list[Mistake]]:
    """Figures of coreference, and a mistake for each mention that is not where most of its party are."""
    links, clusters = [], []
    mistakes: list[Mistake] = []
    merged = merged_ids(f.choice for read in reads for f in read.founds if f is not None)
    keys, answers, owners = [], [], []
    for number, read in enumerate(reads):
        ids = [f.choice.id if f is not None else None for f in read.founds]
        parties = [gold.party for gold in read.golds]
        links.append(pairwise(parties, ids))
        clusters.append(ceaf(parties, ids))
        mistakes += _strays(read, parties, ids)
        keys += parties
        answers += [merged.get(i, i) if i is not None else None for i in ids]
        owners += [number] * len(ids)
    across = b_cubed(keys, answers, owners, len(reads))
    return (
        *three("coreference pairwise", links),
        three("coreference CEAF-e", clusters)[2],
        figure("identity over all reports B-cubed F1", across, b_cubed_f1, len(keys)),
    ), mistakes


def _strays(read: _Read, parties: Sequence[str], ids: Sequence[str | None]) -> list[Mistake]:
    """Mentions whose identity is not the one most mentions of their party have, or belongs to another party."""
    by_party: dict[str, list[str]] = defaultdict(list)
    for party, found in zip(parties, ids, strict=True):
        if found is not None:
            by_party[party].append(found)
    usual = {party: Counter(found).most_common(1)[0][0] for party, found in by_party.items()}
    owner: dict[str, Counter[str]] = defaultdict(Counter)
    for party, found in zip(parties, ids, strict=True):
        if found is not None:
            owner[found][party] += 1
    mistakes = []
    for gold, found, grounding in zip(read.golds, ids, read.founds, strict=True):
        why = grounding.reason if grounding is not None else ""
        passage = in_context(read.article.text, gold.span)
        if found is None:
            mistakes.append(Mistake("unresolved", read.row.where, passage, gold.party, "nothing"))
        elif owner[found].most_common(1)[0][0] != gold.party:
            others = f"{found}, which is {owner[found].most_common(1)[0][0]} elsewhere"
            mistakes.append(Mistake("taken for another party", read.row.where, passage, gold.party, others, why))
        elif found != usual[gold.party]:
            others = f"{found}, elsewhere {usual[gold.party]}"
            mistakes.append(Mistake("split from its party", read.row.where, passage, gold.party, others, why))
    return mistakes


def _fields(reads: Sequence[_Read]) -> tuple[tuple[Figure, ...], list[Mistake]]:
    """Kind, country and sector of each mention whose gold gives them; an unresolved mention has none."""
    units: dict[str, list[list[int]]] = {name: [] for name in ("kind", "country", "country said", "sector")}
    mistakes: list[Mistake] = []
    for read in reads:
        counts = {name: [0, 0] for name in units}
        for gold, found in zip(read.golds, read.founds, strict=True):
            actor = found.choice if found is not None else None
            country = actor.country if actor is not None else None
            main = _main_sector(actor)
            checks = [
                ("kind", "kind" in gold.scored, actor is not None and actor.kind == gold.kind),
                ("country", "country" in gold.scored, country == gold.country),
                ("country said", "country" in gold.scored and country is not None, country == gold.country),
                ("sector", "sectors" in gold.scored, main in gold.sectors),
            ]
            for name, scored, right in checks:
                counts[name][0] += scored and right
                counts[name][1] += scored
                if scored and not right and name in ("country", "sector"):
                    wanted = gold.country or "no one's" if name == "country" else "/".join(gold.sectors)
                    got = country or "no one's" if name == "country" else main
                    passage = in_context(read.article.text, gold.span)
                    why = f"{actor.id}: {found.reason}" if actor is not None and found is not None else ""
                    mistakes.append(Mistake(f"wrong {name}", read.row.where, passage, wanted, got, why))
        for name, count in counts.items():
            units[name].append(count)
    names = {
        "kind": "kind accuracy",
        "country": "country accuracy",
        "country said": "country accuracy where one is given",
        "sector": "sector accuracy",
    }
    return tuple(figure(names[name], unit, share, sum(u[1] for u in unit)) for name, unit in units.items()), mistakes


def _main_sector(actor: Actor | None) -> str:
    return actor.sectors[0] if actor is not None and actor.sectors else NOTHING


def _pairs_of_sectors(reads: Sequence[_Read]) -> list[tuple[str, str]]:
    """(gold, found) main sectors; the gold's is the found one where the gold allows it."""
    pairs = []
    for read in reads:
        for gold, found in zip(read.golds, read.founds, strict=True):
            if gold.sectors:
                main = _main_sector(found.choice if found is not None else None)
                pairs.append((main if main in gold.sectors else gold.sectors[0], main))
    return pairs
