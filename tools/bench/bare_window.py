"""Paints a bare QMainWindow, says so and ends: what a window costs on this machine before it is of any use.

A program of its own; imports the modules that are named on its command line first.
"""

import importlib
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class BareWindow(QMainWindow):
    """Ends the program once it is painted."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt calls it so)
        """Paint, and end when that is on the screen."""
        super().paintEvent(event)
        QTimer.singleShot(0, self._end)

    def _end(self) -> None:
        sys.stdout.write("painted\n")
        QApplication.quit()


def main(modules: list[str]) -> int:
    """Import, show, end."""
    for name in modules:
        importlib.import_module(name)
    application = QApplication(sys.argv[:1])
    window = BareWindow()
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
