"""What import contracts cannot say about the package: names, sizes, docstrings, forbidden calls, imports at start."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "zi_desktop"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "ui/forms/ui_" not in path.as_posix())

MAX_LINES = 400
EMPTY_NAMES = {"utils", "helpers", "common", "base", "manager"}
LAST_RESORTS = {"app.py", "cli.py", "ui/jobs.py"}
MAY_SLEEP = {"storage/files.py"}
"""Windows says nothing when a virus scanner lets go of a file: the rename is tried again, for 2.5 seconds at most."""
LATE = ("PySide6", "reportlab", "pyhanko", "openpyxl", "xlsxwriter", "alembic")


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def is_broad(handler: ast.ExceptHandler) -> bool:
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or (isinstance(kind, ast.Name) and kind.id == "Exception") for kind in caught)


def is_last_resort(path: Path) -> bool:
    return named(path) in LAST_RESORTS or named(path).startswith("cli/")


def sleeps(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr in {"sleep", "msleep", "usleep"}
    return isinstance(node, ast.ImportFrom) and node.module == "time" and any(a.name == "sleep" for a in node.names)


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_one_sentence_opens_each_module(path: Path) -> None:
    docstring = ast.get_docstring(tree_of(path))
    assert docstring, "say in one sentence what this module is for"
    first = docstring.partition("\n")[0]
    assert first.endswith("."), "the first line is a whole sentence, with its full stop"


def test_no_module_has_a_name_that_says_nothing() -> None:
    unclear = [named(p) for p in PACKAGE.rglob("*") if EMPTY_NAMES & set(p.stem.split("_")) and p.suffix in {"", ".py"}]
    assert unclear == [], "name a module after what it holds"


def test_no_module_grows_for_ever() -> None:
    lines = {named(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: count for name, count in lines.items() if count > MAX_LINES} == {}, "find the second thing it does"


def test_every_exception_is_caught_only_at_the_two_borders() -> None:
    broad = [
        f"{named(path)}:{node.lineno}"
        for path in MODULES
        if not is_last_resort(path)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    ]
    assert broad == [], "catch the failure that is expected; a bug goes up to app, cli or ui/jobs"


def test_imports_are_absolute() -> None:
    relative = [
        f"{named(path)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_nothing_waits_for_time() -> None:
    sleeping = {named(path) for path in MODULES if any(map(sleeps, ast.walk(tree_of(path))))}
    assert sleeping <= MAY_SLEEP, "wait for what is awaited, with a limit"


def test_the_command_line_starts_without_what_most_commands_do_not_use() -> None:
    code = f"import sys, zi_desktop.cli as c; assert c.__file__; print(*(n for n in {LATE!r} if n in sys.modules))"
    finished = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout.split() == []
