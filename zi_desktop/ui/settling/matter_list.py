"""Which beda penilaian of one evaluation are listed, and which one is looked at."""

from collections.abc import Sequence

from zi_desktop.services.settling.matters import Matter


class MatterList:
    """What was settled here stays in the list, until it opens again."""

    def __init__(self) -> None:
        self.items: tuple[Matter, ...] = ()
        self.settled: dict[str, str] = {}
        """What was chosen here, in words, by the id of a matter."""
        self.current = ""

    def take_in(self, fresh: Sequence[Matter]) -> tuple[str, ...]:
        """Take in what stands now; return the ids of those whose versions are others than before."""
        now, before = {matter.id: matter for matter in fresh}, {matter.id: matter for matter in self.items}
        self.settled = {id_: words for id_, words in self.settled.items() if id_ not in now}
        kept = [now.get(id_, matter) for id_, matter in before.items() if id_ in now or id_ in self.settled]
        self.items = (*kept, *(matter for id_, matter in now.items() if id_ not in before))
        if self.matter() is None:
            self.current = next((each.id for each in self.items), "")
            self.lead_to_open()
        return tuple(each.id for each in self.items if each.id in before and _lines(before[each.id]) != _lines(each))

    def matter(self) -> Matter | None:
        """Return the matter that is looked at."""
        return next((matter for matter in self.items if matter.id == self.current), None)

    def is_open(self, matter: Matter) -> bool:
        """Tell whether somebody can still settle a matter here."""
        return matter.id not in self.settled and not matter.closed

    def open(self) -> tuple[str, ...]:
        """Return the ids of the matters that are still open."""
        return tuple(matter.id for matter in self.items if self.is_open(matter))

    def lead_to_open(self) -> None:
        """Look at the first open matter, if what is looked at is not open itself; stay, if none is open."""
        still = self.open()
        if still and self.current not in still:
            self.current = still[0]

    def beside(self, by: int) -> str:
        """Return the id of the next open matter (+1) or the one before (-1), round the list; "" if none is open."""
        places = [matter.id for matter in self.items]
        begin = places.index(self.current) if self.current in places else -by
        order = (self.items[(begin + by * offset) % len(places)] for offset in range(1, len(places) + 1))
        return next((matter.id for matter in order if self.is_open(matter)), "")

    def named(self, name: str) -> str:
        """Return the id of the matter of an item, a cell or an act; "" if none is so named."""
        return next((each.id for each in self.items if name and name in (each.code, each.id, each.act)), "")


def _lines(matter: Matter) -> list[str]:
    return [version.line for version in matter.versions]
