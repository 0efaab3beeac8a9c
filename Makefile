# Two commands set everything up: `make site` publishes, `make test` passes the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --constraint constraints.txt

.PHONY: site test quick mutate bench lint lab browser clean help

help:
	@echo "make site    build the environment, run the checks, publish to site/"
	@echo "make test    build the environment, pass every test"
	@echo "make quick   the core tests, under a minute"
	@echo "make mutate  change each condition of the checks, see that a test notices"
	@echo "make lab     open JupyterLab on the workspace"
	@echo "make bench   measure loading, checking and finding duplicates"

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "archmodel needs Python 3.11 or newer; run: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: $(VENV)/bin/python pyproject.toml constraints.txt
	PIP_CONSTRAINT=$(CURDIR)/constraints.txt $(PIP) --editable '.[documents,notebooks]'
	@touch $@

$(VENV)/.all: $(VENV)/bin/python pyproject.toml constraints.txt
	PIP_CONSTRAINT=$(CURDIR)/constraints.txt $(PIP) --editable '.[documents,lab,notebooks,test]'
	@touch $@ $(VENV)/.core

site: $(VENV)/.core
	$(BIN)/archmodel check --fail-on never
	$(BIN)/archmodel publish --output site --docx --pdf --xlsx --notebooks

test: $(VENV)/.all browser
	$(BIN)/python -m pytest

quick: $(VENV)/.all
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not slow and not browser"

mutate: $(VENV)/.all
	$(BIN)/python benchmarks/mutate.py

bench: $(VENV)/.all
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/growth.py
	$(BIN)/python benchmarks/difference.py
	$(BIN)/python benchmarks/network.py
	$(BIN)/python benchmarks/publish.py
	$(BIN)/python benchmarks/duplicates/measure.py

lab: $(VENV)/.all
	$(BIN)/archmodel lab

lint: $(VENV)/.all
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

# The browser tests need a Chromium; on Debian it is installed, elsewhere those tests say why they are skipped.
browser:
	@if command -v chromium >/dev/null || command -v google-chrome >/dev/null; then :; \
	elif command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium) >/dev/null \
	    || echo "chromium could not be installed: browser tests will be skipped"; \
	else echo "no chromium and no apt-get as root: browser tests will be skipped"; fi

clean:
	rm -rf $(VENV) site dist build
