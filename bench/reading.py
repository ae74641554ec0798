"""How well pages are read: token F1 of the text against what a person marked.

    python bench/reading.py [FOLDER]

FOLDER holds pages as ``NAME.html`` and ``expected.json``: ``{NAME: {"url": …, "text": …}}``. Precision and recall
are counted over the bag of words of each page (letters and digits, without case), and averaged over pages.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from dragoman.reading import read_sources
from dragoman.records import Article, SetAside
from dragoman.settings import Settings

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages"
#: Reading is measured on pages of any language; the language gate is not what is measured here.
ALL_LANGUAGES = (
    "af ar az be bg bn bs ca cs cy da de el en es et fa fi fr ga gl gu he hi hr hu id is it ja ka kk kn ko la lt lv mk "
    "ml mr ms mt nb ne nl nn no pa pl pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur vi xh zh zu"
)
_WORD = re.compile(r"\w+")


def score(folder: Path | str = DEFAULT) -> dict[str, Any]:
    """Mean precision, recall and F1, the rate in pages a second, and one row per page. Raises ``FileNotFoundError``."""
    folder = Path(folder)
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    settings = Settings(languages=tuple(ALL_LANGUAGES.split()))
    rows: list[dict[str, Any]] = []
    began = time.perf_counter()
    for name in sorted(expected):
        result = next(read_sources([folder / f"{name}.html"], settings))
        text = result.text if isinstance(result, Article) else ""
        precision, recall, f1 = token_f1(text, expected[name]["text"])
        rows.append(
            {
                "page": name,
                "url": expected[name]["url"],
                "precision": precision,
                "recall": recall,
                "f1": f1,
                "published": result.published if isinstance(result, Article) else None,
                "basis": result.published_basis if isinstance(result, Article) else None,
                "set_aside": result.reason if isinstance(result, SetAside) else None,
            }
        )
    seconds = time.perf_counter() - began
    means = {key: sum(row[key] for row in rows) / len(rows) for key in ("precision", "recall", "f1")}
    return {**means, "pages": len(rows), "pages_per_second": len(rows) / seconds, "rows": rows}


def token_f1(found: str, expected: str) -> tuple[float, float, float]:
    """Precision, recall and F1 over the bags of words of two texts; two empty texts agree fully."""
    got, wanted = Counter(_WORD.findall(found.lower())), Counter(_WORD.findall(expected.lower()))
    if not got or not wanted:
        agree = float(not got and not wanted)
        return agree, agree, agree
    common = (got & wanted).total()
    precision, recall = common / got.total(), common / wanted.total()
    return precision, recall, 2 * precision * recall / (precision + recall) if common else 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT, help="pages and their expected.json")
    folder = parser.parse_args().folder
    if not (folder / "expected.json").exists():
        print(f"skipped: {folder} has no expected.json (outside data, for measuring only)")
        return 0
    result = score(folder)
    print(f"{'F1':>6} {'P':>6} {'R':>6}  {'published':<10}  page")
    for row in sorted(result["rows"], key=lambda row: (row["f1"], row["page"])):
        figures = f"{row['f1']:6.3f} {row['precision']:6.3f} {row['recall']:6.3f}"
        print(f"{figures}  {row['published'] or '-':<10}  {row['url'][:90]}  {row['set_aside'] or row['basis'] or ''}")
    means = f"{result['f1']:6.3f} {result['precision']:6.3f} {result['recall']:6.3f}"
    print(f"{means}  mean of {result['pages']} pages, {result['pages_per_second']:.1f} pages/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
