"""Takes the index of a text in several versions; each rule gives the findings of one kind."""
