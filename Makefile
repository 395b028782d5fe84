# Everything a newcomer types. `make` alone lists it.

.DEFAULT_GOAL := help
.PHONY: help setup setup-test build badges quick test format lint bless thorough fuzz gallery bench instructions interop artwork emblems pictures spark site torture docs dist shipping clean

# What builds the program, the fonts that the sample names, and what reads its PDF page.
PACKAGES := git libc6-dev libstdc++-12-dev binutils pkg-config ca-certificates libncurses6 libsqlite3-0 \
  zlib1g-dev libxml2-dev libcurl4 \
  libcairo2-dev libpng-dev libpango1.0-dev nettle-dev libyaml-dev libdeflate-dev libjpeg62-turbo-dev \
  libqrencode-dev libmicrohttpd-dev libicu-dev libssl-dev liblcms2-dev libwebp-dev libzip-dev libsqlite3-dev libpq-dev \
  fonts-noto-core fonts-noto-cjk poppler-utils
# What makes archives, packages and images, and what tries them.
PACKING  := python3 patchelf libdeflate-tools buildah fonts-noto-color-emoji
TRYING   := debootstrap lintian shellcheck python3-venv
# What tests ask for a second opinion.
READING  := parallel valgrind fonts-noto-color-emoji chromium fontconfig librsvg2-bin inkscape poppler-utils qpdf openssl python3-venv python3-jsonschema python3-yaml time postgresql curl fish zsh
FORMULAE := cairo libpng pango nettle libyaml libdeflate jpeg-turbo qrencode libmicrohttpd libxml2 icu4c openssl@3 little-cms2 webp libzip sqlite libpq
BREWED   := librsvg inkscape poppler qpdf openssl@3 postgresql@15

SPECS  ?= badge-specs
OUTPUT ?= output
JOBS   ?=
# What `make quick` builds and tests; without a name, the rooms that differ from the last commit.
ROOM   ?=
# What `make gallery` draws: badges of each seed.
SEEDS  ?= 1 2 3
COUNT  ?= 1000
# What `make fuzz` feeds: specs, drawings, fonts, sheets, tables (or tables-csv, -json), images or one of their kinds, credentials or one of their carriers;
# without a name, all.
READER ?=

# An import of a room that Package.swift does not declare is an error, in the product as in tests.
IMPORTS := --explicit-target-dependency-import-check error
# What debuggers read says where files are in this tree, not where the tree is: built elsewhere it is the same.
# Nobody links to the programs: the names of their parts, which static linking would export, stay out of them.
PRODUCT := swift build -c release --static-swift-stdlib $(IMPORTS) \
  $(if $(filter Darwin,$(shell uname)),,-Xlinker --no-export-dynamic) \
  -Xswiftc -file-prefix-map -Xswiftc "$(CURDIR)=." -Xcc -ffile-prefix-map="$(CURDIR)=."
# What `import Blazon` gives besides its own, for its documentation.
REEXPORTED := BlazonSource,BlazonScene,BlazonShelf
TRIPLE = $(shell swift -print-target-info | sed -n 's/.*"triple": "\(.*\)",/\1/p' | head -1)
# Pictures are tested as they are shipped: optimised.
TESTS   := --scratch-path .build-tests -c release -Xswiftc -enable-testing

# What tests read pictures with, and what the benchmark measures beside ours: pinned, each in a folder of
# its own, installed anew only when its list changes.
READERS := .venv-tests
PEERS   := .venv-bench
SPARK   := .venv-spark
VISITS  := .venv-site
ISSUERS := .venv-interop
ELDERS  := .venv-openbadges
ARTISTS := .venv-artwork
SHIPPERS := .venv-shipping

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## install what building needs (Debian packages; on macOS it names the formulae)
	@$(call install,$(PACKAGES),$(FORMULAE))

setup-test: ## install what tests need besides
	@$(call install,$(PACKAGES) $(READING),$(FORMULAE) $(BREWED))

# install PACKAGES,FORMULAE: those that are missing.
define install
if [ "$$(uname)" = Darwin ]; then \
	  echo "setup: brew install $(2)"; exit 0; fi; \
	missing=""; for p in $(1); do \
	  dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; \
	done; \
	if [ -z "$$missing" ]; then echo "setup: everything is installed"; exit 0; fi; \
	root=""; if [ "$$(id -u)" != 0 ]; then \
	  command -v sudo >/dev/null || { echo "setup: needs root or sudo to install:$$missing"; exit 1; }; root=sudo; fi; \
	echo "setup: installing$$missing"; \
	$$root apt-get update -q && \
	$$root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing
