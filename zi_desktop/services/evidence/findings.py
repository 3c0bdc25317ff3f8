"""What is pointed out about evidence: used too widely, as last year, for another satker, of another time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zi_desktop.domain.canonical import Json
from zi_desktop.domain.evidence import MANY_ITEMS, Evidence, EvidenceLink
from zi_desktop.domain.fold import fold
from zi_desktop.services.workspace import Workspace
from zi_desktop.storage import events, summaries


@dataclass(frozen=True, slots=True)
class EvidenceFinding:
    """One thing to look at: ``kind`` is ``many_items``, ``last_year``, ``other_satker`` or ``other_time``.

    ``places`` are the items (and the inbox) where the file stands in this evaluation; ``sentence`` is ready to show.
    """

    kind: str
    sha256: str
    name: str
    places: tuple[str, ...]
    sentence: str


def evidence_findings(workspace: Workspace, id_: str) -> tuple[EvidenceFinding, ...]:
    """Return what should be looked at in the evidence of an evaluation. Reads all others: for a worker, on services of its own."""
    state = workspace.evaluation(id_).state
    evidence = Evidence(state.folded)
    if not evidence.links:
        return ()
    files = {link.file.sha256: link for link in evidence.links}
    found = [*_within(evidence, files, state.identity.year)]
    with workspace.database.reading() as connection:
        rows = {row.id: row.content for row in summaries.evaluations(connection) if row.id != id_}
        names = {row.id: row.content["name"] for row in summaries.satkers(connection)}
        for other, row in rows.items():
            elsewhere = Evidence(fold(events.load(connection, [other]))).places
            shared = sorted(files.keys() & elsewhere.keys(), key=lambda sha256: files[sha256].file.name.casefold())
            for sha256 in shared:
                kind, words = _relation(state.identity.satker, state.identity.year, row, names)
                if kind:
                    found.append(_finding(kind, files[sha256], evidence, words))
    return tuple(found)


def _within(evidence: Evidence, files: Mapping[str, EvidenceLink], year: int) -> Iterator[EvidenceFinding]:
    for sha256 in evidence.widely_used:
        count = len(evidence.items_of(sha256))
        yield _finding("many_items", files[sha256], evidence, f"dipakai untuk {count} butir, lebih dari {MANY_ITEMS}")
    for link in files.values():
        if link.period.outside(year):
            period = " sampai ".join(day for day in (link.period.first, link.period.last) if day)
            yield _finding("other_time", link, evidence, f"meliputi {period}, di luar tahun {year}")


def _relation(satker: str, year: int, row: Json, names: Mapping[str, str]) -> tuple[str, str]:
    if row["satker"] != satker:
        return "other_satker", f"juga menjadi data dukung {names.get(row['satker'], 'satker lain')} tahun {row['year']}"
    if row["year"] < year:
        return "last_year", f"sama dengan data dukung tahun {row['year']}"
    return "", ""


def _finding(kind: str, link: EvidenceLink, evidence: Evidence, words: str) -> EvidenceFinding:
    name, sha256 = link.file.name, link.file.sha256
    return EvidenceFinding(kind, sha256, name, evidence.places[sha256], f"{name} {words}.")
