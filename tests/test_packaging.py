"""What leaves this checkout: the wheel carries what the program needs, the locks and files name no machine."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tools import check_lock, check_names

ROOT = Path(__file__).parent.parent
LOCKS = ("pyproject.toml", "requirements.lock", "requirements-dev.lock")


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A folder with copies of what the lock check reads."""
    for name in LOCKS:
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    """The wheel, built without a network by the build backend in this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    (built,) = folder.glob("*.whl")
    return zipfile.Path(built)


def test_the_wheel_carries_every_resource(wheel: zipfile.Path) -> None:
    resources = [path.relative_to(ROOT) for path in (ROOT / "resources").rglob("*") if path.is_file()]
    assert resources
    for resource in resources:
        assert wheel.joinpath("zi_desktop", *resource.parts).read_bytes() == (ROOT / resource).read_bytes()


def test_the_wheel_carries_every_module_and_migration(wheel: zipfile.Path) -> None:
    ours = {path.relative_to(ROOT).as_posix() for path in (ROOT / "zi_desktop").rglob("*.py*") if path.suffix == ".py"}
    assert ours <= set(wheel.root.namelist())


def test_the_wheel_carries_nothing_else(wheel: zipfile.Path) -> None:
    tops = {name.partition("/")[0] for name in wheel.root.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"zi_desktop"}


def test_the_locks_hold_what_the_project_asks_for() -> None:
    assert check_lock.problems(ROOT) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("pyproject.toml", '"click>=8.5.1,<9"', '"click>=99"', "click is locked at"),
        ("pyproject.toml", '"click>=8.5.1,<9"', '"cliff>=1"', "cliff is not locked"),
        ("pyproject.toml", '"click>=8.5.1,<9",', "", "click is locked, but pyproject.toml no longer asks for it"),
        ("requirements.lock", "\nreportlab==5.1.0", "\nreportlab==5.1.99", "developers would test another version"),
        ("requirements.lock", "--hash=sha256:", "--hash=md5:", "has no hash"),
        ("requirements-dev.lock", "\nmypy==", "\nmypyy==", "mypy is not locked"),
        (
            "requirements-dev.lock",
            "\nalembic==",
            "\n--index-url http://packages.example\nalembic==",
            "names an address",
        ),
    ],
)
def test_a_lock_that_does_not_fit_is_named(locked: Path, name: str, old: str, new: str, said: str) -> None:
    replace(locked / name, old, new)
    assert any(said in problem for problem in check_lock.problems(locked))


def test_no_file_names_a_machine_or_an_unknown_host() -> None:
    assert check_names.problems(ROOT) == []


@pytest.mark.parametrize(
    ("parts", "named"),
    [
        (("path = '/", "home", "/siti/zi'"), 1),
        (("see /", "tmp", "/brief.md and /", "work"), 2),
        (("file:///", "root", "/.cache"), 1),
        (("https://", "packages.registry.id", "/simple"), 1),
        (("ui/home/view.py, <img src=/etc/passwd>, a/tmp/b",), 0),
        (("https://zi.example/x http://localhost:1 http://www.w3.org/2000/svg",), 0),
    ],
)
def test_names_of_machines_are_found(parts: tuple[str, ...], named: int) -> None:
    text = "".join(parts)  # in parts, so that this file does not name them
    assert len([*check_names.names_in(text)]) == named


def test_files_that_set_up_makes_are_not_looked_at(tmp_path: Path) -> None:
    shutil.copy(ROOT / ".gitignore", tmp_path)
    for folder in (".venv", "zi_desktop"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "place.txt").write_text("/" + "root/x\n", encoding="utf-8")
    assert check_names.problems(tmp_path) == ["zi_desktop/place.txt:1: names /" + "root/x"]
