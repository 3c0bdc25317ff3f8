"""Every help page and every text for people: Bahasa Indonesia, whole, without the library's English."""

import re

import click
import pytest

from zi_desktop.cli import tables, wording
from zi_desktop.cli.program import COMMANDS, program
from zi_desktop.domain.answers import Chosen
from zi_desktop.domain.instrument import Column
from zi_desktop.scoring.card_json import score_card_json
from zi_desktop.services import editions

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|show this|message|exit|required|default|error|file|path|directory|try|help for|missing|"
    r"invalid|got|no such|upload|text|integer|password|the|and|or)\b",
    re.IGNORECASE,
)
NAMES = re.compile(
    r"--[a-z0-9-]+|-h\b|-o\b|\[(?!required)[A-Za-z|_]+\]|ZI_WORKSPACE|agency\.[a-z]+|person\.[a-z]+|zi-desktop[a-z -]*|\b(evaluation|satker|settings|identity)\b"
)


def pages():
    wording.translate()
    top = program()
    context = click.Context(top, info_name="zi-desktop")
    yield "zi-desktop", top.get_help(context)
    for name in COMMANDS:
        command = top.get_command(context, name)
        inner = click.Context(command, info_name=name, parent=context)
        yield name, command.get_help(inner)
        for below, child in getattr(command, "commands", {}).items():
            yield f"{name} {below}", child.get_help(click.Context(child, info_name=below, parent=inner))


PAGES = dict(pages())


@pytest.mark.parametrize("name", PAGES)
def test_a_help_page_has_no_english_word(name):
    assert ENGLISH.findall(NAMES.sub("", PAGES[name])) == []
    assert "..." not in PAGES[name]
    assert "!" not in PAGES[name]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_and_every_option_says_what_it_is_for(name):
    page = PAGES[name]
    assert page.startswith("Pemakaian: zi-desktop")
    assert "Opsi:" in page
    assert re.search(r"-h, --help +Bantuan ini\.", page)
    assert "--json" in page


def test_help_is_asked_for_at_any_level(cli):
    for arguments in (["--help"], ["-h"], ["evaluation", "-h"], ["evaluation", "new", "--help"]):
        printed = cli(*arguments)
        assert (printed.status, printed.err) == (0, "")
        assert printed.out.startswith("Pemakaian: ")


def test_a_list_is_a_table_and_an_empty_one_a_sentence(cli, scored):
    scored.services.close()
    lines = cli("evaluation", "list", workspace=scored.folder).out.splitlines()
    assert lines[0].split() == ["Id", "Satker", "Tahun", "Kegiatan", "Target", "Status", "Terisi", "Nilai", "TPI"]
    assert lines[1].endswith("113/113      83,33")
    assert (
        cli("satker", "list", "tidak ada yang begini", workspace=scored.folder).out == "Tidak ada satker yang cocok.\n"
    )


def test_the_score_card_shows_figures_that_agree_with_their_verdict(cli, scored):
    scored.services.close()
    text = cli("evaluation", "score", scored.id, workspace=scored.folder).out
    assert text.startswith("Nilai 83,33 dari 100 (113 dari 113 butir terisi)\nMaksimum yang mungkin 83,33\n")
    assert "WBK: memenuhi ambang nilai" in text
    assert "WBBM: belum memenuhi ambang nilai" in text


def test_an_interval_is_told_where_people_disagree():
    edition = editions.current()
    card = editions.calculator(edition.structure_digest).score({}, {"A.I.1.i.a": (Chosen("Ya"), Chosen("Tidak"))})
    text = tables.score_card(score_card_json(card, Column.TPI), edition)
    assert "Beda penilaian: total antara 0,00 dan 0,25" in text


def test_show_explain_and_preflight_in_words(cli, scored):
    scored.services.close()

    def text(*arguments):
        return cli(*arguments, workspace=scored.folder).out

    shown = text("evaluation", "show", scored.id)
    for words in (
        "Status: Siap ditinjau",
        "Nilai: 83,33",
        "Surat tugas: CONTOH-PW.02.03-101",
        "Ketua tim · semua area · menandatangani",
        "Rekaman: Lapangan",
    ):
        assert words in shown
    assert "{" not in text("evaluation", "explain", scored.id, "A.I.1")
    assert "Lolos: 113 dari 113 butir terisi" in text("evaluation", "preflight", scored.id)


def test_a_verification_in_words(cli, signed_original):
    text = cli("verify", signed_original.report, "--trust", signed_original.trust).out
    assert text.startswith("Tepercaya: utuh dan ditandatangani oleh yang berwenang.\n")
    assert re.search(
        r"Rini Umpamasari, S\.H\., M\.H\. · Ketua tim · \d\d-\d\d-\d{4} \d\d\.\d\d \S+ · utuh · dikenal", text
    )
    assert "Dihitung ulang dari jawabannya: 83,33, sesuai dengan yang tercetak." in text
