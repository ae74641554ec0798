"""The words of speech: broad enough, and faults in the file are named with their line."""

import pytest

from dragoman.codebook.speech import load_speech
from dragoman.errors import CodebookError

REST = (
    "idioms: []\naddressing: [tell]\nlight: [make]\ndocuments: [poll]\nworks: [film]\nspeakers: [camp]\nprepositions: [according to]\nadverbs: [allegedly]\n"
    "accusing: [accuse of]\ndismissing: [reject]\nno_asides: [react]\nasking: [ask]\ncaptions: [photo]\n"
)


def test_the_list_is_broad():
    speech = load_speech()
    assert len(speech.verbs) >= 400
    assert len(speech.nouns) >= 100
    assert len(speech.adjectives) >= 40


def test_a_word_keeps_each_of_its_constructions():
    warn = load_speech().verbs["warn"]
    assert (warn["clause"].kind, warn["infinitive"].kind) == ("reported", "asked")


def test_every_verb_is_a_base_form():
    assert [v for v in load_speech().verbs if v != v.lower() or " " in v] == []


def write(tmp_path, groups, old="", new=""):
    file = tmp_path / "speech.yaml"
    file.write_text((groups + REST).replace(old, new, 1) if old else groups + REST, encoding="utf-8")
    return file


GOOD = "verbs:\n  - takes: [clause]\n    kind: reported\n    words: [say]\nnouns: []\nadjectives: []\n"


def test_a_file_of_ones_own(tmp_path):
    assert set(load_speech(write(tmp_path, GOOD)).verbs) == {"say"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: reported", "kind: sung", "speech.yaml:2"),
        ("words: [say]", "words: say", "speech.yaml:2"),
        ("takes: [clause]", "takes: [on]", "speech.yaml:2"),
        ("kind: reported", "kind: reported\n    source: stone", "speech.yaml:2"),
        ("nouns: []", "nouns: many", "speech.yaml:1"),
        ("idioms: []", "idioms:\n  - takes: [clause]\n    kind: judged\n    words: [make]", "no idiom: 'make'"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path, old, new, message):
    with pytest.raises(CodebookError, match=message):
        load_speech(write(tmp_path, GOOD, old, new))


def test_a_missing_list_is_named(tmp_path):
    file = tmp_path / "speech.yaml"
    file.write_text(GOOD, encoding="utf-8")
    with pytest.raises(CodebookError, match="light"):
        load_speech(file)
