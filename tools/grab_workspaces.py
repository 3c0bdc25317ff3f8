"""Workspaces for the pictures of tools/grab, made through the services; everybody in them is invented."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from zi_desktop import paths
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.sample_visit import prepare_sample, run_sample_visit, score_sample

_LONG: Final = "Lembaga Pemasyarakatan Kelas IIA Contohrejo-Perumpamaan Utara dan Wilayah Kepulauan Andaikan Timur"
_MANY: Final = 1000
_TOO_MANY: Final = 20_000
_OPEN: Final = frozenset(
    {
        "A.I.5.iii.d",
        "A.I.5.iv.b",
        "A.I.5.iv.c",
        "A.I.5.v.d",
        "A.I.5.v.e",
        "A.I.6.v.c",
        "A.II.6.i.b",
        "A.II.6.ii.a",
        "B.II.a",
    }
)


def make_workspace(kind: str, folder: Path) -> None:
    """Make a workspace of a kind: one of ``KINDS``."""
    KINDS[kind](folder)


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


def _nearly(folder: Path) -> None:
    """Leave a few questions open, as on the last afternoon of a visit: the picture of the README."""
    with open_services(folder, write=True) as services:
        id_ = prepare_sample(services)
        part = folder / "jawaban.csv"
        lines = (paths.resources() / "sample" / "answers.csv").read_text("utf-8").splitlines()
        kept = [line for line in lines if line.partition(",")[0] not in _OPEN]
        part.write_text("\n".join(kept), encoding="utf-8")
        services.answering.answer_list(id_, part)
        services.answering.internal_note(id_, "A.I.5.i.b", "Cocokkan dengan register unit pengendali gratifikasi.")


def _signed(folder: Path) -> None:
    visit = run_sample_visit(folder, lambda _: None)
    report = visit.report.read_bytes()
    (folder / "laporan.pdf").write_bytes(report)
    (folder / "diubah.pdf").write_bytes(report.replace(b"/Rotate 0", b"/Rotate 9"))
    (folder / "bukan.pdf").write_text("bukan laporan")


def _damaged(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "zi.db").write_bytes(b"bukan basis data" * 64)


def _mixed(folder: Path) -> None:
    """Make evaluations in every state, and one that is archived."""
    run_sample_visit(folder, lambda _: None)
    answers = (paths.resources() / "sample" / "answers.csv").read_text("utf-8").splitlines()
    part = folder / "jawaban.csv"
    with open_services(folder, write=True) as services:
        year = services.workspace.now().year
        for code, count in (("C-002", 112), ("C-003", 70), ("C-005", 31), ("C-006", 0), ("C-007", 95)):
            id_ = services.evaluations.create(code, year)
            if count:
                part.write_text("\n".join(answers[: count + 1]), encoding="utf-8")
                services.answering.answer_list(id_, part)
            services.preferences.remember_opened(id_, "A.I.1.i.a")
            if code == "C-007":
                services.evaluations.archive(id_)


def _listed(folder: Path) -> None:
    """Put lists beside the sample satker: with bad rows, too long to be quick, and none at all."""
    _begun(folder)
    rows = (
        "C-001,Lapas Kelas IIA Contohrejo Raya",
        ",Tanpa Kode",
        "C-77,",
        ",",
        "C-88,Rutan Kelas I Umpama",
        f"C-89,{_LONG}",
    )
    (folder / "daftar.csv").write_text("\n".join(["kode,nama", *rows]), encoding="utf-8")
    (folder / "bukan-daftar.csv").write_text("tanggal,tempat\n5 Nov,Contohrejo\n", encoding="utf-8")
    many = [f"Z-{number},Rutan Kelas I Misal {number}" for number in range(_TOO_MANY)]
    (folder / "besar.csv").write_text("\n".join(["kode,nama", *many]), encoding="utf-8")


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


KINDS: Final[Mapping[str, Callable[[Path], None]]] = {
    "empty": _empty, "many": _many, "begun": _begun, "scored": _scored, "signed": _signed, "long": _long, "mixed": _mixed,
    "nearly": _nearly,
    "damaged": _damaged,
    "listed": _listed,
}  # fmt: skip
