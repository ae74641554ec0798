"""Measure the classifier that ships, the int8 file itself, on the themes that it never learnt from.

    python training/held_out.py         (the usual environment; needs no PyTorch)

The themes are those of ``labels.json``. Speed is in sentences a CPU second on one core.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence

from measures import Array, measure
from rows import DATA, load_rows

from dragoman.coding.classifier import Classifier


def main() -> None:
    classifier = Classifier()
    themes = set(classifier.labels["held_out"].split(","))
    held = [row for row in load_rows(sorted(DATA.glob("*.jsonl"))) if row["theme"] in themes]
    spent = [0.0, 0]

    def predict(marked: Sequence[str]) -> tuple[Array, Array]:
        began = time.process_time()
        types, statuses = classifier.logits(marked)
        spent[0] += time.process_time() - began
        spent[1] += len(marked)
        return types, statuses

    predict(["Togo praised Benin."])  # loads the weights
    spent[:] = [0.0, 0]
    figures = measure(predict, held, float(classifier.labels["temperature"]))
    print(json.dumps({**figures, "sentences_per_second": round(spent[1] / spent[0])}, indent=1))


if __name__ == "__main__":
    main()
