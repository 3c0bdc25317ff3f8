from dataclasses import replace

import pytest
from report_records import sample_answers, sample_record

from zi_desktop.domain.errors import ZiError
from zi_desktop.domain.instrument_loader import load_instrument
from zi_desktop.paths import instruments
from zi_desktop.reports.content import Facts, Grid, Tone
from zi_desktop.reports.document import compose

INSTRUMENT = load_instrument((instruments() / "permenpanrb-90-2021.json").read_bytes())


def grids(document, title):
    section = next(section for section in document.sections if section.title == title)
    return [block for block in section.blocks if isinstance(block, Grid)]


def facts(document, title):
    section = next(section for section in document.sections if section.title == title)
    return dict(next(block for block in section.blocks if isinstance(block, Facts)).pairs)


def conclusions(**changes):
    return dict(compose(sample_record(INSTRUMENT, **changes), INSTRUMENT).first.conclusions.pairs)


def with_index(text):
    answers = sample_answers(INSTRUMENT)
    answers["B.I.a"] = {"index": text}
    return compose(sample_record(INSTRUMENT, answers=answers), INSTRUMENT)


def test_the_first_page_says_who_about_whom_and_when():
    first = compose(sample_record(INSTRUMENT), INSTRUMENT).first
    assert first.title.upper() == "KERTAS KERJA EVALUASI ZONA INTEGRITAS MENUJU WBK"
    assert first.number == "Nomor: ITJ.2-PW.02.03-131 Tahun 2026"
    assert first.place_and_date == "Palembang, 6 November 2026"
    assert dict(first.identity.pairs)["Penilai"] == "Tim Penilai Internal (TPI), 3–5 November 2026, Palembang"
    assert "PermenPANRB Nomor 90 Tahun 2021; PermenPANRB Nomor 5 Tahun 2024" in dict(first.identity.pairs)["Dasar"]
    assert [signer.role for signer in first.signers] == ["Anggota", "Anggota", "Ketua tim", "Pengendali teknis"]
    assert first.signers[0].nip == "19900312 201503 1 002"


def test_the_summary_follows_the_tree_with_weights_and_the_targets_minimums():
    rows = [row.cells for row in compose(sample_record(INSTRUMENT), INSTRUMENT).first.summary.rows]
    assert [row[0] for row in rows] == [
        "A. Pengungkit",
        "1. Manajemen Perubahan",
        "2. Penataan Tatalaksana",
        "3. Penataan Sistem Manajemen SDM Aparatur",
        "4. Penguatan Akuntabilitas",
        "5. Penguatan Pengawasan",
        "6. Peningkatan Kualitas Pelayanan Publik",
        "B. Hasil",
        "1. Birokrasi yang Bersih dan Akuntabel",
        "a. Indeks Persepsi Anti Korupsi (IPAK) (3,78)",
        "b. Capaian kinerja",
        "2. Pelayanan Publik yang Prima (3,71)",
        "NILAI TOTAL",
    ]
    assert [row[1] for row in rows] == [
        "60",
        "8",
        "7",
        "10",
        "10",
        "15",
        "10",
        "40",
        "22,5",
        "17,5",
        "5",
        "17,5",
        "100",
    ]
    assert [row[4] for row in rows] == [
        "≥ 40,00",
        *["≥ 60%"] * 6,
        "–",
        "≥ 18,25",
        "≥ 15,75",
        "≥ 2,50",
        "≥ 14,00",
        "≥ 75,00",
    ]


def test_a_target_of_wbbm_has_the_minimums_of_wbbm():
    record = sample_record(INSTRUMENT)
    record["evaluation"]["target"] = "WBBM"
    document = compose(record, INSTRUMENT)
    assert document.first.summary.columns[-1].title == "Batas WBBM"
    assert document.first.summary.rows[-1].cells[-1] == "≥ 85,00"
    assert document.first.title.endswith("menuju WBBM")
    assert [grid.rows[0].cells[1] for grid in grids(document, "Ambang nilai")] == ["≥ 85,00", "≥ 75,00"]


