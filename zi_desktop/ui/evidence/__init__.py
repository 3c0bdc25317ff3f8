"""Evidence (data dukung) in the window: its list at an item, the inbox, a folder before it is taken, a file looked at."""
