"""Mistakes on the command line: exit status 2, one sentence on standard error, never a traceback, nothing changed."""

import io
import subprocess
import sys

import pytest
from builders import CHOICE, write_list

from zi_desktop import __version__, paths
from zi_desktop.cli import session
from zi_desktop.domain.errors import InvalidInputError


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--warna"], "Opsi --warna tidak dikenal."),
        (["terbang"], "Perintah terbang tidak dikenal."),
        (["evaluation"], "Perintah evaluation belum lengkap; pilihannya new, list, show,"),
        (["evaluation", "terbang"], "Perintah terbang tidak dikenal."),
        (["evaluation", "list", "--warna"], "Opsi --warna tidak dikenal."),
        (["evaluation", "list", "lebih"], "Isian perintah ini berlebih."),
        (["evaluation", "new", "--satker", "C-1"], "--year belum diberikan."),
        (["evaluation", "new", "--satker", "C-1", "--year", "dua"], "Isian --year bukan bilangan bulat."),
        (["evaluation", "new", "--target", "WBX"], "Isian --target tidak dikenal; pilihannya WBK, WBBM."),
        (["evaluation", "score", "x", "--column"], "Opsi --column tidak disertai isian yang sesuai."),
        (["evaluation", "list", "--json=ya"], "Opsi --json tidak disertai isian yang sesuai."),
        (["answer"], "ID belum diberikan."),
        (["report", "x"], "-o belum diberikan."),
        (["sign"], "BERKAS.pdf|ID belum diberikan."),
    ],
)
def test_a_mistake_is_one_sentence(cli, arguments, words):
    printed = cli(*arguments)
    assert (printed.status, printed.out) == (2, "")
    assert (
        printed.err == f"{words} Tidak ada yang berubah; lihat bantuannya dengan --help.\n"
        or printed.err.startswith(words)
    )
    assert printed.err.count("\n") == 1


