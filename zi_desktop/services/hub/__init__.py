"""The hub of the Inspectorate: its keys, its worker, its consolidated store."""
