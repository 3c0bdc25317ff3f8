"""Starting: a command that needs neither PDF nor workbook, against what the database library alone costs."""

import sys

from tools.bench.measuring import Row, in_turn
from tools.bench.place import Place
from tools.bench.processes import program, run


def rows(place: Place) -> list[Row]:
    """Measure ``evaluation list`` as a process."""
    with place.scored_evaluation("daftar") as (services, _):
        folder = services.workspace.folder
    command = program("evaluation", "list", "--workspace", str(folder))
    bare = [sys.executable, "-c", "import sqlalchemy.orm"]
    listed, imported = in_turn(15, 2, lambda: run(command, place), lambda: run(bare, place))
    return [
        Row("evaluation list sebagai proses", [each.milliseconds for each in listed], 1.6,
            yardstick="python -c 'import sqlalchemy.orm'", yardsticks=[each.milliseconds for each in imported]),
    ]  # fmt: skip
