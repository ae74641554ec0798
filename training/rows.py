"""Sentences with two parties marked and what passes between them: read, checked, and led astray."""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "training" / "data"
SEED = 20240623
TYPES = [
    "NONE",
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
# Finer labels where the CAMEO map and PLOVER's manual part (src/dragoman/codebook/relations.yaml): by words of the row.
FINER = {
    "SANCTION/163": re.compile(
        r"\b(sanction|embargo|boycott|blacklist|asset freeze|fr(?:oze|ozen|eez\w*)\W+(?:\w+\W+){0,4}(?:assets?|accounts?|funds?)\b)",
        re.I,
    ),
    "SANCTION/116": re.compile(
        r"\b(convicted|conviction|sentenc|guilty|fined?\b|liable|verdict|damages|compensation)", re.I
    ),
}
LABELS = [*TYPES, *FINER]
STATUSES = [
    "occurred",
    "ongoing",
    "planned",
    "requested",
    "offered",
    "threatened",
    "refused",
    "denied",
    "cancelled",
    "failed",
    "hypothetical",
]
# What words may be marked as when the classifier is asked, and their tags in our sentences.
ROLES = {"S": "source", "T": "target", "V": "trigger"}
# What a word may be in an act that another word tells.
PARTS = ["none", "doer", "receiver"]
RULES = ROOT / "src" / "dragoman" / "codebook" / "rules.yaml"
TAG = re.compile(r"(</?[STV]>)")
TRIGGER = re.compile(r"</?V>")
PARTY = {tag: re.compile(f"<{tag}>(.+?)</{tag}>") for tag in "ST"}


def amounts_to() -> dict[tuple[str, str], str]:
    """Which type each act in each status amounts to, by the codebook's rules: the first row that fits decides."""
    rules = yaml.safe_load(RULES.read_text(encoding="utf-8"))["rules"]
    table = {}
    for act in TYPES:
        for status in STATUSES:
            found = next(
                (r["type"] for r in rules if status in r["status"] and (r["act"] == "any" or act in r["act"])), act
            )
            table[act, status] = act if found == "same" or act == "NONE" else found
    return table


def load_rows(files: list[Path]) -> list[dict]:
    """All sentences; each row gets its writer's theme file as `file`."""
    rows = []
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip():
                continue
            row = json.loads(line)
            if row["act"] not in TYPES or row["status"] not in STATUSES or row["plover"] not in TYPES:
                raise SystemExit(f"{file.name}:{number}: unknown act, status or type; see training/README.md")
            row["file"] = file.stem
            row["label"] = finer_label(row)
            rows.append(row)
    acts: dict[str, list[dict]] = defaultdict(list)
    for row in rows:
        acts[TAG.sub("", row["s"])].append(row)
    told_of = {row["s"] for row in rows if row["act"] != "NONE"}
    for row in rows:
        row["mutual"] = turned(row["s"]) in told_of or bool(SIGNED.search(trigger_of(row["s"])))
        own = trigger_of(row["s"])
        beside = acts[TAG.sub("", row["s"])]
        unmarked = TRIGGER.sub("", row["s"])
        rivals = [r for r in beside if r["act"] != row["act"]]
        # between the same two parties another act is as true: asked about it the answer is not NONE
        told = {trigger_of(r["s"]) for r in rivals if TRIGGER.sub("", r["s"]) != unmarked}
        row["others"] = sorted(told - {own, ""})
        row["needs_trigger"] = any(
            r["act"] != "NONE"
            and (share_a_party(r, row) if row["act"] == "NONE" else TRIGGER.sub("", r["s"]) == unmarked)
            for r in rivals
        )
    return rows


def share_a_party(one: dict, other: dict) -> bool:
    """Whether a party is marked alike in both: then only the trigger parts an act of it from no act."""
    for tag in "ST":
        mine, theirs = PARTY[tag].search(one["s"]), PARTY[tag].search(other["s"])
        if mine and theirs and TAG.sub("", mine.group(1)) == TAG.sub("", theirs.group(1)):
            return True
    return False


def trigger_of(text: str) -> str:
    """The words between the trigger's marks, or nothing."""
    found = re.search(r"<V>(.+?)</V>", text)
    return TAG.sub("", found.group(1)) if found else ""


def finer_label(row: dict) -> str:
    """The type, or the finer label whose words the sentence has."""
    for label, pattern in FINER.items():
        if row["plover"] == label.partition("/")[0] and pattern.search(row["s"]):
            return label
    return row["plover"]


def misled(row: dict, rng: random.Random) -> str | None:
    """The row with one mark on words that have another part: a party elsewhere in the sentence, roles turned round, or
    the trigger of another act of the same sentence (`others`, see `load_rows`). None where the sentence offers none."""
    text = row["s"]
    ways = ["S", "T", "S", "T", "V", "swap"]
    rng.shuffle(ways)
    for way in ways:
        if way == "swap":
            if row["plover"] in ONE_WAY and not row["mutual"] and "<S>" in text and "<T>" in text:
                return turned(text)
        elif way == "V":
            if row["others"]:
                word = rng.choice(row["others"])
                bare = TRIGGER.sub("", text)
                at = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", bare)
                if at and not inside_marks(bare, at.start()):
                    return f"{bare[: at.start()]}<V>{word}</V>{bare[at.end() :]}"
        elif f"<{way}>" in text:
            bare = re.sub(f"</?{way}>", "", text)
            mine = PARTY[way].search(text)
            assert mine is not None
            found = [m for m in NAME.finditer(bare) if elsewhere(bare, m, mine.group(1))]
            if found:
                m = rng.choice(found)
                return f"{bare[: m.start()]}<{way}>{m.group()}</{way}>{bare[m.end() :]}"
    return None


def elsewhere(bare: str, name: re.Match[str], own: str) -> bool:
    """Whether a name is another party's: no part of a mark, not the party itself, not in apposition to it."""
    if inside_marks(bare, name.start()) or name.group() in own or own in name.group() or name.group() in NO_PARTY:
        return False
    near = bare[max(0, name.start() - len(own) - 4) : name.end() + len(own) + 4]
    return own not in TAG.sub("", near)


def inside_marks(text: str, at: int) -> bool:
    """Whether position ``at`` lies between an opening and a closing mark."""
    before = TAG.findall(text[:at])
    return bool(before) and not before[-1].startswith("</")


# Capitalised names that are no sentence's first word, and phrases like "the ministry".
NAME = re.compile(
    r"(?<=[a-z,] )(?:the )?[A-Z][\w’'-]+(?: (?:of |al-|de )?[A-Z][\w’'-]+)*|(?<=[a-z,] )the [a-z]+(?=[ ,.])"
)
NO_PARTY = frozenset(
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
)
# Acts that one party does to another: with roles turned round they are not what the sentence says.
# (but what two parties sign they do to each other: `mutual`, see `load_rows`)
SIGNED = re.compile(r"\b(sign|initial|ratif|seal|conclu|accord|treaty|pact|agreement|deal\b|ties|relations)", re.I)
ONE_WAY = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SANCTION", "COERCE", "AID", "PROTEST", "MOBILIZE", "SUPPORT"})


def turned(text: str) -> str:
    """Source marked as target and target as source."""
    return TAG.sub(lambda m: m.group(1).translate(str.maketrans("ST", "TS")), text)
