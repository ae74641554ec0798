from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.archive import ActorFilter, Archive, ClaimFilter
from dragoman.errors import ArchiveError
from dragoman.records import Actor, Article, Claim, Office
from tests.factories import coded, make_article, make_event, meeting, party

BRATEN = "person:kari-braten"
K_BRATEN = "person:k-braten"


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.add(*coded(), coder_version="1")
    return archive


def other_report() -> tuple[Article, list[Claim]]:
    """A later report that names the minister in short and gives her another office."""
    article = make_article(title="Later", published="2024-05-01")
    office = Office("finance minister", "Norway", "NOR", "2024-05-01", article.id, None)
    short = Actor(K_BRATEN, "K. Bråten", "person", None, (), ("Braten, K.",), (office,))
    mention = party(article.text, "Norway's trade minister Kari Bråten", short)
    return article, [meeting(article, actors=(mention,))]


def test_an_actor_has_names_offices_and_counts(filled: Archive):
    entry = filled.actor(BRATEN)
    assert entry is not None
    (office,) = entry.actor.offices
    assert (office.title, office.as_of, office.span) == ("trade minister", "2024-03-05", (9, 23))
    assert entry.actor.aliases == ("Braten",)
    assert (entry.claims, entry.as_actor, entry.as_recipient, entry.as_speaker, entry.articles) == (1, 1, 0, 0, 1)
    assert (entry.first_day, entry.last_day) == ("2024-03-04", "2024-03-04")


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (ActorFilter(name="bråten"), [BRATEN]),
        (ActorFilter(name="state:KEN"), ["state:KEN"]),
        (ActorFilter(name="republic of"), ["state:KEN"]),
        (ActorFilter(country="nor"), ["office:NOR:trade-ministry", BRATEN]),
        (ActorFilter(sector="COP"), ["office:KEN:police"]),
        (ActorFilter(kind="described"), ["group:KEN:UNK:gunmen"]),
        (ActorFilter(min_claims=2), []),
        (ActorFilter(limit=1), ["group:KEN:UNK:gunmen"]),
    ],
)
def test_actors_can_be_filtered(filled: Archive, wanted: ActorFilter, ids: list[str]):
    assert [entry.actor.id for entry in filled.actors(wanted)] == ids


def test_merged_actors_are_one(filled: Archive):
    article, claims = other_report()
    filled.add(article, claims, coder_version="1")
    filled.merge_actors(BRATEN, K_BRATEN, "ana", "the same office holder")
    entry = filled.actor(K_BRATEN)
    assert entry == filled.actor(BRATEN)
    assert entry is not None
    assert entry.actor.id == BRATEN
    assert entry.actor.aliases == ("Braten", "Braten, K.", "K. Bråten")
    assert [office.title for office in entry.actor.offices] == ["trade minister", "finance minister"]
    assert (entry.claims, entry.articles, entry.merged) == (2, 2, (K_BRATEN,))
    for value in (BRATEN, K_BRATEN, "K. Bråten"):
        assert len(list(filled.claims(ClaimFilter(actor=value)))) == 2
    assert list(filled.claims(ClaimFilter(article_id=article.id))) == claims  # a claim itself never changes


def test_a_merge_can_be_undone_and_stays_on_record(filled: Archive):
    filled.add(*other_report(), coder_version="1")
    before = list(filled.actors())
    number = filled.merge_actors(BRATEN, K_BRATEN, "ana", "the same office holder")
    filled.undo_merge(number, "ben", "two sisters")
    assert list(filled.actors()) == before
    (merge,) = filled.merges()
    assert (merge.kept, merge.other, merge.by, merge.why) == (BRATEN, K_BRATEN, "ana", "the same office holder")
    assert (merge.undone_by, merge.undone_why) == ("ben", "two sisters")
    with pytest.raises(ArchiveError, match="undone already"):
        filled.undo_merge(number, "ben", "again")
    filled.merge_actors(BRATEN, K_BRATEN, "ana", "they are one after all")


def test_merges_chain_and_undoing_one_leaves_the_others(filled: Archive):
    ids = ["office:KEN:police", "state:KEN", "group:KEN:UNK:gunmen"]
    first = filled.merge_actors(ids[0], ids[1], "ana", "test of chains")
    filled.merge_actors(ids[2], ids[0], "ana", "test of chains")
    entry = filled.actor(ids[1])
    assert entry is not None
    assert (entry.actor.id, entry.merged) == (ids[2], tuple(sorted(ids[:2])))
    filled.undo_merge(first, "ana", "enough")
    assert [e.actor.id if (e := filled.actor(i)) else None for i in ids] == [ids[2], ids[1], ids[2]]


@pytest.mark.parametrize(
    ("keep", "other", "why", "message"),
    [
        (BRATEN, BRATEN, "x", "one actor already"),
        (BRATEN, "person:nobody", "x", "no such actor"),
        (BRATEN, "state:KEN", " ", "needs a reason"),
    ],
)
def test_a_merge_that_makes_no_sense_is_refused(filled: Archive, keep: str, other: str, why: str, message: str):
    with pytest.raises(ArchiveError, match=message):
        filled.merge_actors(keep, other, "ana", why)
    assert list(filled.merges()) == []


