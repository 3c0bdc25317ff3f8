"""Whose signature a sealed report waits for."""

from zi_desktop.domain.errors import NotFoundError
from zi_desktop.services.workspace import Workspace


def waits_for(workspace: Workspace, evaluation: str, person: str) -> bool:
    """Tell whether the next signature of a sealed evaluation is that of a person (ids)."""
    try:
        view = workspace.evaluation(evaluation)
    except NotFoundError:
        return False
    record, seal = workspace.signed_record(view), view.state.seal
    if record is None or seal is None:
        return False
    given = len([cell for cell in view.state.folded.below(f"signature/{seal.revision}").values() if cell.heads])
    signers = record["signers"]
    return given < len(signers) and bool(person) and signers[given]["person"] == person