@pytest.mark.parametrize(
    ("activity", "predicate", "expected"),
    [
        ("pembinaan", None, "Kertas kerja Pembinaan Zona Integritas menuju WBBM"),
        ("pemantauan", {"code": "WBK", "year": 2023}, "Kertas kerja Pemantauan Zona Integritas berpredikat WBK"),
        ("pemantauan", None, "Kertas kerja Pemantauan Zona Integritas berpredikat WBBM"),
    ],
)
def test_the_title_names_the_activity(activity, predicate, expected):
    record = sample_record(INSTRUMENT)
    record["evaluation"] |= {"activity": activity, "target": "WBBM"}
    record["satker"]["predicate"] = predicate
    assert compose(record, INSTRUMENT).first.title == expected


def test_the_three_conclusions_stand_apart():
    assert conclusions() == {
        "Ambang nilai": "terpenuhi, 12 dari 12 syarat WBK",
        "Syarat pengusulan": "terpenuhi 12 dari 13; 1 belum diperiksa",
        "Keputusan panel": "diusulkan menuju WBK; seluruh ambang terpenuhi dan layanan inti terbukti di lapangan",
    }


def test_without_a_panel_nobody_is_granted_a_predicate():
    assert conclusions(panel=None)["Keputusan panel"] == "belum ada; TPI tidak menetapkan predikat"


def test_a_negative_panel_names_no_predicate():
    said = conclusions(panel={"decision": "belum_diusulkan", "reason": ""})
    assert said["Keputusan panel"] == "belum diusulkan"


def test_unmet_requirements_are_named_and_an_unfinished_score_says_so():
    answers = {code: value for code, value in sample_answers(INSTRUMENT).items() if not code.startswith("A.I.")}
    said = conclusions(answers=answers)["Ambang nilai"]
    assert said.startswith("belum terpenuhi, ")
    assert "belum: Nilai total, Pengungkit, Area 1 Manajemen Perubahan, dan " in said
    assert said.endswith("(sementara: 87 butir belum terisi dihitung 0)")


def test_disputed_items_make_the_score_provisional_between_two_bounds():
    record = sample_record(INSTRUMENT)
    record["score"] |= {
        "provisional": True,
        "interval": ["80.1", "81.25"],
        "conflicts": [{"code": "A.I.1.i.a", "column": "tpi", "heads": []}],
    }
    document = compose(record, INSTRUMENT)
    said = dict(document.first.conclusions.pairs)["Ambang nilai"]
    assert said.endswith("(sementara: 1 butir masih beda penilaian, nilai total antara 80,10 dan 81,25)")
    assert any(row.cells[0] == "A.I.1.i.a" and row.cells[3] == "beda penilaian" for row in all_items(document))


def all_items(document):
    return [row for grid in grids(document, "Rincian penilaian") for row in grid.rows if row.tone is Tone.PLAIN]


@pytest.mark.parametrize(
    ("index", "points", "verdict"),
    [
        ("3.6", "15,75", "Terpenuhi"),
        ("3.5999", "15,7496", "Belum terpenuhi"),
        ("3.59999999", "15,74999996", "Belum terpenuhi"),
        ("3.6001", "15,75", "Terpenuhi"),
        ("3.5", "15,31", "Belum terpenuhi"),
    ],
)
def test_a_figure_and_its_verdict_agree_wherever_they_stand(index, points, verdict):
    document = with_index(index)
    summary = next(row for row in document.first.summary.rows if row.cells[0].startswith("a. "))
    assert summary.cells[2] == points
    for grid in grids(document, "Ambang nilai"):
        row = next(row.cells for row in grid.rows if "IPAK" in row.cells[0])
        assert (row[2], row[4]) == (points, verdict)
        assert row[3].startswith("−") == (verdict == "Belum terpenuhi")


def test_a_distance_is_the_difference_of_the_figures_beside_it():
    row = next(row.cells for row in grids(with_index("3.4"), "Ambang nilai")[0].rows if "IPAK" in row.cells[0])
    assert row[1:4] == ("≥ 15,75", "14,88", "−0,87")  # exactly 14.875


