# Everything CI runs, and the two commands of the README. A fresh clone needs only Python 3.11–3.13.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TRAIN := .venv-train

.PHONY: demo test test-fast check bench ratchet train clean lock

$(VENV)/.installed: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if (3,11) <= sys.version_info[:2] <= (3,13) else "Dragoman needs Python 3.11, 3.12 or 3.13: make PYTHON=python3.12 …")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: $(VENV)/.installed
	$(BIN)/python examples/demo.py

test: $(VENV)/.installed
	$(BIN)/python -m pytest -n 2

test-fast: $(VENV)/.installed
	$(BIN)/python -m pytest -n 2 -m "not slow"

check: $(VENV)/.installed
	$(BIN)/ruff check src tests bench training examples
	$(BIN)/mypy src/dragoman

# Fails where a measure falls below its floor in bench/quality.toml.
ratchet: $(VENV)/.installed
	$(BIN)/python bench/ratchet.py

bench: $(VENV)/.installed
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/ratchet.py
	$(BIN)/python bench/times.py

# The models that ship, from the project's own sentences. PyTorch lives in an environment of its own.
$(TRAIN)/.installed: training/requirements.txt
	test -x $(TRAIN)/bin/python || $(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check -r training/requirements.txt
	touch $@

train: $(TRAIN)/.installed $(VENV)/.installed
	$(TRAIN)/bin/python training/tagger.py
	$(TRAIN)/bin/python training/relations.py
	$(TRAIN)/bin/python training/export.py
	$(BIN)/python training/fit_confidence.py --write

# Needs uv; hashes of every package for every platform, no registry named.
lock:
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) $(TRAIN) dist build demo-output
