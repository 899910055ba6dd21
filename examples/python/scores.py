#!/usr/bin/env python3
"""What class is this commune? Nghị định 307/2025/NĐ-CP from its facts: one commune with the trace of a criterion, three of them
ranked, and a thousand in one batch of columns. The communes are made up. Needs Python 3.8 and libcchc, nothing else.

    python3 scores.py                       finds the library as the system does
    CCHC_LIBRARY=/path/to/libcchc.so python3 scores.py
"""

import ctypes
import ctypes.util
import json
import os
import sys
from ctypes import POINTER, byref, c_char, c_char_p, c_int32, c_int64, c_size_t, c_uint8, c_uint32, c_void_p

SET = "vn.nd-307-2025.xa"

# A commune with everything that the decree asks for. Numbers are exact: a decimal is given as text.
COMMUNE = {
    "population": 21500, "population.standard": 16000, "population.ethnic_minority_rate": "33.3",
    "area.natural": "42.37", "area.standard": 30,
    "unit.mountain": False, "unit.land_border": False, "unit.safe_zone": False,
    "budget.self_balanced": False, "budget.own_revenue_rate": "57.3",
    "economy.non_agricultural_rate": "58.41", "labour.non_agricultural_rate": "61.2",
    "poverty.rate": "3.85", "water.clean_rate": "77.7", "dossiers.full_online_rate": "63.15",
    "province.mean.full_online_rate": "61.9", "documents.signed_sent_rate": "82.6", "heritage.recognised": True,
    "role.strategic": False, "role.cluster_centre": False, "role.specialised_centre": False, "role.general_centre": False,
}


class Error(ctypes.Structure):
    """cchc_error: the caller's memory, 256 bytes."""

    _fields_ = [
        ("struct_size", c_uint32),
        ("code", c_int32),
        ("row", c_int64),
        ("byte_offset", c_int64),
        ("message", c_char * 232),
    ]


