"""Takes files that came back edited; shows what was changed in them, and takes that in."""
