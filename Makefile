# shirube: `make` sets up, builds and renders everything; `make test` tests; `make help` lists the rest.

SWIFT ?= swift
BUILD_FLAGS = -c release --static-swift-stdlib
SHIRUBE = .build/release/shirube
PREFIX = /usr/local

.PHONY: all setup install dist test-dist build render test schema format lint verify-output test-interop test-browser clean help modules test-shards bench bench-quick bench-check bench-forms fuzz profile test-faults test-hostile sanitize coverage mutate-checks

all: render ## Set up, build and render every board into Output/

setup: ## Install libxml2's headers if they are missing
	@.ci/setup

build: setup
	@$(SWIFT) build $(BUILD_FLAGS) --product shirube

render: build ## Render every board into Output/
	@$(SHIRUBE) build

install: build ## Install the program, what it reads, completions, manual pages below PREFIX (/usr/local)
	@.ci/install "$(DESTDIR)$(PREFIX)"

dist: build ## Make a folder that runs on a machine with nothing installed
	@.ci/dist

test-dist: dist ## Run that folder in a bare system (as root; debootstrap)
	@.ci/test-dist

# Optimised, as hundreds of tests run the program; some look inside modules.
test: setup ## Run every test
	@$(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build-test

schema: build ## Write Data/schema/ and the references in Documentation/ anew
	@$(SHIRUBE) schema
	@$(SHIRUBE) schema --markdown -l ja > Documentation/data-reference.ja.md
	@$(SHIRUBE) schema --markdown -l en > Documentation/data-reference.md
	@$(SHIRUBE) explain --markdown --language ja > Documentation/findings.ja.md
	@$(SHIRUBE) explain --markdown --language en > Documentation/findings.md

format: ## Format the sources
	@$(SWIFT) format --in-place --recursive Package.swift Sources Tests Benchmarks

lint: ## Check the formatting
	@$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks

verify-output: build ## Check that a fresh render equals the committed Output/
	@.ci/verify-output

test-interop: build ## Compare with independent programs from PyPI
	@.ci/test-interop

test-browser: build ## Look at the documents in a browser, on paper and in a spreadsheet
	@.ci/test-browser

modules: build
	@$(SWIFT) build $(BUILD_FLAGS) --product modules

test-shards: build ## Build many boards in parts with GNU parallel, and compare with the whole
	@.ci/test-shards

bench: modules ## Measure beside other programs; BENCH=--record puts the tables into Documentation/performance.md
	@python3 Benchmarks/bench.py $(BENCH)

bench-quick: modules ## The same in small, to see that it works
	@python3 Benchmarks/bench.py --quick

TRIES = 10
SECONDS = 30

test-faults: build ## Kill the program and let its system calls fail, TRIES (10) times each way
	@python3 Tests/Faults/faults.py --tries $(TRIES)

test-hostile: build ## Hand the program files made in malice; FULL=1 in full size
	@python3 Tests/Faults/hostile.py $(if $(FULL),--full)

fuzz: setup ## Fuzz each reader for SECONDS (30)
	@.ci/fuzz $(SECONDS)

bench-check: build ## Time check against parse at ten thousand facilities
	@python3 Benchmarks/check.py

bench-forms: build ## Fill in forms from rosters: forms a second, and memory by rows
	@python3 Benchmarks/forms.py

profile: build ## Count instructions by function, with valgrind
	@python3 Benchmarks/profile.py

mutate-checks: setup ## Disable each check in turn, and see a test fail
	@python3 Tests/Faults/mutate_checks.py

sanitize: setup ## Run the tests under the address and thread sanitizers
	@.ci/sanitize address
	@.ci/sanitize thread

coverage: setup ## Print the share of lines that the tests reach
	@.ci/coverage

clean: ## Remove what was built; Output/ stays
	@rm -rf .build .build-*

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
