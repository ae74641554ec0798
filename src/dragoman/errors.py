"""Errors name what, where and what to do.

DragomanError
├── SettingsError      a setting or a settings file is wrong
├── CodebookError      a knowledge file (codebook, gazetteer, actor list) is wrong: file and line
├── ReadingError       a source cannot be read; the run sets it aside and goes on
├── LimitError         an input passes a limit of the settings (a ReadingError)
├── ModelError         a model or spaCy pipeline is missing or does not fit
├── ArchiveError       the archive cannot be opened, or is not one
│   └── ArchiveVersionError   written by a newer Dragoman
└── EvaluationError    a gold file does not have the documented form
"""

from __future__ import annotations


class DragomanError(Exception):
    """Base of all errors that a user can mend. ``str(error)`` reads: what; where; what to do."""

    def __init__(self, what: str, *, where: str | None = None, remedy: str | None = None) -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(what)

    def __str__(self) -> str:
        text = self.what if self.where is None else f"{self.where}: {self.what}"
        return text if self.remedy is None else f"{text}. {self.remedy}"


class SettingsError(DragomanError):
    """A setting or a settings file is wrong."""


class CodebookError(DragomanError):
    """A knowledge file is wrong; ``where`` is ``file:line``."""


class ReadingError(DragomanError):
    """A source cannot be read."""


class LimitError(ReadingError):
    """An input passes a limit of the settings."""


class ModelError(DragomanError):
    """A model or spaCy pipeline is missing or does not fit."""


class ArchiveError(DragomanError):
    """The archive cannot be opened, or is not one."""


class ArchiveVersionError(ArchiveError):
    """The archive was written by a newer Dragoman."""


class EvaluationError(DragomanError):
    """A gold file does not have the documented form."""
