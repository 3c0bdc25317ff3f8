"""``verify``: what a report, a bundle or a signed portfolio is worth; needs no workspace and no network."""

from pathlib import Path
from typing import Final, NoReturn

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command, file_path
from zi_desktop.domain.workspace_errors import WorkspaceError
from zi_desktop.reports.verification import Verification, verification_json
from zi_desktop.services import editions
from zi_desktop.services.exchange.bundle_verifying import bundle_verdict_json, is_bundle, verify_bundle
from zi_desktop.services.hub.portfolio_file import is_portfolio_file
from zi_desktop.services.hub.portfolio_verifying import portfolio_verdict_json, verify_portfolio
from zi_desktop.services.reports.verifying import verify_file
from zi_desktop.sync.portfolio_files import portfolio_fingerprint

FAILED: Final = 2
_BUNDLES: Final = {
    "trusted": "Tepercaya: utuh, dari perangkat yang dikenal.",
    "intact-unknown-identity": "Utuh, tetapi perangkat pengirimnya belum dikenal.",
    "altered": "Rusak atau berubah: isinya tidak dipercaya.",
    "unreadable": "Tidak terbaca: bukan paket, atau terenkripsi untuk penerima lain.",
}
_PORTFOLIOS: Final = {
    "trusted": "Tepercaya: utuh, dari hub yang dikenal.",
    "intact-unknown-identity": "Utuh, tetapi hub pembuatnya belum dikenal; cocokkan sidiknya dengan lembar Inspektorat.",
    "altered": "Rusak atau berubah: isinya tidak dipercaya.",
}
_STATUS: Final = {"trusted": 0, "unreadable": FAILED}


@command("verify", "Memeriksa laporan PDF, paket .zib, atau portofolio .ziport tanpa ruang kerja dan tanpa jaringan.")
@click.argument("file", metavar="BERKAS", type=file_path())
@click.option(
    "--trust",
    type=file_path(),
    multiple=True,
    metavar="BERKAS",
    help="Registri Inspektorat atau sertifikat akar PEM.",
)
def COMMAND(session: Session, file: Path, trust: tuple[Path, ...]) -> None:  # noqa: N802 (as every command module)
    """Verify, print the verdict, and end with 0 only for what can be trusted."""
    if is_portfolio_file(file):
        _verify_portfolio(session, file, trust)
    if is_bundle(file):
        _verify_bundle(session, file, trust)
    result = verification_json(_verified(session, file, trust))
    status = _STATUS.get(result["verdict"], 1)
    if status == FAILED:
        click.echo(" ".join(result["problems"]), err=True)
    if session.as_json or status != FAILED:
        session.show(result, tables.verification(result))
    raise click.exceptions.Exit(status)


def _verify_bundle(session: Session, file: Path, trust: tuple[Path, ...]) -> NoReturn:
    """Verify a bundle; a workspace helps to open an encrypted one and to know its sender, and none is needed."""
    try:
        with session.services(write=False) as services:
            identities, accepted = services.devices.identities(), frozenset(services.devices.accepted())
    except WorkspaceError:
        identities, accepted = (), frozenset[str]()
    verdict = verify_bundle(file, trust, identities=identities, accepted=accepted)
    found, result = verdict.found, bundle_verdict_json(verdict)
    status = _STATUS.get(verdict.verdict, 1)
    if status == FAILED:
        click.echo(" ".join(verdict.problems), err=True)
    if session.as_json or status != FAILED:
        words = [_BUNDLES[verdict.verdict], *verdict.problems]
        if found:
            words.insert(
                1, f"  {found.card.name} · {found.lines} catatan · {found.included} dari {found.listed} data dukung"
            )
        session.show(result, "\n".join(words))
    raise click.exceptions.Exit(status)


def _verify_portfolio(session: Session, file: Path, trust: tuple[Path, ...]) -> NoReturn:
    """Verify a signed portfolio; a workspace helps to know the hub, and none is needed."""
    try:
        with session.services(write=False) as services:
            hubs = services.hub_trust.hubs()
    except WorkspaceError:
        hubs = frozenset[tuple[str, str]]()
    verdict = verify_portfolio(file, trust, hubs)
    words = [_PORTFOLIOS[verdict.verdict], *verdict.problems]
    if found := verdict.found:
        words.insert(
            1, f"  {found.name} · {found.kanwil} · {found.at[:16].replace('T', ' ')} · {len(found.satkers)} satker"
        )
        words.insert(2, f"  Sidik hub: {portfolio_fingerprint(found)}")
    session.show(portfolio_verdict_json(verdict), "\n".join(words))
    raise click.exceptions.Exit(_STATUS.get(verdict.verdict, 1))


def _verified(session: Session, file: Path, trust: tuple[Path, ...]) -> Verification:
    """Verify a report; where its edition was added by an office, a workspace that has it helps, and none is needed."""
    found = verify_file(file, trust, workspace=session.folder)
    if not found.record or editions.known(found.record["instrument"]["structure"]):
        return found
    try:
        with session.services(write=False) as services:
            known = services.workspace.editions.known
            return verify_file(file, trust, instruments=known, workspace=session.folder)
    except WorkspaceError:
        return found
