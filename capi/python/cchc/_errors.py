"""What a failed call raises."""

import re
from typing import Optional

from . import _structs
from .constants import Code

# Messages about a document begin with its name and the place: "query#/by/0/1: expected a string".
_PLACE = re.compile(r'[^"#]*#((?:/[^/]*?)*): ')


class Error(Exception):
    """A call of the library that failed.

    code         its number, one of cchc.Code; a later library may have more
    name         the number's name, "CCHC_E_JSON_SCHEMA"
    message      English, for people
    row          0-based row of a column, or None
    byte_offset  0-based offset into the text or bytes given, or None
    pointer      JSON pointer of the place in a document, or None; "" is the whole document

    >>> import cchc
    >>> try:
    ...     cchc.Statistics({"format": "cchc.query/1", "from": "2020-01-01", "to": "2020-13-01"})
    ... except cchc.Error as error:
    ...     print(error.name, error.code, error.pointer)
    CCHC_E_JSON_SCHEMA 201 /to
    """

    def __init__(
        self, code: int, name: str, message: str, row: Optional[int] = None, byte_offset: Optional[int] = None
    ) -> None:
        super().__init__(code, name, message, row, byte_offset)
        self.code = code
        self.name = name
        self.message = message
        self.row = row
        self.byte_offset = byte_offset
        place = _PLACE.match(message)
        self.pointer: Optional[str] = place.group(1) if place else None

    def __str__(self) -> str:
        return f"{self.name}: {self.message}"


class Cancelled(Error):
    """A call that was ended through its cchc.Progress. It gave nothing, and nothing changed."""


def from_struct(error: _structs.Error, name: str) -> Error:
    """The exception for what a call wrote."""
    row = None if error.row < 0 else int(error.row)
    offset = None if error.byte_offset < 0 else int(error.byte_offset)
    kind = Cancelled if error.code == Code.E_CANCELLED else Error
    return kind(int(error.code), name, error.message.decode("utf-8", "replace"), row, offset)
