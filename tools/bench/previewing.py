"""Opens an evaluation in the real window and its report beside it, and ends: a process whose peak memory counts."""

import sys
from pathlib import Path
from typing import Final

from tools.bench.real_window import paint, real_window
from zi_desktop.ui.widgets.pdf_view import PdfView

_PAGES: Final = 3
"""Looked at one after the other, as somebody who reads them."""


def main(folder: Path, id_: str) -> int:
    """Open, preview, read."""
    with real_window(folder) as open_:
        open_.evaluation(id_)
        paint()
        open_.screen().choose_tab("tanda-tangan")
        open_.wait_until(lambda: open_.window.findChild(PdfView) is not None)
        view = open_.window.findChild(PdfView)
        assert view is not None
        open_.wait_until(lambda: view.pages() >= _PAGES)
        bar = view.verticalScrollBar()
        for page in range(_PAGES):
            bar.setValue(bar.maximum() * page // _PAGES)
            paint()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
