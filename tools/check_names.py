"""Checks that no file of the project names a path of somebody's machine or the address of an unknown host."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent

MACHINE_PATH = re.compile(
    r"(?:file://|(?<![\w.~/)}<-]))/(?:work|tmp|root|home|opt|mnt|srv|Users)(?:/[\w.-]+|(?=[\s\"'`),;]|$))"
)
ADDRESS = re.compile(r"\b(?:https?|ftp|s?ftp|git|ssh)://(?:[^\s/@\"'<>]*@)?([\w.-]+)", re.IGNORECASE)

KNOWN_HOSTS = re.compile(
    r"localhost|127\.0\.0\.1"
    r"|(?:[\w-]+\.)*(?:example|test|invalid)"  # names that never exist (RFC 2606)
    r"|(?:[\w-]+\.)*example\.(?:com|net|org)"
    r"|www\.w3\.org|purl\.org|ns\.adobe\.com|schemas\.openxmlformats\.org|www\.aiim\.org"  # names of formats
)


def project_files(root: Path) -> Iterator[Path]:
    """Yield the files of a checkout, without git: everything but what .gitignore's plain names leave out."""
    lines = (root / ".gitignore").read_text("utf-8").splitlines()
    ignored = {line.strip("/") for line in lines if line and not line.startswith("#")} | {".git"}
    for path in sorted(root.rglob("*")):
        if path.is_file() and ignored.isdisjoint(path.relative_to(root).parts):
            yield path


def names_in(text: str) -> Iterator[str]:
    """Yield the paths of machines and the addresses of unknown hosts that a text names."""
    yield from (match[0] for match in MACHINE_PATH.finditer(text))
    yield from (match[0] for match in ADDRESS.finditer(text) if not KNOWN_HOSTS.fullmatch(match[1].lower()))


def problems(root: Path) -> list[str]:
    """Return where a checkout names what it must not: file, line and name."""
    found = []
    for path in project_files(root):
        data = path.read_bytes()
        if b"\0" in data:
            continue  # pictures, fonts, papers
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
            found += [f"{path.relative_to(root)}:{number}: names {name}" for name in names_in(line)]
    return found


def main() -> int:
    """Print what is wrong; return the exit status."""
    found = problems(ROOT)
    for sentence in found:
        print(sentence)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
