"""Same event or not, over pairs of documents: what is joined that should be, and look-alikes kept apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.evaluation.chains import conll_counts, conll_figures
from dragoman.evaluation.figures import Figure, f1, figure, share
from dragoman.evaluation.gold import Row, digest, evenly, read_jsonl
from dragoman.evaluation.labels import confusion, rounded
from dragoman.evaluation.link_reasons import CAUSES, NO_CLAIM, Reasons
from dragoman.evaluation.mentions import Mention, as_claim, group, head_lemma, is_action, read_mentions
from dragoman.evaluation.report import Mistake, Report, Table
from dragoman.records import Article, Claim, Event

if TYPE_CHECKING:
    from dragoman.parsing.lemmas import Lemmatizer
    from dragoman.pipeline import Coder

SAME, ALIKE, STRANGE = "same subtopic", "look-alike", "other topic"
_OPENING = 160  # characters of a document shown in the list of mistakes


@dataclass(frozen=True, slots=True)
class Document:
    """One report with what the gold says of it; ``chains``: its gold events, where mentions are given; ``mentions``: those
    that say where they stand.
    """

    article: Article
    topic: str
    subtopic: str
    chains: frozenset[str]
    mentions: tuple[Mention, ...] = ()


def evaluate(coder: Coder, path: Path, sample: int | None = None) -> Report:
    """Code all documents, match all claims at once, and look which documents share an event.

    ``sample`` counts topics, since a pair needs both of its documents. Raises ``EvaluationError``.
    """
    from dragoman.pipeline import match

    documents = read_documents(path, sample)
    claims: list[Claim] = []
    for _, coded in coder.code_many([d.article for d in documents]):
        claims += coded
    events = match(claims, [d.article for d in documents])
    report = compare(documents, claims, events, path)
    return replace(report, figures=(*report.figures, *_chains_figures(documents, claims, coder.parser.lemmatizer)))


def _chains_figures(documents: list[Document], claims: list[Claim], lemmatizer: Lemmatizer) -> list[Figure]:
    """How well the gold's own mentions are grouped within each topic: by the matcher, and by their lemma alone."""
    coded = _by_article(claims)
    ours, plain = [], []
    count = 0
    for topic in dict.fromkeys(d.topic for d in documents):
        made = []
        golds = []
        for document in (d for d in documents if d.topic == topic):
            for number, mention in enumerate(document.mentions):
                lemma = head_lemma(mention.span.of(document.article.text), lemmatizer)
                made.append(
                    (as_claim(document.article, number, mention, lemma, coded[document.article.id]), document.article)
                )
                golds.append(mention.chain)
        if golds:
            found = group(made)
            ours.append(conll_counts(golds, [found[claim.id] for claim, _ in made]))
            plain.append(conll_counts(golds, [claim.act for claim, _ in made]))
            count += len(golds)
    if not count:
        return []
    return [*conll_figures("gold mentions", ours, count), *conll_figures("gold mentions by head lemma", plain, count)]


def _by_article(claims: list[Claim]) -> dict[str, list[Claim]]:
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.article_id].append(claim)
    return told


def read_documents(path: Path, sample: int | None = None) -> list[Document]:
    """The documents of all topics, or of ``sample`` topics spread evenly. Raises ``EvaluationError``."""
    documents = []
    known: set[str] = set()
    for row in read_jsonl(path):
        name, topic, subtopic = row.maybe("id"), row.maybe("topic"), row.maybe("subtopic")
        if name is None or topic is None or subtopic is None:
            raise row.error("'id', 'topic' or 'subtopic' is missing")
        if name in known:
            raise row.error(f"the id {name!r} stands twice")
        known.add(name)
        # its own id, so that two documents of the same words stay two
        article = replace(row.article(), id=name)
        documents.append(Document(article, topic, subtopic, _chains(row), read_mentions(row, article)))
    topics = sorted({d.topic for d in documents}, key=lambda t: (len(t), t))
    kept = set(evenly(topics, sample))
    return [d for d in documents if d.topic in kept]


