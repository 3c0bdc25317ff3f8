"""What the commands about evidence share: how files are shown, and how one is named."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session
from zi_desktop.domain.errors import NotFoundError
from zi_desktop.domain.evidence import EvidenceFile, EvidenceLink
from zi_desktop.domain.evidence_terms import INBOX, STATE_TITLES
from zi_desktop.domain.figures import size
from zi_desktop.domain.precondition_terms import PLACE
from zi_desktop.services.composition import Services

SHOWN: Final = 12
"""Digits of a digest that are shown in tables; as many are enough to name a file."""
AS: Final = click.option(
    "--as", "author", default="", metavar="ORANG", help="Nama, NIP, atau id penilai; bawaan: penilai di laptop ini."
)
_LONGEST: Final = 18
"""Characters of the place of a precondition that a table shows."""


def added_row(file: EvidenceFile) -> Mapping[str, Any]:
    """Return a file that was added as JSON shows it."""
    return {
        "sha256": file.sha256, "name": file.name, "size": file.size, "type": file.type, "kept": file.kept,
        "state": "belum_dicek",
    }  # fmt: skip


def row(link: EvidenceLink) -> Mapping[str, Any]:
    """Return a file at its place as JSON shows it."""
    return {
        "code": link.place, **added_row(link.file), "state": link.judged.value, "reason": link.judged.reason,
        "disputed": link.judged.disputed, "period": [link.period.first, link.period.last], "added": link.at,
    }  # fmt: skip


def table(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return files as a table."""
    return tables.table(
        ["Butir", "Berkas", "SHA-256", "Ukuran", "Keadaan"],
        [
            [title(row["code"]), row["name"], row["sha256"][:SHOWN], size(row["size"]), STATE_TITLES[row["state"]]]
            for row in rows
        ],
    )


def show_link(session: Session, link: EvidenceLink) -> None:
    """Show one file as it stands now."""
    shown = row(link)
    session.show(shown, f"{link.file.name} untuk {title(link.place)}: {STATE_TITLES[shown['state']].lower()}.")


def title(place: str) -> str:
    """Return how a place is called in a table."""
    return "Kotak masuk" if place == INBOX else place[:_LONGEST] if place.startswith(PLACE) else place


def named_link(services: Services, id_: str, place: str, digest: str) -> EvidenceLink:
    """Return the link that the beginning of a digest names, at a place or (place "") anywhere, the inbox first."""
    links = sorted(services.evidence.of(id_).links, key=lambda link: link.place != INBOX)
    wanted = digest.casefold()
    found = [link for link in links if link.file.sha256.startswith(wanted) and place in ("", link.place)]
    if not wanted or len({link.file.sha256 for link in found}) != 1:
        raise NotFoundError(
            f"SHA-256 {digest[:SHOWN]} tidak menunjuk tepat satu berkas di sana. Tidak ada yang berubah; lihat daftarnya."
        )
    return found[0]
