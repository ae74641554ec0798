"""`make demo`: read the example dossier into an archive and print its timeline."""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ARCHIVE = Path("demo-output", "dossier.db")


def run(*words: str) -> None:
    """Show a command and run it in the project's folder."""
    print(f"\n$ dragoman {' '.join(words)}\n", flush=True)
    subprocess.run([sys.executable, "-m", "dragoman.cli", *words], check=True, cwd=ROOT)


shutil.rmtree(ROOT / ARCHIVE.parent, ignore_errors=True)
(ROOT / ARCHIVE.parent).mkdir()
run("add", "examples/dossier", "--archive", str(ARCHIVE))
run("timeline", "--archive", str(ARCHIVE))
print(f"""
Three commands to try next (in this folder; first `source .venv/bin/activate`):
  dragoman timeline --archive {ARCHIVE} --with Hamas --since 2024 --evidence
  dragoman search ceasefire --archive {ARCHIVE}
  dragoman code examples/dossier/24-bogdanov-receives-marzouk.html --format table      (or any report of your own)""")
