"""Loading the kinds of parties and finding which one a phrase ends with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from dragoman.errors import CodebookError
from dragoman.gazetteers.tables import read_table, sectors

TABLE = Path(__file__).with_name("agents.csv")
COLUMNS = ("word", "plural", "sectors", "kind", "number", "neutral")

Kind = Literal["person", "group", "body"]


@dataclass(frozen=True, slots=True)
class Agent:
    """A noun or compound for a kind of party.

    ``kind``: ``person`` (one human being each), ``group`` (people without an institution) or ``body`` (an
    institution). ``number``: ``count`` (has a plural) or ``plural`` (is always many, "police").
    ``neutral`` is what an identity says instead of a word that judges ("terrorists": ``armed group``).
    """

    word: str
    plural: str
    sectors: tuple[str, ...]
    kind: Kind
    number: str
    neutral: str | None

    @property
    def name(self) -> str:
        """The word an identity may bear."""
        return self.neutral or self.word


def load(path: Path) -> dict[str, Agent]:
    """Every form (singular and plural, lower case) with its agent. Raises ``CodebookError``."""
    forms: dict[str, Agent] = {}
    plurals: list[tuple[str, Agent]] = []
    for where, row in read_table(path, COLUMNS):
        kind, number = row["kind"], row["number"]
        if kind not in ("person", "group", "body") or number not in ("count", "plural") or not row["word"]:
            raise CodebookError(
                f"kind {kind!r}, number {number!r} for {row['word']!r}",
                where=where,
                remedy="Kind is person, group or body; number is count or plural",
            )
        agent = Agent(
            row["word"], row["plural"], sectors(row["sectors"], where), cast(Kind, kind), number, row["neutral"] or None
        )
        if agent.word.lower() in forms:
            raise CodebookError(f"{agent.word!r} stands there twice", where=where, remedy="Keep one row")
        forms[agent.word.lower()] = agent
        plurals.append((agent.plural.lower(), agent))
    for plural, agent in plurals:
        forms.setdefault(plural, agent)
    return forms


@cache
def all_agents() -> tuple[Agent, ...]:
    """Every agent of the built-in table, in its order."""
    return tuple(dict.fromkeys(_forms().values()))


@cache
def _forms() -> dict[str, Agent]:
    return load(TABLE)


@cache
def _longest() -> int:
    return max(len(form.split()) for form in _forms())


def agent(words: Sequence[str] | str) -> Agent | None:
    """The kind of party that ``words`` (a text, or its words or lemmas) end with; the longest compound wins.

    "deputy oil minister" gives ``oil minister``. ``None`` where the last word names no party.
    """
    parts = words.split() if isinstance(words, str) else list(words)
    forms = _forms()
    tail = [part.lower().replace("’", "'") for part in parts[-_longest() :]]
    for start in range(len(tail)):
        found = forms.get(" ".join(tail[start:]))
        if found is not None:
            return found
    return None


def is_party_noun(lemma: str) -> bool:
    """Whether a noun or compound by itself names a kind of party."""
    return lemma.lower().replace("’", "'") in _forms()
