"""Opens an evaluation as the first of a session, as a person does, and prints how many ms that takes until it is painted.

A program of its own: what a process does for the first time takes longer than what it does again.
"""

import sys
from pathlib import Path

from tools.bench.measuring import milliseconds
from tools.bench.real_window import paint, real_window


def main(folder: Path, id_: str) -> int:
    """Show Beranda, wait, open."""
    with real_window(folder) as opened:
        opened.wait_like_a_person()

        def open_it() -> None:
            opened.evaluation(id_)
            paint()

        print(milliseconds(open_it))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
