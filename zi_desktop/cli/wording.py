"""The words that the command-line library would say in English, in Bahasa Indonesia."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

import click

_HEADINGS: Final = {"Options": "Opsi", "Commands": "Perintah", "Positional arguments": "Isian"}


class Formatter(click.HelpFormatter):
    """Writes help pages with our own words."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how a command is called."""
        super().write_usage(prog, args.replace("[OPTIONS]", "[OPSI]"), prefix or "Pemakaian: ")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write a list of terms and what they mean."""
        worded = [(term, words.replace("[required]", "Wajib.")) for term, words in rows]
        super().write_dl(worded, col_max, col_spacing)


def translate() -> None:
    """Have every help page written in Bahasa Indonesia."""
    click.Context.formatter_class = Formatter


def sentence(error: click.ClickException) -> str:
    """Return a usage mistake as a sentence."""
    words = next((words for kind, words in _SENTENCES if isinstance(error, kind)), _surplus)
    return f"{words(error)} Tidak ada yang berubah; lihat bantuannya dengan --help."


def _no_option(error: click.NoSuchOption) -> str:
    return f"Opsi {error.option_name} tidak dikenal."


def _no_command(error: click.exceptions.NoSuchCommand) -> str:
    return f"Perintah {error.command_name} tidak dikenal."


def _no_subcommand(error: click.exceptions.NoArgsIsHelpError) -> str:
    command = error.ctx.command if error.ctx else None
    if not isinstance(command, click.Group):
        return "Perintah belum lengkap."
    return f"Perintah {command.name} belum lengkap; pilihannya {', '.join(command.commands)}."


def _missing(error: click.MissingParameter) -> str:
    return f"{_name(error)} belum diberikan."


def _incomplete(error: click.BadOptionUsage) -> str:
    return f"Opsi {error.option_name} tidak disertai isian yang sesuai."


def _bad_value(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"Isian {_name(error)} tidak dikenal; pilihannya {', '.join(kind.choices)}."
    if isinstance(kind, click.types.IntParamType):
        return f"Isian {_name(error)} bukan bilangan bulat."
    return f"Isian {_name(error)} tidak sah."


def _surplus(_: click.ClickException) -> str:
    return "Isian perintah ini berlebih."


def _name(error: click.BadParameter) -> str:
    return error.param.get_error_hint(error.ctx).replace("'", "") if error.param and error.ctx else "perintah"


_SENTENCES: Final[Sequence[tuple[type[click.ClickException], Callable[..., str]]]] = (
    (click.NoSuchOption, _no_option),
    (click.exceptions.NoSuchCommand, _no_command),
    (click.exceptions.NoArgsIsHelpError, _no_subcommand),
    (click.MissingParameter, _missing),
    (click.BadOptionUsage, _incomplete),
    (click.BadParameter, _bad_value),
)
"""What is said of each mistake; the first kind that fits."""
