"""Train the classifier of relations: over the tagger's lower states of a sentence, what passes between two parties of it.

    make train          (after tagger.py)

The tagger is not changed: its first layers read every sentence once, then layers and heads of the classifier's own learn from
what comes out, which takes minutes. Seeded. Writes training/work/classifier.pt and what was measured beside it; `export.py` makes what ships of it,
`held_out.py` measures that.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import torch
from loop import UNKNOWN, base_encoder, batches, keep, padded, reckoning, schedule, step
from marked import REPORTS
from measures import measure
from network import BASE_LAYERS, MAX_PIECES, TAGGER_LAYERS, WORK, Classifier, Combined, Tagger, base_tokenizer
from pairs import Asked, from_reports, label_of, of_row, of_told, roles_of
from rows import DATA, LABELS, ROLES, SEED, STATUSES, TAG, TYPES, load_rows
from tokenizers import Tokenizer
from torch import nn

# Themes of writers kept apart for measuring, never trained on.
HELD_OUT = (
    "domestic-labour,conflict-hostages,conflict-ceasefire,world-energy,agency-latin,everyday-business,"
    "contrast-balkans,newsroom-local,predicates-south-asia-pacific,"
    "cameo-cooperation-neighbours,cameo-conflict-contrasts,material-contrasts-held,boundaries-contrasts-held"
)

PART_OF_REPORTS = 0.3  # of the acts of reports each epoch asks so many: there are more of them than of rows


class States:
    """The tagger's states of sentences and where their pieces stand, kept once they are read."""

    def __init__(self, tagger: Tagger, tokenizer: Tokenizer) -> None:
        self._tagger, self._tokenizer = tagger.eval(), tokenizer
        self._known: dict[str, tuple[torch.Tensor, np.ndarray]] = {}

    def read(self, texts: Iterable[str]) -> None:
        """Read the sentences not yet known, like lengths together."""
        new = sorted({t for t in texts if t not in self._known}, key=lambda t: (len(t), t))
        for at in range(0, len(new), 64):
            rows = self._tokenizer.encode_batch(new[at : at + 64])
            ids, mask = padded(rows, MAX_PIECES)
            with torch.no_grad(), reckoning():
                states = self._tagger.encoder.lower(torch.from_numpy(ids), torch.from_numpy(mask)).to(torch.bfloat16)
            for i, row in enumerate(rows):
                n = int(mask[i].sum())
                self._known[new[at + i]] = (states[i, :n].clone(), np.array(row.offsets[:n]))

    def of(self, some: Sequence[Asked]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """States, mask and roles of each piece of the sentences, as the classifier takes them."""
        known = [self._known[one.text] for one in some]
        width = max(len(offsets) for _, offsets in known)
        x = torch.zeros(len(some), width, known[0][0].shape[1])
        mask, roles = torch.zeros(len(some), width), torch.zeros(len(some), width, len(ROLES))
        for i, (one, (states, offsets)) in enumerate(zip(some, known, strict=True)):
            n = len(offsets)
            x[i, :n], mask[i, :n] = states.float(), 1
            starts, ends = offsets[:, 0], offsets[:, 1]
            for k, role in enumerate(ROLES):
                for a, b in one.roles.get(role, ()):
                    roles[i, :n, k] += torch.from_numpy(
                        ((ends > starts) & (starts < b) & (ends > a)).astype(np.float32)
                    )
        return x, mask, roles.clamp(max=1.0)


Question = Callable[[random.Random], Asked]


def train(
    model: Classifier, states: States, questions: list[Question], rows: int, lengths: list[int], shares: Counter[str],
    epochs: int, rate: float, batch: int,
) -> None:  # fmt: skip
    """``rows``: so many of the questions, the first, are of rows, and every epoch asks them. ``shares``: how often each label
    is the answer, so that rare ones count more."""
    rng = random.Random(SEED)
    total = sum(shares.values())
    balance = torch.tensor([(total / len(LABELS) / max(shares[t], 1)) ** 0.3 for t in LABELS])
    heads = [p for n, p in model.named_parameters() if not n.startswith("layers")]
    optimizer = torch.optim.AdamW(
        [{"params": model.layers.parameters(), "lr": rate}, {"params": heads, "lr": rate * 4}],
        weight_decay=0.01,
        fused=True,
    )
    some_of = int((len(questions) - rows) * PART_OF_REPORTS)
    falling = schedule(optimizer, epochs * math.ceil((rows + some_of) / batch))
    loss_of = nn.CrossEntropyLoss(weight=balance, label_smoothing=0.05)
    plain = nn.CrossEntropyLoss(label_smoothing=0.05)

    def known(logits: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
        # the mean over no known status at all would be no number
        some = wanted != UNKNOWN
        return plain(logits[some], wanted[some]) if bool(some.any()) else logits.sum() * 0.0

    began = time.time()
    for epoch in range(epochs):
        model.train()
        order = [*range(rows), *rng.sample(range(rows, len(questions)), some_of)]
        rng.shuffle(order)
        some_at_once = batches(order, batch, lambda j: lengths[j], rng)
        lost = 0.0
        for number, indices in enumerate(some_at_once):
            if number % 100 == 99:
                print(f"  step {number + 1}/{len(some_at_once)} ({time.time() - began:.0f} s)", flush=True)
            some = [questions[i](rng) for i in indices]
            with reckoning():
                p, a, s = model(*states.of(some))
            p, a, s = p.float(), a.float(), s.float()
            labels = torch.tensor([LABELS.index(e.label) for e in some])
            acts = torch.tensor([TYPES.index(e.act) for e in some])
            statuses = torch.tensor([STATUSES.index(e.status) if e.status else UNKNOWN for e in some])
            loss = loss_of(p, labels) + 0.5 * plain(a, acts) + 0.5 * known(s, statuses)
            step(model, loss, optimizer, falling)
            lost += loss.item() * len(indices)
        print(f"epoch {epoch + 1}/{epochs}: loss {lost / len(order):.3f} ({time.time() - began:.0f} s)", flush=True)


def predict(model: Classifier, states: States, marked: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Logits of type and status, as the classifier ships them, of sentences with their marks."""
    combined = Combined(model).eval()
    asked = [Asked(*roles_of(text)) for text in marked]
    states.read(one.text for one in asked)
    types, statuses = [], []
    with torch.no_grad():
        for at in range(0, len(asked), 64):
            p, s = combined(*states.of(asked[at : at + 64]))
            types.append(p.numpy())
            statuses.append(s.numpy())
    return np.concatenate(types), np.concatenate(statuses)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tagger", type=Path, default=WORK / "tagger.pt")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--hold-out", default=HELD_OUT, help="themes of rows kept apart for measuring")
    parser.add_argument("--out", type=Path, default=WORK / "classifier.pt")
    options = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    files, reports = sorted(DATA.glob("*.jsonl")), sorted(REPORTS.glob("*.txt"))
    rows = load_rows(files)
    themes = set(options.hold_out.split(","))
    held = [r for r in rows if r["theme"] in themes]
    kept = [r for r in rows if r["theme"] not in themes]
    told = from_reports(reports)
    tagger = Tagger(*base_encoder(TAGGER_LAYERS))
    tagger.load_state_dict(torch.load(options.tagger))
    states = States(tagger, base_tokenizer())
    bare = [TAG.sub("", r["s"]) for r in kept] + [t.text for t in told]
    began = time.time()
    states.read(bare)
    print(
        f"{len(kept)} rows, {len(told)} acts of reports, {len(held)} rows held out; read in {time.time() - began:.0f} s"
    )
    questions: list[Question] = [partial(of_row, r) for r in kept]
    questions += [partial(of_told, t) for t in told]
    shares = Counter(r["label"] for r in kept) + Counter(map(label_of, told))
    model = Classifier(*base_encoder(BASE_LAYERS))
    train(
        model, states, questions, len(kept), [len(t) for t in bare], shares, options.epochs, options.rate, options.batch
    )
    digest = hashlib.sha256(b"".join(f.read_bytes() for f in [*files, *reports])).hexdigest()
    report: dict[str, object] = {"questions": len(questions), "data_sha256": digest, "temperature": 1.0}
    if held:
        report |= {"held_out": options.hold_out} | measure(partial(predict, model, states), held)
        print(json.dumps(report, indent=1))
    keep(model, report, options.out)


if __name__ == "__main__":
    main()
