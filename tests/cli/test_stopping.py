"""Ctrl-C ends a run cleanly, and the same command goes on afterwards."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run

_REPORTS, _WAIT = 240, 120
_SENTENCE = "Police in Nairobi arrested {} students on Monday, and the minister met the envoy of Ethiopia. "


def stored(path: Path) -> int:
    """How many articles the archive holds; 0 before it exists."""
    if not path.exists():
        return 0
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        count: int = db.execute("SELECT count(*) FROM articles").fetchone()[0]
    except sqlite3.OperationalError:  # not made yet
        return 0
    finally:
        db.close()
    return count


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_control_c_keeps_what_is_stored_and_add_goes_on(run: Run, tmp_path: Path, workers: int) -> None:
    table, path = tmp_path / "many.jsonl", tmp_path / "x.db"
    rows = [
        {"text": "".join(_SENTENCE.format(10 * n + k) for k in range(6)), "published": "2024-03-05"}
        for n in range(_REPORTS)
    ]
    table.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "dragoman.cli", "add", str(table), "-a", str(path), "--workers", str(workers)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # a shell's background job ignores the signal; a user's command does not
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,
    )
    until = time.monotonic() + _WAIT
    while stored(path) == 0 and process.poll() is None and time.monotonic() < until:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process of the command
    out, err = process.communicate(timeout=_WAIT)
    assert process.returncode == 130, (out, err)
    assert "run the same command again" in err
    assert "Traceback" not in err
    kept = stored(path)
    assert 0 < kept < _REPORTS
    assert run("verify", "-a", path).exit_code == 0
    again = run("add", table, "-a", path)
    assert f"{_REPORTS - kept} reports added" in again.stdout
    assert f"{kept} reports were known" in again.stdout or kept == 1
    assert stored(path) == _REPORTS
    assert run("verify", "-a", path).exit_code == 0
