"""Takes a draft, gives one `Document` per language."""
