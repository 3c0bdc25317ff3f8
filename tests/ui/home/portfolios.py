"""Rows as the services list them, for tests of Beranda."""

import datetime as dt

from zi_desktop.ui.home.rows import Row

TODAY = dt.date(2026, 11, 5)


def satker(number=1, **changed):
    return {
        "id": f"s-{number}", "code": f"C-{number}", "codes": [f"C-{number}"], "name": f"Lapas Contoh {number:03d}",
        "kind": "lapas", "agency": "Kementerian Contoh", "eselon1": "", "kanwil": "Kanwil Misal", "other_code": "",
        "predicate": None, "predicate_year": None, "target": "WBK", "archived": False,
    } | changed  # fmt: skip


def evaluation(number=1, **changed):
    return {
        "id": f"e-{number}", "satker": f"s-{number}", "year": 2026, "activity": "evaluasi", "round": 1, "track": "mandiri",
        "target": "WBK", "status": "berjalan", "first_day": "2026-11-03", "last_day": "2026-11-05", "questions": 113,
        "answered": 113, "total": "80", "mandiri_total": None, "compared": 0, "difference": None, "area_minimum": "0.6",
        "standing": {"met": True, "failed": [], "gap": "0"}, "stage": "", "passed_internal": False, "proposed": False,
        "remarks_open": 0, "remarks_due": [],
    } | changed  # fmt: skip


def row(number=1, *, unit=None, **changed):
    return Row(satker(number, **(unit or {})), evaluation(number, **changed), TODAY)


def bare(number=1, **unit):
    return Row(satker(number, **unit), None, TODAY)


def short(gap, *failed):
    return {"met": False, "failed": list(failed), "gap": gap}
