"""Copies found among many articles at once are those that are found one by one."""

from __future__ import annotations

from random import Random

import pytest

from dragoman.matching.copies import CopyIndex, common_runs
from dragoman.matching.likenesses import BulkCopies, marks
from dragoman.matching.shingles import shingles
from dragoman.records import Article
from tests.matching.build import report


def pages(seed: int, count: int) -> list[Article]:
    """Reports of passages that come again: whole, in part, and with words changed here and there."""
    random = Random(seed)
    passages = [[f"w{random.randint(0, 5000)}" for _ in range(random.choice([8, 30, 60, 400]))] for _ in range(8)]
    found = []
    for n in range(count):
        words = [word for passage in random.sample(passages, random.randint(1, 3)) for word in passage]
        for _ in range(random.choice([0, 0, len(words) // 30, len(words) // 8])):
            words[random.randrange(len(words))] = f"x{random.randint(0, 99)}"
        credit = random.choice(["", "", "NAIROBI (Reuters) - "])
        day = random.choice(["2024-03-04", "2024-03-05", None])
        found.append(
            report(f"{credit}{' '.join(words)}", published=day, publisher=f"P{random.randint(1, 9)}", url=f"u{n}")
        )
    return found


@pytest.mark.parametrize("seed", range(12))
def test_all_at_once_is_as_one_by_one(seed: int) -> None:
    articles = pages(seed, 40)
    one_by_one = CopyIndex()
    one_by_one.add(articles)
    at_once = BulkCopies({a.id: a for a in articles}.get)
    at_once.add(articles)
    assert at_once.copies() == one_by_one.copies()
    assert len(at_once.copies()) > 5
    for article in articles:
        assert at_once.own_origin(article.id) == one_by_one.own_origin(article.id)
        assert at_once.holds(article.id, article.text[3:60])
        assert not at_once.holds(article.id, "said nowhere")


def test_a_text_too_short_to_be_a_copy_has_no_marks() -> None:
    found = marks(shingles("too few words to be anybody's copy"))
    assert (found.runs, len(found.sampled), len(found.bands)) == (4, 0, 0)


def test_few_runs_in_common_do_not_count() -> None:
    text = " ".join(f"w{n}" for n in range(200))
    one, half, little = (
        shingles(t) for t in (text, text[:500], " ".join([*text.split()[:20], *(f"z{n}" for n in range(180))]))
    )
    assert common_runs(one, half) == len(half)
    assert common_runs(one, little) == 0
