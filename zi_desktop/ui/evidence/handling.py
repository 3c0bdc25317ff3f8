"""What can be done with a file wherever it is listed: looked at, judged, the period that it covers."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from zi_desktop.domain.evidence_terms import FITTING, STATE_TITLES
from zi_desktop.ui.evidence.lines import EvidenceLine
from zi_desktop.ui.evidence.presenter import EvidencePresenter

Lines = Callable[[], Sequence[EvidenceLine]]
"""Gives the files of a place as they stand."""


class Handling(QObject):
    """Opens the dialogs about one file; what is answered goes to the presenter."""

    def __init__(self, presenter: EvidencePresenter, owner: QWidget) -> None:
        super().__init__(owner)
        self._presenter, self._owner = presenter, owner

    def look_at(
        self, id_: str, line: EvidenceLine, lines: Lines, *, read_only: bool, over: QWidget | None = None
    ) -> None:
        """Show a file; the keys go to the next one of its place."""
        from zi_desktop.ui.evidence.preview_dialog import PreviewDialog  # noqa: PLC0415 (QtPdf loads only here)

        dialog = PreviewDialog(self._presenter, read_only=read_only, parent=over or self._owner)
        dialog.judged.connect(lambda line, state: self.judge(id_, line, state, dialog))
        dialog.period_asked.connect(lambda line: self.ask_period(id_, line, dialog))
        self._presenter.changed.connect(dialog.refresh)
        dialog.lines_wanted.connect(lambda: dialog.show_lines(lines()))
        here = lines()
        dialog.show_lines(here, here.index(line))
        dialog.open()

    def judge(self, id_: str, line: EvidenceLine, state: str, over: QWidget | None = None) -> None:
        """Judge a file; where it does not fit, the reason is asked for."""
        from zi_desktop.ui.widgets.drafted_dialog import DraftedDialog  # noqa: PLC0415 (opened seldom)
        from zi_desktop.ui.widgets.fields_dialog import Field, Kind  # noqa: PLC0415 (as above)

        link, again = line.link, line.link.judged.value == state and not line.link.judged.disputed
        if state == FITTING or again:
            self._presenter.judge(id_, link, state)
            return
        title = self.tr("{state}: {name}").format(state=STATE_TITLES[state], name=link.file.name)
        words = self.tr("Tuliskan apa yang kurang atau mengapa berkas ini tidak membuktikan {place}.")
        fields = [Field("reason", self.tr("Alasan"), Kind.LINES, needed=self.tr("Alasan belum diisi."))]

        def keep(values: Mapping[str, str]) -> None:
            self._presenter.judge(id_, link, state, values["reason"])

        draft = self._presenter.draft_of_reason(id_, link, state)
        about = words.format(place=self._presenter.place_words(id_, link.place))
        DraftedDialog(title, fields, keep, over or self._owner, draft, about).open()

    def ask_period(self, id_: str, line: EvidenceLine, over: QWidget | None = None) -> None:
        """Ask for the days that a file covers."""
        from zi_desktop.ui.widgets.fields_dialog import Field, FieldsDialog, Kind  # noqa: PLC0415 (opened seldom)

        link = line.link
        fields = [
            Field("first", self.tr("Sejak"), Kind.DAY, link.period.first),
            Field("last", self.tr("Sampai"), Kind.DAY, link.period.last),
        ]

        def keep(values: Mapping[str, str]) -> None:
            self._presenter.set_period(id_, link, values["first"], values["last"])

        words = self.tr("Masa yang dicakup isi berkas; boleh kosong. Berlaku di semua butir yang memakai berkas ini.")
        title = self.tr("Periode {name}").format(name=link.file.name)
        FieldsDialog(title, fields, keep, over or self._owner, words).open()
