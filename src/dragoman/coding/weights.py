"""The weights that ship: int8, on the CPU, one file for the graphs of classifier and tagger. How it is made: ``training/``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.errors import ModelError

BATCH = 4  # sentences a call: more only pads more
Array = npt.NDArray[Any]


class Weights:
    """Sessions, tokenizer and labels, each loaded at first use."""

    def __init__(self) -> None:
        self.folder = resources.files("dragoman.coding") / "model"
        self._sessions: dict[str, Any] = {}

    @cached_property
    def labels(self) -> dict[str, Any]:
        """What stands beside the weights: names of the outputs, lengths, temperature, checksum. Raises ``ModelError``."""
        try:
            found: dict[str, Any] = json.loads((self.folder / "labels.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ModelError(
                "the shipped classifier is missing or broken", where=str(self.folder), remedy="Reinstall dragoman"
            ) from error
        return found

    @cached_property
    def tokenizer(self) -> Any:
        """The tokenizer of the encoder."""
        from tokenizers import Tokenizer

        return Tokenizer.from_str((self.folder / "tokenizer.json").read_text(encoding="utf-8"))

    def run(self, network: str, outputs: Sequence[str], ids: Array, mask: Array, **more: Array) -> tuple[Array, ...]:
        """The named outputs of ``classifier`` or ``tagger`` for a batch of sentences as ids, (batch, length); ``mask`` is 1
        where there is a word; ``more``: what else the network takes."""
        if network not in self._sessions:
            self._sessions[network] = self._session(network)
        return tuple(self._sessions[network].run(list(outputs), {"ids": ids, "mask": mask, **more}))

    def _session(self, network: str) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        # One thread each way: the same sums in the same order on any machine, and no fight with other processes.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        graph = str(self.folder / f"{network}.onnx")  # its weights lie beside it, so it is read by its path
        try:
            return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # the runtime has a dozen exceptions of its own
            raise ModelError(
                f"the shipped {network} cannot be loaded", where=graph, remedy="Reinstall dragoman"
            ) from error


def padded(rows: Sequence[Sequence[int]]) -> tuple[Array, Array]:
    """Ids and mask of rows of unlike length."""
    width = max(map(len, rows))
    ids = np.zeros((len(rows), width), dtype=np.int64)
    mask = np.zeros_like(ids)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = row
        mask[i, : len(row)] = 1
    return ids, mask
