PYTHON ?= python3
BIN := .venv/bin

# The lock is the whole truth: pip resolves nothing, so that no later release can change or stop it.
INSTALL := $(BIN)/pip install --quiet --no-deps
COMPILE := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
  --generate-hashes --no-strip-extras --custom-compile-command "make lock" pyproject.toml

# Material prints a banner about the next version of MkDocs at every start.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: site test serve check editor lint lock clean

site: .venv/site.stamp ## check the records and build site/; a failed build leaves the old site
	rm -rf .build && mkdir .build
	SENREI_FIGURES=true $(BIN)/mkdocs build --strict --site-dir $(CURDIR)/.build/site
	rm -rf .build/old && if [ -e site ]; then mv site .build/old; fi
	mv .build/site site && rm -rf .build
	@echo "できました。site/index.html をブラウザーで開いてください。"

test: .venv/dev.stamp lint ## run every test, in Chromium too
	@$(BIN)/python tests/browser/chromium.py
	$(BIN)/pytest --numprocesses auto --dist worksteal --cov

serve: .venv/site.stamp ## live preview at localhost
	$(BIN)/mkdocs serve

check: .venv/site.stamp ## say what is wrong with the records
	$(BIN)/senrei check

editor: .venv/site.stamp ## what editors need to complete terms by their Japanese names
	$(BIN)/senrei editor-files
	$(BIN)/senrei editor-schemas

lint: .venv/dev.stamp ## style, types, layers; of the scripts too where there is node
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@if [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --silent 2>/dev/null; \
	  then npm run --silent check; \
	  else echo "node がないか、部品を取れないため、スクリプト（JavaScript）の検査を省きました。"; fi

lock: .venv/dev.stamp ## renew the lock files after a change of dependencies
	$(COMPILE) --output-file requirements.txt
	$(COMPILE) --extra dev --output-file requirements-dev.txt

clean: ## remove everything that can be made again
	rm -rf .venv .build site

.venv/pip.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 以上が必要です。PYTHON=python3.12 make site のように指定できます。"; exit 1; }
	@$(PYTHON) -m venv .venv \
	  || { echo "仮想環境を作れません。Debian や Ubuntu では apt install python3-venv を動かしてください。"; exit 1; }
	touch $@

.venv/site.stamp: .venv/pip.stamp requirements.txt pyproject.toml
	$(INSTALL) --require-hashes --requirement requirements.txt
	$(INSTALL) --no-build-isolation --editable .
	$(BIN)/pip check
	touch $@

.venv/dev.stamp: .venv/site.stamp requirements-dev.txt
	$(INSTALL) --require-hashes --requirement requirements-dev.txt
	$(BIN)/pip check
	touch $@
