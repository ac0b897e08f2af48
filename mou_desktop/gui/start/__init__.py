"""The start page: recent drafts and templates in, the officer's choice out."""
