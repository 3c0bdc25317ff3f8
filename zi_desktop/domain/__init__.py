"""The facts of the field, without input or output: worksheet, events, evaluations."""
