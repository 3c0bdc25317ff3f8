# Each target sets up what it needs by itself (tools/setup.py) and says what it does. Needs python3 and make.
PYTHON ?= python3
python := .venv/bin/python
pytest := $(python) -m pytest -n 2
uv_lock := $(python) -m uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header

# Windows and macOS always have a screen, Linux where one is named.
has_display := [ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]

# Another project's variables must not reach this one's Python.
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help demo run test test-long check bench build lock setup-run setup-test setup-bench setup-build

help: ## daftar perintah ini
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile | expand -t 18

demo: setup-run ## pekerjaan utama pada data contoh: penilaian, laporan bertanda tangan, verifikasi; lalu jendelanya
	@echo "Demo: satu kunjungan lengkap pada data contoh, ke folder baru di bawah .zi-demo"
	@mkdir -p .zi-demo
	@folder=".zi-demo/$$(date +%Y%m%d-%H%M%S)"; $(python) main.py demo "$$folder" || exit; \
	if $(has_display); then \
		echo "Membuka jendelanya; tutup jendela itu untuk selesai"; \
		$(python) main.py --workspace "$$folder" || echo "Jendela tidak dapat dibuka di layar ini; hasil di atas tetap berlaku"; \
	fi

run: setup-run ## membuka program
	@echo "Membuka ZI Desktop"
	@$(python) main.py

test: setup-test ## semua pengujian yang singkat; domain dan scoring tercakup penuh oleh pengujiannya sendiri
	@echo "Pengujian domain dan scoring, dengan cakupan"
	@$(pytest) tests/domain tests/scoring --cov --cov-report=term
	@echo "Pengujian selebihnya"
	@$(pytest) --ignore=tests/domain --ignore=tests/scoring

test-long: setup-test ## pengujian yang perlu bermenit-menit
	@echo "Pengujian panjang"
	@$(pytest) -m long

check: setup-test ## gaya, tipe, aturan lapisan, kunci paket, nama mesin dan alamat
	@echo "Gaya (ruff)" && $(python) -m ruff check . && $(python) -m ruff format --check .
	@echo "Tipe (mypy)" && $(python) -m mypy
	@echo "Aturan lapisan (import-linter)" && .venv/bin/lint-imports --no-cache --no-logo
	@echo "Kunci paket" && $(python) tools/check_lock.py
	@echo "Nama mesin dan alamat" && $(python) tools/check_names.py

bench: setup-bench ## ukuran kecepatan terhadap batasnya
	@echo "Mengukur kecepatan"
	@$(python) -m tools.bench

build: setup-build ## program jadi di dist/zi-desktop, lalu dicoba di tempat lain
	@echo "Membuat dist/zi-desktop"
	@PYINSTALLER_CONFIG_DIR=build/cache $(python) -m PyInstaller --noconfirm --clean --log-level=ERROR build.spec
	@echo "Mencoba program jadi: versi dan demo"
	@tools/smoke dist/zi-desktop/zi-desktop

lock: setup-test ## requirements.lock dan requirements-dev.lock dari pyproject.toml; UPGRADE=--upgrade untuk versi terbaru
	@echo "Mengunci versi paket"
	$(uv_lock) $(UPGRADE) pyproject.toml -o requirements.lock
	$(uv_lock) $(UPGRADE) pyproject.toml --extra dev --constraint requirements.lock -o requirements-dev.lock

setup-run setup-test setup-bench setup-build: setup-%:
	@$(PYTHON) tools/setup.py $*
