# Everything a newcomer needs: `make rad`, then `make test`.
PACK ?= ogan-ilir
OUT ?= hasil/$(PACK)
PYTHON_VERSION := $(shell cat .python-version)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: install rad test lint lab bench notebooks clean
.DEFAULT_GOAL := rad

install: $(STAMP)

$(STAMP): requirements.lock pyproject.toml .python-version
	sh .ci/install "$(VENV)" "$(PYTHON_VERSION)"
	touch $(STAMP)

rad: install
	$(BIN)/kla-plan draft $(PACK) --out $(OUT)

test: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	sh .ci/test "$(BIN)"

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

lab: install
	$(BIN)/kla-plan lab

bench: install
	sh .ci/bench "$(VENV)"
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) hasil build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
