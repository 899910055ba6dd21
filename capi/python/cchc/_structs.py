"""The structs and handles of cchc.h as ctypes sees them; a test compares every field with the header."""

import ctypes
from ctypes import POINTER, c_char, c_char_p, c_int32, c_int64, c_size_t, c_uint8, c_uint32, c_void_p


class Error(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("code", c_int32),
        ("row", c_int64),
        ("byte_offset", c_int64),
        ("message", c_char * 232),
    ]


class CsvOptions(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("delimiter", c_int32),
        ("stop_at_first_issue", c_int32),
        ("reserved0", c_int32),
        ("max_issues", c_int64),
        ("max_record_bytes", c_int64),
        ("source", c_char_p),
        ("source_size", c_size_t),
        ("mapping_json", c_char_p),
        ("mapping_size", c_size_t),
        ("format", c_int32),
        ("reserved1", c_int32),
        ("pauses_csv", c_char_p),
        ("pauses_size", c_size_t),
    ]


class DossierColumns(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("reserved0", c_uint32),
        ("count", c_size_t),
        ("id_bytes", c_char_p),
        ("id_offsets", POINTER(c_int64)),
        ("agency_bytes", c_char_p),
        ("agency_offsets", POINTER(c_int64)),
        ("field_bytes", c_char_p),
        ("field_offsets", POINTER(c_int64)),
        ("procedure_bytes", c_char_p),
        ("procedure_offsets", POINTER(c_int64)),
        ("channel", POINTER(c_uint8)),
        ("status", POINTER(c_uint8)),
        ("received", POINTER(c_int64)),
        ("original_due", POINTER(c_int64)),
        ("due", POINTER(c_int64)),
        ("completed", POINTER(c_int64)),
        ("returned", POINTER(c_int64)),
        ("supplement_requested", POINTER(c_int64)),
        ("supplement_received", POINTER(c_int64)),
        ("apology", POINTER(c_int64)),
        ("limit_milli", POINTER(c_int64)),
        ("limit_unit", POINTER(c_uint8)),
        ("cause_bytes", c_char_p),
        ("cause_offsets", POINTER(c_int64)),
        ("service_level", POINTER(c_uint8)),
        ("clock_offsets", POINTER(c_int64)),
        ("clock_kind", POINTER(c_uint8)),
        ("clock_from", POINTER(c_int64)),
        ("clock_to", POINTER(c_int64)),
        ("clock_due_before", POINTER(c_int64)),
        ("clock_due_after", POINTER(c_int64)),
    ]


class FactColumn(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("is_boolean", c_int32),
        ("scale", c_int32),
        ("reserved0", c_int32),
        ("name", c_char_p),
        ("name_size", c_size_t),
        ("value", POINTER(c_int64)),
    ]


class Progress(ctypes.Structure):
    _fields_ = [("struct_size", c_uint32), ("cancel", c_int32), ("done", c_int64), ("total", c_int64)]


# Handles are opaque. A type for each, so that ctypes refuses a calendar where a rule is wanted.
class Bytes(c_void_p):
    pass


class Calendar(c_void_p):
    pass


class Rule(c_void_p):
    pass


class Policy(c_void_p):
    pass


class Statistics(c_void_p):
    pass


class Reconcile(c_void_p):
    pass


class Quality(c_void_p):
    pass


class Criteria(c_void_p):
    pass


class Inspection(c_void_p):
    pass


class Round(c_void_p):
    pass
