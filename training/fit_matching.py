"""Fits the weights of the matcher on our own written pairs and writes them to the package.

    .venv/bin/python training/fit_matching.py [--write]

Pairs: ``data/pairs/look_alikes.yaml`` (one-sentence reports of one event, and of two that look alike) and
``stories.yaml`` (the same with whole short reports, which alone can teach what the likeness of two articles is worth).
``deeds.yaml`` has whole reports of running stories, each sentence marked with its deed: claims of one report and of several are
paired, since in news most claims that look alike are two deeds of one story. ``one_story.yaml`` (two deeds of one running
story, a sentence each) is not learned from but looked at: how many of its pairs are decided right where the articles are as
alike as those of one story are.
Logistic regression by plain gradient descent from zero, so that the same data give the same weights. A feature that
speaks for one event may not get a negative weight, one that speaks against it no positive one. Every pair is also shown
without its days of publication, at half weight, so that undated reports are told apart by what they say.
"""

from __future__ import annotations

import argparse
import datetime
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path
from typing import Any

import numpy as np
import yaml

import dragoman
from dragoman.matching.blocking import keys
from dragoman.matching.contradictions import contradiction
from dragoman.matching.features import NEUTRAL, features
from dragoman.matching.knowledge import FEATURES, PARTS, Part, Weights
from dragoman.matching.profile import Profile, profile
from dragoman.matching.scoring import Scorer
from dragoman.matching.words import article_vector

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
TARGET = HERE.parent / "src" / "dragoman" / "matching" / "data" / "weights.yaml"
AGAINST = {
    "other kind of deed",
    "nothing in common",
    "another saying",
    "actors differ",
    "recipients differ",
    "day before or after",
    "days apart",
    "reported apart",
    "places differ",
    "numbers differ",
    "same article",
    "one background",
}
FILES = ("look_alikes.yaml", "stories.yaml", "one_story.yaml")
IN_STORY = 1.0  # likeness of two reports of one story
# What the pairs cannot teach is set by hand: there are no reprints; few look-alikes fall on neighbouring days, where only a
# strong likeness may outweigh that two days are told; few reports tell one deed twice; and look-alikes were written in the same
# words, of one kind of deed. Deeds of one story are mostly told in other words, and the same deed in the same or of the same frame.
FIXED = {
    "same sentence": 3.0,
    "day before or after": -3.5,
    "other kind of deed": -1.0,
    "nothing in common": -1.0,
    "another saying": -2.0,
    "frame": 1.0,
    "same article": -2.5,
}
# Added to what is fitted: in news, far more pairs of claims of one story are of two deeds than among the pairs learned from,
# most of all in one article and where nothing is in common: a long report tells of many like deeds beside its own, what went
# before and all the dead of a war. Two counts of captives differ in no pair learned from. Chosen by reading merges of outside news, and as the most that keeps the recall of
# `dragoman evaluate links`.
LEAN = {
    "story": {"bias": -0.7},
    "deed": {"bias": -0.8, "same article": -1.5, "nothing in common": -1.5, "numbers differ": -1.4},
}
DOSSIER, STORIES = 1000, 2000  # numbers of the dossier and of the first running story among the entries
RIDGE, STEPS, RATE = (0.03, 0.01), 6000, 0.3  # penalties of the weights of story and deed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights to the package")
    learn(dragoman.load(), write=parser.parse_args().write)


