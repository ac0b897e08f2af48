"""The exceptions of the program: each says what went wrong and what the officer can do.

The message is an English template with named places and stands in the translation catalogs;
the command line prints `str(error)`, the window translates `message` and fills in `params`.
"""


class MouError(Exception):
    """Base of every error that a user may meet.

    `message` is the untranslated template («cannot read {file}»), `params` its values.
    """

    def __init__(self, message: str, **params: object) -> None:
        super().__init__(message)
        self.message = message
        self.params = params

    def __str__(self) -> str:
        return self.message.format(**self.params)


class TemplateError(MouError):
    """A template is not usable; the message names file, article and field."""


class DraftError(MouError):
    """A file is not a draft that this program can open."""


class FieldError(MouError):
    """A field path does not exist, or a value does not fit its field."""


class IntakeError(MouError):
    """A foreign document cannot be read, or is no agreement."""


class StorageError(MouError):
    """The disk refused: no permission, no space, the file is open elsewhere."""


class AmendmentError(MouError):
    """A protocol cannot be made, or does not fit the text that it should amend."""


class PdfError(MouError):
    """No PDF file could be made."""


class ManifestError(MouError):
    """A folder is no signing set that this program can check."""
