"""Takes a draft, gives a folder with all of its originals and a manifest; checks such a folder."""
