import pytest

from zi_desktop.worksheets.text_height import lines_of, row_height


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("Ya", 1),
        ("satu\ndua", 2),
        ("kata " * 3, 1),
        ("kata " * 40, 4),
        ("x" * 400, 8),
        ("a\n\nb", 3),
        ("é" * 20, 1),
    ],
    ids=["kosong", "pendek", "dua-baris", "muat", "terbungkus", "tanpa-spasi", "baris-kosong", "huruf-lain"],
)
def test_lines_of_a_text(text, lines):
    assert lines_of(text, 46) == lines


def test_bold_letters_are_wider():
    text = " ".join(["kata"] * 12)
    assert lines_of(text, 46, bold=True) > lines_of(text, 46)


def test_no_row_is_higher_than_a_spreadsheet_allows():
    assert row_height(1) < row_height(2)
    assert row_height(1000) == 409
