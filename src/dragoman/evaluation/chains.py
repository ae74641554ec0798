"""How well two groupings of the same mentions agree, as shared tasks of coreference score it (``docs/evaluate.md``).

MUC counts links (Vilain et al., 1995: "A model-theoretic coreference scoring scheme"), B-cubed looks at each mention
(Bagga and Baldwin, 1998), CEAF-e pairs whole groups (Luo, 2005, with his fourth likeness); CoNLL F1 is the mean of the
three F1 (Pradhan et al., 2012: the CoNLL-2012 shared task). Mentions that stand alone count in B-cubed and CEAF-e.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from dragoman.evaluation.coreference import b_cubed, b_cubed_f1, ceaf
from dragoman.evaluation.figures import Counts, Figure, f1, figure, ratio

_MUC, _B_CUBED = 4, 4  # columns of counts of each, before those of CEAF-e


def conll_counts(golds: Sequence[Hashable], founds: Sequence[Hashable]) -> list[float]:
    """Counts of the mentions of one unit, whose groups reach into no other unit: MUC's, B-cubed's, CEAF-e's."""
    (cubed,) = b_cubed(golds, founds, [0] * len(golds), 1)
    return [*muc(golds, founds), *cubed, *_ceaf(golds, founds)]


def muc(golds: Sequence[Hashable], founds: Sequence[Hashable]) -> list[float]:
    """Links right and links in all, first of the gold (recall), then of the found (precision).

    A group of n mentions needs n - 1 links; each part into which the other grouping cuts it, after the first, is one
    link missed.
    """
    return [*_links(golds, founds), *_links(founds, golds)]


def _links(groups: Sequence[Hashable], parts: Sequence[Hashable]) -> tuple[float, float]:
    cut: dict[Hashable, set[Hashable]] = defaultdict(set)
    size: dict[Hashable, int] = defaultdict(int)
    for group, part in zip(groups, parts, strict=True):
        cut[group].add(part)
        size[group] += 1
    return float(sum(size[g] - len(cut[g]) for g in size)), float(sum(n - 1 for n in size.values()))


def _ceaf(golds: Sequence[Hashable], founds: Sequence[Hashable]) -> list[float]:
    """CEAF-e's hits, spurious and missed. Groups that share no mention are never paired, so each knot of overlapping
    groups is scored by itself, which is quicker and comes to the same.
    """
    knot: dict[tuple[str, Hashable], int] = {}
    members: dict[int, list[int]] = {}
    for number, (gold, found) in enumerate(zip(golds, founds, strict=True)):
        both = (("gold", gold), ("found", found))
        old = sorted({knot[group] for group in both if group in knot})
        into = old[0] if old else number
        joined = [n for one in old for n in members.pop(one)]
        members[into] = [*joined, number]
        for one in members[into]:
            knot["gold", golds[one]] = knot["found", founds[one]] = into
    total = [0.0, 0.0, 0.0]
    for inside in members.values():
        scored = ceaf([golds[n] for n in inside], [founds[n] for n in inside])
        total = [a + b for a, b in zip(total, scored, strict=True)]
    return total


def muc_f1(counts: Counts) -> Counts:
    """Links right over the mean of the gold's and the found's links, which is the harmonic mean of precision and recall:
    both have the same links right.
    """
    return ratio(counts[..., 0] + counts[..., 2], counts[..., 1] + counts[..., 3])


def b3_f1(counts: Counts) -> Counts:
    """B-cubed's F1 of ``conll_counts``."""
    return b_cubed_f1(counts[..., _MUC : _MUC + _B_CUBED])


def ceaf_f1(counts: Counts) -> Counts:
    """CEAF-e's F1 of ``conll_counts``."""
    return f1(counts[..., _MUC + _B_CUBED :])


def conll_f1(counts: Counts) -> Counts:
    """The mean of the three."""
    mean: Counts = (muc_f1(counts) + b3_f1(counts) + ceaf_f1(counts)) / 3
    return mean


def conll_figures(name: str, units: Sequence[Sequence[float]], mentions: int) -> list[Figure]:
    """CoNLL F1 and the three it is the mean of; ``units``: the ``conll_counts`` of each."""
    measures = (("CoNLL F1", conll_f1), ("MUC F1", muc_f1), ("B-cubed F1", b3_f1), ("CEAF-e F1", ceaf_f1))
    return [figure(f"{label}, {name}", units, measure, mentions) for label, measure in measures]
