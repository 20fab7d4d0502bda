# The commands of README and CONTRIBUTING. Each installs what it needs.

SWIFT ?= swift
# The standard library goes into the binary: it starts faster, takes less memory and runs where no Swift is.
RELEASE = -c release --static-swift-stdlib $(LAYOUT)
# The functions that a session runs stand together, so that the machine brings in these and not what happens to lie beside
# them: a third less memory. `make layout` writes their list anew; one that is out of date does no harm.
LAYOUT = -Xswiftc -use-ld=lld -Xswiftc -Xfrontend -Xswiftc -function-sections \
  -Xlinker --symbol-ordering-file=$(CURDIR)/Sources/synak/Layout/functions.order -Xlinker --no-warn-symbol-ordering
PREFIX ?= /usr/local

.PHONY: run build test golden bench layout soak format lint install clean

# The main job: a pupil sits the shipped test and the board shows what changed. `make run ARGS="check FILE"` runs any command.
run: build
	@.build/release/synak $(if $(ARGS),$(ARGS),demo)

build:
	@.ci/packages run
	@$(SWIFT) build $(RELEASE) --product synak

test:
	@.ci/packages test
	@$(SWIFT) build --build-tests
	@$(SWIFT) test

# Draws all golden screens anew: for people to look through in the diff.
golden:
	@$(SWIFT) build --build-tests
	@SYNAK_GOLDEN=write $(SWIFT) test --skip-build --filter ScreensTests

# Figures, beside those of the programs that Synak is measured against.
bench:
	@.ci/packages bench
	@$(SWIFT) build $(RELEASE) --product synak
	@$(SWIFT) build $(RELEASE) --product synak-bench
	@.build/release/synak-bench $(ARGS)

# Sits sessions with the program built and lists the functions that ran, in their order.
layout: build
	@$(SWIFT) build $(RELEASE) --product synak-bench
	@.build/release/synak-bench layout Sources/synak/Layout/functions.order
	@rm -f .build/release/synak
	@$(SWIFT) build $(RELEASE) --product synak

# A thousand kills of the real binary, and as many of a writer of the store, in place of the twenty of `make test`.
soak:
	@.ci/packages test
	@$(SWIFT) build --build-tests
	@SYNAK_KILLS=1000 $(SWIFT) test --skip-build --filter KillTests

format:
	@$(SWIFT) format -i -r --parallel Package.swift Sources Tests

lint:
	@$(SWIFT) format lint --strict -r --parallel Package.swift Sources Tests

# Stripped: what only a debugger reads is half of the file.
install: build
	@install -D -s -m 755 .build/release/synak "$(DESTDIR)$(PREFIX)/bin/synak"
	@echo "Installed $(DESTDIR)$(PREFIX)/bin/synak"

clean:
	@$(SWIFT) package clean
