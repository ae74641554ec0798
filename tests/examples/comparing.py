"""Holds what the coder takes from the example dossier against `examples/EXPECTED.yaml`.

`python -m tests.examples.comparing` counts what is met and writes `unmet.yaml`, the list of strict expected failures.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import dragoman
from dragoman.reading import read_sources
from dragoman.records import Article, Claim, Party

ROOT = Path(__file__).resolve().parents[2] / "examples"
UNMET = Path(__file__).with_name("unmet.yaml")
Wanted = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that a careful reader expects (or, with ``forbidden``, must not find) in a report."""

    file: str
    wanted: Wanted
    forbidden: bool = False

    @property
    def name(self) -> str:
        """What the case is called in ``unmet.yaml`` and in pytest's output."""
        return f"{self.file}: {'NOT ' + self.wanted['why'] if self.forbidden else self.wanted['evidence']}"


@cache
def reports() -> tuple[Wanted, ...]:
    """The reports of EXPECTED.yaml."""
    return tuple(yaml.safe_load((ROOT / "EXPECTED.yaml").read_text(encoding="utf-8"))["reports"])


def cases() -> Iterator[Case]:
    """Every claim that is expected, and every reading that would be wrong."""
    for report in reports():
        for wanted in report["claims"]:
            yield Case(report["file"], wanted)
        for wanted in report.get("must_not", ()):
            yield Case(report["file"], wanted, forbidden=True)


@cache
def read() -> dict[str, Article]:
    """The articles of the dossier by the names EXPECTED.yaml uses (rows of a table: file and id)."""
    found = {}
    for article in read_sources([ROOT / "dossier"], dragoman.Settings()):
        assert isinstance(article, Article), article
        path, _, line = (article.source or "").removeprefix(f"{ROOT / 'dossier'}/").partition(":")
        if line:
            row = (ROOT / "dossier" / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]
            path += f"#{json.loads(row)['id']}"
        found[path] = article
    return found


@cache
def coded() -> dict[str, list[Claim]]:
    """The claims of each report."""
    coder = dragoman.load()
    articles = read()
    names = {article.id: name for name, article in articles.items()}
    return {names[article.id]: claims for article, claims in coder.code_many(articles.values())}


def fault(case: Case) -> str | None:
    """Why the case is not met, in words, or ``None`` where it is."""
    claims = coded()[case.file]
    if case.forbidden:
        wrong = next((claim for claim in claims if not differences(claim, case.wanted)), None)
        return f"read from “{wrong.evidence.text[:60]}…”" if wrong is not None else None
    told = [claim for claim in claims if case.wanted["evidence"] in claim.evidence.text]
    if not told:
        return "no claim from this sentence"
    # the nearest claim of the sentence: the kind of act weighs more than its details
    nearest = min((differences(claim, case.wanted) for claim in told), key=lambda d: ("act" in d, len(d)))
    if "act" in nearest:
        acts = sorted({claim.act for claim in told})
        return f"no such act from this sentence (read: {', '.join(acts)})"
    return "; ".join(f"{field}: {said}" for field, said in nearest.items()) or None


def differences(claim: Claim, wanted: Wanted) -> dict[str, str]:
    """Field by field, what the claim says instead of what is wanted; empty where all that is asked for fits."""
    out: dict[str, str] = {}
    for field, value in (("act", claim.act), ("plover", claim.plover), ("status", claim.status)):
        if field in wanted and value not in _list(wanted[field]):
            out[field] = f"{value}, not {'/'.join(_list(wanted[field]))}"
    if wanted.get("mode") is not None and claim.mode != wanted["mode"]:
        out["mode"] = f"{claim.mode}, not {wanted['mode']}"
    for field, parties in (("actors", claim.actors), ("recipients", claim.recipients)):
        missing = [words for words in wanted.get(field, ()) if not any(_names_it(party, words) for party in parties)]
        if missing:
            out[field] = f"{_names(parties)}, without {', '.join(missing)}"
    if "countries" in wanted:
        found = {p.grounding.choice.country for p in claim.actors if p.grounding} - {None}
        if found != set(wanted["countries"]):
            out["countries"] = f"{sorted(map(str, found))}, not {wanted['countries']}"
    out.update(_time_and_place(claim, wanted))
    said = [speaker.text for speaker in claim.attribution]
    if any(not any(words in text for text in said) for words in wanted.get("attribution", ())):
        out["attribution"] = f"{said}, not {wanted['attribution']}"
    counted = [(number.value, number.of) for number in claim.numbers]
    if any(not any(v == value and of in str(c) for v, c in counted) for value, of in wanted.get("numbers", ())):
        out["numbers"] = f"{counted}, not {wanted['numbers']}"
    if "historical" in wanted and claim.historical != wanted["historical"]:
        out["historical"] = f"{claim.historical}, not {wanted['historical']}"
    return out


def _time_and_place(claim: Claim, wanted: Wanted) -> Iterator[tuple[str, str]]:
    if "time" in wanted:
        days = [str(day) for day in _list(wanted["time"])]
        value = claim.time.grounding.choice if claim.time else None
        found = (value.start, value.end) if value else (None, None)
        if found != (days[0], days[-1]):
            yield "time", f"{' to '.join(str(day) for day in found)}, not {' to '.join(days)}"
    if "place" in wanted:
        place = claim.place.text if claim.place else ""
        if (wanted["place"].lower() not in place.lower() and place.lower() not in wanted["place"].lower()) or not place:
            yield "place", f"{place or 'none'}, not {wanted['place']}"


def _names_it(party: Party, words: str) -> bool:
    """Whether the party is the one wanted: by its words, or for a pronoun by whom it was resolved to."""
    return words in party.text or (len(party.text.split()) == 1 and words in (party.name or ""))


def _names(parties: tuple[Party, ...]) -> str:
    return " + ".join(party.text for party in parties) or "nobody"


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def unmet() -> dict[str, str]:
    """The expected failures: name of the case to the reason."""
    known: dict[str, str] = yaml.safe_load(UNMET.read_text(encoding="utf-8"))["unmet"] or {}
    return known


def main() -> None:
    """Write ``unmet.yaml`` from what the coder does now."""
    all_cases = list(cases())
    faults = {case.name: said for case in all_cases if (said := fault(case)) is not None}
    asked = [case for case in all_cases if not case.forbidden]
    met = sum(case.name not in faults for case in asked)
    kept = sum(case.name not in faults for case in all_cases if case.forbidden)
    head = (
        "# What the coder does not take from the example dossier yet, each with what it reads instead.\n"
        "# Written by `python -m tests.examples.comparing`; a test fails when an entry is met, so that the list shrinks.\n"
        f"# Claims met: {met} of {len(asked)}; wrong readings avoided: {kept} of {len(all_cases) - len(asked)}.\n"
    )
    body = yaml.safe_dump({"unmet": faults}, allow_unicode=True, width=140, sort_keys=False)
    UNMET.write_text(head + body, encoding="utf-8")
    print(head.splitlines()[-1].removeprefix("# "))


if __name__ == "__main__":
    main()
