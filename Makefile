.PHONY: run test format lock bench grammar wheel screenshots translations clean setup

bin := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# Opens the window; without a display writes the example and a picture of the window to out/.
run: setup
	scripts/run.sh

# Everything that must hold before a commit.
test: export QT_QPA_PLATFORM := offscreen
test:
	scripts/setup.sh test
	$(bin)/ruff format --check .
	$(bin)/ruff check .
	$(bin)/mypy
	$(bin)/pytest -n auto -m "not slow"
	$(bin)/pytest -n auto -m slow

setup:
	scripts/setup.sh run

format: setup
	$(bin)/ruff format .
	$(bin)/ruff check --fix .

# Keeps the locked versions where it can; `make lock args=--upgrade` takes the newest.
lock: setup
	$(bin)/uv --quiet pip compile pyproject.toml --extra dev --output-file requirements-dev.lock \
		--universal --python-version 3.11 --generate-hashes --no-annotate \
		--custom-compile-command "make lock" $(args)

bench: setup
	$(bin)/python benchmarks/run.py $(args)

# How many of the known forms are right, by language, kind and case.
grammar: setup
	$(bin)/python scripts/grammar_report.py $(args)

# An sdist, and a wheel made from that sdist.
wheel: setup
	$(bin)/python -m build --no-isolation

screenshots: setup
	QT_QPA_PLATFORM=offscreen $(bin)/python scripts/screenshot.py docs/window.png
	QT_QPA_PLATFORM=offscreen $(bin)/python scripts/guide_pictures.py resources/guide/pictures
	QT_QPA_PLATFORM=offscreen PYTHONPATH=. $(bin)/python scripts/amending_pictures.py docs/amending

translations: setup
	scripts/translations.sh

clean:
	rm -rf .venv build dist out .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
