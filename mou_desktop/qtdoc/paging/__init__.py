"""Takes a document, gives pages as they print. All lengths are twips, twentieths of a point."""
