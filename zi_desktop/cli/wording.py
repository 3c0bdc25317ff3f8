"""The words that the command-line library would say in English, in Bahasa Indonesia."""

from typing import Final

import click

_HEADINGS: Final = {"Options": "Opsi", "Commands": "Perintah", "Positional arguments": "Isian"}


class Formatter(click.HelpFormatter):
    """Writes help pages with our own headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how a command is called."""
        super().write_usage(prog, args.replace("[OPTIONS]", "[OPSI]"), prefix or "Pemakaian: ")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        super().write_heading(_HEADINGS.get(heading, heading))


def translate() -> None:
    """Have every help page written in Bahasa Indonesia."""
    click.Context.formatter_class = Formatter


def sentence(error: click.ClickException) -> str:
    """Return a usage mistake as a sentence."""
    return f"{_problem(error)} Tidak ada yang berubah; lihat --help."


def _problem(error: click.ClickException) -> str:
    name = _name(error)
    if isinstance(error, click.NoSuchOption):
        return f"Opsi {error.option_name} tidak dikenal."
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"Perintah {error.command_name} tidak dikenal."
    if isinstance(error, click.MissingParameter):
        return f"{name} belum diberikan."
    if isinstance(error, click.BadOptionUsage):
        return f"Opsi {error.option_name} dipakai tidak lengkap."
    if isinstance(error, click.BadParameter):
        return f"Nilai {name} tidak sah."
    return "Perintah tidak lengkap atau kelebihan isian."


def _name(error: click.ClickException) -> str:
    parameter = getattr(error, "param", None)
    return parameter.get_error_hint(getattr(error, "ctx", None)).replace("'", "") if parameter else "Isian"