def test_an_actor_does_not_hang_on_the_order_of_reports(archive: Archive, tmp_path):
    variants = []
    for title, name, country, sectors in (
        ("A", "Bråten", None, ()),
        ("B", "Kari Bråten", "NOR", ("GOV",)),
        ("C", "Kari Zråten", "DNK", ("GOV", "MIL")),
    ):
        article = make_article(title=title)
        actor = Actor(BRATEN, name, "person", country, sectors)
        claim = meeting(article, actors=(party(article.text, "Norway's trade minister Kari Bråten", actor),))
        variants.append((article, [claim]))
    with Archive(tmp_path / "other.db") as reverse:
        list(archive.add_many(variants, coder_version="1"))
        list(reverse.add_many(variants[::-1], coder_version="1"))
        entry = archive.actor(BRATEN)
        assert entry == reverse.actor(BRATEN)
        assert entry is not None
        assert (entry.actor.name, entry.actor.country, entry.actor.sectors) == ("Kari Bråten", "DNK", ("GOV", "MIL"))


def test_given_actors_stand_whatever_articles_say(filled: Archive):
    given = Actor(BRATEN, "Minister Kari Bråten", "person", "NOR", ("GOV", "ELI"), ("KB",))
    filled.give_actors([given])
    filled.add(*coded(title="Another"), coder_version="1")
    filled.rebuild_actors()
    entry = filled.actor(BRATEN)
    assert entry is not None
    assert (entry.actor.name, entry.actor.sectors) == (given.name, given.sectors)
    assert "KB" in entry.actor.aliases
    assert len(entry.actor.offices) == 2


def test_recoding_takes_back_the_offices_of_the_old_coding(filled: Archive):
    article, claims = coded()
    plain = replace(claims[0].actors[0], grounding=None)
    filled.recode(article, [replace(claims[0], actors=(plain,))], "2")
    entry = filled.actor(BRATEN)
    assert entry is not None
    assert entry.actor.offices == ()
    assert entry.claims == 0
    filled.rebuild_actors()
    assert filled.actor(BRATEN) is None


def test_rebuilding_gives_what_adding_gave(filled: Archive):
    filled.add(*other_report(), coder_version="1")
    filled.merge_actors(BRATEN, K_BRATEN, "ana", "the same office holder")
    before = list(filled.actors())
    filled.rebuild_actors()
    assert list(filled.actors()) == before


def test_events_show_a_merged_actor_once_under_the_kept_name() -> None:
    from dragoman.archive.kept_names import under_kept_names
    from dragoman.records import Event

    parties = {"actors": ("Mousa Marzouk", "Musa Marzuk", "Hamas"), "recipients": ("Musa Marzuk",)}
    unsaid = dict.fromkeys(("mode", "start", "end", "granularity", "place", "country", "latitude", "longitude"))
    nothing = dict.fromkeys(("reports", "independent_sources", "numbers", "history", "conflicts"), ())
    days = {"first_report": None, "last_report": None}
    one = Event(
        "e1",
        "CONSULT",
        plover="CONSULT",
        status="occurred",
        claims=("c1",),
        confidence=0.5,
        **parties,
        **unsaid,
        **nothing,
        **days,
    )
    shown = under_kept_names(one, {"Musa Marzuk": "Mousa Marzouk"})
    assert shown.actors == ("Mousa Marzouk", "Hamas")
    assert shown.recipients == ("Mousa Marzouk",)
    assert under_kept_names(one, {"Somebody": "Nobody"}) is one


def test_every_reader_of_events_gives_the_kept_name(filled: Archive):
    article, claims = other_report()
    filled.add(article, claims, coder_version="1")
    filled.store_events([make_event("e1", claims, actors=("K. Bråten",), recipients=("Kari Bråten", "K. Bråten"))])

    def read() -> list[tuple[list[str], list[str]]]:
        (row,) = filled.frame("events").to_pylist()
        events = [*filled.events(), filled.event("e1"), filled.event_of_claim(claims[0].id)]
        return [*((list(e.actors), list(e.recipients)) for e in events if e), (row["actors"], row["recipients"])]

    stored = [(["K. Bråten"], ["Kari Bråten", "K. Bråten"])] * 4
    assert read() == stored
    number = filled.merge_actors(BRATEN, K_BRATEN, "ana", "the same office holder")
    assert read() == [(["Kari Bråten"], ["Kari Bråten"])] * 4
    assert list(filled.verify()) == []
    filled.undo_merge(number, "ben", "two sisters")
    assert read() == stored


def test_a_name_that_two_bear_who_count_as_different_actors_is_left_as_it_is(filled: Archive):
    ids = {"kari": BRATEN, "short": K_BRATEN, "knut": "person:knut-braten", "other": "person:k-braten-2"}
    names = {"kari": "Kari Bråten", "short": "K. Bråten", "knut": "Knut Bråten", "other": "K. Bråten"}
    filled.give_actors([Actor(ids[who], names[who], "person", None, ()) for who in ids])
    _, claims = coded()
    filled.store_events([make_event("e1", claims, actors=("K. Bråten",), recipients=())])
    filled.merge_actors(ids["kari"], ids["short"], "ana", "the same office holder")
    assert [e.actors for e in filled.events()] == [("K. Bråten",)]  # the other K. Bråten may be meant
    filled.merge_actors(ids["knut"], ids["other"], "ana", "his initial")
    assert [e.actors for e in filled.events()] == [("K. Bråten",)]
    filled.merge_actors(ids["kari"], ids["knut"], "ana", "one after all")
    assert [e.actors for e in filled.events()] == [("Kari Bråten",)]
