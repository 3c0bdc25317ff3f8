"""What every command shares: the workspace it works in, and how it prints."""

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


def command(name: str, help_: str) -> Callable[[Callable[..., None]], click.Command]:
    """Make a command that gets the session first and takes ``--workspace`` and ``--json`` like every other."""

    def decorate(function: Callable[..., None]) -> click.Command:
        def run(*args: Any, **kwargs: Any) -> None:
            function(click.get_current_context().ensure_object(Session), *args, **kwargs)

        made: click.Command = click.command(name, help=help_)(_shared(update_wrapper(run, function)))
        return made

    return decorate


def group(name: str, help_: str, *commands: click.Command) -> click.Group:
    """Make a group of commands."""
    return click.Group(name, help=help_, commands=commands, params=[help_option()], add_help_option=False)


def help_option() -> click.Option:
    """Return the option that shows a help page."""
    return click.Option(
        ["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=_show_help, help="Bantuan ini."
    )


def _shared(function: Callable[..., None]) -> Callable[..., None]:
    for option in (
        click.option(
            "--workspace",
            type=click.Path(path_type=Path),
            expose_value=False,
            callback=_set_workspace,
            help="Folder ruang kerja.",
        ),
        click.option("--json", is_flag=True, expose_value=False, callback=_set_json, help="Hasil sebagai JSON."),
        click.help_option("-h", "--help", help="Bantuan ini."),
    ):
        function = option(function)
    return function


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


def passphrase(file: Path | None) -> str:
    """Return a passphrase from a file, or ask for it on a terminal; it is never kept.

    Raises:
        FileReadError: the file cannot be read.
        InvalidInputError: there is no terminal to ask on.
    """
    if file is not None:
        try:
            return file.read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise FileReadError(str(file), "tidak ditemukan atau bukan teks") from error
    if not sys.stdin.isatty():
        raise InvalidInputError(
            "Passphrase tidak dapat ditanyakan di sini. Belum ada yang ditandatangani; pakai --passphrase-file."
        )
    answer: str = click.prompt("Passphrase", hide_input=True, err=True)
    return answer


def existing_file() -> click.Path:
    """Return the type of a file argument; whether it can be read is said by whoever reads it."""
    return click.Path(path_type=Path)
