"""Matrix products of the spaCy pipeline by numpy's BLAS on one thread.

spaCy multiplies by the library BLIS, in which over half of the time of tagging and parsing went; numpy's OpenBLAS does
the same products about three times as fast on x86 (`bench/stages.py`). What OpenBLAS adds up may differ in the last bit
with the number of rows it is given at once, so a batch must never depend on more than one article: else an article
would not always get the same parse. One thread: sums in one order, and no fight between processes of `--workers`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from threadpoolctl import ThreadpoolController


def multiply_by_numpy(nlp: Language) -> None:
    """Let the models of this pipeline multiply by numpy; other pipelines of the process keep what they have."""
    from thinc.api import NumpyOps

    own = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if model is not None and isinstance(model.ops, NumpyOps):  # a pipeline on a GPU keeps its own
            for layer in model.walk():
                layer.ops = own


class OneThread:
    """Keeps the BLAS libraries of this process to one thread for a while."""

    def __init__(self) -> None:
        self._controller: ThreadpoolController | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """One thread inside the ``with``; what it was before, after."""
        if self._controller is None:
            from threadpoolctl import ThreadpoolController

            self._controller = ThreadpoolController()  # finds the libraries: a few milliseconds, once
        with self._controller.limit(limits=1, user_api="blas"):
            yield
