"""Evaluations: begun, planned, reviewed, kept as of a day, archived."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from zi_desktop.domain import cells
from zi_desktop.domain import plan as plans
from zi_desktop.domain.border import clean_line, clean_text
from zi_desktop.domain.canonical import Json
from zi_desktop.domain.errors import InvalidInputError, NotFoundError, NotReadyError
from zi_desktop.domain.events import Subject
from zi_desktop.domain.fold import Folded
from zi_desktop.domain.oversight import Exceeded
from zi_desktop.services.closure import open_to_change, open_to_team
from zi_desktop.services.evaluation_view import EvaluationView
from zi_desktop.services.evaluations.plan_file import read_plan
from zi_desktop.services.evaluations.preflight import preflight
from zi_desktop.services.remarks.listing import RemarkList
from zi_desktop.services.remarks.standing import with_counts
from zi_desktop.services.satkers.keeping import Satkers
from zi_desktop.services.settings import Settings
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import summaries
from zi_desktop.storage.recorder import Statement

_YEARS: Final = range(2021, 2100)
"""The worksheet exists since 2021."""
_STEPS: Final[Mapping[str, frozenset[str]]] = {
    "requested": frozenset({"", "review.returned", "review.withdrawn"}),
    "withdrawn": frozenset({"review.requested"}),
    "returned": frozenset({"review.requested"}),
}
"""Steps of a review, and what may stand before each ("" = nothing yet)."""


class Evaluations:
    """The evaluations of a workspace."""

    def __init__(self, workspace: Workspace, settings: Settings, satkers: Satkers, remarks: RemarkList) -> None:
        self._workspace = workspace
        self._settings = settings
        self._satkers = satkers
        self._remarks = remarks

    def create(
        self,
        satker: str,
        year: int,
        *,
        target: str = "",
        activity: str = "",
        track: str = "",
        round_: int = 1,
        author: str = "",
    ) -> str:
        """Begin an evaluation and return its id; made twice, it is the same evaluation and nothing changes.

        Args:
            satker: id or code.
            year: of the round, from 2021.
            target: WBK or WBBM; empty = what follows the predicate.
            activity: pembinaan, evaluasi or pemantauan; empty = evaluasi, pemantauan for a holder of WBBM.
            track: mandiri (the ministry decides, of WBK only) or tpn; empty = the usual one of the target.
            round_: counts from 1.
            author: who begins it; empty = the person at this laptop.

        Raises:
            NotFoundError: no such satker.
            InvalidInputError: a value outside its range.
        """
        unit = self._satkers.find(satker)
        target, activity = target.upper() or unit.next_target, activity or unit.next_activity
        track = track or next(iter(plans.tracks_of(target)))
        _check_identity(year, target, activity, track, round_)
        id_ = self._workspace.evaluation_of(unit.id, year, activity, round_)
        subject = Subject("evaluation", id_)
        if not self._workspace.folded(id_).cell("identity").heads:
            identity = {
                "satker": unit.id, "year": year, "activity": activity, "round": round_,
                "structure": self._workspace.editions.for_year(year).structure_digest,
            }  # fmt: skip
            with self._workspace.writing(self._settings.author(author)) as transaction:
                transaction.state(subject, [Statement("created", "identity", identity)])
                transaction.put(subject, {"plan/target": target, "plan/track": track})
        return id_

    def list(self) -> Sequence[Json]:
        """Return one summary an evaluation, newest year first, with the satker's code and name."""
        with self._workspace.database.reading() as connection:
            satkers = {row.id: row.content for row in summaries.satkers(connection)}
        rows = self.summaries()
        for row in rows:
            satker = satkers.get(row["satker"], {})
            row["satker_code"], row["satker_name"] = satker.get("code", ""), satker.get("name", "")
        return rows

    def summaries(self) -> Sequence[Json]:
        """Return one summary an evaluation, newest year first; ``satker`` is the id of its satker."""
        with self._workspace.database.reading() as connection:
            return with_counts([row.content for row in summaries.evaluations(connection)])

    def summary(self, id_: str) -> Json:
        """Return the row of ``list`` for one evaluation.

        Raises:
            NotFoundError: there is none, or there are several.
        """
        whole = self.open(id_).id
        return next(row for row in self.list() if row["id"] == whole)

    def open(self, id_: str) -> EvaluationView:
        """Return an evaluation; the beginning of its id is enough where it names only one.

        Raises:
            NotFoundError: there is none, or there are several.
        """
        return self._workspace.evaluation(self.resolve(id_))

    def resolve(self, id_: str) -> str:
        """Return the whole id for the beginning of one; what names none is returned as it is.

        Raises:
            NotFoundError: it is the beginning of several.
        """
        wanted = clean_line(id_).casefold()
        with self._workspace.database.reading() as connection:
            found = [known for known in summaries.evaluation_ids(connection) if wanted and known.startswith(wanted)]
        if len(found) > 1:
            raise NotFoundError(
                f"{len(found)} evaluasi berawalan {wanted[:40]}. Tidak ada yang berubah; sebut id-nya lebih panjang."
            )
        return found[0] if found else wanted

    def plan(self, id_: str, given: Mapping[str, Json], author: str = "") -> None:
        """Set what a plan gives: dates, place, surat tugas, team; what it leaves out stays.

        Raises:
            InvalidInputError: names the field that is wrong; nothing was set.
            SealedError: the report is signed.
        """
        view = open_to_change(self._workspace, id_)
        planned = read_plan(given, view.state.plan)
        fields = dict(planned.fields)
        if planned.team is not None:
            fields["team"] = [
                {
                    "person": self._settings.put_person(member.name, member.nip, member.position),
                    "role": member.role, "areas": list(member.areas), "signs": member.signs,
                }
                for member in planned.team
            ]  # fmt: skip
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.put(_subject(view), {f"plan/{name}": value for name, value in fields.items()})

    def check_precondition(self, id_: str, key: str, *, met: bool | None, note: str = "", author: str = "") -> None:
        """Check off a precondition by hand; ``met`` None takes the tick away.

        Raises:
            InvalidInputError: no such precondition.
        """
        view = open_to_change(self._workspace, id_)
        if key not in {item.id for item in view.preconditions}:
            raise InvalidInputError(f"Prasyarat {clean_line(key)} tidak dikenal. Tidak ada yang berubah.")
        value = {"met": met, "note": clean_text(note)}
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.put(_subject(view), {cells.precondition(key): value})

    def decide(self, id_: str, decision: str, reason: str, author: str = "") -> None:
        """State the panel's decision with its reason.

        Raises:
            InvalidInputError: an unknown decision or no reason.
        """
        view = open_to_change(self._workspace, id_)
        if decision not in plans.DECISIONS or not reason.strip():
            raise InvalidInputError(
                f"Keputusan panel ialah salah satu dari {', '.join(plans.DECISIONS)}, dengan alasan. Tidak ada yang berubah."
            )
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.put(_subject(view), {"panel": {"decision": decision, "reason": clean_text(reason)}})

    def accept_warning(self, id_: str, check: str, reason: str, author: str = "") -> None:
        """Accept a finding of the preflight with a reason, which is printed; an empty reason takes it back.

        Raises:
            InvalidInputError: no such finding, or one that cannot be explained away.
        """
        view = open_to_change(self._workspace, id_)
        found = preflight(view, {}, unconfirmed=self._remarks.unconfirmed(view.id))
        if check not in {each.id for each in found.acceptable}:
            raise InvalidInputError(
                f"Peringatan {clean_line(check)[:60]} tidak ada. Tidak ada yang berubah; lihat hasil pemeriksaannya."
            )
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.put(_subject(view), {f"accepted/{check}": {"reason": clean_text(reason)}})

    def beyond(self, id_: str) -> tuple[Exceeded, ...]:
        """Return what waits for the lead: acts beyond a right, settlements of an author whom nobody proved."""
        view = self._workspace.evaluation(id_)
        return (*view.state.oversight, *self._workspace.unproven(view))

    def acknowledge(self, id_: str, acts: Collection[str], author: str = "") -> None:
        """Close what was done beyond a right or by an unproven author (``beyond`` lists it), as the lead of the team.

        Raises:
            InvalidInputError: an act that is not listed, or somebody else than the lead asks.
        """
        view, person = open_to_team(self._workspace, id_), self._settings.author(author)
        listed = {item.act for item in (*view.state.oversight, *self._workspace.unproven(view))}
        if not listed.issuperset(acts) or person not in view.state.plan.leads:
            raise InvalidInputError("Hanya ketua tim yang menutup hal yang tercatat. Tidak ada yang berubah.")
        with self._workspace.writing(person) as transaction:
            transaction.state(
                _subject(view), [Statement("acknowledge", f"acknowledge/{act}", {}) for act in sorted(acts)]
            )

    def review(self, id_: str, step: str, note: str = "", author: str = "") -> None:
        """Ask for the review (``requested``), take the request back (``withdrawn``) or return it with a note (``returned``).

        Raises:
            InvalidInputError: no such step, or not the one that comes next.
            NotReadyError: items are still unanswered.
        """
        view = open_to_change(self._workspace, id_)
        standing = {head.kind for head in view.state.folded.cell("review").heads} or {""}
        if standing.isdisjoint(_STEPS.get(step, frozenset())):
            raise InvalidInputError("Langkah tinjauan ini tidak sesuai dengan keadaannya. Tidak ada yang berubah.")
        if step == "requested" and view.card().provisional:
            raise NotReadyError(
                f"{len(view.card().unanswered)} butir belum terisi. Tidak ada yang berubah; lengkapi dahulu."
            )
        displayed = view.state.folded.cell("review").displayed
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.state(
                _subject(view), [Statement(f"review.{step}", "review", {"note": clean_text(note)}, displayed)]
            )

    def snapshot(self, id_: str, name: str, author: str = "") -> None:
        """Keep the heads of today under a name (Desk, Lapangan, Panel).

        Raises:
            InvalidInputError: no name, or one with a slash.
        """
        view, name = open_to_team(self._workspace, id_), clean_line(name)
        if not name or "/" in name:
            raise InvalidInputError("Nama rekaman kosong atau memuat garis miring. Tidak ada yang tersimpan.")
        value = {"tips": [list(tip) for tip in view.state.folded.tips]}
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.state(_subject(view), [Statement("snapshot", f"snapshot/{name}", value)])

    def at(self, id_: str, name: str) -> EvaluationView:
        """Return an evaluation as it was when a snapshot was taken (the newest of that name).

        Raises:
            InvalidInputError: there is no snapshot of that name.
        """
        view = self._workspace.evaluation(id_)
        found = [item for item in view.state.snapshots if item.name == name]
        if not found:
            raise InvalidInputError(f"Rekaman {clean_line(name)} tidak ada. Lihat daftar rekamannya.")
        # The one that saw most is the newest: a clock may have been set back between two of them.
        newest = max((view.state.folded.at(item.tips) for item in found), key=_extent)
        return EvaluationView(id_, newest, self._workspace.editions)

    def archive(self, id_: str, *, archived: bool = True, author: str = "") -> None:
        """Put an evaluation away (or back); nothing of it is deleted."""
        view = open_to_team(self._workspace, id_)
        with self._workspace.writing(self._settings.author(author)) as transaction:
            transaction.put(_subject(view), {"archived": archived})


def _extent(folded: Folded) -> tuple[int, str]:
    return len(folded), folded.head


def _subject(view: EvaluationView) -> Subject:
    return Subject("evaluation", view.id)


def _check_identity(year: int, target: str, activity: str, track: str, round_: int) -> None:
    for value, known, name in (
        (target, plans.TARGETS, "target"), (activity, plans.ACTIVITIES, "kegiatan"), (track, plans.TRACKS, "jalur"),
    ):  # fmt: skip
        if value not in known:
            raise InvalidInputError(
                f"{name.capitalize()} {value} tidak dikenal; pilihannya {', '.join(known)}. Tidak ada yang tersimpan."
            )
    if track not in plans.tracks_of(target):
        raise InvalidInputError(
            f"{target} ditetapkan melalui {', '.join(plans.tracks_of(target).values())}, bukan jalur {track}. "
            "Tidak ada yang tersimpan."
        )
    if year not in _YEARS or not 1 <= round_ <= 99:  # noqa: PLR2004 (two digits on every paper)
        raise InvalidInputError(f"Tahun {year} atau putaran {round_} di luar jangkauan. Tidak ada yang tersimpan.")
