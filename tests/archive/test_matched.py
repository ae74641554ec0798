"""Matching one report after another in an archive comes to what matching everything at once comes to."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.archive import Archive
from dragoman.errors import ArchiveError
from dragoman.matching import Matcher, blocking, match_shelf
from dragoman.records import Article, Claim, Event, Judgement
from tests.matching.build import claim, number, report
from tests.matching.test_incremental import DOERS, corpora

TABLES = ("match_articles", "match_runs", "match_bands", "match_likes", "match_claims", "match_keys", "match_links")
LONG = (
    "Gunmen attacked the market of Garissa before dawn with rifles and grenades and burned eleven stalls while the traders"
    " fled towards the river, the county commissioner told reporters who had come from the capital"
)


@contextmanager
def archive() -> Iterator[Archive]:
    """A new archive, gone afterwards."""
    with TemporaryDirectory() as folder, Archive(Path(folder) / "news.db") as store:
        yield store


def rematch(store: Archive, *, anew: bool = False, version: str = "1") -> None:
    """What ``pipeline.rematch`` does."""
    with store.matching(version) as shelf:
        match_shelf(shelf, store.judgements(standing=True), anew=anew)


def at_once(store: Archive) -> list[Event]:
    """What the archive's claims come to without its state of matching."""
    matcher = Matcher(store.judgements(standing=True))
    matcher.add(store.judged_claims(), store.articles())
    return sorted(matcher.events(), key=lambda event: event.id)


def stored(store: Archive) -> list[Event]:
    return sorted(store.events(), key=lambda event: event.id)


def state(store: Archive) -> dict[str, list[tuple[object, ...]]]:
    """The rows of the state."""
    # not the vectors of articles: one is worked out when a claim first asks for it
    columns = {"match_articles": "article_row, runs"}
    return {t: store._store.rows(f"SELECT {columns.get(t, '*')} FROM {t} ORDER BY 1, 2") for t in TABLES}


def check(store: Archive) -> None:
    """Events, copies and state are those of matching all at once."""
    assert stored(store) == at_once(store)
    copies, known = list(store.wire_copies()), state(store)
    rematch(store, anew=True)
    assert stored(store) == at_once(store)
    assert list(store.wire_copies()) == copies
    assert state(store) == known
    # the claims of these tests stand nowhere in their texts
    assert [p for p in store.verify() if p.kind != "span"] == []


@settings(max_examples=15, deadline=None)
@given(corpora(), st.randoms(use_true_random=False), st.integers(1, 4), st.sampled_from([2, 3, 5, 80]))
def test_any_order_and_batches_come_to_the_events_of_all_at_once(
    corpus: tuple[list[Article], list[Claim]], random: Random, batch: int, crowd: int
) -> None:
    articles, claims = corpus
    shuffled = list(articles)
    random.shuffle(shuffled)
    with pytest.MonkeyPatch.context() as patch, archive() as store:
        patch.setattr(blocking, "CROWD", crowd)  # small crowds, so that crowded blocks are met
        patch.setattr(blocking, "_NEIGHBOURS", 1)
        rematch(store)
        for first in range(0, len(shuffled), batch):
            for article in shuffled[first : first + batch]:
                store.add(article, [c for c in claims if c.article_id == article.id], coder_version="1")
            rematch(store)
            assert stored(store) == at_once(store)
        check(store)


def _recode(store: Archive, random: Random, version: int) -> None:
    """One article gets other claims: one goes, the rest are told otherwise."""
    article = random.choice(sorted(store.articles(), key=lambda a: a.id))
    mine = sorted((c for c in store.claims() if c.article_id == article.id), key=lambda c: c.id)
    changed = [
        replace(c, actors=claim(article, actors=(random.choice(DOERS),)).actors) for c in mine[: random.randint(0, 2)]
    ]
    store.recode(article, changed, str(version))


