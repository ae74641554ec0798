"""Decisions of people and matchers: appended, never edited; taking one back is a decision of its own."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.archive import rows
from dragoman.archive.connection import Store
from dragoman.archive.folding import valid
from dragoman.errors import ArchiveError
from dragoman.records import Judgement

# verdict → how many subjects it is about
_SUBJECTS: Final = {"same": 2, "not the same": 2, "accept": 1, "reject": 1, "correct": 1, "undo": 1}


def judge(store: Store, made: Sequence[Judgement]) -> int:
    """Append judgements, all or none of them; see ``Archive.judge_all``."""
    for judgement in made:
        _check_form(judgement)
    with store.write() as db:
        return sum(_append(store, db, judgement) for judgement in made)


def _append(store: Store, db: sqlite3.Connection, judgement: Judgement) -> bool:
    if db.execute("SELECT 1 FROM judgements WHERE id = ?", (judgement.id,)).fetchone():
        known = next(_load(store, "WHERE j.id = ?", (judgement.id,)))
        if known == judgement:
            return False
        raise ArchiveError("another judgement has this id", where=judgement.id, remedy="Give it an id of its own")
    _check_subjects(store, judgement)
    db.execute(
        "INSERT INTO judgements (id, verdict, by, at, why, field, value) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            judgement.id,
            judgement.verdict,
            valid(judgement.by),
            judgement.at,
            valid(judgement.why),
            judgement.field,
            None if judgement.value is None else rows.to_json(judgement.value),
        ),
    )
    db.executemany(
        "INSERT INTO judgement_subjects (judgement_id, position, subject) VALUES (?, ?, ?)",
        [(judgement.id, i, subject) for i, subject in enumerate(judgement.subjects)],
    )
    return True


def judgements(store: Store, *, standing: bool, subject: str | None) -> Iterator[Judgement]:
    """Judgements in the order they were made; see ``Archive.judgements``."""
    conditions, parameters = ["1"], []
    if standing:
        conditions.append(
            "j.verdict <> 'undo' AND j.id NOT IN (SELECT s.subject FROM judgement_subjects AS s"
            " JOIN judgements AS u ON u.id = s.judgement_id WHERE u.verdict = 'undo')"
        )
    if subject is not None:
        conditions.append("j.id IN (SELECT judgement_id FROM judgement_subjects WHERE subject = ?)")
        parameters.append(subject)
    return _load(store, f"WHERE {' AND '.join(conditions)}", tuple(parameters))


def _load(store: Store, where: str, parameters: tuple[str, ...]) -> Iterator[Judgement]:
    subjects = (
        "(SELECT json_group_array(subject) FROM"
        " (SELECT subject FROM judgement_subjects WHERE judgement_id = j.id ORDER BY position))"
    )
    for row in store.rows(
        f"SELECT j.id, j.verdict, {subjects}, j.by, j.at, j.why, j.field, j.value FROM judgements AS j {where}"
        " ORDER BY j.position",
        parameters,
    ):
        value = None if row[7] is None else json.loads(row[7])
        yield Judgement(row[0], row[1], tuple(json.loads(row[2])), row[3], row[4], row[5], row[6], value)


def _check_form(judgement: Judgement) -> None:
    expected = _SUBJECTS.get(judgement.verdict)
    if expected is None:
        raise ArchiveError(
            f"there is no verdict {judgement.verdict!r}", where=judgement.id, remedy=f"Use {', '.join(_SUBJECTS)}"
        )
    if len(set(judgement.subjects)) != expected or len(judgement.subjects) != expected:
        raise ArchiveError(
            f"{judgement.verdict!r} is about {expected} different id(s), not {len(judgement.subjects)}",
            where=judgement.id,
        )
    if (judgement.verdict == "correct") != (judgement.field is not None):
        raise ArchiveError("'correct', and nothing else, names a field", where=judgement.id)


def _check_subjects(store: Store, judgement: Judgement) -> None:
    for subject in judgement.subjects:
        if judgement.verdict != "undo":
            if store.one("SELECT 1 FROM claims WHERE id = ?", (subject,)) is None:
                raise ArchiveError("there is no such claim", where=subject, remedy="Find its id: dragoman search")
            continue
        found = store.one("SELECT verdict FROM judgements WHERE id = ?", (subject,))
        if found is None or found[0] == "undo":
            raise ArchiveError("there is no such judgement to undo", where=subject)
        undone = store.one(
            "SELECT 1 FROM judgement_subjects AS s JOIN judgements AS u ON u.id = s.judgement_id"
            " WHERE u.verdict = 'undo' AND s.subject = ?",
            (subject,),
        )
        if undone is not None:
            raise ArchiveError("it was undone already", where=subject, remedy="Judge anew instead")
