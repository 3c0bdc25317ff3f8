"""The keys of the program, as Bantuan lists them; a screen adds its group when it comes."""

from typing import Final

KEYS: Final = (
    ("Di mana saja", (
        ("Ctrl+K", "Cari dan jalankan perintah"),
        ("Ctrl+Home", "Beranda"),
        ("Ctrl+,", "Pengaturan"),
        ("F1", "Petunjuk untuk layar ini"),
        ("Shift+F1", "Bantuan"),
        ("F6", "Panel berikutnya"),
        ("Shift+F6", "Panel sebelumnya"),
        ("Ctrl+1…5", "Tab evaluasi"),
        ("Ctrl+Tab", "Evaluasi terbuka berikutnya"),
        ("Esc", "Tutup pesan, keluar dari isian"),
    )),
)  # fmt: skip
"""Groups: a title, and pairs of keys and what they do."""
