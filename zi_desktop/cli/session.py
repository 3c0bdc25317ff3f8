"""What every command shares: the workspace it works in, how it prints, and how it asks for a passphrase."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import update_wrapper
from pathlib import Path
from typing import Any

import click

from zi_desktop import paths
from zi_desktop.domain.errors import FileReadError, InvalidInputError
from zi_desktop.services.composition import Services, open_services


@dataclass
class Session:
    """One run of the program; ``as_json`` prints one JSON value and nothing else on standard output."""

    workspace: Path | None = None
    as_json: bool = False

    @property
    def folder(self) -> Path:
        """Return the workspace that was named, or the usual one."""
        return self.workspace or paths.default_workspace()

    @contextmanager
    def services(self, *, write: bool) -> Iterator[Services]:
        """Open the workspace for one command."""
        with open_services(self.folder, write=write) as services:
            yield services

    def show(self, value: Any, text: str) -> None:
        """Print the result: as JSON where that was asked for, else as text."""
        click.echo(json.dumps(value, ensure_ascii=False, indent=1) if self.as_json else text)

    def tell(self, sentence: str) -> None:
        """Say what is being done, on a terminal only."""
        if sys.stderr.isatty():
            click.echo(f"{sentence}…", err=True)


class Group(click.Group):
    """A group of commands, listed in their own order and with their whole words."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """Return the names in the order in which they were given."""
        return list(self.commands)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.commands[name].help or "") for name in self.list_commands(context)])


def command(name: str, help_: str) -> Callable[[Callable[..., None]], click.Command]:
    """Make a command that gets the session first and takes ``--workspace`` and ``--json`` like every other."""

    def decorate(function: Callable[..., None]) -> click.Command:
        def run(*args: Any, **kwargs: Any) -> None:
            function(click.get_current_context().ensure_object(Session), *args, **kwargs)

        made: click.Command = click.command(name, help=help_, add_help_option=False)(update_wrapper(run, function))
        made.params.extend(shared_options())
        return made

    return decorate


def group(name: str, help_: str, *commands: click.Command) -> click.Group:
    """Make a group of commands."""
    return Group(
        name, help=help_, commands=commands, params=shared_options(), add_help_option=False,
        subcommand_metavar="PERINTAH …",
    )  # fmt: skip


def shared_options() -> list[click.Parameter]:
    """Return the options that stand before or after any command."""
    return [
        click.Option(
            ["--workspace"], type=click.Path(path_type=Path), metavar="FOLDER", expose_value=False,
            callback=_set_workspace, help="Folder ruang kerja; bawaan: folder data pengguna, atau ZI_WORKSPACE.",
        ),
        click.Option(["--json"], is_flag=True, expose_value=False, callback=_set_json, help="Hasil sebagai JSON."),
        click.Option(
            ["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=_show_help, help="Bantuan ini."
        ),
    ]  # fmt: skip


def passphrase(file: Path | None, *, twice: bool = False) -> str:
    """Return a passphrase from a file, or ask for it on a terminal (``twice`` for a new one); it is never kept.

    Raises:
        FileReadError: the file cannot be read.
        InvalidInputError: there is no terminal to ask on, or the two entries differ.
    """
    if file is not None:
        try:
            return file.read_text(encoding="utf-8-sig").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise FileReadError(str(file), "tidak ditemukan atau bukan teks") from error
    if not sys.stdin.isatty():
        raise InvalidInputError(
            "Passphrase tidak dapat ditanyakan di sini. Tidak ada yang ditandatangani; pakai --passphrase-file."
        )
    answer: str = click.prompt("Passphrase", hide_input=True, err=True)
    if twice and answer != click.prompt("Ulangi passphrase", hide_input=True, err=True):
        raise InvalidInputError("Kedua passphrase berbeda. Belum ada kunci yang dibuat; ulangi perintahnya.")
    return answer


def file_path() -> click.Path:
    """Return the type of a file argument; whether it can be read or written is said by whoever does it."""
    return click.Path(path_type=Path)


def _show_help(context: click.Context, _: click.Parameter, value: Any) -> None:
    if value:
        click.echo(context.get_help())
        context.exit()


def _set_workspace(context: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.ensure_object(Session).workspace = value


def _set_json(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 (click's callback)
    if value:
        context.ensure_object(Session).as_json = True
