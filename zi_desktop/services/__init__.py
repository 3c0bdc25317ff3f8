"""What a user can do: every call is one transaction, and every front end goes through here."""
