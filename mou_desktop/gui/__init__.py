"""The window. It holds no grammar, no file formats and no rules: widgets send edits to the
session and draw what it says.
"""
