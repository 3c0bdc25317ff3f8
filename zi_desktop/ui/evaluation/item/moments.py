"""Times as the window writes them: 10.42 today's way, 5 Nov for the day."""

from datetime import datetime
from typing import Final

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")


def moment(text: str) -> str:
    """Return an ISO time as ``5 Nov 10.42``; what is no time stays as it is."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{when.day} {_MONTHS[when.month - 1]} {when:%H.%M}"
