"""Results as text on a terminal: tables, score cards, verdicts."""

import datetime as dt
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from zi_desktop.domain.figures import percent, points
from zi_desktop.domain.instrument import Instrument, Requirement
from zi_desktop.domain.plan import ROLES
from zi_desktop.domain.zones import zone_name

VERDICTS: Final = {
    "trusted": "Tepercaya: utuh dan ditandatangani oleh yang berwenang.",
    "intact-unknown-identity": "Utuh, tetapi penanda tangannya belum dikenal.",
    "incomplete": "Belum lengkap: utuh sejauh ini, masih menunggu tanda tangan.",
    "altered": "Berubah: berkas ini bukan laporan yang ditandatangani.",
    "unreadable": "Tidak terbaca sebagai laporan.",
}


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows in columns under their headings; figures (what begins with a digit or −) stand to the right."""
    widths = [max(len(row[n]) for row in [headings, *rows]) for n in range(len(headings))]
    lines = ["  ".join(heading.ljust(width) for heading, width in zip(headings, widths, strict=True)).rstrip()]
    lines += ["  ".join(_cell(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join(lines)


def score_card(card: Mapping[str, Any], instrument: Instrument) -> str:
    """Return a score card as text: total, branches down to the areas, and each requirement of both predicates."""
    total = Fraction(card["total"])
    minima = [
        requirement.minimum for p in instrument.predicates for requirement in p.requirements if not requirement.nodes
    ]
    state = f"{card['answered']} dari {card['questions']} butir terisi"
    lines = [
        f"Nilai {'sementara ' if card['provisional'] else ''}{points(total, minima)} dari 100 ({state})",
        f"Maksimum yang mungkin {points(Fraction(card['maximum_possible']), minima)}",
    ]
    if card["interval"]:
        low, high = (points(Fraction(bound), minima) for bound in card["interval"])
        lines.append(f"Beda penilaian: total antara {low} dan {high}")
    rows = [
        [
            f"{'  ' * code.count('.')}{node.label} {node.title}",
            points(node.weight),
            points(Fraction(card["nodes"][code])),
        ]
        for code, node in instrument.nodes.items()
        if node.kind in ("section", "component", "area")
    ]
    lines += ["", table(["Komponen", "Bobot", "Nilai"], rows)]
    for predicate in instrument.predicates:
        lines += ["", *_predicate(card["predicates"][predicate.code], predicate.code, predicate.requirements)]
    return "\n".join(lines)


def verification(result: Mapping[str, Any]) -> str:
    """Return the outcome of a verification as text."""
    lines = [VERDICTS[result["verdict"]]]
    lines += [
        f"  {signature['signer']} · {ROLES.get(signature['role'], signature['role'])} · {_moment(signature['time'])}"
        f" · {'utuh' if signature['intact'] else 'TIDAK utuh'} · {'dikenal' if signature['trusted'] else 'belum dikenal'}"
        for signature in result["signatures"]
    ]
    rescored = result["rescored"]
    if rescored["total"] is not None:
        agrees = "sesuai" if rescored["matches"] else "TIDAK sesuai"
        lines.append(
            f"Dihitung ulang dari jawabannya: {points(Fraction(rescored['total']))}, {agrees} dengan yang tercetak."
        )
    return "\n".join([*lines, *result["problems"]])


def _moment(time: str) -> str:
    """Return a time (ISO, with offset) as it is written in records."""
    at = dt.datetime.fromisoformat(time)
    return f"{at:%d-%m-%Y %H.%M} {zone_name(at.utcoffset() or dt.timedelta(0))}"


def _predicate(result: Mapping[str, Any], code: str, requirements: Sequence[Requirement]) -> list[str]:
    lines = [f"{code}: {'memenuhi' if result['met'] else 'belum memenuhi'} ambang nilai"]
    for found, requirement in zip(result["requirements"], requirements, strict=True):
        written = percent if requirement.unit == "fraction" else points
        value = written(Fraction(found["value"]), [requirement.minimum])
        mark = "✓" if found["met"] else "✗"
        lines.append(f"  {mark} {requirement.title}: {value} (paling rendah {written(requirement.minimum)})")
    return lines


def _cell(text: str, width: int) -> str:
    return text.rjust(width) if text[:1].isdigit() or text[:1] == "−" else text.ljust(width)
