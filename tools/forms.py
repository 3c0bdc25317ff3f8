"""Compiles forms/*.ui into zi_desktop/ui/forms/ui_*.py; the result is committed and never edited by hand."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "forms"
TARGETS = ROOT / "zi_desktop" / "ui" / "forms"


def compiled(form: Path) -> str:
    """Return the Python code of a form."""
    uic = Path(sys.executable).with_name("pyside6-uic")
    command = [str(uic), "--no-autoconnection", form.name]
    code = subprocess.run(command, cwd=form.parent, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    # Which Qt wrote it says nothing about the form.
    return "".join(line for line in code.splitlines(keepends=True) if not line.startswith("## Created by:"))


def target_of(form: Path) -> Path:
    """Return where the code of a form stands."""
    return TARGETS / f"ui_{form.stem}.py"


def main() -> None:
    """Compile every form and take away code whose form is gone."""
    forms = sorted(SOURCES.glob("*.ui"))
    for form in forms:
        target_of(form).write_text(compiled(form), encoding="utf-8")
        print(f"{form.name} → {target_of(form).relative_to(ROOT)}")
    for orphan in set(TARGETS.glob("ui_*.py")) - {target_of(form) for form in forms}:
        orphan.unlink()
        print(f"{orphan.name} dihapus")


if __name__ == "__main__":
    main()
