"""Every screen and state of the window as steps of keys, for `python -m tools.grab --all`."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.sample_visit import prepare_sample, run_sample_visit, score_sample

_LONG: Final = "Lembaga Pemasyarakatan Kelas IIA Contohrejo-Perumpamaan Utara dan Wilayah Kepulauan Andaikan Timur"
_MANY: Final = 1000
_TYPED: Final = "type:kata-rahasia contoh"

SCENES: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "kosong": ("empty", ("shot:beranda", "key:ctrl+n", "shot:satker-baru", "key:Return", "shot:satker-keliru", "key:Escape",
                         "key:ctrl+comma", "shot:pengaturan", "key:shift+F1", "shot:bantuan")),
    "beranda": ("many", ("shot:seribu", "key:ctrl+f", "type:rutan 77", "shot:dicari", "type:xx", "shot:tidak-ada",
                         "key:Escape", "key:ctrl+k", "shot:perintah", "key:Escape", "key:ctrl+n", "shot:evaluasi-baru")),
    "penilaian": ("scored", ("key:Return", "shot:pilihan", "key:ctrl+h", "shot:nilai-tersembunyi", "key:ctrl+h", "key:F4",
                             "shot:bagaimana", "key:Escape", "key:ctrl+f", "type:A.II.5.ii.a", "key:Return", "shot:tidak-berlaku",
                             "key:ctrl+f", "key:ctrl+a", "type:A.II.5.iii.b.a", "key:Return", "shot:persentase",
                             "key:ctrl+f", "key:ctrl+a", "type:B.I.a", "key:Return", "shot:indeks")),
    "keliru": ("begun", ("key:Return", "shot:awal", "key:ctrl+f", "type:A.II.5.iii.b.a", "key:Return", "key:Tab", "type:1", "key:Return",
                         "type:5", "key:Return", "type:9", "key:Return", "type:99", "key:Return", "shot:isian",
                         "key:ctrl+2", "shot:belum-siap")),
    "tanda-tangan": ("scored", ("key:Return", "key:ctrl+2", "shot:siap", "key:space", "shot:alasan", "key:Escape", "key:ctrl+k",
                                "type:rencana", "key:Return", "shot:rencana", "key:Escape", "key:F6", "key:F6", "key:Tab", "key:Tab",
                                "key:space", "shot:kunci-baru", _TYPED, "key:Tab", _TYPED, "key:ctrl+Return", "shot:sidik-jari",
                                "key:Escape", "key:F6", "key:F6", "key:Tab", "key:Tab", "key:Tab", "type:keliru-keliru", "key:Return",
                                "key:space", "key:ctrl+Return", "shot:passphrase-keliru")),
    "terkunci": ("signed", ("key:Return", "shot:penilaian", "key:ctrl+2", "shot:laporan")),
    "nama-panjang": ("long", ("shot:beranda", "key:Return", "shot:penilaian", "key:ctrl+2", "shot:tanda-tangan")),
}  # fmt: skip
"""By name: the workspace it needs, and its steps."""


def make_workspace(kind: str, folder: Path) -> None:
    """Make a workspace through the services: ``empty``, ``many``, ``begun``, ``scored``, ``signed``, ``long``."""
    _MAKERS[kind](folder)


def _empty(folder: Path) -> None:
    with open_services(folder, write=True):
        pass


def _many(folder: Path) -> None:
    with open_services(folder, write=True) as services:
        id_ = prepare_sample(services)
        score_sample(services, id_)
        _import(services, [f"X-{n:04},Rutan Kelas I Contoh {n}" for n in range(_MANY)])


def _begun(folder: Path) -> None:
    with open_services(folder, write=True) as services:
        prepare_sample(services)


def _scored(folder: Path) -> None:
    with open_services(folder, write=True) as services:
        score_sample(services, prepare_sample(services))


def _signed(folder: Path) -> None:
    run_sample_visit(folder, lambda _: None)


def _long(folder: Path) -> None:
    with open_services(folder, write=True) as services:
        services.settings.put("person.name", "Prof. Dr. Rini Umpamasari Contohardjo-Andaikan, S.H., M.H., M.Si., CGCAE")
        services.settings.put("agency.name", "Kementerian Contoh dan Perumpamaan Republik Misalan")
        _import(services, [f"C-001,{_LONG}"])
        services.evaluations.create("C-001", services.workspace.now().year)


def _import(services: Services, lines: Sequence[str]) -> None:
    listed = services.workspace.folder / "satker.csv"
    listed.write_text("\n".join(["kode,nama", *lines]), encoding="utf-8")
    services.satkers.import_list(listed)


_MAKERS: Final[Mapping[str, Callable[[Path], None]]] = {
    "empty": _empty, "many": _many, "begun": _begun, "scored": _scored, "signed": _signed, "long": _long,
}  # fmt: skip
