"""``evaluation``: begun, planned, scored, looked through."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import click

from zi_desktop.cli import tables
from zi_desktop.cli.session import Session, command, file_path, group
from zi_desktop.domain.border import clean_line
from zi_desktop.domain.evaluation import STATUSES
from zi_desktop.domain.figures import points
from zi_desktop.domain.funnel_terms import RESULTS, STAGES
from zi_desktop.domain.instrument import Column
from zi_desktop.domain.plan import ACTIVITIES, ROLES, TARGETS, TRACKS

COLUMN = click.option(
    "--column",
    type=click.Choice([column.value for column in Column]),
    default="tpi",
    help="Kolom penilaian; bawaan: tpi.",
)


@command("new", "Memulai evaluasi; dibuat dua kali tetap evaluasi yang sama.")
@click.option("--satker", required=True, metavar="KODE", help="Kode atau id satker.")
@click.option("--year", required=True, type=int, metavar="TAHUN", help="Tahun penilaian.")
@click.option(
    "--target",
    type=click.Choice(TARGETS),
    default=None,
    help="Predikat yang dituju; bawaan: mengikuti predikat satker.",
)
@click.option("--activity", type=click.Choice(list(ACTIVITIES)), default=None, help="Kegiatan; bawaan: evaluasi.")
@click.option(
    "--track",
    type=click.Choice(list(TRACKS)),
    default=None,
    help="Jalur penetapan; bawaan: mandiri untuk WBK, tpn untuk WBBM.",
)
@click.option("--round", "round_", type=int, default=1, metavar="N", help="Putaran; bawaan: 1.")
def new(
    session: Session, satker: str, year: int, target: str | None, activity: str | None, track: str | None, round_: int
) -> None:
    """Begin an evaluation."""
    with session.services(write=True) as services:
        id_ = services.evaluations.create(
            satker, year, target=target or "", activity=activity or "evaluasi", track=track or "", round_=round_
        )
        row = services.evaluations.summary(id_)
        session.show(row, f"Evaluasi {id_}: {row['satker_name']} {year}, menuju {row['target']}.")


@command("list", "Menampilkan semua evaluasi.")
def list_(session: Session) -> None:
    """Show the evaluations of the workspace."""
    with session.services(write=False) as services:
        rows = services.evaluations.list()
        session.show(rows, tables.table(_HEADINGS, [_row(row) for row in rows]) if rows else "Belum ada evaluasi.")


@command("show", "Menampilkan satu evaluasi.")
@click.argument("id_", metavar="ID")
def show(session: Session, id_: str) -> None:
    """Show what an evaluation knows beside its score."""
    with session.services(write=False) as services:
        state = services.evaluations.open(id_).state
        row = services.evaluations.summary(state.id)
        people = services.settings.people()
        team = [
            {"name": people[m.person].name if m.person in people else "", "role": m.role, "areas": list(m.areas), "signs": m.signs}
            for m in state.plan.team
        ]  # fmt: skip
        shown = {
            **row, "place": state.plan.place, "letter": {"number": state.plan.letter_number, "date": state.plan.letter_date},
            "report_number": state.plan.report_number,
            "team": team, "snapshots": [item.name for item in state.snapshots],
            "signatures": [{"position": s.position, "role": s.role, "at": s.at} for s in state.signatures],
            "revision": state.seal.revision if state.seal else None, "late": list(state.late), "head": state.folded.head,
        }  # fmt: skip
        session.show(shown, _words(shown))


@command("score", "Menampilkan kartu nilai.")
@click.argument("id_", metavar="ID")
@COLUMN
def score(session: Session, id_: str, column: str) -> None:
    """Show the score card."""
    with session.services(write=False) as services:
        view = services.evaluations.open(id_)
        card = services.reviewing.score(view.id, Column(column))
        session.show(card, tables.score_card(card, view.state.instrument))


@command(
    "plan",
    "Menetapkan rencana kunjungan dari BERKAS.json. Isinya, semuanya boleh ditinggalkan: first_day, last_day, place, "
    "letter (number, date), report_number, target, track, team (daftar name, nip, position, role, areas, signs).",
)
@click.argument("id_", metavar="ID")
@click.argument("file", metavar="BERKAS.json", type=file_path())
def plan(session: Session, id_: str, file: Path) -> None:
    """Set what the plan file gives."""
    from zi_desktop.services.evaluations.plan_file import load_plan  # noqa: PLC0415 (only this command needs it)

    with session.services(write=True) as services:
        whole = services.evaluations.resolve(id_)
        services.evaluations.plan(whole, load_plan(file))
        signers = len(services.evaluations.open(whole).state.plan.signers)
        session.show({"id": whole, "signers": signers}, f"Rencana tersimpan, {signers} penanda tangan.")


@command("preflight", "Memeriksa kesiapan sebelum ditandatangani.")
@click.argument("id_", metavar="ID")
def preflight(session: Session, id_: str) -> None:
    """Show what blocks a signature and what should be looked at."""
    from zi_desktop.services.evaluations.preflight import preflight_json  # noqa: PLC0415 (only this command needs it)

    with session.services(write=False) as services:
        found = services.reviewing.preflight(services.evaluations.resolve(id_))
        lines = [f"Wajib: {check.message}" for check in found.must]
        lines += [f"Peringatan: {check.message}{_accepted(check.reason)}" for check in found.warn]
        session.show(preflight_json(found), "\n".join([*lines, *(f"Lolos: {words}" for words in found.passed)]))
    if not found.ready:
        raise click.exceptions.Exit(1)


@command(
    "acknowledge",
    "Menutup, sebagai ketua tim, isian di luar pembagian, menimpa rekan, tanpa wewenang, atau belum dibuktikan.",
)
@click.argument("id_", metavar="ID")
@click.option("--as", "author", default="", metavar="ORANG", help="Ketua tim; bawaan: penilai di laptop ini.")
def acknowledge(session: Session, id_: str, author: str) -> None:
    """Close what was done beyond rights."""
    with session.services(write=True) as services:
        whole = services.evaluations.open(id_).id
        acts = {item.act for item in services.evaluations.beyond(whole)}
        services.evaluations.acknowledge(whole, acts, author)
        session.show({"id": whole, "acknowledged": len(acts)}, f"{len(acts)} hal ditutup oleh ketua tim.")


@command("snapshot", "Merekam keadaan sekarang dengan nama (Desk, Lapangan, Panel).")
@click.argument("id_", metavar="ID")
@click.argument("name", metavar="NAMA")
def snapshot(session: Session, id_: str, name: str) -> None:
    """Keep the heads of now under a name."""
    with session.services(write=True) as services:
        whole = services.evaluations.resolve(id_)
        services.evaluations.snapshot(whole, name)
        kept = clean_line(name)
        session.show({"id": whole, "snapshot": kept}, f"Rekaman {kept} tersimpan.")


@command("explain", "Menjelaskan asal satu angka: kode butir, komponen, atau total.")
@click.argument("id_", metavar="ID")
@click.argument("code", metavar="KODE")
@COLUMN
def explain(session: Session, id_: str, code: str, column: str) -> None:
    """Tell how a figure came about."""
    from zi_desktop.scoring.explanation import explanation_json  # noqa: PLC0415 (only this command needs it)

    with session.services(write=False) as services:
        told = services.reviewing.explain(services.evaluations.resolve(id_), code, Column(column))
        session.show(explanation_json(told), told.text)


@command("stage", "Mencatat tahapan usulan: kapan dimulai dan bagaimana hasilnya; tanpa --day tahapan itu ditarik.")
@click.argument("id_", metavar="ID")
@click.argument("stage", metavar="TAHAPAN", type=click.Choice(list(STAGES)))
@click.option("--day", default="", metavar="TANGGAL", help="Tanggal, misalnya 2026-11-05.")
@click.option("--result", default="", type=click.Choice(list(RESULTS)), help="Hasil; bawaan: berlangsung.")
@click.option("--note", default="", metavar="TEKS", help="Catatan.")
def enter_stage(session: Session, id_: str, stage: str, day: str, result: str, note: str) -> None:
    """Enter a stage of the funnel."""
    with session.services(write=True) as services:
        whole = services.evaluations.open(id_).id
        services.funnel.enter(whole, stage, day, result=result, note=note)
        marks = services.funnel.of(whole).marks
    names = ("stage", "day", "result", "note", "author", "at", "disputed")
    words = [f"{STAGES[mark.stage]}: {mark.day}, {RESULTS[mark.result].lower()}" for mark in marks]
    session.show(
        [{name: getattr(mark, name) for name in names} for mark in marks], "\n".join(words) or "Belum ada tahapan."
    )


_HEADINGS = ("Id", "Satker", "Tahun", "Kegiatan", "Target", "Status", "Terisi", "Nilai TPI")


def _row(row: Mapping[str, Any]) -> list[str]:
    return [
        row["id"][:8], row["satker_name"], str(row["year"]), ACTIVITIES[row["activity"]], row["target"],
        STATUSES[row["status"]], f"{row['answered']}/{row['questions']}", points(Fraction(row["total"])),
    ]  # fmt: skip


def _words(shown: Mapping[str, Any]) -> str:
    team = [
        f"  {member['name']} · {ROLES[member['role']]} · {_areas(member['areas'])}{' · menandatangani' if member['signs'] else ''}"
        for member in shown["team"]
    ]
    letter, days = shown["letter"], [day for day in (shown["first_day"], shown["last_day"]) if day]
    lines = [
        f"Evaluasi {shown['id']}",
        f"{shown['satker_name']} ({shown['satker_code']}) · {ACTIVITIES[shown['activity']]} {shown['year']}, menuju {shown['target']}",
        f"Status: {STATUSES[shown['status']]} · {shown['answered']} dari {shown['questions']} butir terisi",
        f"Nilai: {points(Fraction(shown['total']))}",
        *([f"Kunjungan: {' sampai '.join(days)} {shown['place']}".rstrip()] if days else []),
        *([f"Surat tugas: {letter['number']} tanggal {letter['date'] or '–'}"] if letter["number"] else []),
        *(["Tim:", *team] if team else []),
        *([f"Rekaman: {', '.join(shown['snapshots'])}"] if shown["snapshots"] else []),
        *([f"Tanda tangan: {len(shown['signatures'])}"] if shown["signatures"] else []),
        *([f"Terlambat: {len(shown['late'])} isian datang setelah tanda tangan"] if shown["late"] else []),
    ]
    return "\n".join(lines)


def _areas(areas: Sequence[str]) -> str:
    return f"area {', '.join(areas)}" if areas else "semua area"


def _accepted(reason: str) -> str:
    return f" (diterima: {reason})" if reason else ""


COMMAND = group(
    "evaluation",
    "Evaluasi: dimulai, direncanakan, dinilai, diperiksa.",
    new,
    list_,
    show,
    score,
    plan,
    preflight,
    acknowledge,
    snapshot,
    explain,
    enter_stage,
)