def test_an_area_just_below_its_share_does_not_print_the_share():
    record = sample_record(INSTRUMENT)
    for predicate, met in (("WBK", False), ("WBBM", False)):
        for each in record["score"]["predicates"][predicate]["requirements"]:
            if each["id"] == "area_1":
                each |= {"value": "0.5999", "met": met}
    document = compose(record, INSTRUMENT)
    row = document.first.summary.rows[1].cells
    assert row[2:4] == ("4,799", "59,99%")
    assert next(row for row in grids(document, "Ambang nilai")[0].rows if "Area 1" in row.cells[0]).cells[2] == "59,99%"


def test_every_item_stands_once_with_row_answer_and_score():
    items = all_items(compose(sample_record(INSTRUMENT), INSTRUMENT))
    assert sorted(row.cells[0] for row in items) == sorted(INSTRUMENT.questions)
    by_code = {row.cells[0]: row.cells for row in items}
    assert by_code["A.I.1.i.b"][1:] == (
        "9",
        "Anggota tim ZI dipilih menurut tata cara yang jelas dan mewakili unsur-unsur unit kerja",
        "A",
        "1,00",
    )
    assert by_code["A.II.1.i.a"][3:] == ("11 dari 12", "0,92")
    assert by_code["A.II.3.iii.a"][3:] == ("12 → 3", "0,75")
    assert by_code["B.I.a"][3:] == ("3,78", "0,95")


def test_counts_are_named_with_the_wording_in_use_and_computed_sums():
    rows = [
        row for grid in grids(compose(sample_record(INSTRUMENT), INSTRUMENT), "Rincian penilaian") for row in grid.rows
    ]
    place = next(place for place, row in enumerate(rows) if row.cells[0] == "A.II.5.iii.a.a")
    assert rows[place + 1].tone is Tone.REMARK
    assert rows[place + 1].cells[0].startswith("Seluruh wajib lapor LHKPN (dihitung): 36; Kepala satuan kerja")


def test_without_wording_the_structure_alone_still_makes_the_paper():
    items = all_items(compose(sample_record(INSTRUMENT, texts={}), INSTRUMENT))
    assert items[0].cells[2] == "A.I.1.i.a"


def test_notes_stand_below_their_item_with_the_name_of_the_column():
    record = sample_record(INSTRUMENT, notes={"A.I.1.i.a": [{"author": "Siti", "text": "Lengkap."}]})
    rows = grids(compose(record, INSTRUMENT), "Rincian penilaian")[0].rows
    place = next(place for place, row in enumerate(rows) if row.cells[0] == "A.I.1.i.a")
    assert rows[place + 1].cells == ("Catatan TPI (Siti): Lengkap.",)


def test_items_stated_as_not_applicable_are_listed_with_their_reason():
    answers = sample_answers(INSTRUMENT)
    counts = dict.fromkeys(answers["A.II.5.ii.a"]["counts"], 0)
    answers["A.II.5.ii.a"] = {"counts": counts, "not_applicable": True}
    notes = {"A.II.5.ii.a": [{"author": "Siti", "text": "Tidak ada pengaduan."}]}
    document = compose(sample_record(INSTRUMENT, answers=answers, notes=notes), INSTRUMENT)
    (row,) = grids(document, "Butir tidak berlaku")[0].rows
    assert (row.cells[0], row.cells[2]) == ("A.II.5.ii.a", "Tidak ada pengaduan.")
    assert next(item for item in all_items(document) if item.cells[0] == "A.II.5.ii.a").cells[3:] == (
        "tidak berlaku",
        "1,00",
    )


def test_broken_rules_pillar_warnings_and_accepted_warnings_are_printed():
    record = sample_record(INSTRUMENT)
    record["score"]["warnings"] = [{"id": "pillar-A.II.3", "message": "Pilar A.II.3 di bawah 60%."}]
    document = compose(record, INSTRUMENT)
    rows = [row.cells for row in grids(document, "Hal yang perlu diperhatikan")[0].rows]
    assert rows == [
        ("Perlu diperiksa", "Jumlah perubahan pada A.II.1.i.a dan A.II.1.i.b berbeda."),
        ("Perlu diperiksa", "Pilar A.II.3 di bawah 60%."),
    ]
    (accepted,) = grids(document, "Peringatan yang diterima")[0].rows
    assert accepted.cells[1] == "Bukti dilihat langsung, tidak boleh disalin."


