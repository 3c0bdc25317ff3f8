"""The border: what people paste becomes text that every database and reader keeps."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_desktop.domain.border import TextTooLongError, clean_line, clean_text, is_clean, is_surely_clean
from zi_desktop.domain.canonical import MAX_TEXT, decode, encode
from zi_desktop.domain.errors import LineError

ANYTHING = st.text(st.characters()) | st.text(st.sampled_from("a\u0301é\x00\x0d\x0a\x09\x7f\x85\ud800\udc00\u202e😀"))


def brief(value):
    return repr(value)[:20]


@given(ANYTHING)
def test_cleaned_text_is_as_the_format_keeps_it(text):
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert all(c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") for c in cleaned)
    assert decode(encode(cleaned)) == cleaned
    assert is_clean([{cleaned: cleaned}])
    assert is_clean(text) == (text == cleaned)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("kolom\tdua", "kolom\tdua"),
        ("nol\x00, lonceng\x07, hapus\x7f, C1\x85", "nol, lonceng, hapus, C1"),
        ("e\u0301", "é"),
        ("e\x00\u0301", "é"),
        ("x\ud800y", "x\ufffdy"),
        ("<img src=/etc/passwd>", "<img src=/etc/passwd>"),
        ("\u202eterbalik 😀", "\u202eterbalik 😀"),
    ],
)
def test_only_what_databases_refuse_is_taken_away(text, cleaned):
    assert clean_text(text) == cleaned


def test_a_line_has_single_spaces_and_none_at_its_ends():
    assert clean_line("  Kanwil\r\n\tSumatera   Selatan \x00") == "Kanwil Sumatera Selatan"


def test_the_longest_text_is_kept_whole_and_a_longer_one_is_refused():
    assert clean_text("x" * MAX_TEXT) == "x" * MAX_TEXT
    with pytest.raises(TextTooLongError, match=r"100\.001 karakter, paling banyak 100\.000\. Tidak ada yang tersimpan"):
        clean_text("x" * (MAX_TEXT + 1))


@pytest.mark.parametrize(
    "value", ["x" * (MAX_TEXT + 1), ["\x00"], {"k": "\r"}, {"k\x00": 1}, {"a": [["e\u0301"]]}], ids=brief
)
def test_a_value_with_a_text_that_was_not_cleaned_is_told(value):
    assert not is_clean(value)


@pytest.mark.parametrize("value", [None, True, 3, "x" * MAX_TEXT, [], {}, {"a": ["b", 1, None]}], ids=brief)
def test_a_clean_value_is_told(value):
    assert is_clean(value)


@given(st.dictionaries(ANYTHING, ANYTHING | st.lists(ANYTHING, max_size=3), max_size=3))
def test_what_is_clean_as_spelled_is_clean_as_read(value):
    try:
        spelled = encode(value).decode()
    except LineError:
        return
    assert not is_surely_clean(spelled) or is_clean(decode(spelled.encode()))


@pytest.mark.parametrize("text", ["", "Ya", "dua\nbaris\tdan kolom", 'kutip " dan \\ miring', "é 😀 \u202e"], ids=brief)
def test_ordinary_texts_are_clean_as_spelled(text):
    assert is_surely_clean(encode({"note": text}).decode())


@pytest.mark.parametrize(
    "text", ["\x00", "\r", "\x08", "\x0c", "\x1f", "\x7f", "\x85", "e\u0301", "x" * MAX_TEXT], ids=brief
)
def test_whatever_may_be_unclean_is_looked_at(text):
    assert not is_surely_clean(encode({"note": text}).decode())
