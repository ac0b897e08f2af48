"""Takes documents, gives `QTextDocument`s. Uses QtCore and QtGui only."""
