"""kill -9 while adding: nothing that was acknowledged is lost, nothing is there twice, and the next run goes on."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.archive import Archive
from dragoman.errors import ArchiveError
from dragoman.records import Claim
from tests.factories import TEXT, coded, make_article

ADDER = """
import sys
from dragoman.archive import Archive
from tests.archive.test_crash import report
with Archive(sys.argv[1]) as archive:
    results = archive.add_many((report(i) for i in range(100_000)), coder_version="1", group=int(sys.argv[2]))
    for result in results:
        print(result.outcome, result.article_id, flush=True)
"""
ROOT = Path(__file__).parents[2]
# After how many acknowledgements the adder is killed; a fixed seed, but the moment within a write is chance.
ROUNDS = [random.Random(7).randrange(1, 60) for _ in range(4)]


def report(number: int):
    """Every third report changes the page of the one before."""
    page = number - (number % 3 == 2)
    return coded(make_article(f"{TEXT} Report {number}.", url=f"https://fjord-post.example/{page}"))


@pytest.mark.parametrize("group", [1, 8])
def test_killing_the_adder_loses_and_doubles_nothing(path: Path, group: int):
    acknowledged: dict[str, None] = {}
    for more in ROUNDS:
        acknowledged |= dict.fromkeys(add_and_kill(path, group, len(acknowledged) + more))
        with Archive(path) as archive:
            missing = [article_id for article_id in acknowledged if not archive.has_article(article_id)]
            assert missing == []
            counts = archive.counts()
            assert counts["claims"] == 2 * counts["articles"]
            assert counts["superseded claims"] == 2 * counts["superseded articles"]
            assert list(archive.verify()) == []
    assert len(acknowledged) >= sum(ROUNDS)


def add_and_kill(path: Path, group: int, after: int) -> list[str]:
    """Ids that the adder acknowledged before it was killed, a random moment after the ``after``-th."""
    adder = subprocess.Popen(
        [sys.executable, "-c", ADDER, str(path), str(group)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert adder.stdout is not None
    lines = [adder.stdout.readline() for _ in range(after)]
    time.sleep(random.Random(after).random() / 50)
    adder.send_signal(signal.SIGKILL)
    # what it said before it died was acknowledged, too; a line without its end was not said
    lines += [line for line in adder.stdout if line.endswith("\n")]
    adder.stdout.close()
    assert adder.wait(timeout=30) == -signal.SIGKILL
    return [line.split()[-1] for line in lines]


def test_two_adders_of_the_same_reports_store_them_once(path: Path):
    first, second = (
        subprocess.Popen([sys.executable, "-c", ADDER, path, "1"], stdout=subprocess.PIPE, text=True, cwd=ROOT)
        for _ in range(2)
    )
    outcomes: dict[str, list[str]] = {}
    for _ in range(20):
        for adder in (first, second):
            assert adder.stdout is not None
            *outcome, article_id = adder.stdout.readline().split()
            outcomes.setdefault(article_id, []).append(" ".join(outcome))
    for adder in (first, second):
        adder.kill()
        adder.communicate(timeout=30)
    assert len(outcomes) == 20
    assert all(len(told) == 2 and told.count("known") == 1 for told in outcomes.values())
    with Archive(path) as archive:
        assert list(archive.verify()) == []


def test_killing_while_the_file_is_made_leaves_it_usable(path: Path):
    for _ in range(3):
        maker = subprocess.Popen(
            [
                sys.executable,
                "-c",
                "import sys; from dragoman.archive import Archive\nwhile 1: Archive(sys.argv[1])",
                path,
            ]
        )
        while not path.exists() and maker.poll() is None:
            time.sleep(0.001)
        maker.kill()
        maker.wait(timeout=30)
        with Archive(path) as archive:
            assert list(archive.verify()) == []
        for file in path.parent.iterdir():
            file.unlink()


def test_an_interrupt_in_the_middle_stores_nothing_of_the_article(archive: Archive):
    article, claims = coded()

    def interrupted():
        yield claims[0]
        raise KeyboardInterrupt

    class Claims(list[Claim]):
        def __iter__(self):
            return iter(claims) if not archive._store._db.in_transaction else interrupted()

    with pytest.raises(KeyboardInterrupt):
        archive.add(article, Claims(claims), coder_version="1")
    assert not archive.has_article(article.id)
    assert archive.add(article, claims, coder_version="1").outcome == "added"


def test_an_error_in_a_group_stores_none_of_it(archive: Archive):
    good, bad = coded(), coded(title="Other")
    with pytest.raises(ArchiveError):
        list(archive.add_many([good, (bad[0], good[1])], coder_version="1"))
    assert archive.counts()["articles"] == 0
