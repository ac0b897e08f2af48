"""Takes documents, gives findings: what is wrong or still open, and where."""