endef

build: setup ## build the program, optimised: .build/release/blazon, and blazon-studio beside it, which draws
	@$(PRODUCT) --product blazon-studio
	@$(PRODUCT) --product blazon

badges: build ## draw badge-specs into output
	@.build/release/blazon render $(SPECS) -o $(OUTPUT) $(if $(JOBS),--jobs $(JOBS))

quick: setup-test $(READERS)/ready ## test ROOM=BlazonSpec, or the rooms that changed, without optimisation: under a minute
	@ROOM=$(ROOM) Tests/quick

test: setup-test $(READERS)/ready lint ## build and prove everything
	@swift build --build-tests $(TESTS) $(IMPORTS)
	@swift test --skip-build $(TESTS)

$(READERS)/ready: Tests/requirements.txt
$(PEERS)/ready: Benchmarks/requirements.txt
$(SPARK)/ready: Tests/Spark/requirements.txt
$(VISITS)/ready: Tests/Site/requirements.txt
$(ISSUERS)/ready: Tests/Interop/requirements.txt
$(ELDERS)/ready: Tests/Interop/requirements-openbadges.txt
$(ARTISTS)/ready: Tests/Artwork/requirements.txt
$(SHIPPERS)/ready: Tests/Shipping/requirements.txt
$(ELDERS)/ready: ALONE := --no-deps
$(READERS)/ready $(PEERS)/ready $(SPARK)/ready $(VISITS)/ready $(ISSUERS)/ready $(ELDERS)/ready $(ARTISTS)/ready $(SHIPPERS)/ready: | setup-test
	@echo "setup: installing $< into $(@D)"
	@rm -rf $(@D)
	@python3 -m venv $(@D)
	@$(@D)/bin/pip install --quiet --disable-pip-version-check $(ALONE) --requirement $<
	@touch $@

format: ## lay the code out as lint wants it
	@swift format --in-place --recursive Package.swift Sources Tests

lint: ## check the layout of the code and the walls of the house
	@swift format lint --strict --recursive Package.swift Sources Tests
	@! grep -rnE '^ *(public |internal |private )?import C[A-Z]' Sources Tests --include '*.swift' \
	  | grep -vE '^(Sources/Libraries|Tests/TestSupport)/' \
	  || { echo 'lint: a C library is imported outside Sources/Libraries'; exit 1; }
	@echo "lint: clean"

bless: setup-test $(READERS)/ready ## take today's pictures and tables as the reference; look at the diff, then commit it
	@swift build --build-tests $(TESTS) $(IMPORTS)
	@BLAZON_BLESS=1 swift test --skip-build $(TESTS) --filter References || true
	@git status --short

thorough: setup-test $(READERS)/ready ## what `make test` proves of a share of the sample's pages and of some edits, of all
	@swift build --build-tests $(TESTS) $(IMPORTS)
	@BLAZON_THOROUGH=1 swift test --skip-build $(TESTS) --filter 'PageParityTests|GalleryTests|DesignTests|SentenceTests|EditTests'

fuzz: setup ## read invented input of READER=specs, drawings, fonts, sheets, tables (or tables-csv, -json), images (or images-png, -jpeg, -webp), credentials (or credentials-png, -svg, -pdf, -json, -jwt) for TIME=600 seconds; PLANT=1 proves that bugs are found
	@READER=$(READER) TIME=$(TIME) KEEP=$(KEEP) PLANT=$(PLANT) Tests/Fuzzing/fuzz

gallery: build setup-test ## check COUNT=1000 random badges of each of three SEEDS, and draw contact sheets of them
	@swift build --build-tests $(TESTS) $(IMPORTS)
	@for seed in $(SEEDS); do \
	  rm -rf output/gallery/$$seed && mkdir -p output/gallery/$$seed; \
	  BLAZON_GALLERY_SEED=$$seed BLAZON_GALLERY=$(COUNT) BLAZON_GALLERY_SPECS=$(CURDIR)/output/gallery/$$seed/specs \
	    swift test --skip-build $(TESTS) --filter RandomBadgeTests || exit 1; \
	  .build/release/blazon render output/gallery/$$seed/specs/gallery --surface contact-sheet -o output/gallery/$$seed || exit 1; \
	done

