"""What tests of the trainings share: their folder is no package, and its files import one another by bare names."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

TRAINING = Path(__file__).resolve().parents[2] / "training"


@pytest.fixture
def training(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Imports a file of `training/` afresh."""
    monkeypatch.syspath_prepend(str(TRAINING))
    for file in TRAINING.glob("*.py"):
        monkeypatch.delitem(sys.modules, file.stem, raising=False)
    return importlib.import_module
