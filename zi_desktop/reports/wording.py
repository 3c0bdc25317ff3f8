"""Words of the report: names of months, roles, activities and columns, dates as Indonesian papers write them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

ROLES = {
    "penanggung_jawab": "Penanggung jawab",
    "pengendali_mutu": "Pengendali mutu",
    "pengendali_teknis": "Pengendali teknis",
    "ketua_tim": "Ketua tim",
    "anggota": "Anggota",
}
ACTIVITIES = {"pembinaan": "Pembinaan", "evaluasi": "Evaluasi", "pemantauan": "Pemantauan"}
TRACKS = {"mandiri": "jalur mandiri (ditetapkan kementerian/lembaga)", "tpn": "jalur Tim Penilai Nasional (TPN)"}
ASSESSORS = {
    "mandiri": "Satuan kerja (penilaian mandiri)",
    "tpi": "Tim Penilai Internal (TPI)",
    "tpn": "Tim Penilai Nasional (TPN)",
}
COLUMNS = {"mandiri": "Mandiri", "tpi": "TPI", "tpn": "TPN"}
NOTES = {"mandiri": "Catatan satuan kerja", "tpi": "Catatan TPI", "tpn": "Catatan TPN"}
DECISIONS = {"diusulkan": "diusulkan", "belum_diusulkan": "belum diusulkan", "pembinaan": "dibina lebih lanjut"}
DETAILS = {
    "sumber": "Sumber",
    "periode": "Periode",
    "jumlah_responden": "Jumlah responden",
    "skala_asal": "Skala asal",
}
SEVERITIES = {"warning": "Perlu diperiksa", "error": "Perlu diperbaiki"}
ZONES = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
EMPTY = "–"
MISSING = "☐"
"""Stands for a character that the face of the paper lacks (emoji, Arabic, Chinese)."""
NIP_DIGITS = 18
LONGEST_NAME = 60
"""Characters of a file's name in a line of the paper."""


def day(text: str) -> str:
    """Return an ISO date as papers write it: ``"6 November 2026"``; an empty one stays empty.

    Raises:
        ValueError: the text is no ISO date.
    """
    if not text:
        return ""
    moment = date.fromisoformat(text)
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def days(start: str, end: str) -> str:
    """Return a span of ISO dates, shared parts once: ``"3–5 November 2026"``.

    Raises:
        ValueError: a text is no ISO date.
    """
    if not start or not end or start == end:
        return day(start or end)
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(end)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def short_basis(text: str) -> str:
    """Return a regulation by number and year only, as fits a first page; the full title stands in the annex."""
    named = text.partition(" tentang ")[0].partition(" (")[0]
    ministry = "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
    return named.replace(f"Peraturan {ministry}", "PermenPANRB").replace(f"Surat Edaran {ministry}", "SE MenPANRB")


def nip(text: str) -> str:
    """Return a civil servant's number in its parts (birth, appointment, sex, serial); anything else as it is."""
    if len(text) != NIP_DIGITS or not text.isdecimal():
        return text
    return f"{text[:8]} {text[8:14]} {text[14]} {text[15:]}"


def grouped(digest: str, size: int = 8) -> str:
    """Return a digest in groups, so that eyes can compare it."""
    return " ".join(digest[start : start + size] for start in range(0, len(digest), size))


def shortened(name: str) -> str:
    """Return a file's name as a line of the paper has room for it."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def words_used(edition: Mapping[str, Any]) -> str:
    """Return whose words the items are printed in: of an official file, or those written for this program."""
    source = edition["wording_source"]
    if source is None:
        return "ringkasan ZI Desktop; redaksi resmi ada pada baris lembar LKE ZI di samping kode butir"
    left = f"; {len(source['missing'])} butir lain dengan ringkasan ZI Desktop" if source["missing"] else ""
    return f"redaksi resmi dari berkas {shortened(source['name'])}, diambil {day(source['taken'])}{left}"


def sentence(text: str) -> str:
    """Return a text of the worksheet without its final full stop."""
    return text.strip().removesuffix(".")
