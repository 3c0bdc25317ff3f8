"""``worksheet``: filled worksheets in and out."""

from zi_desktop.cli.session import group
from zi_desktop.cli.worksheet_export import export
from zi_desktop.cli.worksheet_import import import_

COMMAND = group("worksheet", "Lembar kerja dalam Excel dan JSON.", import_, export)
