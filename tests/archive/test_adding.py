from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dragoman.archive import AddResult, Archive, ClaimFilter
from dragoman.errors import ArchiveError
from dragoman.records import SetAside
from tests.factories import TEXT, attack, coded, make_article, meeting

URL = "https://fjord-post.example/nairobi"


def test_what_is_added_comes_back_as_it_was(archive: Archive):
    article, claims = coded(url=URL, byline="A. Writer", source="a.html")
    assert archive.add(article, claims, coder_version="1") == AddResult(article.id, "added", 2)
    assert archive.article(article.id) == article
    assert list(archive.claims()) == claims
    assert list(archive.verify()) == []


def test_adding_twice_changes_nothing(archive: Archive):
    article, claims = coded()
    archive.add(article, claims, coder_version="1")
    before = archive.counts()
    again = replace(article, source="copy.html")  # the same report saved elsewhere
    assert archive.add(again, claims, coder_version="2") == AddResult(article.id, "known", 2)
    assert archive.counts() == before
    assert archive.article(article.id) == article


def test_a_changed_page_is_a_new_version_and_the_older_stays(archive: Archive):
    old, old_claims = coded(url=URL)
    new, new_claims = coded(make_article(TEXT + " Corrected.", url=URL))
    archive.add(old, old_claims, coder_version="1")
    assert archive.add(new, new_claims, coder_version="1") == AddResult(new.id, "new version", 2, 2, old.id)
    assert list(archive.articles()) == [new]
    assert list(archive.claims()) == new_claims
    assert archive.article(old.id) == old
    assert list(archive.claims(ClaimFilter(article_id=old.id, superseded=True))) == old_claims
    history = archive.history(old.id)
    assert history is not None
    assert [(v.article_id, v.version, v.superseded_at is None) for v in history.versions] == [
        (old.id, 1, False),
        (new.id, 2, True),
    ]
    assert list(archive.verify()) == []


def test_saving_both_versions_again_does_not_swap_them(archive: Archive):
    versions = [coded(url=URL), coded(make_article(TEXT + " Corrected.", url=URL))]
    for article, claims in [*versions, *versions]:
        archive.add(article, claims, coder_version="1")
    assert list(archive.articles()) == [versions[1][0]]
    assert archive.counts()["superseded articles"] == 1


def test_pages_without_url_are_never_versions_of_each_other(archive: Archive):
    for title in ("One", "Two"):
        assert archive.add(*coded(title=title), coder_version="1").outcome == "added"
    assert archive.counts()["articles"] == 2


def test_an_article_without_claims_is_kept(archive: Archive):
    article = make_article()
    assert archive.add(article, [], coder_version="1").claims == 0
    assert archive.has_article(article.id)
    assert list(archive.outdated("1")) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"article_id": "0" * 16}, "belongs to article"),
        ({"id": "twice"}, "two claims have the id"),
    ],
)
def test_wrong_claims_are_refused_and_nothing_is_stored(archive: Archive, change: dict[str, Any], message: str):
    article = make_article()
    claims = [replace(meeting(article), id="twice"), replace(attack(article), **change)]
    with pytest.raises(ArchiveError, match=message):
        archive.add(article, claims, coder_version="1")
    assert archive.counts()["articles"] == 0


def test_an_error_in_the_middle_stores_nothing_of_the_article(archive: Archive):
    article, claims = coded()
    archive.add(article, claims, coder_version="1")
    other = make_article(title="Other")
    stolen = [meeting(other), replace(attack(other), id=claims[1].id)]  # an id that is taken
    with pytest.raises(ArchiveError):
        archive.add(other, stolen, coder_version="1")
    assert not archive.has_article(other.id)
    assert archive.counts()["claims"] == 2
    assert list(archive.verify()) == []


def test_many_are_acknowledged_only_after_their_commit(archive: Archive, path: Path):
    told = (coded(title=f"Report {i}") for i in range(10))
    with Archive(path, readonly=True) as reader:
        for result in archive.add_many(told, coder_version="1", group=4):
            assert reader.has_article(result.article_id)
        assert reader.counts()["articles"] == 10


def test_recoding_keeps_the_claims_before(archive: Archive):
    article, claims = coded()
    archive.add(article, claims, coder_version="1")
    again = [replace(claims[0], status="planned", plover="AGREE", coder_version="2")]
    assert list(archive.outdated("2")) == [article]
    archive.recode(article, again, "2")
    assert list(archive.claims()) == again
    assert archive.claim(claims[0].id) == again[0]
    assert archive.claim(claims[1].id) == claims[1]  # superseded, but never gone
    history = archive.history(article.id)
    assert history is not None
    assert [(c.coder_version, c.superseded_at is None, list(c.claims)) for c in history.codings] == [
        ("1", False, claims),
        ("2", True, again),
    ]
    assert list(archive.outdated("2")) == []
    assert list(archive.verify()) == []


def test_all_outdated_articles_can_be_recoded_while_iterating(archive: Archive):
    for i in range(5):
        archive.add(*coded(title=f"Report {i}"), coder_version="1")
    for article in archive.outdated("2"):
        archive.recode(article, [meeting(article, coder_version="2")], "2")
    assert {c.coder_version for c in archive.claims()} == {"2"}
    assert archive.counts()["superseded claims"] == 10


def test_recoding_what_is_not_there_or_was_superseded_is_refused(archive: Archive):
    old, claims = coded(url=URL)
    with pytest.raises(ArchiveError, match="not in the archive"):
        archive.recode(old, claims, "2")
    new = make_article(TEXT + " Corrected.", url=URL)
    archive.add(old, claims, coder_version="1")
    archive.add(new, [], coder_version="1")
    with pytest.raises(ArchiveError, match=new.id):
        archive.recode(old, claims, "2")


def test_articles_and_claims_can_be_neither_changed_nor_deleted(archive: Archive):
    archive.add(*coded(), coder_version="1")
    for statement in (
        "DELETE FROM claims",
        "DELETE FROM articles",
        "UPDATE claims SET json = '{}'",
        "UPDATE articles SET text = ''",
    ):
        with pytest.raises(ArchiveError, match="never"), archive._store.write() as db:
            db.execute(statement)


def test_what_is_set_aside_is_kept_once(archive: Archive):
    item = SetAside("scan.pdf", "not text", "Convert it")
    archive.set_aside(item, SetAside("a.html", "too large", "Split it"))
    archive.set_aside(item)
    assert [s.source for s in archive.set_asides()] == ["a.html", "scan.pdf"]


def test_meta_tells_which_coders_made_the_claims(archive: Archive):
    archive.add(*coded(), coder_version="1")
    archive.describe_coder("1", codebook="2024.1")
    archive.describe_coder("1", model="sha256:ab")
    assert archive.meta["coders"]["1"] == {
        "first_used": "2024-03-06T12:00:02Z",
        "codebook": "2024.1",
        "model": "sha256:ab",
        "articles": 1,
    }
