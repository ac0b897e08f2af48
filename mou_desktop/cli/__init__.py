"""Takes the arguments of a command; gives an exit code: the same core as the window, without Qt.

It speaks English. Exit codes: 0 done, 1 done with warnings, 2 refused. Whatever goes wrong is one
line on stderr.
"""