def learn(coder: dragoman.Coder, *, write: bool) -> Weights:
    """Fit the weights, print what they are worth on our own pairs, and write them if asked to."""
    files = [yaml.safe_load((HERE / "data" / "pairs" / name).read_text(encoding="utf-8"))["entries"] for name in FILES]
    entries = [entry for file in files for entry in file]
    pairs: list[tuple[Profile, Profile, int, int]] = []
    missing = 0
    for number, entry in enumerate(entries):
        sides = [[told(coder, day, text, entry["acts"]) for day, text in entry[side]] for side in ("one", "other")]
        missing += sum(p is None for side in sides for p in side)
        one, other = ([p for p in side if p is not None] for side in sides)
        pairs += [(a, b, 1, number) for side in (one, other) for a, b in combinations(side, 2)]
        pairs += [(a, b, 0, number) for a, b in product(one, other)]
    print(f"{len(pairs)} pairs of coded reports ({sum(p[2] for p in pairs)} of one event); {missing} reports uncoded")
    looked_at = [p for p in pairs if p[3] >= len(files[0]) + len(files[1])]
    pairs = [p for p in pairs if p[3] < len(files[0]) + len(files[1])]
    stories = running(coder, first=STORIES)
    print(f"of running stories: {len(stories)} pairs, {sum(p[2] for p in stories)} of one deed")
    pairs += stories
    pairs += strangers(pairs)
    pairs += dossier(coder)
    print(f"with chance meetings and the dossier: {len(pairs)} pairs, {sum(p[2] for p in pairs)} of one event")
    free = [(a, b, y, n) for a, b, y, n in pairs if contradiction(a, b) is None]
    kept_apart = [y for a, b, y, _ in pairs if contradiction(a, b) is not None]
    print(f"kept apart by a contradiction: {len(kept_apart)}, of them wrongly {sum(kept_apart)}")
    fold_of = np.array([n for *_, n in free])
    fold = fold_of % 5
    dated = np.array([features(a, b) for a, b, _, _ in free])
    bare = np.array([features(undated(a), undated(b)) for a, b, _, _ in free])
    sentences = np.array([n < len(files[0]) for *_, n in free])  # whose words are all there is of the article
    for values in (dated, bare):
        values[sentences, FEATURES.index("articles")] = NEUTRAL
    truth = np.array([y for _, _, y, _ in free], dtype=float)
    source = np.where(fold_of >= STORIES, 2, np.where((fold_of >= len(files[0])) & (fold_of < DOSSIER), 1, 0))
    right = []
    for held in range(5):
        seen, unseen = fold != held, fold == held
        made = fit(dated[seen], bare[seen], truth[seen], source[seen])
        right += list((totals(made, dated[unseen]) > 0) == truth[unseen])
    print(f"held out by entry, five folds: {np.mean(right):.3f} of {len(right)} pairs decided right")
    fitted = fit(dated, bare, truth, source)
    made = Weights(leaning("story", fitted.story), leaning("deed", fitted.deed))
    for name in FEATURES:
        print(f"  {name:22}" + "".join(f"{part.by_feature.get(name, 0):+8.2f}" for part in (made.story, made.deed)))
    print(f"  {'bias':22}{made.story.bias:+8.2f}{made.deed.bias:+8.2f}")
    print(one_story(looked_at, made))
    if write:
        parts = {"story": made.story, "deed": made.deed}
        lines = [
            "# Written by training/fit_matching.py: do not edit. Log-odds that two claims tell of one story, and of one deed of it.",
            "version: 2",
            "parts:",
            *(f"  - {{part: {name}, bias: {part.bias:.2f}}}" for name, part in parts.items()),
            "weights:",
        ]
        lines += [
            f"  - {{part: {name}, feature: {n}, weight: {w:.2f}}}"
            for name, part in parts.items()
            for n, w in part.by_feature.items()
        ]
        TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return made


def leaning(name: str, part: Part) -> Part:
    """A part as it is written: rounded, with what leans it."""
    lean = LEAN[name]
    weights = {feature: round(w + lean.get(feature, 0.0), 2) for feature, w in part.by_feature.items()}
    return Part(round(part.bias + lean.get("bias", 0.0), 2), weights)


def totals(made: Weights, values: np.ndarray) -> np.ndarray:
    """The score of each row of feature values."""
    scorer = Scorer(made)
    return np.array([scorer.total(tuple(row)) for row in values])


def running(coder: dragoman.Coder, first: int) -> list[tuple[Profile, Profile, int, int]]:
    """Pairs of claims of one running story, from one report or two; stories are numbered from ``first``.

    Left out are pairs that no block or weight brings together: they teach nothing.
    """
    entries = yaml.safe_load((HERE / "data" / "pairs" / "deeds.yaml").read_text(encoding="utf-8"))["entries"]
    out = []
    for number, entry in enumerate(entries, start=first):
        held = [marked for report in entry["reports"] for marked in marked_claims(coder, report)]
        out += [
            (a, b, int(deed == other), number)
            for (a, deed), (b, other) in combinations(held, 2)
            if a.status_set == b.status_set and set(a.families) & set(b.families)
        ]
    return out


def marked_claims(coder: dragoman.Coder, report: dict[str, Any]) -> list[tuple[Profile, str]]:
    """The claims of a report of a story, each with the deed its sentence is marked with."""
    text = " ".join(sentence for _, sentence in report["tells"])
    article = dragoman.Article.from_text(text, published=str(report["day"]) if report["day"] else None)
    about = article_vector(None, article.text)
    out = []
    for claim in coder.code(article):
        deed = next(
            deed
            for deed, sentence in report["tells"]
            if claim.trigger.span.start < article.text.index(sentence) + len(sentence)
        )
        if isinstance(deed, dict):
            deed = deed.get(claim.act)
        if deed is not None:
            out.append((profile(claim, article, about), str(deed)))
    return out


def told(coder: dragoman.Coder, day: datetime.date | None, text: str, acts: list[str]) -> Profile | None:
    """The report's claim of one of the acts: the first of them that is news."""
    article = dragoman.Article.from_text(text, published=str(day) if day else None)
    claims = [c for c in coder.code(article) if c.act in acts]
    return profile(claims[0], article, article_vector(None, text)) if claims else None


def strangers(pairs: list[tuple[Profile, Profile, int, int]]) -> list[tuple[Profile, Profile, int, int]]:
    """Pairs from different entries that blocking would bring together had they been reported on one day.

    Chance meetings, none of one event: in a year of news every party acts on every day.
    """
    by_id = {p.id: (p, number) for a, b, _, number in pairs for p in (a, b)}
    held = [by_id[i] for i in sorted(by_id)]
    marks = {p.id: {k[2:] for k in keys(p)} for p, _ in held}
    return [
        (a, on_the_day_of(b, a), 0, m)
        for i, (a, m) in enumerate(held)
        for b, n in held[i + 1 :]
        if m != n and set(a.families) & set(b.families) and marks[a.id] & marks[b.id]
    ]


