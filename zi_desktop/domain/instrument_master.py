"""The portal's master list of a year as values: its tree of branches with the questions (soal) that it asks."""

from collections.abc import Iterator
from dataclasses import dataclass

from zi_desktop.domain.errors import ZiError


class MasterError(ZiError):
    """A master list from which no edition can be made; nothing was taken."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"Daftar soal ini tidak dapat dipakai: {problem}. Tidak ada yang diambil; periksa berkasnya atau minta yang terbaru."
        )


@dataclass(frozen=True, slots=True)
class MasterOption:
    """One choice: its key, its score as decimal text, and its criterion."""

    key: str
    score: str
    criterion: str


@dataclass(frozen=True, slots=True)
class MasterQuestion:
    """One soal. ``kind`` is ``choice``, ``index`` or ``count``; ``weight`` is decimal text, "0" where it has none.

    ``bounds`` are the lowest and highest value of an index; ``row`` is that of the portal's worksheet.
    """

    id: int
    text: str
    explanation: str
    kind: str
    options: tuple[MasterOption, ...]
    bounds: tuple[str, str]
    weight: str
    row: int


@dataclass(frozen=True, slots=True)
class MasterNode:
    """A branch: ``level`` as the loader calls it (section, component, area, subcomponent), weight as decimal text."""

    id: int
    label: str
    title: str
    level: str
    weight: str
    children: tuple["MasterNode", ...]
    questions: tuple[MasterQuestion, ...]

    def walk(self) -> Iterator["MasterNode"]:
        """Yield this branch and all below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Master:
    """A master list: the year for which it is, its branches, the file's name and SHA-256."""

    year: int
    nodes: tuple[MasterNode, ...]
    name: str
    digest: str

    def questions(self) -> Iterator[MasterQuestion]:
        """Yield every soal in the order of the list."""
        for root in self.nodes:
            for node in root.walk():
                yield from node.questions
