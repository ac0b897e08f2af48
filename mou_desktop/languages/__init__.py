"""Takes a lemma, number, date or list and a grammatical form; gives the words.

One module a language. They never import each other; the rest of the program reaches them
through `registry`.
"""
