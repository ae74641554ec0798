"""What the trainings of classifier and tagger share: the base encoder, the order of batches, the learning rate, what is kept."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from network import Encoder, base_model
from safetensors.torch import load_file
from tokenizers import Encoding
from torch import nn

UNKNOWN = -100  # what PyTorch's cross entropy leaves out


def reckoning() -> torch.autocast:
    """In numbers of 16 bits where the processor multiplies them itself. Where it does not (no AVX512-BF16, no AMX), they take
    17 times as long as those of 32 bits."""
    able = torch.cpu.get_capabilities()
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=bool(able.get("avx512_bf16") or able.get("amx_bf16")))


def base_encoder(layers: int) -> tuple[Encoder, int]:
    """The encoder with the base model's weights in so many layers, and its width."""
    folder = base_model()
    config = json.loads((folder / "config.json").read_text())
    return Encoder(config, load_file(str(folder / "model.safetensors")), layers), config["hidden_size"]


def padded(rows: Sequence[Encoding], limit: int) -> tuple[np.ndarray, np.ndarray]:
    """Ids and mask of encoded sentences, what is beyond ``limit`` pieces left out."""
    width = min(limit, max(len(row.ids) for row in rows))
    ids = np.zeros((len(rows), width), dtype=np.int64)
    mask = np.zeros_like(ids)
    for i, row in enumerate(rows):
        n = min(len(row.ids), width)
        ids[i, :n], mask[i, :n] = row.ids[:n], 1
    return ids, mask


def batches(order: list[int], size: int, length: Callable[[int], int], rng: random.Random) -> list[list[int]]:
    """The numbers of ``order`` in batches of like length, which waste no padding, in random order."""
    chunks = [sorted(order[i : i + size * 64], key=length) for i in range(0, len(order), size * 64)]
    out = [c[i : i + size] for c in chunks for i in range(0, len(c), size)]
    rng.shuffle(out)
    return out


def schedule(optimizer: torch.optim.Optimizer, steps: int) -> torch.optim.lr_scheduler.LambdaLR:
    """The learning rate: up over the first 6 of 100 steps, then down to nothing."""
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda i: min((i + 1) / (0.06 * steps), max(0.0, (steps - i) / (0.94 * steps)))
    )


def step(
    model: nn.Module, loss: torch.Tensor, optimizer: torch.optim.Optimizer, rate: torch.optim.lr_scheduler.LambdaLR
) -> None:
    """One step down the slope of ``loss``."""
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    rate.step()


def keep(model: nn.Module, report: dict[str, object], file: Path) -> None:
    """Write the weights, and beside them what is to be said of them."""
    file.parent.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), file)
    file.with_suffix(".json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {file}")
