"""Measure what ships, the int8 file itself, on the themes that it never learnt from: the classifier, then the tagger.

    python training/held_out.py         (the usual environment; needs no PyTorch)

The classifier's themes are those of ``labels.json``, the tagger's a fifteenth of those of the marked reports. Speed is in
sentences a CPU second on one core.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Sequence

from marked import REPORTS
from measures import Array, measure
from pairs import roles_of
from rows import DATA, ROLES, load_rows
from tagged import from_reports, held_out

from dragoman.coding.classifier import Classifier, Question
from dragoman.coding.tagger import Tagger
from dragoman.coding.weights import Weights
from dragoman.records import Span


def tagger_figures(tagger: Tagger) -> dict[str, object]:
    """Acts in sentences of marked reports kept apart, by how sure the tagger is of the word and its act together.

    An act is found where its word is named with its type; status and parts are judged of those found. A part is judged by
    words: of those inside the party's marks, and of those the tagger thinks likelier than not.
    """
    held = [t for t in from_reports(sorted(REPORTS.glob("*.txt"))) if held_out(t.theme)]
    began = time.process_time()
    read = tagger.read([t.text for t in held])
    spent = time.process_time() - began
    total = sum(w[0] != "NONE" for t in held for w in t.words.values())
    out: dict[str, object] = {"sentences": len(held), "acts": total, "sentences_per_second": round(len(held) / spent)}
    for least in (0.5, 0.7, 0.85, 0.95):
        named = right = typed = status = 0
        parts = Counter[str]()
        for tagged, hints in zip(held, read, strict=True):
            for at, hint in hints.items():
                act, state, weight = tagged.words.get(at, ("NONE", None, 0.0))
                if hint.chance(hint.act) < least or not weight:
                    continue
                named += 1
                right += act != "NONE"
                if act == hint.act:
                    typed += 1
                    status += state == hint.status
                    for side, words, spans in zip(
                        ("doer", "receiver"), (hint.doers, hint.receivers), tagged.parts[at], strict=True
                    ):
                        likely = {w for w, p in words if p >= 0.5}
                        inside = {w for w in tagged.words if any(a <= w < b for a, b in spans)}
                        parts.update(
                            {
                                f"{side}_named": len(likely),
                                f"{side}_right": len(likely & inside),
                                f"{side}_wanted": len(inside),
                            }
                        )
        out[f"at_{least}"] = {
            "precision": round(right / named, 3), "recall": round(right / total, 3),
            "precision_with_act": round(typed / named, 3), "recall_with_act": round(typed / total, 3),
            "status": round(status / typed, 3),
            **{f"{s}_precision": round(parts[f"{s}_right"] / parts[f"{s}_named"], 3) for s in ("doer", "receiver")},
            **{f"{s}_recall": round(parts[f"{s}_right"] / parts[f"{s}_wanted"], 3) for s in ("doer", "receiver")},
        }  # fmt: skip
    return out


def _question(marked: str) -> Question:
    text, roles = roles_of(marked)
    spans = (next((Span(a, b) for a, b in roles.get(role, ())), None) for role in ROLES)
    return Question(text, *spans)


def main() -> None:
    weights = Weights()
    classifier = Classifier(weights)
    themes = set(classifier.labels["held_out"].split(","))
    held = [row for row in load_rows(sorted(DATA.glob("*.jsonl"))) if row["theme"] in themes]
    spent = [0.0, 0]

    def predict(marked: Sequence[str]) -> tuple[Array, Array]:
        began = time.process_time()
        types, statuses = classifier.logits([_question(text) for text in marked])
        spent[0] += time.process_time() - began
        spent[1] += len(marked)
        return types, statuses

    predict(["<S>Togo</S> praised <T>Benin</T>."])  # loads the weights
    spent[:] = [0.0, 0]
    figures = measure(predict, held, float(classifier.labels["temperature"]))
    figures = {**figures, "sentences_per_second": round(spent[1] / spent[0])}
    print(json.dumps({"classifier": figures, "tagger": tagger_figures(Tagger(weights))}, indent=1))


if __name__ == "__main__":
    main()
