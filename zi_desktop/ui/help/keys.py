"""The keys of the program, as Bantuan lists them; a screen adds its group when it comes."""

from typing import Final

KeyGroup = tuple[str, tuple[tuple[str, str], ...]]
"""A title, and pairs of keys and what they do."""

KEYS: Final[tuple[KeyGroup, ...]] = (
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
        ("Ctrl+Shift+V", "Periksa laporan"),
        ("Ctrl+Enter", "Simpan atau terapkan isi dialog"),
        ("Esc", "Tutup pesan, keluar dari isian"),
    )),
    ("Penilaian", (
        ("1–5", "Pilih jawaban (juga A–E, Y, T); sekali lagi menghapus"),
        ("Enter", "Butir belum terisi berikutnya"),
        ("Shift+Enter", "Butir belum terisi sebelumnya"),
        ("Alt+↓", "Butir berikutnya"),
        ("Alt+↑", "Butir sebelumnya"),
        ("Ctrl+F", "Cari butir"),
        ("Ctrl+M", "Catatan TPI"),
        ("Ctrl+Shift+M", "Catatan internal tim"),
        ("Alt+T", "Tidak berlaku"),
        ("Ctrl+B", "Tandai untuk dibahas"),
        ("Ctrl+Z", "Urungkan"),
        ("Ctrl+Y", "Ulangi"),
        ("F4", "Bagaimana angka ini?"),
        ("Ctrl+H", "Sembunyikan nilai"),
        ("Ctrl+T", "Tampilkan daftar butir"),
        ("F9", "Tampilkan panel nilai"),
        ("F5", "Muat ulang"),
    )),
    ("Beranda", (
        ("Enter", "Buka evaluasi"),
        ("Ctrl+N", "Evaluasi baru"),
        ("Ctrl+Shift+I", "Impor daftar satker"),
        ("Ctrl+Shift+N", "Tambah satker"),
        ("F2", "Ubah data satker"),
        ("Delete", "Arsipkan evaluasi"),
        ("Shift+Delete", "Arsipkan satker"),
        ("Ctrl+F", "Cari satker"),
        ("Ctrl+Shift+F", "Hapus filter"),
        ("F5", "Muat ulang"),
    )),
    ("Tinjau & tanda tangan", (
        ("Ctrl+Shift+R", "Rencana dan tim"),
        ("Ctrl+Shift+P", "Prasyarat"),
        ("Ctrl+Shift+K", "Keputusan panel"),
        ("F5", "Periksa ulang"),
        ("Ctrl+O", "Pilih berkas kunci"),
        ("Ctrl+Shift+N", "Buat kunci sendiri"),
        ("Ctrl+Shift+J", "Sidik jari kunci"),
        ("Ctrl+Shift+S", "Isi passphrase"),
        ("Ctrl+Shift+B", "Nyatakan dokumen telah dibaca"),
        ("→ / ←", "Tampilkan atau lipat butir belum terisi"),
        ("Ctrl+Enter", "Tanda tangani"),
    )),
    ("Pengaturan", (
        ("Ctrl+O", "Pilih logo"),
        ("Ctrl+Shift+O", "Hapus logo"),
    )),
)  # fmt: skip
"""What each screen knows, the program first."""
