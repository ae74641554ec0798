"""`make demo`: read the example dossier into an archive and print its timeline."""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "demo-output"
ARCHIVE = OUT / "dossier.db"


def run(*words: str) -> None:
    """Show a command and run it."""
    print(f"\n$ dragoman {' '.join(words)}\n", flush=True)
    subprocess.run([sys.executable, "-m", "dragoman.cli", *words], check=True)


shutil.rmtree(OUT, ignore_errors=True)
OUT.mkdir()
dossier, archive = str(HERE / "dossier"), str(ARCHIVE)
run("add", dossier, "--archive", archive)
run("timeline", "--archive", archive)
print(f"""
Three commands to try next (in this folder, after `source .venv/bin/activate`):
  dragoman timeline --archive {ARCHIVE.relative_to(HERE.parent)} --with Hamas --evidence
  dragoman search "ceasefire" --archive {ARCHIVE.relative_to(HERE.parent)}
  dragoman code ../shared/acceptance/seed/*.txt --format table        (or any report of your own)""")
