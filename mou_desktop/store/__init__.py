"""Takes files, gives model values, and the other way round. Whatever comes in is hostile until
it has been validated; whatever goes out is written whole or not at all.
"""
