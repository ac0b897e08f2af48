"""Takes two documents of one language; gives what distinguishes them: blocks, paragraphs, words.

Takes an agreement and its edited copy; gives the amendments, their formulas and the protocol. Takes
an agreement and its protocols; gives the text in force.
"""
