"""The parts after the items: requirements, survey details, what needs attention, the team, where the data come from."""

from collections.abc import Iterator, Mapping
from typing import Any

from zi_desktop.domain.evidence_terms import STATE_TITLES
from zi_desktop.domain.figures import size
from zi_desktop.domain.instrument import Instrument
from zi_desktop.domain.preconditions import place_of
from zi_desktop.domain.remark_terms import FINDINGS, ORIGINS
from zi_desktop.domain.remark_terms import STATES as REMARK_STATES
from zi_desktop.domain.remark_terms import TEXTS as REMARK_TEXTS
from zi_desktop.reports.card import Card
from zi_desktop.reports.content import Block, Column, Facts, Grid, Heading, Row, Section, Text
from zi_desktop.reports.wording import (
    ASSESSORS,
    COLUMNS,
    DETAILS,
    EMPTY,
    MISSING,
    ROLES,
    SEVERITIES,
    TRACKS,
    day,
    grouped,
    nip,
    sentence,
    shortened,
    words_used,
)

_SHOWN_DIGEST = 16
_CONDITION = {True: "Terpenuhi", False: "Belum terpenuhi", None: "Belum diperiksa"}


def requirements(card: Card) -> Section:
    """Return the minimum requirements of the target and, below, of every other predicate."""
    others = [each.code for each in card.instrument.predicates if each.code != card.target]
    blocks: list[Block] = []
    for code in (card.target, *others):
        verdicts = card.verdicts(code)
        met = sum(verdict.met for verdict in verdicts)
        blocks.append(Heading(f"Ambang nilai {code}: {met} dari {len(verdicts)} terpenuhi"))
        blocks.append(_verdict_grid(card, code))
    return Section("Ambang nilai", tuple(blocks))


def preconditions(record: Mapping[str, Any]) -> Section:
    """Return the conditions outside the score, as checked off by hand."""
    columns = (Column("Syarat", 34), Column("Batas", 31), Column("Keadaan", 14), Column("Catatan", 21))
    rows = tuple(
        Row((each["title"], each["minimum"] or EMPTY, _CONDITION[each["met"]], each["note"] or EMPTY))
        for each in record["preconditions"]
    )
    return Section("Syarat pengusulan", (Grid(columns, rows),) if rows else (Text("Tidak ada syarat yang dicatat."),))


def surveys(record: Mapping[str, Any], card: Card) -> Section:
    """Return source, period and respondents of the survey indices."""
    blocks: list[Block] = []
    for code in card.instrument.questions:
        pairs = _detail_pairs(record["details"].get(code, {}))
        if pairs:
            blocks += [Heading(f"{code} {card.text(code)}"), Facts(pairs)]
    return Section("Rincian survei", tuple(blocks) or (Text("Rincian survei belum diisi."),))


def not_applicable(record: Mapping[str, Any], card: Card) -> Section:
    """Return the items stated as not applicable, each with its mandatory note."""
    rows = tuple(
        Row((code, card.text(code), " · ".join(note["text"] for note in record["notes"].get(code, ())) or EMPTY))
        for code in card.score["not_applicable"]
    )
    grid = Grid((Column("Kode", 15), Column("Butir", 43), Column("Alasan", 42)), rows)
    return Section(
        "Butir tidak berlaku", (grid,) if rows else (Text("Tidak ada butir yang dinyatakan tidak berlaku."),)
    )


def attention(record: Mapping[str, Any], card: Card) -> Section:
    """Return the consistency rules that the answers break and the warnings of the score."""
    rows = [Row((SEVERITIES[each["severity"]], each["message"])) for each in record["findings"]]
    rows += [Row((SEVERITIES["warning"], each["message"])) for each in card.score["warnings"]]
    grid = Grid((Column("Keadaan", 18), Column("Uraian", 82)), tuple(rows))
    nothing = Text("Tidak ada jawaban yang saling bertentangan dan tidak ada peringatan nilai.")
    return Section("Hal yang perlu diperhatikan", (grid,) if rows else (nothing,))


