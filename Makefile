# Every target works on a bare machine with Python 3.11, venv and make.
PY ?= python3
V := .venv
export UV_PYTHON_DOWNLOADS := never
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run setup test lint check bench format clean

run: $(V)/.run-ok
	@$(V)/bin/python -m bot

setup: $(V)/.dev-ok

test: $(V)/.dev-ok
	$(V)/bin/python -m pytest -n 2 --dist loadgroup

check: lint test

lint: $(V)/.dev-ok
	$(V)/bin/ruff format --check .
	$(V)/bin/ruff check .
	$(V)/bin/mypy
	$(V)/bin/lint-imports
	$(V)/bin/hadolint Dockerfile

bench: $(V)/.dev-ok
	$(V)/bin/python -m tests.bench

format: $(V)/.dev-ok
	$(V)/bin/ruff format .
	$(V)/bin/ruff check --fix .

clean:
	rm -rf $(V) var .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(V)/bin/uv: bootstrap.txt
	@$(PY) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Muduo needs Python 3.11 or newer.")'
	@test -x $(V)/bin/python || $(PY) -m venv $(V)
	@$(V)/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r bootstrap.txt
	@touch $@

$(V)/.run-ok: $(V)/bin/uv requirements.txt
	@test -e $(V)/.dev-ok || $(V)/bin/uv pip sync -q --require-hashes --python $(V)/bin/python bootstrap.txt requirements.txt
	@touch $@

$(V)/.dev-ok: $(V)/bin/uv requirements-dev.txt
	@$(V)/bin/uv pip sync -q --require-hashes --python $(V)/bin/python bootstrap.txt requirements-dev.txt
	@touch $@ $(V)/.run-ok
