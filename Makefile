# `make demo` and `make test` work in a fresh clone with Python 3.11 or newer and make; everything goes into .venv.

# The first that runs and is new enough; a name alone says nothing (pyenv has shims for versions that are switched off).
NEW_ENOUGH := -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do $$p $(NEW_ENOUGH) && echo $$p && break; done)
BIN := .venv/bin
OUT ?= work-demo
GOLD ?= ../shared/gold

.PHONY: demo test lint score bench bench-profile out clean

demo: .venv/demo  ## build the example article and say which files to open
	$(BIN)/kg build examples -o $(OUT)

test: .venv/test lint  ## everything that is checked: format, rules, types, tests
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: .venv/test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

score: .venv/test  ## accuracy on annotated documents, as the table in the README
	$(BIN)/python benchmarks/accuracy.py $(GOLD)

bench: .venv/test  ## speed beside peers; they get an environment of their own
	$(BIN)/python benchmarks/pipeline.py

bench-profile: .venv/test  ## where the time of an article goes: the ten dearest functions
	$(BIN)/python benchmarks/pipeline.py --profile

bench-%: .venv/test  ## corpus (cold, warm, 1 % changed), kill, store, page, accuracy
	$(BIN)/python benchmarks/$*.py

out: .venv/test  ## renew the checked-in build of the example
	$(BIN)/python -m pytest tests/test_example.py --update-out

clean:
	rm -rf .venv work-*

.venv/bin/pip:
	@$(or $(PYTHON),false) $(NEW_ENOUGH) || { echo 'Python 3.11 or newer is needed; name one: make PYTHON=…' >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/demo: .venv/bin/pip pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/test: .venv/bin/pip pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@ .venv/demo