bench: build $(PEERS)/ready ## compare time and bytes with rsvg-convert and resvg, and tell what awards cost
	@python3 Benchmarks/bench.py

instructions: build setup-test ## count instructions of three commands and compare them with the record; RECORD=1 renews it
	@python3 Benchmarks/instructions.py $(if $(RECORD),--record)

site: build $(VISITS)/ready ## open every page of the sample's site in a browser, every snippet in what it is pasted into, and hand forgeries to the page that checks files; PICTURES=DIR keeps what was seen
	@$(call install,asciidoctor,asciidoctor)
	@$(VISITS)/bin/python Tests/Site/prove.py .build/release/blazon $(PICTURES)
	@$(VISITS)/bin/python Tests/Site/verify.py .build/release/blazon

torture: build ## make every call to the system of a run fail in turn, kill runs at KILLS=100 moments, let two write at once; SEED=1
	@$(call install,strace,strace)
	@python3 Tests/Torture/torture.py .build/release/blazon --kills $(or $(KILLS),100) --seed $(or $(SEED),1)
	@python3 Tests/Torture/slow.py .build/release/blazon --seed $(or $(SEED),1)

interop: build $(ISSUERS)/ready $(ELDERS)/ready ## have others' programs read our credentials, and ours those of others
	@$(call install,openjdk-17-jdk-headless,openjdk@17)
	@$(ISSUERS)/bin/python Tests/Interop/prove.py .build/release/blazon

emblems: build ## look at every emblem, monogram and scene in every preset, in twelve colours, rich and flat
	@python3 Tests/Emblems/prove.py .build/release/blazon

artwork: build $(ARTISTS)/ready ## draw the icons and logos of Debian packages, and compare them with resvg and librsvg
	@BLAZON=$(CURDIR)/.build/release/blazon $(ARTISTS)/bin/python Tests/Artwork/prove.py

pictures: build $(READERS)/ready ## measure memory and time of the largest pictures that are accepted as logos
	@$(READERS)/bin/python Tests/Pictures/prove.py .build/release/blazon

spark: build $(SPARK)/ready ## prove on a small cluster of Spark that shares and lines merge to what one run gives
	@$(call install,openjdk-17-jre-headless,openjdk@17)
	@$(SPARK)/bin/python Tests/Spark/prove.py .build/release/blazon

docs: build ## build the library's documentation into .build-docs/Blazon.doccarchive
	@$(PRODUCT) --target Blazon
	@rm -rf .build-docs && mkdir -p .build-docs/graphs
	@for module in Blazon BlazonSource; do \
	  swift symbolgraph-extract -module-name $$module -target $(TRIPLE) \
	    -I .build/release/Modules $$(printf -- '-I %s ' Sources/Libraries/C*/ .build/release/C*.build) \
	    $$(pkg-config --cflags-only-I cairo pangocairo fontconfig libxml-2.0) -skip-inherited-docs \
	    -minimum-access-level public -experimental-allowed-reexported-modules=$(REEXPORTED) -output-dir .build-docs/graphs || exit 1; \
	done
	@find .build-docs/graphs -type f ! -name 'Blazon.symbols.json' ! -name 'BlazonSource.symbols.json' -delete
	@$$(dirname $$(command -v swift))/docc convert Sources/Blazon/Blazon.docc --warnings-as-errors \
	  --fallback-display-name Blazon --fallback-bundle-identifier blazon \
	  --additional-symbol-graph-dir .build-docs/graphs --output-path .build-docs/Blazon.doccarchive
	@echo "docs: .build-docs/Blazon.doccarchive"

dist: build ## make what is handed out, in .dist: an archive with all libraries, a Debian package, two OCI images, a bill of materials, sums
	@$(call install,$(PACKING),)
	@python3 Packaging/bundle.py .build/release/blazon .dist
	@python3 Packaging/deb.py .dist
	@Packaging/image .dist

shipping: dist $(SHIPPERS)/ready ## try all of that on bare Debian 12 and 13, without a network, and the installer against a server of its own; TWICE=1 builds it again elsewhere, for the same bytes
	@$(call install,$(TRYING),)
	@$(SHIPPERS)/bin/python Tests/Shipping/prove.py .dist $(if $(TWICE),--twice)

clean: ## remove what was built and drawn
	@rm -rf .build .build-tests .build-quick .build-fuzz .build-docs .build-example .dist .chroots
	@find $(OUTPUT) -mindepth 1 -not -name README.md -delete 2>/dev/null || true