def test_where_the_data_come_from_is_named_in_full():
    record = sample_record(INSTRUMENT)
    document = compose(record, INSTRUMENT)
    origin = facts(document, "Asal data dan redaksi")
    assert origin["Jejak penilaian"] == "131 catatan dalam 1 rangkaian"
    assert origin["Kepala jejak"].replace(" ", "") == record["head"]
    assert origin["Sidik data"].replace(" ", "") == document.digest
    assert origin["Redaksi yang dipakai"].replace(" ", "") == INSTRUMENT.wording_digest
    assert origin["Disusun"] == "6 November 2026 10.42 WIB (jam komputer)"
    assert document.code.lower().endswith(f":1:{record['head']}:{document.digest}")


def test_the_paper_says_whose_words_it_prints():
    def told(source):
        record = sample_record(INSTRUMENT)
        record["instrument"]["wording_source"] = source
        document = compose(record, INSTRUMENT)
        return dict(document.first.identity.pairs)["Kata-kata butir"], facts(document, "Asal data dan redaksi")

    words, origin = told(None)
    assert words.startswith("ringkasan ZI Desktop")
    assert "Berkas redaksi" not in origin
    source = {"name": "lembar.xlsx", "digest": "ab" * 32, "taken": "2026-11-03", "missing": []}
    words, origin = told(source)
    assert words == "redaksi resmi dari berkas lembar.xlsx, diambil 3 November 2026"
    assert origin["Berkas redaksi"].replace(" ", "") == "ab" * 32
    assert "Tanpa redaksi resmi" not in origin
    words, origin = told({**source, "missing": ["A.I.1.i.a"], "name": f"{'lembar ' * 20}.xlsx"})
    assert words.endswith("1 butir lain dengan ringkasan ZI Desktop")
    assert "…, diambil" in words
    assert origin["Tanpa redaksi resmi"] == "A.I.1.i.a"


def _row_beside(code, rows):
    found = grids(compose(sample_record(INSTRUMENT, rows=rows), INSTRUMENT), "Rincian penilaian")
    return next(row.cells[1] for grid in found for row in grid.rows if row.cells[0] == code)


def test_the_row_of_the_worksheet_stands_beside_each_code_and_comes_from_the_record():
    code = "A.I.1.i.a"
    rows = {**sample_record(INSTRUMENT)["rows"], code: 999}
    assert _row_beside(code, rows) == "999"
    del rows[code]
    assert _row_beside(code, rows) == "–"


def test_the_origin_names_the_worksheets_that_a_column_was_taken_from():
    sent = {
        "column": "mandiri", "name": f"{'LKE ' * 20}.xlsx", "sha256": "ab" * 32, "sender": "Unit Contoh", "channel": "Surel",
        "received": "2026-10-26", "answers": 112,
    }  # fmt: skip
    origin = facts(compose(sample_record(INSTRUMENT, worksheets=[sent]), INSTRUMENT), "Asal data dan redaksi")
    name, *parts = origin["Lembar Mandiri"].split(" · ")
    assert name.endswith("…")
    assert parts[:4] == ["dari Unit Contoh", "Surel", "diterima 26 Oktober 2026", "112 butir"]
    assert parts[4].replace(" ", "") == f"SHA-256{'ab' * 32}"
    bare = {**sent, "sender": "", "channel": "", "name": "x.xlsx"}
    origin = facts(compose(sample_record(INSTRUMENT, worksheets=[bare]), INSTRUMENT), "Asal data dan redaksi")
    assert origin["Lembar Mandiri"].startswith("x.xlsx · diterima 26 Oktober 2026 · 112 butir · SHA-256 abababab")


