from __future__ import annotations

from dragoman.views.judging import judged, merge_pairs, split_pairs


def test_a_merge_ties_every_claim_to_the_first():
    assert merge_pairs([("a", "b"), ("c",)]) == [("a", "b"), ("a", "c")]


def test_a_merge_decides_anew_what_a_split_kept_apart():
    assert merge_pairs([("a", "b"), ("c",)], [("c", "b"), ("a", "c"), ("b", "z")]) == [
        ("a", "b"),
        ("a", "c"),
        ("b", "c"),
    ]


def test_a_split_parts_each_from_each():
    assert split_pairs(["a", "b"], ["c", "d"]) == [("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")]


def test_judgements_made_together_have_ids_that_begin_alike():
    made = judged("same", [("a", "b"), ("a", "c")], "ana", "2024-03-06T10:00:00Z", "one visit")
    names = {j.id.split(".")[0] for j in made}
    assert len(names) == 1
    assert [j.id.split(".")[1] for j in made] == ["1", "2"]
    assert [j.subjects for j in made] == [("a", "b"), ("a", "c")]
    later = judged("same", [("a", "b"), ("a", "c")], "ana", "2024-03-06T10:00:01Z", "one visit")
    assert {j.id for j in made}.isdisjoint(j.id for j in later)
