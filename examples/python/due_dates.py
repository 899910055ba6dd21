#!/usr/bin/env python3
"""When are these dossiers due? Receipts around the Lunar New Year of 2020 in one batch, one of them explained in Vietnamese,
and two errors as a program meets them. Needs Python 3.8 and libcchc, nothing else.

    python3 due_dates.py                       finds the library as the system does
    CCHC_LIBRARY=/path/to/libcchc.so python3 due_dates.py
"""

import ctypes
import ctypes.util
import os
import sys
from ctypes import POINTER, byref, c_char, c_char_p, c_int32, c_int64, c_size_t, c_uint8, c_uint32, c_void_p
from datetime import datetime, timedelta

LANG_VI = 0
ROW_TEXT = ["ok", "no receipt", "outside the calendar's coverage", "time limit refused", "out of range"]
NO_INSTANT = -(2**63)
EPOCH = datetime(1970, 1, 1)  # wall time of Viet Nam, no zone


class Error(ctypes.Structure):
    """cchc_error: the caller's memory, 256 bytes."""

    _fields_ = [
        ("struct_size", c_uint32),
        ("code", c_int32),
        ("row", c_int64),
        ("byte_offset", c_int64),
        ("message", c_char * 232),
    ]


class CchcError(Exception):
    """A call that failed, with its status and the library's message."""

    def __init__(self, name, message):
        super().__init__(f"{name}: {message}")


def load():
    """The library, with argument and result types of every function that is used here."""
    path = os.environ.get("CCHC_LIBRARY") or ctypes.util.find_library("cchc")
    if not path:
        sys.exit("libcchc was not found; set CCHC_LIBRARY to its path")
    library = ctypes.CDLL(path)
    error = POINTER(Error)
    signatures = {
        "cchc_abi_version": (c_int32, []),
        "cchc_status_name": (c_char_p, [c_int32]),
        "cchc_error_init": (c_int32, [error, c_uint32]),
        "cchc_calendar_builtin": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), error]),
        "cchc_calendar_free": (None, [c_void_p]),
        "cchc_rule_builtin": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), error]),
        "cchc_rule_free": (None, [c_void_p]),
        "cchc_due_compute": (
            c_int32,
            [c_void_p, c_void_p, POINTER(c_int64), POINTER(c_int64), c_size_t, POINTER(c_int64), POINTER(c_int32),
             POINTER(c_uint8), POINTER(c_size_t), error],
        ),
        "cchc_due_explain": (c_int32, [c_void_p, c_void_p, c_int64, c_int64, c_int32, POINTER(c_void_p), error]),
        "cchc_bytes_view": (c_int32, [c_void_p, POINTER(POINTER(c_char)), POINTER(c_size_t), error]),
        "cchc_bytes_free": (None, [c_void_p]),
    }
    for name, (restype, argtypes) in signatures.items():
        function = getattr(library, name)
        function.restype, function.argtypes = restype, argtypes
    return library


def call(library, name, *arguments):
    """Calls a function whose last parameter is the error; raises CchcError where it fails."""
    error = Error()
    library.cchc_error_init(byref(error), ctypes.sizeof(error))
    status = getattr(library, name)(*arguments, byref(error))
    if status != 0:
        raise CchcError(library.cchc_status_name(status).decode(), error.message.decode())


def builtin(library, kind, name):
    """A calendar or rule that ships with the library."""
    handle, text = c_void_p(), name.encode()
    call(library, f"cchc_{kind}_builtin", text, len(text), byref(handle))
    return handle


def instant(when):
    return NO_INSTANT if when is None else (when - EPOCH) // timedelta(seconds=1)


def due_dates(library, calendar, rule, received, days):
    """(due, reason) of each dossier; due is None where a row cannot be judged."""
    count = len(received)
    received_column = (c_int64 * count)(*[instant(when) for when in received])
    limit_column = (c_int64 * count)(*[round(1000 * amount) for amount in days])
    due, status, failed = (c_int64 * count)(), (c_uint8 * count)(), c_size_t()
    call(library, "cchc_due_compute", calendar, rule, received_column, limit_column, count, due, None, status, byref(failed))
    return [(None if s else EPOCH + timedelta(seconds=at), ROW_TEXT[s]) for at, s in zip(due, status)]


def explanation(library, calendar, rule, received, days):
    text, data, size = c_void_p(), POINTER(c_char)(), c_size_t()
    call(library, "cchc_due_explain", calendar, rule, instant(received), round(1000 * days), LANG_VI, byref(text))
    try:
        call(library, "cchc_bytes_view", text, byref(data), byref(size))
        return ctypes.string_at(data, size.value).decode()
    finally:
        library.cchc_bytes_free(text)


def main():
    library = load()
    calendar = builtin(library, "calendar", "vn")
    rule = builtin(library, "rule", "working-days")
    received = [datetime(2020, 1, 16, 9, 0), datetime(2020, 1, 22, 16, 30), datetime(2020, 1, 30, 7, 45), None,
                datetime(2030, 1, 3, 9, 0)]
    days = [15, 3, 0.5, 5, 15]
    for when, amount, (due, reason) in zip(received, days, due_dates(library, calendar, rule, received, days)):
        print(f"{when:%Y-%m-%d %H:%M}" if when else "not received    ", f"+ {amount:>4} days ->", due or reason)
    print()
    print(explanation(library, calendar, rule, received[0], days[0]))

    for attempt in (
        lambda: explanation(library, calendar, rule, datetime(2030, 1, 3, 9, 0), 15),
        lambda: builtin(library, "calendar", "la"),
    ):
        try:
            attempt()
        except CchcError as refused:
            print("refused:", refused)
    library.cchc_rule_free(rule)
    library.cchc_calendar_free(calendar)


if __name__ == "__main__":
    main()
