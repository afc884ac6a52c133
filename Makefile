# Ticketd's commands. `make` alone lists them.

SWIFT ?= swift
CONFIGURATION ?= release
BINARY = .build/$(CONFIGURATION)/ticketd
# One build serves `make run`, `make demo` and `make bench`: optimised, with the Swift runtime inside the binary.
RELEASE = $(SWIFT) build -c release --static-swift-stdlib --product
DATABASE ?= ticketd.db
TICKETS ?= 1000

.DEFAULT_GOAL := help
.PHONY: help deps run build demo test lint format bench soak fuzz coverage clean

help: ## List these commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

deps: ## Install the system libraries that are missing (Debian and Ubuntu)
	@.ci/deps build

build: deps ## Build the release binary
	$(RELEASE) ticketd

run: build ## Build, migrate, make an admin and serve on 127.0.0.1:8080
	$(BINARY) serve --database $(DATABASE)

demo: build ## Fill the database with plausible data (TICKETS=1000)
	$(BINARY) demo --database $(DATABASE) --tickets $(TICKETS)

test: ## Install what the tests need and run all of them
	@.ci/deps build test
	.ci/test

lint: ## Check formatting, the import table and the house rules
	.ci/lint

format: ## Format all Swift files
	$(SWIFT) format format --in-place --parallel --recursive Sources Tests Package.swift

bench: ## Measure speed against nginx and the SQLite library (under five minutes)
	@.ci/deps build bench
	$(RELEASE) ticketd
	$(RELEASE) Bench
	.build/release/Bench --server .build/release/ticketd

soak: ## Kill the server at random moments, many rounds (ROUNDS=100)
	@.ci/deps build test
	.ci/soak $${ROUNDS:-100}

fuzz: ## Fuzz the parsers (SECONDS=600 each)
	@.ci/deps build
	Tests/Fuzz/run $${SECONDS_EACH:-600}

coverage: ## Line coverage of the product's targets
	@.ci/deps build test
	.ci/coverage

clean: ## Remove what was built
	rm -rf .build
