"""Takes foreign documents (Word, OpenDocument, text), gives their versions, a draft made of them,
and what could not be placed.
"""
