"""The matcher's YAML is checked on load, with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dragoman.codebook.frames import load_frames
from dragoman.codebook.types import load_types
from dragoman.errors import CodebookError
from dragoman.matching import knowledge
from dragoman.matching.words import article_vector, cosine, names_and_words, overlap

PAIRS = Path(__file__).parents[2] / "training" / "data" / "pairs"


def test_the_built_in_files_load_and_fit_together() -> None:
    acts = knowledge.acts()
    weights = knowledge.weights()
    assert {*weights.story.by_feature, *weights.deed.by_feature} == set(knowledge.FEATURES)
    abduction = set(acts.families_of("ASSAULT", "abduct", "assault.abduct"))
    assert set(acts.families_of("COERCE", "arrest", "coerce.arrest")) & abduction
    assert not set(acts.families_of("COERCE", None, "coerce.curfew")) & abduction
    assert not set(acts.families_of("AID", None, None)) & set(acts.families_of("PROTEST", None, None))
    # a kidnapping is another deed than a killing, though both are ASSAULT
    assert not set(acts.families_of("ASSAULT", None, None)) & abduction
    assert not acts.kinds["support.sign"] & acts.kinds["support.praise"]


def test_every_frame_that_matching_knows_is_in_the_codebook() -> None:
    acts = knowledge.acts()
    known = {frame.id for frame in load_frames(load_types())}
    named = {key for key in (*acts.families, *acts.kinds, *acts.either_way_frames) if "." in key}
    assert named <= known
    assert knowledge.agencies().canonical("AFP") == "Agence France-Presse"
    assert knowledge.agencies().canonical("ap") is None
    assert {"attack", "killed", "the"} <= knowledge.common_words()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("weights:\n  - {part: deed, feature: act, weight: much}\nparts: []\n", 2),
        (
            "weights:\n  - {part: deed, feature: act, weight: 1}\n  - {part: deed, feature: act, weight: 1}\nparts: []\n",
            3,
        ),
        ("weights:\n  - {part: deed, feature: no such, weight: 1}\nparts: []\n", 2),
        ("weights:\n  - {part: story, feature: act, weight: 1}\nparts: []\n", 2),
        ("parts:\n  - {part: story, bias: 1}\n  - {part: story, bias: 1}\nweights: []\n", 3),
        ("parts:\n  - {part: plot, bias: 1}\nweights: []\n", 2),
        ("weights: []\nparts: []\n", 1),
        ("weights: 3\nparts: []\n", 1),
    ],
)
def test_a_bad_weight_is_named_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    file = tmp_path / "w.yaml"
    file.write_text(text)
    with pytest.raises(CodebookError) as caught:
        knowledge.read_weights(file)
    assert f"w.yaml:{line}" in str(caught.value)


def test_a_bad_family_or_agency_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("families:\n  - {name: x, of: [A]}\n  - {name: y}\n")
    with pytest.raises(CodebookError, match=r"a\.yaml:3"):
        knowledge.read_acts(file)
    file.write_text("agencies:\n  - {name: x, aliases: [X]}\n  - {name: y, aliases: [X]}\nendings: []\n")
    with pytest.raises(CodebookError, match=r"a\.yaml:3"):
        knowledge.read_agencies(file)


def test_signs_of_the_fitted_weights_are_what_their_names_say() -> None:
    against = ("differ", "apart", "before", "background", "same article", "other kind", "another", "nothing")
    for part in (knowledge.weights().story, knowledge.weights().deed):
        for name, weight in part.by_feature.items():
            assert weight <= 0 if any(word in name for word in against) else weight >= 0, name


def test_the_written_pairs_are_at_least_nine_hundred() -> None:
    read = {f.name: yaml.safe_load(f.read_text("utf-8"))["entries"] for f in sorted(PAIRS.glob("*.yaml"))}
    stories = read.pop("deeds.yaml")
    entries = [e for file in read.values() for e in file]
    sizes = [(len(e["one"]), len(e["other"])) for e in entries]
    assert sum(a * (a - 1) // 2 + b * (b - 1) // 2 + a * b for a, b in sizes) >= 900
    assert {e["differ"] for e in entries} == {"day", "place", "victims", "parties", "numbers", "names", "deed"}
    texts = [text for e in entries for side in ("one", "other") for _, text in e[side]]
    assert len(set(texts)) == len(texts)
    for story in stories:  # each tells some deed twice, and more than one
        deeds = [deed for report in story["reports"] for deed, _ in report["tells"]]
        assert 1 < len(set(deeds)) < len(deeds), story["story"]
    assert sum(len(report["tells"]) for story in stories for report in story["reports"]) >= 250


def test_names_are_capitalised_and_common_words_are_neither() -> None:
    names, words = names_and_words("The Uhodari's crew captured pirates near Lamu, thwarting brigands.")
    assert {"uhodari", "lamu"} <= names
    assert "brigand" in words
    assert not {"the", "near"} & (names | words)


def test_likeness_of_articles_and_words_is_within_bounds() -> None:
    one = article_vector("Raid", "The Uhodari captured nine pirates off Lamu in December.")
    assert cosine(one, one) == pytest.approx(1)
    assert cosine(one, article_vector(None, "")) == 0
    assert 0 <= cosine(one, article_vector("x", "The Shupavu captured fourteen pirates.")) < 0.7
    assert overlap(frozenset("a"), frozenset("a")) < overlap(frozenset("abcd"), frozenset("abcd")) < 1


def test_names_of_the_opening_weigh_more_than_those_further_down() -> None:
    filler = "it was a quiet day in the town and people went to work as they always did. " * 8
    about = article_vector(None, f"Zuberi Kaseko was freed. {filler} Mboya Njoroge had asked for it.")
    assert about["zuberi"] == pytest.approx(2 * about["mboya"])
