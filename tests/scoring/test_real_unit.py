"""Conformance: the answers of one real unit, where the shared folder lies beside the checkout."""

import csv
from pathlib import Path

from worksheet import CALCULATOR, INSTRUMENT, QUESTIONS

from zi_desktop.domain.answers import read_answer
from zi_desktop.domain.figures import machine
from zi_desktop.scoring.consistency import check

REAL = Path(__file__).parents[3] / "shared" / "lke" / "real-unit-answers.csv"

if REAL.is_file():

    def test_the_real_unit_scores_as_computed_by_hand():
        with REAL.open(newline="", encoding="utf-8") as lines:
            answers = {
                row["kode"]: read_answer(QUESTIONS[row["kode"]], row["jawaban"]) for row in csv.DictReader(lines)
            }
        card = CALCULATOR.score(answers)
        assert machine(card.total) == "95.6326007326"
        assert {code: result.met for code, result in card.predicates.items()} == {"WBK": True, "WBBM": True}
        assert (card.answered, card.provisional) == (113, False)
        broken = [finding.rule.id for finding in check(INSTRUMENT, answers, card, {"laporan_harta": True})]
        assert broken == ["sasaran_belum_tercapai", "lhkpn_belum_lengkap", "non_lhkpn_belum_lengkap"]
