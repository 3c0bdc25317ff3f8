"""Where things lie in a place of exchange: the prefixes of keys that laptops and the hub agree on."""

from typing import Final

CARDS: Final = "hub/card"
"""The hub's card, one a generation of its keys."""
REGISTRY: Final = "hub/registry"
"""The signed registry, one a number."""
INBOX: Final = "inbox"
"""What laptops send, one folder an installation."""
OUTBOX: Final = "outbox"
"""What the hub gives back, one folder an installation: receipts, and bundles for it alone."""
EVERYBODY: Final = f"{OUTBOX}/semua"
"""Bundles for every laptop whose card was accepted."""
GIVEN: Final = "given"
"""Files that the hub gives back to one laptop, one folder an installation: beside its outbox, because they are numbered apart."""
