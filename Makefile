# `make demo` and `make test` are all a newcomer needs. Everything is installed into .venv, from requirements.lock.
.ONESHELL:
.SHELLFLAGS := -eu -c
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
KG := $(VENV)/bin/kg
DEMO := demo
LOCK := $(VENV)/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate -q
SAMPLE := $(wildcard ingest/jurisdictions/*/sample)

help: ## Say what there is to make
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(VENV)/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: sudo apt install python3 (or make PYTHON=python3.12 …)." >&2; exit 1; }
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing: sudo apt install python3-venv" >&2; exit 1; }
	echo "Making the environment in $(VENV) …"
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

venv: $(VENV)/installed page ## Make the environment

page: $(VENV)/installed ## Build the page of the explorer, if its sources changed
	@$(VENV)/bin/python -m explorer.build || echo "Everything but kg explore works without it." >&2

demo: $(VENV)/installed ## Ingest the bundled sample reports, ask two questions, draw a picture, write RDF
	@rm -rf $(DEMO) && mkdir $(DEMO)
	$(KG) -w $(DEMO)/casefile ingest $(SAMPLE)
	echo && $(KG) -w $(DEMO)/casefile query repeated_targeting --at-least 3
	echo && $(KG) -w $(DEMO)/casefile query shared_charges --at-least 4
	$(KG) -w $(DEMO)/casefile view --query repeated_targeting -o $(DEMO)/repeated_targeting.html
	$(KG) -w $(DEMO)/casefile export rdf --format turtle -o $(DEMO)/graph.ttl
	echo
	echo "The reports are about invented people in an invented country. Look at $(DEMO)/repeated_targeting.html in a browser."
	echo "What to type next:"
	echo "  $(KG) -w $(DEMO)/casefile query                          the saved questions"
	echo "  $(KG) -w $(DEMO)/casefile query path_through_system      one person, from the first act to the last"
	echo "  $(KG) -w $(DEMO)/casefile explore                        all of it as a page in the browser"
	echo "  $(KG) ingest PATH/TO/YOUR/REPORTS                        your own, into ./casefile"

test: $(VENV)/installed ## Run the whole test suite (against a real Neo4j too, where Java and Maven are)
	@$(VENV)/bin/python -m pytest -n auto

screenshots: page ## Picture each main view of the explorer on the sample, into .cache/screenshots and the README (needs chromium)
	@$(VENV)/bin/python -m tests.explorer.browser.screenshots

test-neo4j: $(VENV)/installed ## Run only what needs a real Neo4j, which comes from Maven Central (123 MB, once)
	@$(VENV)/bin/python -m pytest -m "neo4j and not large"

test-large: $(VENV)/installed ## Compare both engines on a graph of 10^5 entries (long: half an hour or more, 4 GB)
	@$(VENV)/bin/python -m pytest -m large

torture: $(VENV)/installed ## Kill writers, damage files, fill the disk, feed hostile files; a table of what fell short (15 minutes)
	@$(VENV)/bin/python -m tests.torture

vocabulary: $(VENV)/installed ## Write what is made from kg/schema.yaml: the reference page, the ontology and its pages
	@$(VENV)/bin/python -m kg.schema.reference > docs/vocabulary.md
	$(VENV)/bin/python -m exports.rdf.ontology.owl
	$(VENV)/bin/python -m exports.rdf.ontology.page docs/ontology.md docs/ontology.html

lint: $(VENV)/installed ## Check style (ruff)
	@$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check .

types: $(VENV)/installed page ## Check types (mypy and TypeScript, both strict)
	@$(VENV)/bin/mypy
	$(VENV)/bin/python -m explorer.build --types

sbom: $(VENV)/installed ## Write sbom.cdx.json, a CycloneDX list of what is installed to run kg, from the lock, offline
	@$(VENV)/bin/cyclonedx-py requirements requirements-run.lock --output-format JSON --output-reproducible -o sbom.cdx.json
	echo "Written: sbom.cdx.json"

lock: $(VENV)/installed ## Renew requirements.lock, and what of it the image needs, from pyproject.toml
	@$(VENV)/bin/python -m pip install --quiet uv
	$(LOCK) --extra dev --extra sbom -o requirements.lock
	$(LOCK) --extra image -c requirements.lock -o requirements-run.lock

clean: ## Remove the environment, the demo and the caches
	rm -rf $(VENV) $(DEMO) .mypy_cache .ruff_cache .pytest_cache .cache build *.egg-info

.PHONY: help venv page screenshots demo test test-neo4j test-large torture vocabulary lint types sbom lock clean
