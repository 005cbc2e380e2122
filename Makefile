# `make` alone lists what can be made.

CV =
APP =
THEME =
ARGS =
PYTHON = python3

VENV = .venv
python = $(VENV)/bin/python
# By module, not by script: scripts carry the path they were installed at, and people move folders.
typeset = $(python) -m typeset
pip = $(python) -m pip --quiet --no-input --disable-pip-version-check install --compile
chosen = $(if $(CV),--cv '$(CV)') $(if $(APP),--application '$(APP)')
themed = $(if $(THEME),--theme '$(THEME)')

# A Python that may not keep what it compiled starts at twice the cost.
unexport PYTHONDONTWRITEBYTECODE

.SILENT:
.NOTPARALLEL:
.DELETE_ON_ERROR:
formats = print html docx odt txt md latex json yaml jsonld vcard png svg
.PHONY: help pdf $(formats) everything check test lint lock release clean distclean

help: ## this list
	awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	echo
	echo '  in place of pdf: $(formats)'
	echo '  CV=name, APP=name and THEME=name choose: make pdf CV=polte THEME=classic'

pdf: $(VENV)/ready ## build every CV as PDF, into out/
	$(typeset) build --format pdf $(chosen) $(themed)

$(formats): $(VENV)/ready
	$(typeset) build --format $@ $(chosen) $(themed)

everything: $(VENV)/ready ## every CV in every theme and every format
	$(typeset) build --all-formats $(or $(themed),--all-themes) $(chosen)

check: $(VENV)/ready ## read the finished files back and prove them (ARGS= goes to it)
	$(typeset) check $(chosen) $(ARGS)

test: $(VENV)/ready $(VENV)/dev ## run the tests (ARGS= goes to pytest)
	$(python) -m pytest $(ARGS)

lint: $(VENV)/ready $(VENV)/dev ## check style and types
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy

lock: ## resolve the lock files (needs uv; ARGS=--upgrade for the newest of everything)
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --custom-compile-command 'make lock' \
		$(ARGS) --group build --output-file requirements.lock pyproject.toml
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --custom-compile-command 'make lock' \
		$(ARGS) --group dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

# What the manifest lists, so that no file of an application that is gone can slip in.
release: $(VENV)/ready ## build and check everything, and gather it in out/release/
	$(typeset) build $(foreach format,pdf print html docx txt,--format $(format))
	$(typeset) check --no-advice --report out/check.json --report out/check.html
	rm -rf out/release
	mkdir out/release
	cp out/manifest.json out/check.json out/check.html out/release
	cd out && $(abspath $(python)) -c 'import json; print(*json.load(open("manifest.json"))["files"], sep="\n")' | \
	while read -r file; do cp "$$file" "release/$$(echo "$$file" | tr / -)" || exit; done
	cd out/release && LC_ALL=C && sums=$$(sha256sum * 2>/dev/null || shasum -a 256 *) && echo "$$sums" > SHA256SUMS
	echo "out/release: $$(ls out/release | wc -l) files"

clean: ## remove what was built
	rm -rf out build dist .*_cache .hypothesis

distclean: clean ## remove the virtual environment as well
	rm -rf $(VENV)

# $(call step,what is done,command): one line; what the command says is shown only if it fails.
step = printf '%s ... ' '$(1)'; \
	if log=$$( ($(2)) 2>&1 ); then echo done; else echo failed; echo "$$log" >&2; exit 1; fi

$(VENV)/packages: requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo '$(PYTHON) is missing or older than 3.11; another one: make PYTHON=python3.13' >&2; exit 1; }
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo '$(PYTHON) cannot make virtual environments; on Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }
	$(call step,virtual environment,$(PYTHON) -m venv --clear $(VENV))
	$(call step,Python packages,$(pip) --require-hashes --only-binary :all: -r requirements.lock)
	touch $@

$(VENV)/project: pyproject.toml $(VENV)/packages
	$(call step,typeset itself,$(pip) --no-deps --no-build-isolation --editable . && $(python) -m compileall -q typeset)
	touch $@

$(VENV)/ready: tools/system-libraries.sh $(VENV)/project
	tools/system-libraries.sh
	touch $@

$(VENV)/dev: requirements-dev.lock $(VENV)/packages
	$(call step,Python packages for tests,$(pip) --require-hashes --only-binary :all: -r requirements-dev.lock)
	touch $@
