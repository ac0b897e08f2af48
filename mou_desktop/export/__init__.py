"""Takes documents, gives the bytes of files: Word, plain text. Decides nothing about the text."""
