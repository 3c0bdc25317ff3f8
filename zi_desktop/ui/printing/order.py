"""What is to be printed, as the dialog takes it and the printer gets it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """Pages ``first`` to ``last`` from 1, ``copies`` times, on the printer of that name; ``title`` in its queue."""

    printer: str
    first: int
    last: int
    copies: int
    title: str
