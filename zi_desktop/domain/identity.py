"""Identities that two laptops find alike without a network."""

import uuid

NAMESPACE = uuid.UUID("6f6c9a52-7d0c-5c8e-9d7c-2a6d4b1f90e1")
OFFICE_ID = str(uuid.uuid5(NAMESPACE, "office"))
"""The subject under which a workspace keeps the settings of its Inspectorate."""

NIP_DIGITS = 18


def is_usual_nip(text: str) -> bool:
    """Tell whether a text is a civil servant's number, written with or without spaces."""
    digits = "".join(text.split())
    return digits.isascii() and digits.isdigit() and len(digits) == NIP_DIGITS


def satker_id(agency: str, code: str) -> str:
    """Return the identity of a satker whose list brought none: from its agency and its first code."""
    return str(uuid.uuid5(NAMESPACE, f"satker\n{agency.casefold()}\n{code.casefold()}"))


def evaluation_id(satker: str, year: int, activity: str, round_: int) -> str:
    """Return the identity of an evaluation; made twice, it is the same evaluation."""
    return str(uuid.uuid5(NAMESPACE, f"evaluation\n{satker}\n{year}\n{activity}\n{round_}"))


def person_id(nip: str, name: str) -> str:
    """Return the identity of a person: from the NIP, or from the name where there is none."""
    return str(uuid.uuid5(NAMESPACE, f"person\n{nip or name.casefold()}"))
