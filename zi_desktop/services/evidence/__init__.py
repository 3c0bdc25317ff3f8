"""Evidence (data dukung): kept, judged, checked against its bytes, cleaned up."""
