"""The versions as they print: a column of pages for each."""
