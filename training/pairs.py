"""What the classifier is asked: two parties, with or without the word of an act, and what passes between them.

Out of our sentences with two marked parties (``rows.py``) and of the reports in which every act is marked (``marked.py``).
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

from marked import Mark, Sentence
from marked import read as read_reports
from rows import ONE_WAY, TAG, TRIGGER, amounts_to, finer_label, misled
from tagged import Spans, held_out


@dataclass(frozen=True, slots=True)
class Asked:
    """What one step learns from: a sentence, where source, target and trigger stand in it (by ``S``, ``T``, ``V``), and the
    answer; ``status`` is None where none is to be learnt."""

    text: str
    roles: dict[str, Spans]
    label: str = "NONE"
    act: str = "NONE"
    status: str | None = None


def roles_of(marked: str) -> tuple[str, dict[str, Spans]]:
    """The sentence without its marks, and where they stood."""
    text, opened = "", 0
    roles: dict[str, Spans] = {}
    starts: dict[str, int] = {}
    for part in TAG.split(marked):
        if not TAG.fullmatch(part):
            text += part
            continue
        opened = len(text)
        role = part.strip("</>")
        if part.startswith("</"):
            roles[role] = (*roles.get(role, ()), (starts.pop(role), opened))
        else:
            starts[role] = opened
    return text, roles


def of_row(row: dict, rng: random.Random) -> Asked:
    """A variation of the row: with or without its trigger, a party unmarked.

    Without a trigger the classifier answers what passes between two parties (``coder.relation``). With one it judges an act:
    so in some rows a party or the trigger is moved to words that have another part in the sentence, and the answer is NONE.
    """
    text, label, act, status = row["s"], row["label"], row["act"], row["status"]
    if rng.random() < 0.45 and not row["needs_trigger"]:
        text = TRIGGER.sub("", text)
    elif "<V>" in text and label != "NONE" and rng.random() < 0.3 and (wrong := misled(row, rng)) is not None:
        text, label, act, status = wrong, "NONE", "NONE", None
    if label != "NONE" and rng.random() < 0.15:
        text = re.sub(r"</?T>", "", text) if rng.random() < 0.6 else re.sub(r"</?S>", "", text)
    return Asked(*roles_of(text), label, act, status)


@dataclass(frozen=True, slots=True)
class Told:
    """An act of a marked report whose parties stand in its sentence, and the sentence's other acts."""

    sentence: Sentence
    mark: Mark
    others: tuple[Mark, ...]

    @property
    def text(self) -> str:
        """The bare sentence."""
        return self.sentence.text


def from_reports(files: list[Path]) -> list[Told]:
    """The acts of reports that are not kept apart: those with both parties, and a half of those with one."""
    rng = random.Random(len(files))
    out = []
    for file in files:
        for sentence in read_reports(file):
            if held_out(sentence.theme):
                continue
            acts = [m for m in sentence.marks if m.act]
            for mark in acts:
                both = mark.doers and mark.receivers
                if both or ((mark.doers or mark.receivers) and rng.random() < 0.5):
                    out.append(Told(sentence, mark, tuple(m for m in acts if m is not mark)))
    return out


_AMOUNTS = amounts_to()


def label_of(told: Told) -> str:
    """The type, or finer label, that act and status amount to."""
    return finer_label({"plover": _AMOUNTS[told.mark.act, told.mark.status], "s": told.text})


def of_told(told: Told, rng: random.Random) -> Asked:
    """The act asked about, with its word or without; now and then its parties turned round, or one of them another's."""
    mark, parties = told.mark, told.sentence.parties
    source = _one(mark.doers, parties, rng)
    target = _one(mark.receivers, parties, rng)
    label, act, status = label_of(told), mark.act, mark.status
    chance = rng.random()
    others = [n for n in parties if n not in mark.doers and n not in mark.receivers]
    if chance < 0.2 and source and target and act in ONE_WAY and not any(_back(mark, other) for other in told.others):
        source, target, label = target, source, "NONE"
    elif 0.2 <= chance < 0.3 and others:
        stranger = _one((rng.choice(others),), parties, rng)
        if target and rng.random() < 0.5:
            target, label = stranger, "NONE"
        elif source:
            source, label = stranger, "NONE"
    # without its word another act between the two, or of the one, would be as true
    rival = any(set(mark.doers) & set(o.doers) and set(mark.receivers) & set(o.receivers) for o in told.others)
    roles = {"S": source, "T": target}
    if label == "NONE" or rival or not (source and target) or rng.random() < 0.5:
        roles["V"] = ((mark.start, mark.end),)
    if label == "NONE":
        return Asked(told.text, roles)
    return Asked(told.text, roles, label, act, status)


def _one(numbers: tuple[int, ...], parties: dict[int, Spans], rng: random.Random) -> Spans:
    """One of the places where one of these parties is named; none of no party."""
    places = [span for n in numbers for span in parties[n]]
    return (rng.choice(places),) if places else ()


def _back(mark: Mark, other: Mark) -> bool:
    """Whether the other act is done by this one's receiver to its doer."""
    return bool(set(mark.doers) & set(other.receivers) and set(mark.receivers) & set(other.doers))