class FactColumn(ctypes.Structure):
    """cchc_fact_column: one fact for all units, as whole numbers of 10^-scale."""

    _fields_ = [
        ("struct_size", c_uint32),
        ("is_boolean", c_int32),
        ("scale", c_int32),
        ("reserved0", c_int32),
        ("name", c_char_p),
        ("name_size", c_size_t),
        ("value", POINTER(c_int64)),
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
    error, text, out = POINTER(Error), [c_char_p, c_size_t], POINTER(c_void_p)
    signatures = {
        "cchc_status_name": (c_char_p, [c_int32]),
        "cchc_error_init": (c_int32, [error, c_uint32]),
        "cchc_bytes_view": (c_int32, [c_void_p, POINTER(POINTER(c_char)), POINTER(c_size_t), error]),
        "cchc_bytes_free": (None, [c_void_p]),
        "cchc_criteria_builtin": (c_int32, [*text, out, error]),
        "cchc_criteria_description_json": (c_int32, [c_void_p, out, error]),
        "cchc_criteria_free": (None, [c_void_p]),
        "cchc_score": (c_int32, [c_void_p, *text, *text, c_int32, out, error]),
        "cchc_score_many": (
            c_int32,
            [c_void_p, POINTER(c_char_p), POINTER(c_size_t), c_size_t, *text, out, error],
        ),
        "cchc_fact_column_init": (c_int32, [POINTER(FactColumn), c_uint32]),
        "cchc_score_matrix": (
            c_int32,
            [c_void_p, POINTER(FactColumn), c_size_t, c_size_t, POINTER(c_int32), *text, c_int32, c_size_t, POINTER(c_int64),
             POINTER(c_uint8), POINTER(c_int64), POINTER(c_int64), POINTER(c_int32), error],
        ),
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


def document(library, name, *arguments):
    """Calls a function that hands out JSON, and reads it."""
    handle, data, size = c_void_p(), POINTER(c_char)(), c_size_t()
    call(library, name, *arguments, byref(handle))
    try:
        call(library, "cchc_bytes_view", handle, byref(data), byref(size))
        return json.loads(ctypes.string_at(data, size.value))
    finally:
        library.cchc_bytes_free(handle)


def facts(unit, changed):
    """The facts of a commune like COMMUNE but for what is changed; None: not known."""
    known = {name: value for name, value in {**COMMUNE, **changed}.items() if value is not None}
    content = {"format": "cchc.facts/1", "unit": unit, "kind": "xa", "facts": known}
    return json.dumps(content, ensure_ascii=False).encode()


def score(library, criteria, given):
    return document(library, "cchc_score", criteria, given, len(given), None, 0, 1)


def print_trace(leaf):
    """How one leaf came about, from its trace."""
    trace = leaf["trace"]
    print(f"Tiêu chí {leaf['criterion']}: {leaf['points']} of {leaf['max']} points")
    for fact in trace["facts"]:
        print("  fact", fact["name"], "=", fact.get("value"))
    for row in trace.get("rows", []):
        print("  row ", row["row"], "matches:", row["matches"], row.get("article", ""))


def rank(library, criteria, communes):
    documents = [facts(unit, changed) for unit, changed in communes.items()]
    texts = (c_char_p * len(documents))(*documents)
    sizes = (c_size_t * len(documents))(*[len(d) for d in documents])
    scores = document(library, "cchc_score_many", criteria, texts, sizes, len(documents), None, 0)
    return scores["ranking"]["units"]


def score_populations(library, criteria, populations):
    """Totals in hundredths of a point, and the index of the band, of communes that differ in their population alone."""
    leaves = document(library, "cchc_criteria_description_json", criteria)["leaves"]
    units = len(populations)
    column = FactColumn()
    library.cchc_fact_column_init(byref(column), ctypes.sizeof(column))
    column.name, column.name_size = b"population", len(b"population")
    column.value = (c_int64 * units)(*populations)
    others = {name: value for name, value in COMMUNE.items() if name != "population"}
    constants = json.dumps({"format": "cchc.facts/1", "unit": "", "facts": others}).encode()
    total, band = (c_int64 * units)(), (c_int32 * units)()
    call(library, "cchc_score_matrix", criteria, byref(column), 1, units, None, constants, len(constants), 2, len(leaves),
         None, None, total, None, band)
    return list(total), list(band)


def main():
    library = load()
    criteria = c_void_p()
    call(library, "cchc_criteria_builtin", SET.encode(), len(SET), byref(criteria))

    card = score(library, criteria, facts("Tân Liên", {}))
    print(f"{card['unit']}: {card['total']} points, class {card['band']}")
    print_trace(card["leaves"][0])

    incomplete = score(library, criteria, facts("Khe Sanh", {"population": None, "water.clean_rate": None}))
    for leaf in incomplete["leaves"]:
        if leaf["state"] == "missing_input":
            print(f"{incomplete['unit']}: criterion {leaf['criterion']} needs", ", ".join(leaf["missing"]))
    print()

    communes = {"Tân Liên": {}, "Hướng Phùng": {"population": 9000}, "Lao Bảo": {"unit.land_border": True}, "Lìa": {}}
    for row in rank(library, criteria, communes):
        print(row["rank"], row["unit"], row["total"], "(tied)" if row["tied"] else "")
    print()

    populations = list(range(5000, 45000, 40))
    totals, bands = score_populations(library, criteria, populations)
    print(len(totals), "communes in one call; from", totals[0] / 100, "to", totals[-1] / 100, "points;",
          sum(b == 0 for b in bands), "of class I,", sum(b == 1 for b in bands), "of class II,",
          sum(b == 2 for b in bands), "of class III")
    try:
        score(library, criteria, b'{"format": "cchc.facts/1", "unit": "A", "kind": "xa", "facts": {"population": []}}')
    except CchcError as refused:
        print("refused:", refused)
    library.cchc_criteria_free(criteria)


if __name__ == "__main__":
    main()
