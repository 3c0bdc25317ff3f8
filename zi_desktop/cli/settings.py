"""``settings``: agency and person."""

import click

from zi_desktop.cli.session import Session, command, group
from zi_desktop.domain.errors import InvalidInputError
from zi_desktop.services.settings import KEYS


@command("get", f"Menampilkan pengaturan; tanpa KUNCI menampilkan semuanya. Kunci: {', '.join(KEYS)}.")
@click.argument("key", metavar="[KUNCI]", default="")
def get(session: Session, key: str) -> None:
    """Show one setting or all."""
    with session.services(write=False) as services:
        values = services.settings.values()
    if key and key not in values:
        raise InvalidInputError(
            f"Pengaturan {key[:40]} tidak dikenal. Tidak ada yang berubah; pilihannya {', '.join(values)}."
        )
    shown = {key: values[key]} if key else values
    session.show(shown, "\n".join(f"{name} = {_words(value)}" for name, value in shown.items()))


@command(
    "set",
    f"Mengubah satu pengaturan. Kunci: {', '.join(KEYS)}. Baris kop (agency.letterhead) dipisahkan dengan |; "
    "agency.logo berisi nama berkas PNG.",
)
@click.argument("key", metavar="KUNCI")
@click.argument("value", metavar="NILAI")
def set_(session: Session, key: str, value: str) -> None:
    """Set one setting."""
    with session.services(write=True) as services:
        services.settings.put(key, value)
        shown = services.settings.values()[key]
        session.show({key: shown}, f"{key} = {_words(shown)}")


def _words(value: object) -> str:
    if isinstance(value, list):
        return " | ".join(value)
    return ("ada" if value else "tidak ada") if isinstance(value, bool) else str(value)


COMMAND = group("settings", "Pengaturan instansi dan penilai.", get, set_)
