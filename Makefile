# Two commands do everything on a fresh Debian or Ubuntu machine: `make demo` and `make test`.
.PHONY: demo test test-long setup test-tools lint lock check-clean

VENV := .venv/bin

demo: setup ## the kiosk with simulated devices and an embedded central
	@$(VENV)/baro demo

test: setup test-tools lint ## everything, under 15 minutes on 2 cores
	@QT_QPA_PLATFORM=offscreen $(VENV)/python -m pytest -q -n 3 --dist loadfile

test-long: setup test-tools ## the runs that take minutes
	@QT_QPA_PLATFORM=offscreen $(VENV)/python -m pytest -q -m long

setup: ## system libraries (when root), .venv from the lock file, .venv/bin/baro
	@.ci/setup

test-tools: ## what only tests need of the system
	@.ci/test-tools

lint: setup ## ruff, mypy --strict, import contracts, qmllint
	@$(VENV)/ruff check .
	@$(VENV)/ruff format --check .
	@$(VENV)/mypy
	@$(VENV)/lint-imports --no-cache | tail -n 3
	@.ci/qmllint

lock: ## make the lock file anew from pyproject.toml (names, versions, hashes; no addresses)
	@uv pip compile pyproject.toml --extra kiosk --extra central --extra dev --python-version 3.11 --universal \
		--generate-hashes --no-emit-index-url --no-header --no-annotate --quiet --output-file requirements/dev.lock
