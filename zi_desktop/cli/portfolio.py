"""``portfolio``: one row a satker, of this workspace or of a consolidated store; printed, as a workbook, or signed."""

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command, file_path
from zi_desktop.domain.errors import InvalidInputError

if TYPE_CHECKING:
    from zi_desktop.services.hub.portfolio import Entry


@command("portfolio", "Menampilkan satu baris setiap satker dengan evaluasinya.")
@click.option("--into", "address", default="", metavar="DBURL", help="Simpanan gabungan; bawaan: ruang kerja ini.")
@click.option("--kanwil", default="", metavar="NAMA", help="Hanya Kanwil itu.")
@click.option("--year", type=int, default=0, metavar="TAHUN", help="Tahun evaluasi; bawaan: yang terbaru.")
@click.option("--format", "form", type=click.Choice(["table", "xlsx"]), default="table", help="Bentuk hasil.")
@click.option("--signed", is_flag=True, help="Berkas bertanda tangan untuk satu Kanwil, dibuat oleh pengelola hub.")
@click.option("-o", "file", type=file_path(), default=None, metavar="BERKAS", help="Berkas hasil xlsx atau .ziport.")
def COMMAND(  # noqa: N802 (what every command module is asked for)
    session: Session,
    address: str,
    kanwil: str,
    year: int,
    form: str,
    signed: bool,  # noqa: FBT001 (click passes it by name)
    file: Path | None,
) -> None:
    """Show or write the portfolio."""
    from zi_desktop.services.hub import portfolio  # noqa: PLC0415 (the writer of workbooks loads only here)

    if signed:
        _write_signed(session, address, kanwil, file, alone=form == "table" and not year)
        return
    if (form == "xlsx") != (file is not None):
        raise InvalidInputError("Bentuk xlsx memerlukan -o BERKAS, dan hanya bentuk itu. Tidak ada yang ditulis.")
    with ExitStack() as opened:
        entries = list(_entries(session, opened, address, kanwil, year))
        if file is not None:
            written = portfolio.export_portfolio(entries, file, portfolio.portfolio_title(year, kanwil))
            session.show({"file": str(written.resolve()), "satker": len(entries)}, f"{written}: {len(entries)} satker.")
            return
    rows = [portfolio.texts(entry) for entry in entries]
    text = tables.table(portfolio.HEADINGS, rows) if rows else "Tidak ada satker yang cocok."
    session.show([portfolio.entry_json(entry) for entry in entries], text)


def _write_signed(session: Session, address: str, kanwil: str, file: Path | None, *, alone: bool) -> None:
    """Write the signed file of a Kanwil: all its years, from a consolidated store."""
    from zi_desktop.services.hub.consolidated import open_consolidated  # noqa: PLC0415 (see above)
    from zi_desktop.services.hub.portfolio_file import write_portfolio_file  # noqa: PLC0415 (see above)

    if not (address and kanwil and file and alone):
        raise InvalidInputError(
            "Berkas bertanda tangan memerlukan --into DBURL, --kanwil NAMA dan -o BERKAS, tanpa --format dan --year. "
            "Tidak ada yang ditulis."
        )
    with session.services(write=False) as services, open_consolidated(address) as store:
        done = write_portfolio_file(store, services.hub_keys, kanwil, services.workspace.now(), file)
    result = {"file": str(done.file.resolve()), "satker": done.satkers, "evaluations": done.evaluations}
    session.show(result, f"{done.file}: {done.satkers} satker, {done.evaluations} evaluasi, bertanda tangan hub.")


def _entries(session: Session, opened: ExitStack, address: str, kanwil: str, year: int) -> Iterable["Entry"]:
    from zi_desktop.services.hub import portfolio  # noqa: PLC0415 (see above)
    from zi_desktop.services.hub.consolidated import Scope, open_consolidated  # noqa: PLC0415 (see above)

    if not address:
        services = opened.enter_context(session.services(write=False))
        return portfolio.local_entries(services.satkers, services.evaluations, year, kanwil)
    store = opened.enter_context(open_consolidated(address))
    scope = Scope(year or next(iter(store.years()), 0), kanwil)
    return (portfolio.Entry(row.satker, row.evaluation) for row in store.rows(scope))
