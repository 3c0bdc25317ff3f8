"""What travels between laptops and the Inspectorate, and how; no SQL, no Qt."""
