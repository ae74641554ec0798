"""A user's own codebook: the worked example codes our own sentences, and slips name file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

import dragoman
from dragoman.codebook.own import load_own
from dragoman.codebook.types import load_types
from dragoman.errors import CodebookError

MARITIME = Path(__file__).resolve().parents[2] / "examples" / "codebooks" / "maritime.yaml"


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return dragoman.load(codebook=str(MARITIME))


def told(coder: dragoman.Coder, sentence: str) -> list[tuple[str, str | None, str, str]]:
    claims = coder.code(dragoman.Article.from_text(sentence, published="2024-05-03"))
    return [(c.act, c.mode, c.status, c.plover) for c in claims]


@pytest.mark.parametrize(
    ("sentence", "act", "mode", "status", "plover"),
    [
        (
            "Iranian commandos boarded a Greek tanker in the Gulf of Oman on Friday.",
            "COERCE",
            "boarding",
            "occurred",
            "COERCE",
        ),
        ("The Spanish navy intercepted two fishing boats off Senegal.", "COERCE", "interception", "occurred", "COERCE"),
        ("Yemen's coast guard seized a cargo ship near Aden.", "COERCE", "ship-seizure", "occurred", "COERCE"),
        ("Oman denied that its navy had detained the vessel.", "COERCE", "ship-seizure", "denied", "COERCE"),
        ("Kenya threatened to seize the trawlers.", "COERCE", "ship-seizure", "threatened", "THREATEN"),
        ("Pirates hijacked a tanker off Somalia, the navy said.", "ASSAULT", "piracy", "occurred", "ASSAULT"),
        ("A container ship collided with a ferry in the strait.", "COLLISION", None, "occurred", "COLLISION"),
        (
            "A Chinese coast guard vessel rammed a Philippine patrol boat.",
            "COLLISION",
            "ramming",
            "occurred",
            "COLLISION",
        ),
        ("India will escort the tankers through the strait.", "ESCORT", None, "planned", "AGREE"),
        ("Italy called off plans to escort the freighters.", "ESCORT", None, "cancelled", "REJECT"),
    ],
)
def test_the_worked_example_codes_incidents_at_sea(
    coder: dragoman.Coder, sentence: str, act: str, mode: str | None, status: str, plover: str
):
    assert (act, mode, status, plover) in told(coder, sentence)


def test_the_shipped_models_leave_out_no_deed_of_its_frames_that_somebody_is_accused_of(coder: dragoman.Coder):
    sentence = "Manila accused Beijing of ramming a patrol boat on Friday."
    assert ("COLLISION", "ramming", "occurred", "COLLISION") in told(coder, sentence)


def test_own_modes_bring_their_scores(coder: dragoman.Coder):
    article = dragoman.Article.from_text("Gunmen from Iran boarded a tanker.", published="2024-05-03")
    assert [c.score for c in coder.code(article)] == [-6.0]


def test_the_shipped_codebook_still_codes_beside_it(coder: dragoman.Coder):
    assert told(coder, "Police in Lima arrested two students.") == [("COERCE", "arrest", "occurred", "COERCE")]


def test_without_it_nothing_of_it_is_coded():
    plain = dragoman.load()
    assert told(plain, "A container ship collided with a ferry in the strait.") == []
    assert plain.version != dragoman.load(codebook=MARITIME).version


def test_a_change_of_the_file_changes_the_coder_version(tmp_path: Path):
    copy = tmp_path / "mine.yaml"
    copy.write_text(MARITIME.read_text(encoding="utf-8"), encoding="utf-8")
    before = load_own(copy).digest
    assert before == load_own(MARITIME).digest
    copy.write_text(copy.read_text(encoding="utf-8") + "# note\n", encoding="utf-8")
    assert load_own(copy).digest != before


def test_a_settings_file_may_name_it(tmp_path: Path):
    settings = tmp_path / "settings.toml"
    settings.write_text(f'codebook = "{MARITIME.as_posix()}"\n', encoding="utf-8")
    assert dragoman.Settings.from_file(settings).codebook == MARITIME


def test_own_types_follow_the_status_rules_of_the_type_they_are_like():
    types = load_types(MARITIME)
    assert types.plover("ESCORT", "planned") == "AGREE"
    assert types.plover("COLLISION", "planned") == "COLLISION"
    assert types.plover("COLLISION", "refused") == "REJECT"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("- a list\n", 1, "must be a mapping"),
        ("kinds: {}\n", 1, "unknown key 'kinds'"),
        ("type: COERCE\n", 1, "neither 'types' nor 'frames'"),
        ("types: [COERCE]\n", 1, "must map names"),
        ("types:\n  collision: {quad: 4, score: 0}\n", 2, "no name of a type"),
        ("types:\n  COLLISION: yes\n", 2, "no mapping"),
        ("types:\n  COLLISION:\n    quad: 4\n", 3, "has no score"),
        ("types:\n  COLLISION:\n    score: 0\n    quad: 5\n", 4, "quad 5"),
        ("types:\n  COLLISION:\n    quad: 4\n    score: low\n", 4, "score 'low'"),
        ("types:\n  COLLISION:\n    quad: 4\n    score: 11\n", 4, "score 11"),
        ("types:\n  COLLISION:\n    quad: 4\n    score: 0\n    like: CRASH\n", 5, "no shipped type"),
        ("types:\n  COLLISION:\n    quad: 4\n    score: 0\n    colour: red\n", 5, "unknown key 'colour'"),
        ("types:\n  COERCE:\n    modes: [boarding]\n", 3, "'modes' must map"),
        ("types:\n  COERCE:\n    modes:\n      boarding: {gloss: on board}\n", 4, "no score"),
        ("types:\n  COERCE:\n    modes:\n      Boarding: {score: 1}\n", 4, "no name of a mode"),
        ("types:\n  COERCE:\n    gloss: [a]\n", 3, "must be text"),
        ("type: COERCE\nframes: {}\n", 2, "must be a list"),
        ("type: COERCE\nframes:\n  - verbs: [board RECIPIENT]\n", 3, "has no id"),
        ("type: COERCE\nframes:\n  - id: sea.board\n", 3, "has no words"),
        ("type: COERCE\nframes:\n  - id: sea.board\n    verbs: board RECIPIENT\n", 4, "list of words"),
        ("type: COERCE\nframes:\n  - id: sea.board\n    verbs: [board SHIP]\n", 3, "unknown slot SHIP"),
        (
            "type: COERCE\nframes:\n  - id: sea.board\n    mode: sailing\n    verbs: [board RECIPIENT]\n",
            3,
            "no mode 'sailing'",
        ),
        ("type: CRASH\nframes:\n  - id: sea.board\n    verbs: [board RECIPIENT]\n", 3, "unknown type 'CRASH'"),
        (
            "type: COERCE\nframes:\n  - id: sea.board\n    verbs: [board RECIPIENT]\n    only: [ship]\n",
            5,
            "must name roles",
        ),
        ("type: COERCE\nframes:\n  - {id: a, verbs: [x]}\n  - {id: a, verbs: [y]}\n", 4, "stands twice"),
        (
            'type: COERCE\nframes:\n  - {id: a, verbs: ["hold together|jointly"]}\n',
            3,
            "mixes particles and other words",
        ),
        ("types:\n  COERCE: {score: 1, score: 2}\n", 2, "stands twice"),
        ("types:\n\tCOERCE: 1\n", 2, "not valid YAML"),
    ],
)
def test_a_slip_names_file_and_line(tmp_path: Path, text: str, line: int, message: str):
    file = tmp_path / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError, match=message) as caught:
        load_own(file)
    assert caught.value.where == f"mine.yaml:{line}"
    assert caught.value.remedy


def test_a_missing_file_is_no_crash(tmp_path: Path):
    with pytest.raises(CodebookError, match="cannot be read"):
        load_own(tmp_path / "none.yaml")
