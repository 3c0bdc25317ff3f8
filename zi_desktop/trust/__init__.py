"""Who may be believed: own keys, certificates, and the Inspectorate's list of persons."""