def accepted(record: Mapping[str, Any]) -> Section:
    """Return the warnings that somebody accepted, with the reason."""
    rows = tuple(Row((each["message"], each["reason"], each["author"])) for each in record["accepted"])
    grid = Grid((Column("Peringatan", 40), Column("Alasan", 40), Column("Diterima oleh", 20)), rows)
    nothing = Text("Tidak ada peringatan yang diterima dengan alasan.")
    return Section("Peringatan yang diterima", (grid,) if rows else (nothing,))


def remarks(record: Mapping[str, Any], card: Card) -> Section:
    """Return the remarks of this evaluation in full, and what was found of those that were still open before it."""
    blocks: list[Block] = []
    for number, each in enumerate(record["remarks"], start=1):
        about = f"butir {each['item']} {card.text(each['item'])}" if each["item"] else "catatan umum"
        blocks += [Heading(f"Catatan {number}: {about}"), Facts(tuple(_remark_pairs(each)))]
    if record["earlier_remarks"]:
        columns = (
            Column("Tahun", 9),
            Column("Butir", 13),
            Column("Rekomendasi", 38),
            Column("Hasil", 18),
            Column("Keterangan", 22),
        )
        rows = tuple(
            Row(
                (
                    str(each["year"]), each["item"] or EMPTY, each["recommendation"],
                    FINDINGS.get(each["finding"], "Belum diperiksa"), each["note"] or EMPTY,
                )
            )
            for each in record["earlier_remarks"]
        )  # fmt: skip
        blocks += [Heading("Catatan terbuka dari evaluasi terdahulu"), Grid(columns, rows)]
    return Section("Catatan & rekomendasi", tuple(blocks) or (Text("Tidak ada catatan."),))