def test_the_wording_of_the_instrument_given_is_never_used():
    nodes = tuple(replace(section, title="lain") for section in INSTRUMENT.sections)
    predicates = tuple(replace(each, title="lain") for each in INSTRUMENT.predicates)
    reworded = replace(INSTRUMENT, title="lain", sections=nodes, predicates=predicates, legal_basis=())
    record = sample_record(INSTRUMENT)
    assert compose(record, reworded) == compose(record, INSTRUMENT)


def test_the_order_of_keys_in_the_record_changes_nothing():
    record = sample_record(INSTRUMENT)
    assert compose(backwards(record), INSTRUMENT) == compose(record, INSTRUMENT)


def backwards(value):
    if isinstance(value, dict):
        return {key: backwards(each) for key, each in reversed(value.items())}
    return [backwards(each) for each in value] if isinstance(value, list) else value


def test_drafts_and_samples_are_marked():
    record = sample_record(INSTRUMENT, demo=True)
    assert compose(record, INSTRUMENT).marks == ("CONTOH",)
    draft = compose(record, INSTRUMENT, draft=True)
    assert draft.marks == ("DRAF", "CONTOH")
    assert not draft.code
    assert compose(sample_record(INSTRUMENT), INSTRUMENT).marks == ()


def test_a_zone_outside_indonesia_keeps_its_offset():
    record = sample_record(INSTRUMENT)
    record["issued"]["zone"] = "UTC+02:00"
    assert compose(record, INSTRUMENT).issued.isoformat() == "2026-11-06T10:42:00+02:00"


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("score", {}),
        ("texts", None),
        ("evaluation", {"target": "WBX"}),
        ("issued", {"number": "", "place": "", "date": "6 Nov", "time": "10.42", "zone": "WIB"}),
        ("column", "lain"),
        ("signers", [{"name": "x", "nip": "", "role": "direktur"}]),
        ("streams", [["a"]]),
        ("extra", 1.5),
    ],
)
def test_a_record_that_no_report_can_hold_is_refused_in_a_sentence(part, value):
    with pytest.raises(ZiError, match=r"tidak berubah|Tidak ada yang diubah"):
        compose(sample_record(INSTRUMENT) | {part: value}, INSTRUMENT)


def test_evidence_is_listed_with_its_digest_and_its_state():
    listed = [
        {"code": "A.I.1.i.a", "sha256": "0123456789abcdef" * 4, "name": "SK <Tim>.pdf", "size": 4_100_000, "type": "application/pdf", "state": "sesuai"},
        {"code": "A.I.1.i.b", "sha256": "f" * 64, "name": "Foto.jpg", "size": 900, "type": "image/jpeg", "state": "belum_dicek"},
    ]  # fmt: skip
    document = compose(sample_record(INSTRUMENT, evidence=listed, evidence_in_all=7), INSTRUMENT)
    (grid,) = grids(document, "Data dukung")
    assert [row.cells for row in grid.rows] == [
        ("A.I.1.i.a", "SK <Tim>.pdf", "3,9 MB", "01234567 89abcdef", "Sesuai"),
        ("A.I.1.i.b", "Foto.jpg", "900 B", "ffffffff ffffffff", "Belum dicek"),
    ]
    section = next(section for section in document.sections if section.title == "Data dukung")
    assert section.blocks[0].text.startswith("Tercantum 2 dari 7 berkas.")
    assert grids(compose(sample_record(INSTRUMENT), INSTRUMENT), "Data dukung") == []


def test_evidence_of_a_precondition_is_named_by_its_title():
    item = INSTRUMENT.preconditions[0]
    listed = [
        {"code": f"prasyarat.{item.id}", "sha256": "a" * 64, "name": "LHP.pdf", "size": 9, "type": "application/pdf",
         "state": "sesuai"},
    ]  # fmt: skip
    document = compose(sample_record(INSTRUMENT, evidence=listed, evidence_in_all=1), INSTRUMENT)
    [section] = [each for each in document.sections if each.title == "Data dukung"]
    [row] = section.blocks[-1].rows
    assert row.cells[:2] == ("Prasyarat", f"LHP.pdf ({item.title})")
