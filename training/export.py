"""Classifier and tagger as two ONNX graphs over one file of int8 weights: what they share stands in it once.

    make train          (after tagger.py and relations.py)

The tagger answers on a sentence (`act`, `act_status`, `parts`), the classifier on one and on who is asked about (`plover`,
`status`); its lower layers are the tagger's.
Writes src/dragoman/coding/model/: classifier.onnx, tagger.onnx, weights.bin, tokenizer.json, labels.json.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

import torch
from loop import base_encoder
from marked import REPORTS
from network import (
    BASE_LAYERS,
    MAX_PIECES,
    SHARED,
    TAGGER_LAYERS,
    WORK,
    Classifier,
    Combined,
    Tagger,
    base_tokenizer,
    join_products,
    through,
)
from rows import LABELS, PARTS, ROLES, ROOT, STATUSES, TYPES
from tagged import from_reports, telling
from tokenizers import Tokenizer
from torch import nn

# What each network is given and answers.
INPUTS = {"classifier": ("ids", "mask", "roles"), "tagger": ("ids", "mask")}
OUTPUTS = {"classifier": ("plover", "status"), "tagger": ("act", "act_status", "parts")}
OUT = ROOT / "src" / "dragoman" / "coding" / "model"


class Both(nn.Module):
    """Both networks over the same ids."""

    def __init__(self, combined: Combined, tagger: Tagger) -> None:
        super().__init__()
        self.combined, self.tagger = combined, tagger

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, roles: torch.Tensor) -> tuple[torch.Tensor, ...]:
        encoder = self.tagger.encoder
        x = encoder.lower(ids, mask)
        types, statuses = self.combined(x, mask, roles)
        act, act_status, parts = self.tagger.of_states(through(encoder.layers[SHARED:], x, mask, encoder))
        return (
            types, statuses, torch.log_softmax(act, -1), torch.log_softmax(act_status, -1), torch.softmax(parts, 1)
        )  # fmt: skip


def export(both: Both, folder: Path) -> list[Path]:
    """ONNX, int8 weights (dynamic quantisation), then a graph for each network and one file of weights for the two.

    A scale for each column costs nothing and keeps the accuracy of the full weights. Seven of the eight bits: where a CPU
    adds products of bytes in sixteen bits (AVX2), full ones would saturate, and machines would differ.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    WORK.mkdir(parents=True, exist_ok=True)
    full, small = WORK / "model-fp32.onnx", WORK / "model-int8.onnx"
    ids = torch.tensor([[101, 7592, 2088, 2088, 102]])
    roles = torch.nn.functional.one_hot(torch.tensor([[0, 0, 1, 2, 0]]), len(ROLES)).float()
    names = INPUTS["classifier"]
    torch.onnx.export(
        both.eval(), (ids, torch.ones_like(ids), roles), str(full), input_names=list(names),
        output_names=[name for names in OUTPUTS.values() for name in names], opset_version=17, dynamo=False,
        dynamic_axes={name: {0: "batch", 1: "length"} for name in names},
    )  # fmt: skip
    nodes = onnx.load(str(full)).graph.node
    # products that are no layer's (the table of acts and statuses, the sharing of finer labels) stay as they are
    tables = [n.name for n in nodes if n.op_type == "MatMul" and n.name.startswith("/combined/MatMul")]
    quantize_dynamic(
        str(full), str(small), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
        nodes_to_exclude=tables,
    )  # fmt: skip
    return _split(onnx.load(str(small)), folder)


def _split(model: Any, folder: Path) -> list[Path]:
    """A graph a network; tensors of more than a few numbers go into one file beside them, each once."""
    from onnx import numpy_helper
    from onnx.external_data_helper import set_external_data
    from onnx.utils import Extractor

    at: dict[str, tuple[int, int]] = {}
    weights = folder / "weights.bin"
    files = [weights]
    with weights.open("wb") as out:
        for name, outputs in OUTPUTS.items():
            graph = Extractor(model).extract_model(list(INPUTS[name]), list(outputs))
            for tensor in graph.graph.initializer:
                data = numpy_helper.to_array(tensor).tobytes()
                if len(data) < 1024:
                    continue
                if tensor.name not in at:
                    out.write(b"\0" * (-out.tell() % 4096))  # pages, so that it can be mapped
                    at[tensor.name] = (out.tell(), len(data))
                    out.write(data)
                tensor.raw_data = data
                set_external_data(tensor, weights.name, *at[tensor.name])
                tensor.ClearField("raw_data")
            files.append(folder / f"{name}.onnx")
            files[-1].write_bytes(graph.SerializeToString())
    return files


def load(classifier_file: Path, tagger_file: Path) -> tuple[Both, Tokenizer]:
    """Both networks as trained, and the tokenizer."""
    classifier, tagger = Classifier(*base_encoder(BASE_LAYERS)), Tagger(*base_encoder(TAGGER_LAYERS))
    classifier.load_state_dict(torch.load(classifier_file))
    tagger.load_state_dict(torch.load(tagger_file))
    return Both(Combined(classifier), tagger), base_tokenizer()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--classifier", type=Path, default=WORK / "classifier.pt")
    parser.add_argument("--tagger", type=Path, default=WORK / "tagger.pt")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    both, tokenizer = load(options.classifier, options.tagger)
    join_products(both.combined.classifier)
    join_products(both.tagger.encoder)
    files = export(both, options.out)
    tokenizer.save(str(options.out / "tokenizer.json"))
    report: dict[str, object] = {}
    for file in (options.classifier, options.tagger):
        report |= json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    labels = {
        "types": LABELS, "statuses": STATUSES, "roles": list(ROLES.values()), "acts": TYPES, "parts": PARTS,
        "max_pieces": MAX_PIECES,
        "telling": telling(from_reports(sorted(REPORTS.glob("*.txt")))),
        "sha256": hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest(), **report,
    }  # fmt: skip
    (options.out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {options.out} ({sum(f.stat().st_size for f in files) / 1e6:.1f} MB)")


if __name__ == "__main__":
    main()