def _judge(store: Archive, random: Random, version: int) -> None:
    """Any judgement that is possible."""
    ids = sorted(c.id for c in store.claims())
    verdict = random.choice(["same", "not the same", "reject", "accept", "correct", "undo"])
    made = [j.id for j in store.judgements(standing=True)]
    if (verdict == "undo" and not made) or len(ids) < 2:
        return
    subjects = random.sample(ids, 2 if verdict in ("same", "not the same") else 1)
    status = {"field": "status", "value": "denied"} if verdict == "correct" else {}
    store.judge(
        Judgement(f"j{version}", verdict, (made[0],) if verdict == "undo" else tuple(subjects), "me", "2024", **status)
    )


def _change_page(store: Archive, random: Random, version: int) -> None:
    """A page is there in a new version."""
    old = random.choice(sorted(store.articles(), key=lambda a: a.id))
    new = Article.from_text(
        f"{old.text} Updated {version}", **{n: getattr(old, n) for n in ("published", "publisher", "url")}
    )
    store.add(new, [claim(new)], coder_version="1")


@settings(max_examples=15, deadline=None)
@given(corpora(), st.randoms(use_true_random=False), st.sampled_from([2, 4, 80]))
def test_recoding_judging_and_changed_pages_too(
    corpus: tuple[list[Article], list[Claim]], random: Random, crowd: int
) -> None:
    articles, claims = corpus
    with pytest.MonkeyPatch.context() as patch, archive() as store:
        patch.setattr(blocking, "CROWD", crowd)
        patch.setattr(blocking, "_NEIGHBOURS", 1)
        rematch(store)
        for n, article in enumerate(articles):
            paged = Article.from_text(
                article.text, published=article.published, publisher=article.publisher, url=f"u{n}"
            )
            mine = [
                replace(c, id=f"{paged.id}-{i}", article_id=paged.id)
                for i, c in enumerate(claims)
                if c.article_id == article.id
            ]
            store.add(paged, mine, coder_version="1")
            change: Callable[[Archive, Random, int], None] = random.choice([_recode, _judge, _judge, _change_page])
            change(store, random, n)
            rematch(store)
            assert stored(store) == at_once(store)
        check(store)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(1, 4)), min_size=2, max_size=9), st.data())
def test_copies_are_found_as_reports_come_in(told: list[tuple[int, int, int]], data: st.DataObject) -> None:
    """Reports are made of a few passages, so that they reprint each other whole or in part."""
    passages = [f"{LONG} {'again ' * n}" + " ".join(f"w{n}x{i}" for i in range(30)) for n in range(4)]
    pages = {}
    for n, (one, other, day) in enumerate(told):
        credit = " (Reuters) - " if n % 3 == 0 else " "
        page = report(
            f"GARISSA{credit}{passages[one]}. {passages[other]}. Desk {n}",
            published=f"2024-03-0{day}",
            publisher=f"P{n}",
        )
        pages[page.id] = page
    with archive() as store:
        rematch(store)
        for page in data.draw(st.permutations(sorted(pages.values(), key=lambda p: p.id))):
            store.add(page, [claim(page)], coder_version="1")
            rematch(store)
        check(store)


def two_reports(store: Archive) -> tuple[Claim, Claim]:
    """Two reports of one attack."""
    first, second = (
        report(published="2024-03-04"),
        report("Gunmen attacked the market of Garissa at dawn", publisher="B"),
    )
    told = claim(first), claim(second, numbers=(number(9),))
    for article, one in zip((first, second), told, strict=True):
        store.add(article, [one], coder_version="1")
    rematch(store)
    return told


def test_judgements_survive_recoding_and_matching_anew() -> None:
    with archive() as store:
        one, other = two_reports(store)
        (event,) = store.events()
        assert event.claims == (one.id, other.id)
        store.judge(Judgement("j1", "not the same", (one.id, other.id), "ana", "2024", "two markets"))
        rematch(store)
        assert len(list(store.events())) == 2
        article = store.article(other.article_id)
        assert article is not None
        store.recode(article, [replace(other, confidence=0.9)], "2")
        rematch(store)
        assert len(list(store.events())) == 2
        rematch(store, anew=True)
        assert len(list(store.events())) == 2
        store.judge(Judgement("j2", "undo", ("j1",), "ana", "2024", "one after all"))
        rematch(store)
        assert len(list(store.events())) == 1


