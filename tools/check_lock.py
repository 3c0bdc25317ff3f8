"""Checks without a network that the lock files hold what pyproject.toml asks for, with hashes and no addresses."""

from __future__ import annotations

import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)


@dataclass(frozen=True)
class Pin:
    """One locked package: its exact version, the number of its hashes, and whether the project itself asks for it."""

    version: str
    hashes: int
    direct: bool


def read_lock(text: str, project: str) -> dict[str, Pin]:
    """Return the pins of a lock file by package name, told by uv's own comments which are ``project``'s."""
    starts = [*PIN.finditer(text)]
    ends = [*(start.start() for start in starts[1:]), len(text)]
    pins: dict[str, Pin] = {}
    for start, end in zip(starts, ends, strict=True):
        block = text[start.start() : end]
        direct = f"{project} (pyproject.toml)" in block
        pins[canonicalize_name(start["name"])] = Pin(start["version"], block.count("--hash=sha256:"), direct)
    return pins


def compare(asked: Sequence[str], pins: Mapping[str, Pin]) -> Iterator[str]:
    """Yield a sentence for each way in which pins differ from the requirements asked for."""
    requirements: dict[str, Requirement] = {canonicalize_name(entry.name): entry for entry in map(Requirement, asked)}
    for name, requirement in requirements.items():
        if name not in pins:
            yield f"{name} is not locked"
        elif not requirement.specifier.contains(pins[name].version, prereleases=True):
            yield f"{name} is locked at {pins[name].version}, pyproject.toml asks for {requirement.specifier}"
    for name, pin in pins.items():
        if not pin.hashes:
            yield f"{name} has no hash"
        if pin.direct and name not in requirements:
            yield f"{name} is locked, but pyproject.toml no longer asks for it"


def problems(root: Path) -> list[str]:
    """Return what is wrong with the lock files of a checkout, one sentence each."""
    project: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    runtime: list[str] = project["dependencies"]
    found, locks = [], []
    for lock, asked in (
        ("requirements.lock", runtime),
        ("requirements-dev.lock", [*runtime, *project["optional-dependencies"]["dev"]]),
    ):
        text = (root / lock).read_text("utf-8")
        locks.append(read_lock(text, project["name"]))
        found += [f"{lock}: {sentence}" for sentence in compare(asked, locks[-1])]
        found += [f"{lock}: names an address"] if "://" in text else []
    shipped, developed = locks
    found += [
        f"{name}: developers would test another version than the {pin.version} that is shipped"
        for name, pin in shipped.items()
        if name in developed and developed[name].version != pin.version
    ]
    found += [f"requirements-dev.lock: {name} is missing" for name in shipped.keys() - developed.keys()]
    return found


def main() -> int:
    """Print what is wrong; return the exit status."""
    found = problems(ROOT)
    for sentence in found:
        print(sentence)
    if found:
        print("Run: make lock")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
