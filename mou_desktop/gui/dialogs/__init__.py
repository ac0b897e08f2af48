"""Questions that need more than a line: export, about."""
