# What can be done here. Every target makes .venv itself when it is missing or out of date.
#   make demo       a bundled class of students goes through the whole cycle
#   make test       everything this machine can test
#   make check      the quick part of it, for while you work
#   make bench      what grading costs, beside stock nbgrader, on a cluster, and where executing spends it; what
#                   report and export cost
#   make lab        JupyterLab on a copy of release/ in work/, which is never overwritten
#   make notebooks  source/NAME.md -> source/NAME/NAME.ipynb, executed
#   make coverage   the notebooks and tests/bank -> docs/coverage.md
#   make release    source/ -> release/, what the students get
#   make site       docs/ and release/ -> build/site, the instructor's pages

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
# A file a worker; tests/conftest.py says what else shares one, and how many "auto" are.
PYTEST := $(BIN)/pytest --dist loadfile --numprocesses

.PHONY: demo test check bench lab notebooks coverage release site
.DELETE_ON_ERROR:

demo: $(READY)
	$(BIN)/course demo

# What of course/ the quick tests ran in their own processes; not in the sandbox, or as a command.
test: COVERAGE = --cov=course --cov-report=
test: check
	$(PYTEST) auto -m slow --durations=15
	$(BIN)/coverage report --skip-covered
	$(PYTEST) auto -m flow --durations=15 tests/flows
	$(PYTEST) logical --nbval --nbval-current-env --nbval-cell-timeout 120 \
		--nbval-sanitize-with tests/nbval_sanitize.cfg source/*/*.ipynb

check: $(READY)
# The hooks ask git for the files; where the course was unpacked without it, there are ruff and mypy.
ifneq ($(wildcard .git),)
	$(BIN)/pre-commit run --all-files --show-diff-on-failure
else
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
endif
	$(PYTEST) logical -m "not slow and not flow" $(COVERAGE)

bench: $(READY)
	$(BIN)/python -W ignore tests/bench_small.py
	$(BIN)/python -W ignore tests/bench_grading.py
	$(BIN)/python -W ignore tests/bench_cluster.py
	$(BIN)/python -W ignore tests/bench_executing.py
	$(BIN)/python -W ignore tests/bench_report.py

lab: $(READY)
	$(BIN)/course lab

notebooks: $(READY)
	$(BIN)/python -m course.classroom.notebooks

coverage: $(READY)
	$(BIN)/python tests/coverage_table.py

release: $(READY)
	$(BIN)/nbgrader generate_assignment --no-db --force --assignment '0*' --log-level ERROR

site: $(READY)
	$(BIN)/sphinx-build --quiet --fail-on-warning --nitpicky --conf-dir docs \
		--doctree-dir build/site.doctrees . build/site

$(READY): requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --disable-pip-version-check -r requirements.txt
	touch $@