def _remark_pairs(remark: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, label in REMARK_TEXTS.items():
        if remark[key]:
            yield label, remark[key]
    if remark["due"]:
        yield "Tenggat", day(remark["due"])
    yield "Keadaan", f"{REMARK_STATES[remark['state']]} · asal {ORIGINS[remark['origin']]}"


def evidence(record: Mapping[str, Any]) -> Section:
    """Return the evidence of items and preconditions: name, size, digest by which it is known again, and what was thought of it."""
    listed, in_all = record["evidence"], record["evidence_in_all"]
    if not listed:
        return Section("Data dukung", (Text("Tidak ada data dukung yang dicatat."),))
    columns = (
        Column("Kode", 13), Column("Berkas", 37), Column("Ukuran", 11, figures=True), Column("Awal SHA-256", 22), Column("Keadaan", 17),
    )  # fmt: skip
    titles = {place_of(each["id"]): each["title"] for each in record["preconditions"]}
    rows = tuple(
        Row(
            (*_proof(each, titles), size(each["size"]), grouped(each["sha256"][:_SHOWN_DIGEST]), STATE_TITLES[each["state"]])
        )
        for each in listed
    )  # fmt: skip
    more = f"Tercantum {len(listed)} dari {in_all} berkas." if in_all > len(listed) else f"{in_all} berkas."
    note = Text(f"{more} SHA-256 lengkap setiap berkas ada pada data terlampir.")
    return Section("Data dukung", (note, Grid(columns, rows)))


def _proof(file: Mapping[str, Any], titles: Mapping[str, str]) -> tuple[str, str]:
    """Return for what a file stands, and its name; of a precondition with the condition's title."""
    title = titles.get(file["code"])
    return ("Prasyarat", f"{file['name']} ({title})") if title else (file["code"], file["name"])


def team(record: Mapping[str, Any]) -> Section:
    """Return the team of the surat tugas."""
    rows = tuple(
        Row(
            (
                each["name"],
                nip(each["nip"]) or EMPTY,
                each["position"] or EMPTY,
                ROLES[each["role"]],
                _areas(each["areas"]),
            )
        )
        for each in record["team"]
    )
    columns = (Column("Nama", 28), Column("NIP", 20), Column("Jabatan", 25), Column("Peran", 17), Column("Area", 10))
    return Section("Tim penilai", (Grid(columns, rows),) if rows else (Text("Susunan tim belum dicatat."),))


def provenance(record: Mapping[str, Any], instrument: Instrument, digest: str) -> Section:
    """Return what identifies the data behind this paper, so that another copy can be compared with it."""
    return Section("Asal data dan redaksi", (Facts(tuple(_origin(record, instrument, digest))),))


def _origin(record: Mapping[str, Any], instrument: Instrument, digest: str) -> Iterator[tuple[str, str]]:
    evaluation, issued, edition = record["evaluation"], record["issued"], record["instrument"]
    yield "Evaluasi", f"{evaluation['id']} · revisi {evaluation['revision']}"
    yield "Kegiatan", f"Tahun {evaluation['year']}, putaran {evaluation['round']}, {TRACKS[evaluation['track']]}"
    yield "Kolom penilaian", ASSESSORS[record["column"]]
    when = " ".join(part for part in (day(issued["date"]), issued["time"], issued["zone"]) if part)
    yield "Disusun", f"{when} (jam komputer)" if when else EMPTY
    yield "Instrumen", f"{edition['title']} · {edition['id']} · edisi {edition['edition']}"
    yield "Dasar hukum", "; ".join(sentence(basis) for basis in edition["legal_basis"])
    yield "Struktur instrumen", grouped(edition["structure"])
    yield "Kata-kata butir", words_used(edition)
    yield "Redaksi yang dipakai", grouped(edition["wording"])
    if edition["wording_source"]:
        yield "Berkas redaksi", grouped(edition["wording_source"]["digest"])
        if edition["wording_source"]["missing"]:
            yield "Tanpa redaksi resmi", ", ".join(edition["wording_source"]["missing"])
    yield "Butir", f"{record['score']['answered']} dari {len(instrument.questions)} terisi"
    yield from map(_worksheet, record["worksheets"])
    events = sum(entry[1] for entry in record["streams"])
    yield "Jejak penilaian", f"{events} catatan dalam {len(record['streams'])} rangkaian"
    yield "Kepala jejak", grouped(record["head"])
    yield "Sidik data", grouped(digest)
    yield "Rancangan", record["template"]
    yield f"Tanda {MISSING}", "aksara yang tidak ada pada huruf cetak ini; teks lengkapnya ada pada data terlampir"


def _worksheet(source: Mapping[str, Any]) -> tuple[str, str]:
    """Return from which file answers of a column were taken."""
    parts = (
        shortened(source["name"]),
        f"dari {source['sender']}" if source["sender"] else "",
        source["channel"],
        f"diterima {day(source['received'])}",
        f"{source['answers']} butir",
        f"SHA-256 {grouped(source['sha256'])}",
    )
    return f"Lembar {COLUMNS[source['column']]}", " · ".join(part for part in parts if part)


def _verdict_grid(card: Card, predicate: str) -> Grid:
    columns = (
        Column("Syarat", 44),
        Column("Batas", 13, figures=True),
        Column("Capaian", 13, figures=True),
        Column("Selisih nilai", 14, figures=True),
        Column("Keadaan", 16),
    )
    rows = (
        Row((each.title, each.minimum, each.reached, each.distance, _CONDITION[each.met]))
        for each in card.verdicts(predicate)
    )
    return Grid(columns, tuple(rows))


def _detail_pairs(details: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Known details first, as the worksheet asks them; a dictionary's own order is not part of a record."""
    keys = [*DETAILS, *sorted(details.keys() - DETAILS.keys())]
    return tuple((DETAILS.get(key, key.replace("_", " ")), details[key]) for key in keys if details.get(key))


def _areas(areas: list[str]) -> str:
    return ", ".join(areas) or EMPTY
