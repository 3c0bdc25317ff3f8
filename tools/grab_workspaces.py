"""Workspaces for the pictures of tools/grab, made through the services; everybody in them is invented."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import openpyxl

from tools.grab_consolidated import gathered
from tools.grab_exchange import alarmed, exchanged, lost
from tools.grab_master_list import write_master_lists
from tools.grab_settling import disputed
from zi_desktop import paths
from zi_desktop.domain.answers import Answer, Chosen
from zi_desktop.domain.instrument import Column
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.remarks.keeping import RemarkEntry
from zi_desktop.services.samples.evidence import add_sample_evidence
from zi_desktop.services.samples.visit import prepare_sample, run_sample_visit, score_sample
from zi_desktop.services.samples.worksheet import take_sample_worksheet
from zi_desktop.trust.certificates import load_credential
from zi_desktop.trust.keys import new_identity
from zi_desktop.worksheets.filling import Opinion
from zi_desktop.worksheets.layout import Layout
from zi_desktop.worksheets.satker_list import SatkerEntry
from zi_desktop.worksheets.workbook_writer import write_workbook

_LONG: Final = "Lembaga Pemasyarakatan Kelas IIA Contohrejo-Perumpamaan Utara dan Wilayah Kepulauan Andaikan Timur"
_PASSPHRASE: Final = "kata-rahasia contoh"  # noqa: S105 (of keys that exist only in a picture)
_MANY: Final = 1000
_TOO_MANY: Final = 20_000
_MANY_FILES: Final = 2000
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


def _remarked(folder: Path) -> None:
    """A scored evaluation with remarks in every state: overdue, awaited, followed up, done."""
    with open_services(folder, write=True) as services:
        id_ = prepare_sample(services)
        score_sample(services, id_)
        entries = (
            RemarkEntry("SOP pengelolaan pengaduan masih berupa konsep.", "Tetapkan SOP pengelolaan pengaduan dan umumkan.",
                        "A.I.5.i.b", due="2026-01-31", responsible="Kasubag TU"),
            RemarkEntry("Register gratifikasi kosong.", "Isi register gratifikasi setiap bulan.", "A.I.5.i.b", "kanwil",
                        due="2099-12-12", responsible="Ketua UPG", cause="Belum ada petugas."),
            RemarkEntry("Papan informasi pudar.", "Ganti papan informasi.", responsible="Umum"),
        )  # fmt: skip
        late, awaited, done = [services.remarks.add(id_, entry) for entry in entries]
        services.remarks.follow_up(id_, late, "Konsep SOP dikirim ke bagian hukum.", day="2026-02-10")
        services.remarks.progress(id_, awaited, "ditindaklanjuti")
        services.remarks.progress(id_, done, "selesai", "Papan baru sudah dipasang.")


def _followed(folder: Path) -> None:
    """An evaluation that follows two of earlier years, the last of which left remarks open."""
    lines = (paths.resources() / "sample" / "answers.csv").read_text("utf-8").splitlines()
    with open_services(folder, write=True) as services:
        id_ = prepare_sample(services)
        for year, dropped in ((2024, 4), (2025, 7)):
            earlier, part = services.evaluations.create("C-001", year), folder / f"jawaban-{year}.csv"
            rows = [line for place, line in enumerate(lines) if not place or place % dropped]
            part.write_text("\n".join(rows), encoding="utf-8")
            services.answering.answer_list(earlier, part)
        services.answering.note(earlier, "A.I.5.i.b", "SK UPG ada; SOP dan laporan berkala belum ada.")
        ids = [
            services.remarks.add(earlier, RemarkEntry(condition, recommendation, item, due=due, responsible=by))
            for condition, recommendation, item, due, by in (
                ("SOP gratifikasi masih konsep.", "Tetapkan SOP pengendalian gratifikasi.", "A.I.5.i.b", "2025-12-12", "Ketua UPG"),
                ("Papan informasi pudar.", "Ganti papan informasi layanan.", "", "", "Umum"),
                ("Sebagian wajib lapor belum melapor.", "Tuntaskan laporan harta.", "A.II.5.iii.b.a", "2026-03-31", "Kepegawaian"),
            )
        ]  # fmt: skip
        take_sample_worksheet(services, id_)
        score_sample(services, id_)
        services.remarks.confirm(id_, earlier, ids[1], "selesai", "Papan baru terpasang di lobi.")
        services.preferences.remember_opened(id_, "A.I.5.i.b")


def _evidenced(folder: Path) -> None:
    """A scored evaluation with evidence, and beside it a folder of a satker: ``bukti-satker``."""
    with open_services(folder, write=True) as services:
        id_ = prepare_sample(services)
        score_sample(services, id_)
        add_sample_evidence(services, id_)
        handed_over = folder / "bukti-satker"
        for name in (
            "5/i/b/SK UPG (contoh).txt",
            "Foto ruang layanan depan (contoh).txt",
            "1/i/a/Undangan rapat (contoh).txt",
        ):
            path = handed_over / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"Contoh: {name}\n", encoding="utf-8")
        services.evidence.add(id_, [path for path in handed_over.rglob("*") if path.is_file()], "A.I.5.i.b")
        services.preferences.remember_opened(id_, "A.I.5.i.b")


def _bulky(folder: Path) -> None:
    """A scored evaluation, and beside it a folder whose files take a while to be taken in: ``bukti-banyak``."""
    _scored(folder)
    for number in range(_MANY_FILES):
        path = folder / "bukti-banyak" / "5" / "i" / "b" / f"Laporan {number} (contoh).txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Contoh {number}\n" * 200, encoding="utf-8")


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


def _half(folder: Path) -> None:
    """Let the first of two sign, and put the keys of both beside: a second signature is still to come."""
    _scored(folder)
    with open_services(folder, write=True) as services:
        [row] = services.evaluations.list()
        people, now = services.settings.people(), services.workspace.now()
        signers = services.evaluations.open(row["id"]).state.plan.signers
        for name, member in zip(("ketua", "pengendali"), signers, strict=True):
            key = new_identity(people[member.person].name, people[member.person].nip, _PASSPHRASE, now)
            (folder / f"{name}.p12").write_bytes(key)
        first = load_credential((folder / "ketua.p12").read_bytes(), _PASSPHRASE, now)
        services.signing.sign(row["id"], first)


def _archived(folder: Path) -> None:
    """Archive an evaluation that was signed in part."""
    _half(folder)
    with open_services(folder, write=True) as services:
        [row] = services.evaluations.list()
        services.evaluations.archive(row["id"])
        services.preferences.remember_opened(row["id"], "A.I.1.i.a")


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


def _sent(folder: Path) -> None:
    """Put worksheets of a unit beside its evaluation: the first was taken and judged, a newer one and others were sent."""
    with open_services(folder, write=True) as services:
        id_ = prepare_sample(services)
        services.satkers.add(SatkerEntry("C-090", _LONG))
        first = take_sample_worksheet(services, id_)
        score_sample(services, id_)
        instrument = services.evaluations.open(id_).state.instrument
        sent = services.importing.read(first, instrument).columns[None]
        answers = {code: given.answer for code, given in sent.answers.items()}
        codes = list(answers)
        newer = {code: answer for code, answer in answers.items() if code not in codes[4:6]}
        newer |= {
            code: Chosen("B" if answers[code] == Chosen("A") else "A") for code in codes if _is_lettered(answers[code])
        }
        notes = {**sent.notes, codes[0]: "SK tim kerja yang baru terbit pada Oktober dan sudah disampaikan."}
        filling = services.exporting.filling(id_)
        opinions = {Column.MANDIRI: Opinion(newer, notes)}
        newest = replace(filling, opinions=opinions)
        inbox = folder / "kiriman"
        inbox.mkdir()
        for name, whose in (
            ("LKE mandiri versi 2.xlsx", newest),
            ("lke C-002.xlsx", replace(newest, unit="Lapas Kelas IIB Umpamajaya")),
            ("lembar kerja rutan.xlsx", replace(newest, unit="Rutan Contoh")),
            ("tahun lalu.xlsx", replace(newest, year=filling.year - 1)),
        ):
            (inbox / name).write_bytes(write_workbook(whose, Layout.LAMPIRAN3, Column.MANDIRI))
        (inbox / "daftar hadir.xlsx").write_bytes((folder / "kiriman" / "lke C-002.xlsx").read_bytes()[:4000])
        spoilt = openpyxl.load_workbook(inbox / "LKE mandiri versi 2.xlsx")
        sheet = spoilt["LKE ZI"]
        sheet["K7"], sheet["K8"] = "Mungkin", "Z"
        spoilt.save(folder / "LKE diketik tangan.xlsx")


def _is_lettered(answer: Answer) -> bool:
    return answer in (Chosen("A"), Chosen("C"))


def _import(services: Services, lines: Sequence[str]) -> None:
    listed = services.workspace.folder / "satker.csv"
    listed.write_text("\n".join(["kode,nama", *lines]), encoding="utf-8")
    services.satkers.import_list(listed)


def _editions(folder: Path) -> None:
    """Put master lists of the portal beside an evaluation: of the edition that is known, and of another one."""
    _nearly(folder)
    write_master_lists(folder)


KINDS: Final[Mapping[str, Callable[[Path], None]]] = {
    "empty": _empty, "many": _many, "begun": _begun, "scored": _scored, "signed": _signed, "long": _long, "mixed": _mixed,
    "nearly": _nearly, "editions": _editions, "exchanged": exchanged, "alarmed": alarmed, "lost": lost, "disputed": disputed, "gathered": gathered,
    "sent": _sent, "evidenced": _evidenced, "remarked": _remarked, "followed": _followed,
    "half": _half, "archived": _archived,
    "bulky": _bulky,
    "listed": _listed,
}  # fmt: skip
