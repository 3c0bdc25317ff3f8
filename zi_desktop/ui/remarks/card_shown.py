"""What the card of an item shows of its remarks: how many wait, and the one that waits longest. Values only."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from zi_desktop.services.remarks.listing import EarlierRemark, RemarkRow
from zi_desktop.ui import dates


@dataclass(frozen=True, slots=True)
class CardShown:
    """The card of one item.

    Attributes:
        ident: the remark that is shown, "" where there is none.
        title: its recommendation.
        detail: whose it is, who is responsible and until when.
        icon, ink: a drawing, and the token of its colour.
        count: how many are past their due date, else how many wait, in words; "" where there is none.
        more: how many there are besides the one that is shown, in words; "" where there is none.
        late: one of them is past its due date.
        drafted: a new one was being typed.
    """

    ident: str = ""
    title: str = ""
    detail: str = ""
    icon: str = "flag"
    ink: str = "text2"
    count: str = ""
    more: str = ""
    late: bool = False
    drafted: bool = False


EMPTY: Final = CardShown()


def cards_of(rows: Sequence[RemarkRow], earlier: Sequence[EarlierRemark], today: dt.date) -> Mapping[str, CardShown]:
    """Return the card of each item that has remarks, of this evaluation (overdue first) or open ones of earlier ones."""
    own: dict[str, list[RemarkRow]] = {}
    for row in rows:
        own.setdefault(row.item, []).append(row)
    asked: dict[str, list[EarlierRemark]] = {}
    for each in earlier:
        if not each.finding:
            asked.setdefault(each.row.item, []).append(each)
    return {item: _card(own.get(item, []), asked.get(item, []), today) for item in {**own, **asked}}


def _card(own: Sequence[RemarkRow], asked: Sequence[EarlierRemark], today: dt.date) -> CardShown:
    late, open_ = sum(row.overdue for row in own), sum(row.open for row in own)
    waiting = open_ + len(asked)
    words = f"{late} lewat tenggat" if late else f"{waiting} terbuka" if waiting else f"{len(own)} selesai"
    others = (waiting or len(own)) - 1
    more = f"{others} lagi" if others else ""
    if asked and not late:
        row = asked[0].row
        detail = f"Dari evaluasi {row.year} · belum diperiksa"
        return CardShown(row.id, row.recommendation, detail, "flag", "warn", words, more)
    row = own[0]
    due = f"tenggat {dates.visit_days(row.due, '', today)}" if row.due else ""
    state = "" if row.open else "selesai"
    detail = " · ".join(part for part in (row.responsible, state or due) if part)
    icon, ink = ("flag", "bad" if row.overdue else "text2") if row.open else ("check-circle", "ok")
    return CardShown(row.id, row.recommendation, detail, icon, ink, words, more, late=bool(late))
