"""Plain frozen values: drafts, templates, documents, findings. No input or output here."""
