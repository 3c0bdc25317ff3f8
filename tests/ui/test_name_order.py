"""Names stand in lists as people expect them."""

from zi_desktop.ui.name_order import name_key


def test_numbers_stand_by_their_value():
    names = ["Rutan Contoh 10", "Rutan Contoh 2", "Rutan Contoh", "Rutan Contoh 2B", "Rutan Contoh 02A"]
    assert sorted(names, key=name_key) == [
        "Rutan Contoh", "Rutan Contoh 2", "Rutan Contoh 02A", "Rutan Contoh 2B", "Rutan Contoh 10",
    ]  # fmt: skip


def test_case_accents_and_spaces_decide_nothing():
    assert name_key("LAPAS  Ándai 7") == name_key("Lapas andai 07")


def test_a_name_may_begin_with_a_number_of_any_length():
    assert sorted(["9" * 5000, "Balai", "3 Serangkai"], key=name_key) == ["3 Serangkai", "9" * 5000, "Balai"]