def compare(documents: list[Document], claims: list[Claim], events: list[Event], path: Path) -> Report:
    """Figures over pairs of documents. A pair shares an event if both are among the reports of one."""
    joined: dict[tuple[str, str], Event] = {}
    for event in events:
        for one_id, other_id in combinations(sorted(set(event.reports)), 2):
            joined.setdefault((one_id, other_id), event)
    counts: dict[str, Counter[str]] = {d.topic: Counter() for d in documents}
    outcomes: list[tuple[str, str]] = []
    mistakes: list[Mistake] = []
    said = _by_article(claims)
    reasons = Reasons([d.article for d in documents], said)
    causes: dict[str, Counter[str]] = {cause: Counter() for cause in CAUSES}
    ordered = sorted(documents, key=lambda d: d.article.id)
    for one, other in combinations(ordered, 2):
        shared = joined.get((one.article.id, other.article.id))
        relation = SAME if one.subtopic == other.subtopic else ALIKE if one.topic == other.topic else STRANGE
        here = counts[one.topic]
        here[relation] += 1
        here[f"{relation}, joined"] += shared is not None
        if one.chains & other.chains:
            here["chain"] += 1
            here["chain, joined"] += shared is not None
        outcomes.append((relation, "an event" if shared is not None else "no event"))
        if shared is not None and relation != SAME:
            mistakes.append(_wrongly(one, other, relation, shared, said, reasons))
        elif shared is None and relation == SAME:
            cause = reasons.lost(one.article.id, other.article.id)
            causes[cause.kind]["pairs"] += 1
            causes[cause.kind]["with an event of the gold in common"] += bool(one.chains & other.chains)
            if cause.kind != NO_CLAIM:  # of those the documents are listed, not the pairs
                mistakes.append(_missed(one, other, said, f"{cause.kind}: {cause.text}"))
    mistakes += [
        Mistake("no claims", d.article.id, d.article.text[:_OPENING], f"events of {d.subtopic}", "nothing")
        for d in ordered
        if not said[d.article.id]
    ]
    topics = list(counts)
    joined_units = [
        [counts[t][f"{SAME}, joined"], sum(counts[t][f"{r}, joined"] for r in (SAME, ALIKE, STRANGE))] for t in topics
    ]
    alike = [[counts[t][f"{ALIKE}, joined"], counts[t][ALIKE]] for t in topics]
    same = [[counts[t][f"{SAME}, joined"], counts[t][SAME]] for t in topics]
    chained = [[counts[t]["chain, joined"], counts[t]["chain"]] for t in topics]
    overall = [[s[0], j[1] - j[0], s[1] - s[0]] for s, j in zip(same, joined_units, strict=True)]
    per_topic = [[s[0] / s[1], 1.0] for s in same if s[1]]
    figures = [
        figure("event-sharing pairs in the same subtopic", joined_units, share, sum(u[1] for u in joined_units)),
        figure("look-alike pairs sharing an event", alike, share, sum(u[1] for u in alike)),
        figure("recall over same-subtopic pairs", same, share, sum(u[1] for u in same)),
        figure("recall over same-subtopic pairs, mean of topics", per_topic, share, len(per_topic)),
        figure("F1 over pairs", overall, f1, sum(u[1] for u in same)),
    ]
    if any(u[1] for u in chained):
        figures.append(
            figure("recall over pairs with a gold event in common", chained, share, sum(u[1] for u in chained))
        )
    tables = (_topics(documents, counts, said), _causes(causes), confusion("pairs", outcomes, classes=False))
    units = f"{len(documents):,} documents in {len(topics)} topics"
    note = f"{len(claims):,} claims, {len(events):,} events, {sum(not said[d.article.id] for d in documents)} documents without a claim"
    return Report("links", path.name, digest(path), units, tuple(figures), tables, tuple(mistakes), (note,))


def _topics(documents: list[Document], counts: dict[str, Counter[str]], said: dict[str, list[Claim]]) -> Table:
    rows = []
    for topic, here in counts.items():
        of_topic = [d for d in documents if d.topic == topic]
        rows.append(
            (
                topic,
                len(of_topic),
                sum(len(said[d.article.id]) for d in of_topic),
                here[SAME],
                here[f"{SAME}, joined"],
                rounded(here[f"{SAME}, joined"] / here[SAME]) if here[SAME] else None,
                here[ALIKE],
                here[f"{ALIKE}, joined"],
            )
        )
    columns = (
        "topic",
        "documents",
        "claims",
        "same-subtopic pairs",
        "joined",
        "recall",
        "look-alike pairs",
        "joined wrongly",
    )
    return Table("topics", columns, tuple(rows))


def _causes(causes: dict[str, Counter[str]]) -> Table:
    """Why pairs of one subtopic share no event."""
    columns = ("why not joined", "pairs", "with an event of the gold in common")
    return Table(
        "pairs lost", columns, tuple((c, *(found[name] for name in columns[1:])) for c, found in causes.items())
    )


def _chains(row: Row) -> frozenset[str]:
    """The gold events of a document: chains of mentions whose type says action (entities are no events)."""
    mentions = row.fields.get("mentions") or []
    if not isinstance(mentions, list):
        raise row.error("'mentions' is no list")
    return frozenset(str(m["chain"]) for m in mentions if is_action(m) and m.get("chain"))


def _wrongly(
    one: Document, other: Document, relation: str, event: Event, said: dict[str, list[Claim]], reasons: Reasons
) -> Mistake:
    inside = set(event.claims)
    words = [f"[{d.article.id}] {c.evidence.text}" for d in (one, other) for c in said[d.article.id] if c.id in inside]
    return Mistake(
        f"joined, {relation}",
        f"{one.article.id} {other.article.id}",
        " /// ".join(words),
        f"{one.subtopic} and {other.subtopic} are two",
        f"one {event.plover} event {event.id} of {len(event.claims)} claims",
        reasons.joined(one.article.id, other.article.id, event).text,
    )


def _missed(one: Document, other: Document, said: dict[str, list[Claim]], why: str) -> Mistake:
    told = [
        f"[{d.article.id}] " + " ".join(f"{c.plover}:{c.trigger.text}" for c in said[d.article.id])
        for d in (one, other)
    ]
    return Mistake(
        "not joined, same subtopic",
        f"{one.article.id} {other.article.id}",
        f"{one.article.text[:_OPENING]} /// {other.article.text[:_OPENING]}",
        f"both of {one.subtopic}",
        " /// ".join(told),
        why,
    )
