"""The quality ratchet: measures again what ``quality.toml`` pins, and fails below a floor.

    python bench/ratchet.py [--only KIND…] [--raise]

``--raise`` moves floors up (never down) to a margin below what is measured now. Gold of the project's own lies in
``gold/``; a kind whose file is absent is skipped, and it says so. Exit code 1: a floor is broken, or the data are not those the floors are of.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[1] / "shared" / "data"
QUALITY = HERE / "quality.toml"
SPEED_SAMPLE = 120


@dataclass(frozen=True)
class Check:
    """One pinned measure. ``ceiling``: it must not lie above, instead of not below."""

    kind: str
    measure: str
    bound: float
    ceiling: bool
    value: float | None

    @property
    def holds(self) -> bool:
        if self.value is None:
            return False
        return self.value <= self.bound if self.ceiling else self.value >= self.bound


def measured(kind: str, path: Path, coder: Any) -> dict[str, float | None]:
    """All figures of one kind by name."""
    if kind == "reading":
        import reading

        result = reading.score(path.parent)
        return {"text precision": result["precision"], "text recall": result["recall"], "text F1": result["f1"]}
    if kind == "speed":
        command = [
            sys.executable,
            str(HERE / "speed.py"),
            str(path),
            "--sample",
            str(SPEED_SAMPLE),
            "--json",
            "--brief",
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return {"ratio": json.loads(done.stdout)["ratio"]}
    from dragoman.evaluation import evaluate

    return {figure.name: figure.value for figure in evaluate(kind, coder, path).figures}


def where(file: str) -> Path:
    """The file in this folder if it is the project's own gold, else among the outside data."""
    own = HERE / file
    return own if own.is_file() else DATA / file


def check(kind: str, pinned: dict[str, Any], coder: Any) -> list[Check]:
    """The checks of one section. Raises ``SystemExit`` where the data differ from those the floors were measured on."""
    path = where(pinned["file"])
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != pinned["sha256"]:
        sys.exit(f"{pinned['file']} is not the file the floors of [{kind}] were measured on: {digest}")
    found = measured(pinned.get("kind", kind), path, coder)
    return [
        Check(kind, name, bound, side == "ceilings", found[name])
        for side in ("floors", "ceilings")
        for name, bound in pinned.get(side, {}).items()
    ]


def show(one: Check) -> None:
    value = "nothing" if one.value is None else f"{one.value:.3f}"
    sign = "≤" if one.ceiling else "≥"
    print(f"{'ok' if one.holds else 'BROKEN':<7} {one.kind:<15} {one.measure:<46} {value:>8}  {sign} {one.bound:.3f}")


def raised(one: Check, margin: float) -> float:
    """The bound moved to ``margin`` beside the measured value where that is stricter."""
    if one.value is None:
        return one.bound
    if one.ceiling:
        return min(one.bound, round(one.value + margin, 3))
    return max(one.bound, round(one.value - margin, 3))


# What a section says beside its bounds: the gold file, the outside file (or list of files) that holds its texts, the kind
# where the section's name is another, the digest of the gold, and how far below the measured value a raised floor lies.
_KEYS = ("file", "texts", "kind", "sha256", "margin")


def absent(pinned: dict[str, Any]) -> str | None:
    """The file that a section needs and that is neither here nor among the outside data."""
    if not where(pinned["file"]).is_file():
        return str(pinned["file"])
    texts = pinned.get("texts", [])
    listed = [texts] if isinstance(texts, str) else texts
    return next((str(file) for file in listed if not (DATA / file).is_file()), None)


def written(quality: dict[str, Any], head: str) -> str:
    """The TOML of the pinned values below the comment at its head."""
    lines = [head.rstrip("\n")]
    for kind, pinned in quality.items():
        lines += ["", f"[{kind}]"]
        lines += [f"{name} = {json.dumps(pinned[name])}" for name in _KEYS if name in pinned]
        for side in ("floors", "ceilings"):
            if side in pinned:
                lines += [f"[{kind}.{side}]", *(f"{json.dumps(n)} = {bound}" for n, bound in pinned[side].items())]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="*", help="these kinds only")
    parser.add_argument("--raise", dest="lift", action="store_true", help="move floors up to what is measured now")
    options = parser.parse_args()
    text = QUALITY.read_text(encoding="utf-8")
    quality = tomllib.loads(text)
    import dragoman

    began = time.monotonic()
    coder = dragoman.load()
    checks: list[Check] = []
    for kind, pinned in quality.items():
        if options.only and kind not in options.only:
            continue
        if (lacking := absent(pinned)) is not None:
            print(f"skipped {kind}: {lacking} is neither here nor among the outside data (../shared/data)")
            continue
        found = check(kind, pinned, coder)
        if kind == "speed" and not all(one.holds for one in found):
            print(
                "again    speed: below its floor once; another program on the machine can do that, slow code does it twice"
            )
            found = check(kind, pinned, coder)
        for one in found:
            show(one)
            sys.stdout.flush()
            checks.append(one)
            if options.lift:
                pinned["ceilings" if one.ceiling else "floors"][one.measure] = raised(one, pinned["margin"])
    if options.lift:
        head = text[: text.index("\n[")]
        QUALITY.write_text(written(quality, head), encoding="utf-8")
    broken = sum(not one.holds for one in checks)
    print(f"{len(checks)} pinned measures, {broken} broken, {time.monotonic() - began:.0f} s")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
