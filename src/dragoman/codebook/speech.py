"""Words of speech and the constructions they take. Data in ``speech.yaml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from dragoman.codebook.types import builtin
from dragoman.codebook.yaml_lines import Lined, load_yaml, rows
from dragoman.errors import CodebookError

# Statements somebody answers for, and stances towards what is wanted, planned or weighed.
STATED = ("reported", "denied", "believed")
STANCES = ("asked", "intended", "judged")
_LISTS = (
    "light", "addressing", "documents", "works", "speakers", "prepositions", "adverbs",
    "accusing", "dismissing", "no_asides", "asking", "captions",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Use:
    """What a word means in one construction: the kind of attribution, and whether its source may be any noun."""

    kind: str
    anything: bool


Uses = Mapping[str, Use]


@dataclass(frozen=True, slots=True)
class Idiom:
    """What stands after a verb (in order, with room for adverbs, articles and adjectives), and what the whole takes."""

    rest: tuple[str, ...]
    takes: str
    kind: str


@dataclass(frozen=True, slots=True)
class Speech:
    """Words by lemma, each with the constructions in which it makes somebody answerable; ``speech.yaml`` names them.

    ``names``: words that the article at hand writes with a capital inside sentences. None in the file.
    """

    verbs: Mapping[str, Uses]
    nouns: Mapping[str, Uses]
    adjectives: Mapping[str, Uses]
    idioms: Mapping[str, Sequence[Idiom]]
    light: frozenset[str]
    addressing: frozenset[str]
    documents: frozenset[str]
    works: frozenset[str]
    speakers: frozenset[str]
    prepositions: tuple[str, ...]
    adverbs: frozenset[str]
    accusing: frozenset[str]
    dismissing: frozenset[str]
    no_asides: frozenset[str]
    asking: frozenset[str]
    captions: frozenset[str]
    names: frozenset[str] = frozenset()

    def stated(self) -> Speech:
        """Only the words that can make a statement somebody answers for: what claims ask for, in less time."""
        return replace(
            self,
            verbs={w: uses for w, uses in self.verbs.items() if _states(uses)},
            nouns={w: uses for w, uses in self.nouns.items() if _states(uses)},
            adjectives={w: uses for w, uses in self.adjectives.items() if _states(uses)},
            idioms={
                verb: kept for verb, found in self.idioms.items() if (kept := [i for i in found if i.kind in STATED])
            },
        )


def _states(uses: Uses) -> bool:
    """Whether a word takes a clause or a quotation, or means a statement in another construction."""
    return not uses.keys().isdisjoint(("clause", "quote", "bare")) or any(u.kind in STATED for u in uses.values())


def load_speech(file: Path | Traversable | None = None) -> Speech:
    """The shipped words, or those of ``file``. Raises ``CodebookError`` with file and line."""
    file = builtin() / "speech.yaml" if file is None else file
    values = load_yaml(file)
    for name in _LISTS:
        if not isinstance(values, dict) or not _are_words(values.get(name)):
            raise CodebookError(f"needs a list {name!r}", where=f"{file.name}:1", remedy=f"Write '{name}: [word]'")
    return Speech(
        verbs=_uses(file, values, "verbs"),
        nouns=_uses(file, values, "nouns"),
        adjectives=_uses(file, values, "adjectives"),
        idioms=_idioms(file, values),
        light=frozenset(values["light"]),
        addressing=frozenset(values["addressing"]),
        documents=frozenset(values["documents"]),
        works=frozenset(values["works"]),
        speakers=frozenset(values["speakers"]),
        prepositions=tuple(values["prepositions"]),
        adverbs=frozenset(values["adverbs"]),
        accusing=frozenset(values["accusing"]),
        dismissing=frozenset(values["dismissing"]),
        no_asides=frozenset(values["no_asides"]),
        asking=frozenset(values["asking"]),
        captions=frozenset(values["captions"]),
    )


def _are_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(w, str) for w in value)


def _uses(file: Path | Traversable, values: Any, key: str) -> Mapping[str, Uses]:
    """Each word's constructions; of two groups that give a word the same construction the first holds."""
    out: dict[str, dict[str, Use]] = {}
    for group in rows(file, values, key):
        use = _use(file, group)
        for word in group["words"]:
            for construction in group["takes"]:
                out.setdefault(word, {}).setdefault(construction, use)
    return out


def _idioms(file: Path | Traversable, values: Any) -> Mapping[str, Sequence[Idiom]]:
    """By their verb, the longest first."""
    out: dict[str, list[Idiom]] = {}
    for group in rows(file, values, "idioms"):
        use = _use(file, group)
        for wording in group["words"]:
            verb, *rest = wording.split()
            if not rest or len(group["takes"]) != 1 or group["takes"][0] not in ("clause", "object"):
                raise CodebookError(
                    f"no idiom: {wording!r}",
                    where=f"{file.name}:{group.line}",
                    remedy="Write a verb and at least one more word, under takes: [clause] or takes: [object]",
                )
            out.setdefault(verb, []).append(Idiom(tuple(rest), group["takes"][0], use.kind))
    return {verb: sorted(found, key=lambda i: (-len(i.rest), i.rest)) for verb, found in out.items()}


def _use(file: Path | Traversable, group: Lined) -> Use:
    where = f"{file.name}:{group.line}"
    for name in ("takes", "words"):
        if not _are_words(group.get(name)) or not group[name]:
            remedy = f"Write '{name}: [word, …]'; quote words such as \"on\""
            raise CodebookError(f"a group needs a list {name!r} of words", where=where, remedy=remedy)
    kind, source = group.get("kind"), group.get("source", "speaker")
    if kind not in STATED + STANCES:
        kinds = ", ".join(STATED + STANCES)
        raise CodebookError(f"no kind of speech: {kind!r}", where=where, remedy=f"Write one of {kinds}")
    if source not in ("speaker", "anything"):
        raise CodebookError(f"no source: {source!r}", where=where, remedy="Write 'speaker' or 'anything'")
    return Use(kind, source == "anything")
