"""The item view on real services without the page around it; run as a program it grabs an item of every kind."""

import argparse
import os
import tempfile
from dataclasses import replace
from pathlib import Path

from zi_desktop.domain import cells
from zi_desktop.domain.instrument import Column
from zi_desktop.services.composition import Services, open_services
from zi_desktop.services.samples.visit import prepare_sample, score_sample
from zi_desktop.ui.evaluation.item.state import Viewpoint, item_state
from zi_desktop.ui.evaluation.item.view import ItemView

GRABS = (
    "A.I.5.i.b", "A.II.5.iii.b.a", "B.I.a", "A.II.5.i.a", "A.I.1.i.a", "A.II.3.iii.a", "A.II.5.ii.a", "A.II.1.i.a",
)  # fmt: skip


class ItemStage:
    """Shows one item at a time and does with it what the page does."""

    def __init__(self, services: Services, evaluation: str, code: str) -> None:
        self.services, self.evaluation = services, evaluation
        self.hidden = False
        self.read_only = False
        self.requests: list[str] = []
        self.code = code
        self.view = ItemView()
        self._connect()
        self.show(code)

    @property
    def opened(self):
        return self.services.evaluations.open(self.evaluation)

    def show(self, code: str) -> None:
        self.view.finish_editing()
        self.code = code
        self.refresh()

    def refresh(self) -> None:
        people = {person.id: person.name for person in self.services.settings.people().values()}
        drafts = self.services.answering.drafts(self.evaluation)
        viewpoint = Viewpoint(self.services.settings.author(), people, drafts, self.hidden)
        state = item_state(self.opened, self.code, viewpoint)
        self.view.show_item(replace(state, read_only=state.read_only or self.read_only))

    def answer(self):
        return self.opened.state.answers(Column.TPI).get(self.code)

    def drafts(self) -> dict[str, str]:
        return self.services.answering.drafts(self.evaluation)

    def _connect(self) -> None:
        view, answering = self.view, self.services.answering
        note, internal = (lambda: cells.note(Column.TPI, self.code)), (lambda: cells.internal(self.code))
        view.answer_chosen.connect(self._answer)
        view.draft_edited.connect(lambda text: self._draft(cells.answer(Column.TPI, self.code), text))
        view.note_typed.connect(lambda text: self._draft(note(), text))
        view.internal_typed.connect(lambda text: self._draft(internal(), text))
        view.note_edited.connect(lambda text: self._write(answering.note(self.evaluation, self.code, text)))
        view.internal_edited.connect(
            lambda text: self._write(answering.internal_note(self.evaluation, self.code, text))
        )
        view.detail_edited.connect(
            lambda key, text: self._write(answering.detail(self.evaluation, self.code, key, text))
        )
        view.detail_typed.connect(lambda key, text: self._draft(cells.detail(Column.TPI, self.code, key), text))
        view.mark_toggled.connect(lambda on: self._write(answering.mark(self.evaluation, self.code, marked=on)))
        view.guidance_requested.connect(view.toggle_guidance)
        view.next_requested.connect(lambda: self.requests.append("next"))
        view.previous_requested.connect(lambda: self.requests.append("previous"))
        view.place_requested.connect(self.requests.append)

    def _answer(self, answer) -> None:
        displayed = self.opened.state.answer_cell(Column.TPI, self.code).displayed
        self._write(self.services.answering.answer(self.evaluation, self.code, answer, displayed=displayed))

    def _draft(self, cell: str, text: str) -> None:
        self.services.answering.keep_draft(self.evaluation, cell, text)
        self.refresh()

    def _write(self, _view) -> None:
        self.refresh()


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from zi_desktop.ui.desktop import make_application
    from zi_desktop.ui.theme import TextSize, Theme, ThemeChoice

    options = argparse.ArgumentParser()
    options.add_argument("codes", nargs="*", default=GRABS)
    options.add_argument("--size", default="680x684")
    options.add_argument("--theme", default="light")
    options.add_argument("--text", default="normal")
    options.add_argument("--state", default="")
    options.add_argument("--folder", type=Path, default=Path("build/grabs"))
    given = options.parse_args()
    application = make_application([])
    Theme(application).apply(ThemeChoice(given.theme), TextSize(given.text))
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, open_services(Path(folder), write=True) as services:
        evaluation = prepare_sample(services)
        score_sample(services, evaluation)
        stage = ItemStage(services, evaluation, given.codes[0])
        stage.hidden, stage.read_only = given.state == "hidden", given.state == "read_only"
        width, height = given.size.split("x")
        stage.view.resize(int(width), int(height))
        stage.view.show()
        for code in given.codes:
            stage.show(code)
            if given.state == "invalid" and not stage.view.form.counts.isHidden():
                field = stage.view.form.counts.table.fields()[-1]
                field.setText("999")
                field.textEdited.emit("999")
                stage.view.form.counts.commit()
            stage.view.take_focus()
            for _ in range(5):
                application.processEvents()
            stage.view.grab().save(
                str(given.folder / f"item-{code}{given.state and '-' + given.state}-{given.theme}.png")
            )


if __name__ == "__main__":
    main()
