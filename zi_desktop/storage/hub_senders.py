"""Who sent what to a consolidated store: the laptop to which something of an evaluation can be given back."""

import json

from sqlalchemy import Connection, select

from zi_desktop.storage.hub_tables import bundle, evaluation


def sent_from(connection: Connection, device: str, subject_id: str) -> str:
    """Return the installation from which a device last sent a subject, or "" where it never did."""
    named = [bundle.c.detail.contains(each, autoescape=True) for each in (device, subject_id)]
    wanted = select(bundle.c.installation, bundle.c.detail).where(*named)
    for installation, text in connection.execute(wanted.order_by(bundle.c.at.desc(), bundle.c.key.desc())):
        detail = json.loads(text)
        if detail.get("device") == device and subject_id in detail["subjects"]:
            return str(installation)
    return ""


def evaluations_named(connection: Connection, beginning: str) -> list[str]:
    """Return the ids of the evaluations that begin like this, at most two."""
    wanted = select(evaluation.c.subject_id).where(evaluation.c.subject_id.startswith(beginning, autoescape=True))
    return list(connection.scalars(wanted.order_by(evaluation.c.subject_id).limit(2)))
