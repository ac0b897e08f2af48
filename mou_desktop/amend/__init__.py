"""Takes two documents of one language; gives what distinguishes them: blocks, paragraphs, words."""
