"""Writes the matcher's list of common words: frequent in our own training sentences, and no names.

.venv/bin/python training/common_words.py
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "dragoman" / "matching" / "data" / "common_words.txt"
LEAST = 4  # sentences a word must stand in
WORD = re.compile(r"[^\W\d_][\w'’-]*")
TAG = re.compile(r"</?[A-Z]+>")


def main() -> None:
    seen: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for file in sorted((HERE / "data").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            words = WORD.findall(TAG.sub("", row.get("s") or ""))
            lower = {re.sub(r"['’]s$|['’]$", "", w.lower()) for w in words}
            seen.update(lower)
            capital.update({re.sub(r"['’]s$|['’]$", "", w.lower()) for w in words[1:] if w[0].isupper()})
    common = sorted(w for w, n in seen.items() if n >= LEAST and capital[w] * 2 < n)
    TARGET.write_text("\n".join(common) + "\n", encoding="utf-8")
    print(f"{len(common)} common words of {len(seen)}")


if __name__ == "__main__":
    main()
