"""How well two groupings of the same mentions agree: pairwise links, CEAF-e and B-cubed.

A grouping gives each mention a label; mentions of one label are one party. ``None`` among the found is a mention that
was left unresolved: it is in no group, so it costs recall but never precision.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from itertools import combinations

from dragoman.evaluation.figures import Counts, ratio


def pairwise(golds: Sequence[Hashable], founds: Sequence[Hashable | None]) -> list[int]:
    """Hits, spurious, missed among the pairs of mentions that are one party."""
    counts = [0, 0, 0]
    for (gold, found), (other_gold, other_found) in combinations(list(zip(golds, founds, strict=True)), 2):
        same = gold == other_gold
        linked = found is not None and found == other_found
        if same or linked:
            counts[0 if same and linked else 1 if linked else 2] += 1
    return counts


def ceaf(golds: Sequence[Hashable], founds: Sequence[Hashable | None]) -> list[float]:
    """Hits, spurious, missed of entities (CEAF-e): groups are paired one to one so that their likeness is greatest.

    The likeness of two groups is twice the mentions they share over the mentions of both (Luo's phi 4).
    """
    gold_groups, found_groups = _groups(golds), _groups(founds)
    likeness = [[2 * len(g & f) / (len(g) + len(f)) for f in found_groups] for g in gold_groups]
    hits = _best_total(likeness)
    return [hits, len(found_groups) - hits, len(gold_groups) - hits]


def b_cubed(
    golds: Sequence[Hashable], founds: Sequence[Hashable | None], units: Sequence[int], count: int
) -> list[list[float]]:
    """Per unit (``units`` gives each mention's, ``count`` how many there are): the sum of the mentions' precision, how
    many are resolved, the sum of their recall, how many there are.
    """
    out = [[0.0, 0.0, 0.0, 0.0] for _ in range(count)]
    of_gold, of_found = Counter(golds), Counter(founds)
    together = Counter(zip(golds, founds, strict=True))
    for gold, found, unit in zip(golds, founds, units, strict=True):
        out[unit][3] += 1
        if found is not None:
            shared = together[gold, found]
            out[unit][0] += shared / of_found[found]
            out[unit][1] += 1
            out[unit][2] += shared / of_gold[gold]
    return out


def b_cubed_f1(counts: Counts) -> Counts:
    """The harmonic mean of mean precision and mean recall, of what ``b_cubed`` gives."""
    precise = ratio(counts[..., 0], counts[..., 1])
    complete = ratio(counts[..., 2], counts[..., 3])
    return ratio(2 * precise * complete, precise + complete)


def _groups(labels: Sequence[Hashable | None]) -> list[set[int]]:
    groups: dict[Hashable, set[int]] = defaultdict(set)
    for number, label in enumerate(labels):
        if label is not None:
            groups[label].add(number)
    return list(groups.values())


def _best_total(weights: list[list[float]]) -> float:
    """The greatest sum of weights when rows and columns are paired one to one (the Hungarian method, cubic in size)."""
    if not weights or not weights[0]:
        return 0.0
    if len(weights) > len(weights[0]):
        weights = [list(column) for column in zip(*weights, strict=True)]
    rows, columns = len(weights), len(weights[0])
    # Prices of rows and columns (counted from 1) and, per column, the row it is given to; 0 is nobody.
    of_row, of_column, holder = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        holder[0], column = row, 0
        slack, came_from, seen = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while holder[column]:
            seen[column] = True
            here, step, nearest = holder[column], float("inf"), 0
            for other in range(1, columns + 1):
                if seen[other]:
                    continue
                cost = -weights[here - 1][other - 1] - of_row[here] - of_column[other]
                if cost < slack[other]:
                    slack[other], came_from[other] = cost, column
                if slack[other] < step:
                    step, nearest = slack[other], other
            for other in range(columns + 1):
                if seen[other]:
                    of_row[holder[other]] += step
                    of_column[other] -= step
                else:
                    slack[other] -= step
            column = nearest
        while column:
            holder[column] = holder[came_from[column]]
            column = came_from[column]
    return sum(weights[holder[column] - 1][column - 1] for column in range(1, columns + 1) if holder[column])