COMMANDS = [
    ["evaluation", "list"], ["evaluation", "show", "x"], ["evaluation", "score", "x"], ["evaluation", "preflight", "x"],
    ["evaluation", "explain", "x", "total"], ["satker", "list"], ["settings", "get"], ["check"], ["identity", "show"],
    ["identity", "export", "-o", "x.pem"], ["report", "x", "-o", "x.pdf"],
]  # fmt: skip


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_reading_where_there_is_no_workspace_makes_none(cli, tmp_path, arguments):
    printed = cli(*arguments, "--json", workspace=tmp_path / "tidak ada")
    assert (printed.status, printed.out) == (2, "")
    assert printed.err.startswith("Belum ada ruang kerja di ")
    assert not (tmp_path / "tidak ada").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["evaluation", "show", "ffff"], ["evaluation", "plan", "ID", "tidak-ada.json"], ["evaluation", "plan", "ID", "CSV"],
        ["evaluation", "explain", "ID", "X.9"], ["evaluation", "new", "--satker", "C-9", "--year", "2026"],
        ["evaluation", "new", "--satker", "C-1", "--year", "1999"], ["evaluation", "snapshot", "ID", "a/b"],
        ["answer", "ID"], ["answer", "ID", "X.9", "Ya"], ["answer", "ID", CHOICE], ["answer", "ID", CHOICE, "mungkin"],
        ["answer", "ID", CHOICE, "--not-applicable", "--note", "x"], ["answer", "ID", CHOICE, "Ya", "--from", "CSV"],
        ["answer", "ID", "--from", "CSV"], ["answer", "ID", "--from", "CSV", "--note", "x"], ["answer", "ID", CHOICE, "Ya", "--as", "Siti"],
        ["satker", "import", "tidak-ada.csv"], ["satker", "import", "."], ["settings", "get", "warna"], ["settings", "set", "warna", "biru"],
        ["settings", "set", "agency.logo", "tidak-ada.png"], ["identity", "show"], ["identity", "new", "--passphrase-file", "CSV"],
        ["identity", "new"], ["sign", "ID"], ["sign", "ID", "--passphrase-file", "tidak-ada"], ["sign", "ID", "--passphrase-file", "CSV"],
        ["sign", "ID", "--p12", "CSV", "--passphrase-file", "CSV"], ["sign", "tidak-ada.pdf", "--p12", "CSV", "--passphrase-file", "CSV"],
        ["report", "ID", "-o", "x.pdf"], ["report", "ID", "-o", "tidak/ada/x.pdf", "--draft"], ["verify", "tidak-ada.pdf"],
        ["verify", "."], ["evaluation", "acknowledge", "ID"], ["sign", "e" * 300, "--p12", "CSV", "--passphrase-file", "CSV"],
        ["answer", "e" * 300, CHOICE, "Ya"], ["satker", "import", "n" * 300], ["report", "ID", "-o", "n" * 300, "--draft"],
    ],
    ids=lambda arguments: " ".join(arguments)[:60],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_one_sentence_and_nothing_changed(cli, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    listed = write_list(tmp_path / "s.csv", "kode,nama\nC-1,Lapas Contoh\n")
    cli("satker", "import", listed, workspace="w")
    id_ = cli("evaluation", "new", "--satker", "C-1", "--year", "2026", "--json", workspace="w").json["id"]
    before = cli("evaluation", "show", id_, "--json", workspace="w").json["head"], sorted(tmp_path.rglob("*"))
    filled = [{"ID": id_, "CSV": str(listed)}.get(argument, argument) for argument in arguments]
    printed = cli(*filled, "--json", workspace="w")
    assert (printed.status, printed.out) == (2, "")
    assert printed.err.count("\n") == 1
    assert printed.err.rstrip().endswith(".")
    assert "Error" not in printed.err
    assert (cli("evaluation", "show", id_, "--json", workspace="w").json["head"], sorted(tmp_path.rglob("*"))) == before


def test_a_second_writer_is_told_so_and_readers_are_free(cli, scored):
    printed = cli("answer", scored.id, CHOICE, "Ya", workspace=scored.folder)
    assert printed.status == 2
    assert printed.err.startswith("Ruang kerja sudah terbuka di jendela lain.")
    assert cli("evaluation", "list", workspace=scored.folder).status == 0


def test_the_workspace_is_named_before_or_after_or_by_the_environment(cli, scored, monkeypatch):
    expected = cli("evaluation", "list", "--json", workspace=scored.folder).out
    assert cli("evaluation", "list", "--workspace", scored.folder, "--json").out == expected
    assert cli("--json", "evaluation", "--workspace", scored.folder, "list").out == expected
    monkeypatch.setenv("ZI_WORKSPACE", str(scored.folder))
    assert cli("evaluation", "--json", "list").out == expected


class Terminal(io.StringIO):
    """A keyboard in front of somebody."""

    def isatty(self):
        return True


def test_a_new_passphrase_is_asked_twice(monkeypatch):
    typed = iter(["satu", "dua", "sama", "sama"])
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("click.prompt", lambda *_, **options: options["hide_input"] and next(typed))
    with pytest.raises(InvalidInputError, match="berbeda"):
        session.passphrase(None, twice=True)
    assert session.passphrase(None, twice=True) == "sama"


def test_giving_up_at_the_prompt_is_said(cli, scored, monkeypatch):
    scored.services.close()

    def give_up(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("click.prompt", give_up)
    printed = cli("sign", scored.id, workspace=scored.folder)
    assert printed.status == 2
    assert printed.err.strip().startswith("Dibatalkan.")


def test_what_nobody_expected_is_logged_and_said(tmp_path, monkeypatch, capsys):
    from zi_desktop import app

    def fail(_):
        raise RuntimeError("rincian untuk pembuat program")

    monkeypatch.setattr(sys, "argv", ["zi-desktop", "check"])
    monkeypatch.setattr("zi_desktop.cli.program.run", fail)
    monkeypatch.setattr(paths, "log_file", lambda: tmp_path / "log" / "zi.log")
    assert app.main() == 2
    assert capsys.readouterr().err.startswith("Terjadi kesalahan pada program.")
    assert "rincian untuk pembuat program" in (tmp_path / "log" / "zi.log").read_text()
    monkeypatch.setattr(paths, "log_file", lambda: tmp_path / "log" / "zi.log" / "mustahil" / "x.log")
    assert app.main() == 2
    assert "tidak dapat disimpan" in capsys.readouterr().err


@pytest.mark.parametrize("start", ["run_path('main.py'", "run_module('zi_desktop'"])
def test_the_program_starts_in_every_way_without_a_display_or_qt(start, tmp_path):
    code = f"""
import runpy, sys
try:
    runpy.{start}, run_name="__main__")
finally:
    assert not [name for name in sys.modules if name.startswith(("PySide6", "shiboken6"))]
"""
    # As Windows would write into a pipe, and no display.
    environment = {"ZI_WORKSPACE": str(tmp_path / "w"), "PYTHONIOENCODING": "cp1252", "HOME": str(tmp_path)}
    arguments = ["settings", "set", "person.name", "Rini ✓ Umpama", "--json"]
    shown = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=paths.resources().parent, env=environment, capture_output=True,
        check=True, encoding="utf-8",
    )  # fmt: skip
    assert shown.stdout == '{\n "person.name": "Rini ✓ Umpama"\n}\n'
    assert shown.stderr == ""


def test_a_passphrase_is_asked_before_the_workspace_is_held(cli, scored):
    assert cli("sign", scored.id, workspace=scored.folder).err.startswith("Passphrase tidak dapat ditanyakan di sini.")


def test_the_version_is_shown(cli):
    assert cli("--version").out == f"zi-desktop {__version__}\n"


def test_a_missing_package_is_a_sentence():
    start = paths.resources().parent / "main.py"
    done = subprocess.run([sys.executable, "-S", start, "check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Paket click belum terpasang.")
    assert done.stderr.count("\n") == 1
