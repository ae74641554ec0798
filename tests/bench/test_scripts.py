"""The measuring scripts run: each is outside the package, so a refactoring breaks them unseen otherwise."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
REPORTS = (
    ("Police in Nairobi arrested two students on Monday, a spokesman said.", "2024-05-02", "Savanna Times"),
    (
        "Kenya condemned Ethiopia on Tuesday for a raid near Garissa. Ethiopia denied it.",
        "2024-05-03",
        "The Fjord Post",
    ),
    ("Norway's foreign minister will visit Nairobi on 7 May, the ministry said.", "2024-05-03", "The Fjord Post"),
)


def script(name: str) -> ModuleType:
    """A script as a module, not run."""
    spec = importlib.util.spec_from_file_location(f"bench_{name}", ROOT / "bench" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def run(*command: object) -> str:
    """What a script prints in a process of its own."""
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def news(tmp_path: Path) -> Path:
    file = tmp_path / "news.jsonl"
    rows = [
        {"text": t, "published": d, "publisher": p, "title": "Report", "id": str(i)}
        for i, (t, d, p) in enumerate(REPORTS)
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


@pytest.mark.slow
def test_every_stage_has_its_clock_and_is_put_back(news: Path) -> None:
    stages = script("stages")
    before = [getattr(stages.grounded, name) for owner, name, _, _ in stages._STAGES if owner == "grounded"]
    clocks = stages.measure(news)
    named = {stage for _, _, stage, _ in stages._STAGES}
    assert {stage for stage in named if not clocks.calls[stage]} == set()
    assert clocks.calls["reading"] == len(REPORTS)
    assert clocks.calls["matching"] == 1
    assert all(seconds >= 0 for seconds in clocks.seconds.values())
    assert before == [getattr(stages.grounded, name) for owner, name, _, _ in stages._STAGES if owner == "grounded"]


def test_the_inner_stage_is_taken_from_the_outer_one() -> None:
    clocks = script("stages").Clocks()
    inner = clocks.wrap("inner", lambda: sum(range(200_000)))
    clocks.wrap("outer", inner)()
    assert clocks.calls == {"inner": 1, "outer": 1}
    assert clocks.seconds["outer"] < clocks.seconds["inner"]


@pytest.mark.slow
def test_the_speed_of_the_whole_job_is_measured_beside_spacy(news: Path) -> None:
    figures = json.loads(run("bench/speed.py", news, "--rounds", 2, "--brief", "--json"))
    assert figures["articles"] == len(REPORTS)
    assert figures["claims"] >= 3
    assert figures["ratio"] > 0


@pytest.mark.slow
def test_matching_is_measured_at_two_sizes() -> None:
    told = run("bench/matching.py", "--sizes", 60, 240, "--reports", 2)
    assert "     60 claims at once" in told
    assert "    240 claims at once" in told
    assert told.count("one more report") == 2
    assert "exponent: " in told


def test_times_are_compared_with_answers_that_were_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    times = script("times")
    article = {"text": "The talks began on Monday.", "published": "2024-03-06"}
    answers = tmp_path / "answers.jsonl"
    start = article["text"].index("Monday")
    answers.write_text(
        json.dumps([times.key_of(article), [[start, start + 6, "Monday", "2024-03-04"]]]) + "\n", encoding="utf-8"
    )
    times.measure_speed([article])
    times.compare([article], None, answers, 5)
    told = capsys.readouterr().out
    assert "speed: " in told
    assert "ours 1, HeidelTime 1, overlapping 1" in told
    assert "same value 1.000" in told


def test_places_are_measured_on_our_own_gold(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = script("places")
    monkeypatch.setattr(places, "NEWS", news)
    assert "own gold: " in places.own_gold(False)
    assert "articles/s" in places.speed(2)
    assert "gazetteer: " in places.loading()


def test_pages_are_scored_against_what_a_person_marked(tmp_path: Path) -> None:
    told = " ".join(text for text, _, _ in REPORTS)
    page = f"<html><head><title>Report</title></head><body><nav>Home Sport</nav><article><p>{told}</p></article></body></html>"
    (tmp_path / "one.html").write_text(page, encoding="utf-8")
    expected = {"one": {"url": "https://outlet.example/one", "text": told}}
    (tmp_path / "expected.json").write_text(json.dumps(expected), encoding="utf-8")
    result = script("reading").score(tmp_path)
    assert result["pages"] == 1
    assert result["recall"] == 1.0
    assert result["precision"] > 0.8


def test_a_section_is_skipped_where_any_of_its_files_of_texts_is_absent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ratchet = script("ratchet")
    monkeypatch.setattr(ratchet, "HERE", tmp_path)
    monkeypatch.setattr(ratchet, "DATA", tmp_path / "data")
    (tmp_path / "data").mkdir()
    for file in ("gold.jsonl", "data/one.jsonl", "data/two.jsonl"):
        (tmp_path / file).write_text("{}\n", encoding="utf-8")
    both = ["one.jsonl", "two.jsonl"]
    assert ratchet.absent({"file": "gold.jsonl"}) is None
    assert ratchet.absent({"file": "gold.jsonl", "texts": "one.jsonl"}) is None
    assert ratchet.absent({"file": "gold.jsonl", "texts": both}) is None
    (tmp_path / "data" / "two.jsonl").unlink()
    assert ratchet.absent({"file": "gold.jsonl", "texts": both}) == "two.jsonl"
    assert ratchet.absent({"file": "gold.jsonl", "texts": "two.jsonl"}) == "two.jsonl"
    assert ratchet.absent({"file": "none.jsonl", "texts": both}) == "none.jsonl"


def test_the_pinned_values_are_written_as_they_were_read() -> None:
    ratchet = script("ratchet")
    text = ratchet.QUALITY.read_text(encoding="utf-8")
    quality = tomllib.loads(text)
    assert any(isinstance(pinned.get("texts"), list) for pinned in quality.values())
    assert tomllib.loads(ratchet.written(quality, text[: text.index("\n[")])) == quality


@pytest.mark.parametrize("name", ["reading", "speed", "stages"])
def test_without_the_outside_data_a_script_says_so_and_does_not_fail(name: str, tmp_path: Path) -> None:
    assert run(f"bench/{name}.py", tmp_path / "absent").startswith("skipped: ")


@pytest.mark.slow
def test_the_held_out_sentences_are_measured() -> None:
    told = run("training/held_out.py")
    figures = json.loads(told[told.index("{\n") :])
    assert 0.5 < figures["classifier"]["macro_f1"] <= 1
    assert figures["classifier"]["held_out_sentences"] > 500
    assert 0.5 < figures["tagger"]["at_0.5"]["precision"] <= 1
    assert figures["tagger"]["sentences"] > 500