def test_a_report_that_comes_to_an_event_leaves_the_others_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with archive() as store:
        two_reports(store)
        far = report("Police met in Kampala", published="2024-09-01")
        store.add(
            far, [claim(far, act="CONSULT", on="2024-09-01", where="Kampala", actors=("Uganda",))], coder_version="1"
        )
        rematch(store)
        written: list[str] = []
        from dragoman.archive import events

        keep = events._store

        def store_one(db: sqlite3.Connection, event: Event) -> set[str]:
            written.append(event.id)
            return keep(db, event)

        monkeypatch.setattr(events, "_store", store_one)
        (before,) = (e for e in store.events() if e.act == "ASSAULT")
        late = report("Gunmen attacked the market of Garissa, the third page", publisher="C")
        store.add(late, [claim(late)], coder_version="1")
        rematch(store)
        (after,) = (e for e in store.events() if e.act == "ASSAULT")
        assert (after.id, len(after.claims), written) == (before.id, 3, [before.id])


def test_a_plan_is_overdue_as_soon_as_a_later_report_is_there() -> None:
    with archive() as store:
        plan = report("The ministers will meet in Nairobi")
        told = claim(plan, act="CONSULT", status="planned", on="2024-03-10", where="Nairobi", actors=("Kenya",))
        store.add(plan, [told], coder_version="1")
        rematch(store)
        assert [e.status for e in store.events()] == ["planned"]
        late = report("Rain in Kampala", published="2024-03-11", url="https://post.example/rain")
        store.add(late, [], coder_version="1")
        rematch(store)
        assert [e.status for e in store.events()] == ["expected, not confirmed"]
        corrected = report("Rain in Kampala", published="2024-03-09", url="https://post.example/rain")
        store.add(corrected, [], coder_version="1")  # the only report of a later day was dated wrongly
        rematch(store)
        assert [e.status for e in store.events()] == ["planned"]


def test_a_plan_without_a_day_is_overdue_after_a_year_of_silence() -> None:
    with archive() as store:
        plan = report("The ministers will meet in Nairobi")
        store.add(plan, [claim(plan, act="CONSULT", status="planned", on=None, where="Nairobi")], coder_version="1")
        for published, status in (("2025-03-04", "planned"), ("2025-03-06", "expected, not confirmed")):
            late = report(f"Rain in Kampala {published}", published=published)
            store.add(late, [], coder_version="1")
            rematch(store)
            assert [e.status for e in store.events()] == [status]
        check(store)


def test_what_others_do_to_events_is_undone_by_the_next_matching() -> None:
    with archive() as store:
        two_reports(store)
        before = stored(store)
        store.store_events([replace(before[0], claims=before[0].claims[:1])])
        rematch(store)
        assert stored(store) == before
        store.clear_events()
        rematch(store)
        assert stored(store) == before


def test_a_state_of_another_matcher_is_not_built_upon() -> None:
    with archive() as store:
        two_reports(store)
        with store.matching("another") as shelf:
            assert shelf.size is None
        rematch(store, version="another")
        assert len(stored(store)) == 1
        with store.matching("another") as shelf:
            assert shelf.size == 2


def test_when_matching_fails_events_and_state_are_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    with archive() as store:
        two_reports(store)
        before, known = stored(store), state(store)
        late = report("Gunmen attacked the market of Garissa, the third page", publisher="C")
        store.add(late, [claim(late)], coder_version="1")

        def fail(*_: object) -> None:
            raise sqlite3.OperationalError("disk I/O error")

        with monkeypatch.context() as patch:
            patch.setattr("dragoman.archive.events._settle", fail)
            with pytest.raises(ArchiveError, match="disk I/O"):
                rematch(store)
        assert (stored(store), state(store)) == (before, known)
        rematch(store)
        check(store)