def on_the_day_of(claim: Profile, other: Profile) -> Profile:
    return replace(claim, start=other.start, end=other.end, published=other.published, told_day=other.told_day)


def dossier(coder: dragoman.Coder) -> list[tuple[Profile, Profile, int, int]]:
    """Pairs of claims from different reports of the example dossier, judged by what EXPECTED.yaml says of each.

    One event: same act, day and place expected. Not one: another day. Where it says too little, no pair.
    """
    told: list[tuple[dict[str, object], Profile, str]] = []
    for report in yaml.safe_load((EXAMPLES / "EXPECTED.yaml").read_text(encoding="utf-8"))["reports"]:
        if "#" in report["file"] or not (EXAMPLES / "dossier" / report["file"]).exists():
            continue
        article = coder.read(EXAMPLES / "dossier" / report["file"], published=str(report["published"]))
        about = article_vector(article.title, article.text)
        coded = coder.code(article)
        for wanted in report.get("claims", ()):
            words = " ".join(wanted["evidence"].split())
            fitting = [c for c in coded if c.act == wanted["act"] and words in " ".join(c.evidence.text.split())]
            if fitting and isinstance(wanted.get("time"), datetime.date):
                told.append((wanted, profile(fitting[0], article, about), report["file"]))
    out = []
    for (one, a, file), (other, b, file2) in combinations(told, 2):
        if file == file2 or a.status_set != b.status_set or not set(a.families) & set(b.families):
            continue
        if one["time"] != other["time"]:
            out.append((a, b, 0, DOSSIER))
        elif one["act"] == other["act"] and one.get("place") == other.get("place"):
            out.append((a, b, 1, DOSSIER))
    return out


def undated(claim: Profile) -> Profile:
    return replace(claim, start=None, end=None, told_day=False, published=None)


def one_story(pairs: list[tuple[Profile, Profile, int, int]], made: Weights) -> str:
    """How the weights decide about deeds of one story: how many of the same are joined, and of others kept apart."""
    right = {0: 0, 1: 0}
    scorer = Scorer(made)
    for a, b, same, _ in pairs:
        values = list(features(a, b))
        values[FEATURES.index("articles")] = IN_STORY
        joined = contradiction(a, b) is None and scorer.total(tuple(values)) > 0
        right[same] += int(joined) == same
    same = sum(p[2] for p in pairs)
    return (
        f"one story: {right[1]} of {same} pairs of one deed joined, {right[0]} of {len(pairs) - same} of two kept apart"
    )


def fit(dated: np.ndarray, bare: np.ndarray, truth: np.ndarray, source: np.ndarray) -> Weights:
    """Weights and biases of both parts at once, by the chance of the two together; same and different pairs count alike in
    sum, and so do the ``source`` of pairs (sentences, reports, running stories).

    Features are brought to one spread first: one penalty for all would keep the weights of those small that differ little.
    """
    values = np.vstack([dated, bare])
    wanted = np.concatenate([truth, truth])
    counts = np.concatenate([np.ones(len(truth)), np.full(len(truth), 0.5)])
    kinds = 2 * np.concatenate([source, source]) + wanted
    for kind in np.unique(kinds):
        counts[kinds == kind] /= counts[kinds == kind].sum() * len(np.unique(kinds))
    spread = np.maximum(values.std(axis=0), 0.05)
    scaled = values / spread
    sign = np.array([-1.0 if name in AGAINST else 1.0 for name in FEATURES])
    used = [np.array([name in names for name in FEATURES]) for names in PARTS.values()]
    fixed = np.array([name in FIXED for name in FEATURES])
    given = np.array([FIXED.get(name, 0.0) for name in FEATURES]) * spread
    weights = [np.where(fixed & use, given, 0.0) for use in used]
    biases = [1.0, 1.0]
    for _ in range(STEPS):
        chances = [1 / (1 + np.exp(-(scaled @ w + b))) for w, b in zip(weights, biases, strict=True)]
        together = np.minimum(chances[0] * chances[1], 1 - 1e-9)
        pull = counts * np.where(wanted > 0, -1.0, together / (1 - together))
        for part, use in enumerate(used):
            slope = pull * (1 - chances[part])
            w = weights[part] - RATE * (scaled.T @ slope + RIDGE[part] * weights[part])
            biases[part] -= RATE * slope.sum()
            w = np.where(use, sign * np.maximum(0.0, sign * w), 0.0)
            weights[part] = np.where(fixed & use, given, w)
    return Weights(
        *(
            Part(float(bias), {name: float(w[FEATURES.index(name)] / spread[FEATURES.index(name)]) for name in names})
            for w, bias, names in zip(weights, biases, PARTS.values(), strict=True)
        )
    )


if __name__ == "__main__":
    main()
