"""The program's commands by name; a command's module is imported when that command runs."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Final

import click

from zi_desktop import __version__
from zi_desktop.cli import wording
from zi_desktop.cli.session import Group, Session, shared_options
from zi_desktop.domain.errors import ZiError

COMMANDS: Final[Mapping[str, tuple[str, str]]] = {
    "demo": ("sample", "Satu kunjungan lengkap pada data contoh."),
    "satker": ("satker", "Daftar satker: import, list."),
    "evaluation": ("evaluation", "Evaluasi: new, list, show, score, plan, preflight, acknowledge, snapshot, explain."),
    "edition": ("edition", "Edisi lembar kerja: list, show, diff, take, wording, retire, move."),
    "answer": ("answer", "Mengisi jawaban satu butir atau dari daftar."),
    "evidence": (
        "evidence",
        "Data dukung: add, folder, list, check, judge, period, assign, remove, sufficiency, clean.",
    ),
    "precondition": ("precondition", "Prasyarat pengusulan: list, check, own, add, rename, withdraw."),
    "remark": ("remark", "Catatan & rekomendasi: add, edit, list, close, reopen, follow-up, withdraw, earlier."),
    "visit": (
        "visit",
        "Hari kunjungan: add, list, close, edit, withdraw, meeting, attend, dismiss, agenda, minutes, attach, scans.",
    ),
    "worksheet": ("worksheet", "Lembar kerja Excel: import, export."),
    "score": ("score", "Menghitung nilai lembar kerja Excel; tidak memerlukan ruang kerja."),
    "conflicts": ("conflicts", "Menampilkan beda penilaian."),
    "settle": ("settle", "Menyelesaikan satu beda penilaian."),
    "report": ("report", "Membuat laporan PDF."),
    "sign": ("sign", "Menandatangani laporan."),
    "verify": ("verify", "Memeriksa laporan; tidak memerlukan ruang kerja."),
    "bundle": ("bundle", "Paket antar-laptop: export, import, show."),
    "identity": ("identity", "Kunci sendiri dan kartu perangkat: new, show, export, card, registry."),
    "hub": ("hub", "Hub Inspektorat: init, push, pull, ingest, status, publish, lost, renew, escrow."),
    "portfolio": ("portfolio", "Satu baris setiap satker dengan evaluasinya."),
    "alias": ("alias", "Satker atau orang yang ternyata sama: satker, person, list, part."),
    "redact": ("redact", "Menghapus isi tulisan untuk selamanya."),
    "settings": ("settings", "Pengaturan: get, set."),
    "backup": ("backup", "Membuat cadangan ruang kerja."),
    "restore": ("restore", "Memulihkan ruang kerja dari cadangan atau dari berkasnya sendiri."),
    "check": ("check", "Memeriksa keutuhan ruang kerja."),
}
DONE: Final = 0
FAILED: Final = 2


class Program(Group):
    """The top group: knows its commands by name and loads one at a time."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """Return the names in the order in which they are shown."""
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """Load a command, or return None for a name that is none."""
        if name not in COMMANDS:
            return None
        loaded: click.Command = import_module(f"zi_desktop.cli.{COMMANDS[name][0]}").COMMAND
        return loaded

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


def program() -> Program:
    """Return the top group."""
    return Program(
        name="zi-desktop",
        help="Penilaian Lembar Kerja Evaluasi Zona Integritas secara luring.",
        params=[
            click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Versi program."),
            *shared_options(),
        ],
        add_help_option=False,
        subcommand_metavar="PERINTAH …",
    )  # fmt: skip


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Returns:
        The exit status: 0 done or valid, 1 a negative answer, 2 it could not be done (one sentence on stderr).
    """
    wording.translate()
    try:
        status = program().main(list(arguments), prog_name="zi-desktop", standalone_mode=False, obj=Session())
    except click.exceptions.Exit as stop:
        return int(stop.exit_code)
    except click.Abort:
        click.echo("Dibatalkan. Yang sudah tersimpan tetap aman; ulangi perintahnya bila perlu.", err=True)
    except click.ClickException as error:
        click.echo(wording.sentence(error), err=True)
    except ZiError as error:
        click.echo(str(error), err=True)
    else:
        return int(status) if isinstance(status, int) else DONE
    return FAILED


def _version(context: click.Context, _: click.Parameter, value: Any) -> None:
    if value:
        click.echo(f"zi-desktop {__version__}")
        context.exit()
