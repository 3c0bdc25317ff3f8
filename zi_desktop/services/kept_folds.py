"""The subjects folded last: forgotten when somebody else who shares the database has written."""

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from zi_desktop.domain.fold import Folded
    from zi_desktop.services.evaluation_view import EvaluationView

_KEPT: Final = 16
"""Evaluations kept folded: a few are open at a time, the rest is read again."""


class KeptFolds:
    """What one thread keeps folded, with the views of it; every thread over one database has its own.

    ``sharing`` are those of all these threads; ``outdated`` is set by another one of them.
    """

    def __init__(self, beside: "KeptFolds | None" = None) -> None:
        self.views: dict[str, EvaluationView] = {}
        self._folds: OrderedDict[str, Folded] = OrderedDict()
        self.outdated = False
        self.sharing: list[KeptFolds] = beside.sharing if beside else []
        self.sharing.append(self)

    def close(self) -> None:
        """Be told no more of what others write."""
        if self in self.sharing:
            self.sharing.remove(self)

    def get(self, subject_id: str) -> "Folded | None":
        """Return what is kept of a subject, if that still holds."""
        self.follow()
        if subject_id in self._folds:
            self._folds.move_to_end(subject_id)
        return self._folds.get(subject_id)

    def keep(self, subject_id: str, folded: "Folded") -> None:
        """Keep a subject as it stands now; of many, the one that was asked for longest ago goes."""
        self._folds[subject_id] = folded
        self._folds.move_to_end(subject_id)
        while len(self._folds) > _KEPT:
            dropped, _ = self._folds.popitem(last=False)
            self.views.pop(dropped, None)

    def clear(self) -> None:
        """Believe nothing that was folded until now."""
        self._folds.clear()
        self.views.clear()

    def follow(self) -> None:
        """Believe nothing that was folded before somebody else wrote."""
        if self.outdated:
            self.outdated = False
            self.clear()

    def tell_others(self) -> None:
        """Tell the other threads that something was written."""
        for other in [*self.sharing]:
            if other is not self:
                other.outdated = True
