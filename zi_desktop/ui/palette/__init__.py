"""The command palette (Ctrl+K): everything that can be done here, found by typing."""
