"""Quotation marks in what a person reads are “…” on screens, in papers and in sentences of errors.

Texts of the command line may keep the straight ones of a keyboard: a terminal may have no others, and they are copied.
"""

import ast
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "zi_desktop"
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if path.parts[-2] not in ("cli", "forms")]
STRAIGHT = re.compile(r'(?:^|[\s(])"[^"<>=\n]*"(?=[\s.,;)]|$)')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
"""In the style sheet."""
MACHINE = re.compile(r"\bmonospace\b|--workspace\b")
"""In a list of faces, and in a command that is copied into a terminal."""
WORD = re.compile(r"[a-z]{3}")
"""Formulas and queries have none."""


def texts(path):
    """Yield the texts of a module that are values: what is written in braces of an f-string stands as ``{}``."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield (
                node.lineno,
                "".join(getattr(part, "value", "") if isinstance(part, ast.Constant) else "{}" for part in node.values),
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and not {id(node)} & (told | parts):
            yield node.lineno, node.value


def straight(text):
    read = COMMENT.sub("", text)
    return bool(STRAIGHT.search(read)) and bool(WORD.search(read)) and not MACHINE.search(read)


def test_sentences_of_modules_have_curly_marks():
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}" for path in MODULES for line, text in texts(path) if straight(text)
    ]
    assert found == []


def test_texts_of_forms_have_curly_marks():
    forms = sorted((ROOT / "forms").glob("*.ui"))
    written = [(form.name, each.text or "") for form in forms for each in ET.parse(form).iter("string")]
    assert [pair for pair in written if '"' in pair[1]] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Pernyataan "Tidak berlaku" belum dihitung.', True), ('berisi "{}", bukan angka', True), ("“{}” tidak terbaca", False),
        ('COPY "{}" ({}) FROM STDIN', False), ('<p style="margin:0">{}</p>', False), ('"author":"{}"', False),
    ],
    ids=["kalimat", "nilai", "benar", "perintah", "tanda", "json"],
)  # fmt: skip
def test_what_counts_as_a_straight_mark(text, found):
    assert straight(text) is found
