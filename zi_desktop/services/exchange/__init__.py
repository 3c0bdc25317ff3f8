"""The exchange of a laptop with others and with the hub."""
