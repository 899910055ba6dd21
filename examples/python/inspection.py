#!/usr/bin/env python3
"""A round of inspection, read from its folder and written as a document: who reported and who is late, what differs from the
dossiers, what became of earlier findings, the ranking. The round that comes with it is synthetic. Needs Python 3.8 and libcchc,
nothing else.

    python3 inspection.py                          the notice of late units of examples/data/inspection-274, as Markdown
    python3 inspection.py FOLDER summary --en      a document of another round, in English
    python3 inspection.py FOLDER --list            which documents there are
    CCHC_LIBRARY=/path/to/libcchc.so python3 inspection.py
"""

import argparse
import ctypes
import ctypes.util
import json
import os
import sys
from ctypes import POINTER, byref, c_char, c_char_p, c_int32, c_int64, c_size_t, c_uint8, c_uint32, c_void_p
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "inspection-274"
FOLDERS = ["self-reports", "visits", "findings", "facts", "scores"]  # in the order of CCHC_PART_...
LANG_VI, LANG_EN = 0, 1
MARKDOWN = 1  # CCHC_DOCUMENT_MARKDOWN
NO_DAY = -(2**31)  # CCHC_NO_DAY: as of the end of the plan's period


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
    handle, error, text, out = c_void_p, POINTER(Error), [c_char_p, c_size_t], POINTER(c_void_p)
    signatures = {
        "cchc_status_name": (c_char_p, [c_int32]),
        "cchc_error_init": (c_int32, [error, c_uint32]),
        "cchc_bytes_view": (c_int32, [handle, POINTER(POINTER(c_char)), POINTER(c_size_t), error]),
        "cchc_bytes_free": (None, [handle]),
        "cchc_calendar_builtin": (c_int32, [*text, out, error]),
        "cchc_calendar_free": (None, [handle]),
        "cchc_criteria_builtin": (c_int32, [*text, out, error]),
        "cchc_criteria_free": (None, [handle]),
        "cchc_statistics_create": (c_int32, [*text, out, error]),
        "cchc_statistics_add_csv": (c_int32, [handle, *text, error]),
        "cchc_statistics_finish_csv": (c_int32, [handle, out, error]),
        "cchc_statistics_free": (None, [handle]),
        "cchc_plan_builtin_json": (c_int32, [*text, out, error]),
        "cchc_inspection_create": (c_int32, [*text, *text, handle, handle, out, error]),
        "cchc_inspection_add": (c_int32, [handle, c_int32, *text, *text, POINTER(c_uint8), error]),
        "cchc_inspection_set_statistics": (c_int32, [handle, handle, error]),
        "cchc_round_create": (c_int32, [handle, c_int32, out, error]),
        "cchc_round_free": (None, [handle]),
        "cchc_round_result_json": (c_int32, [handle, out, error]),
        "cchc_round_document_names": (c_int32, [handle, c_int32, out, error]),
        "cchc_round_document": (c_int32, [handle, *text, c_int32, c_int32, out, error]),
        "cchc_inspection_free": (None, [handle]),
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


def make(library, name, *arguments):
    """Calls a function that hands out a handle."""
    handle = c_void_p()
    call(library, name, *arguments, byref(handle))
    return handle


def content(library, name, *arguments):
    """Calls a function that hands out bytes, and takes them as text."""
    handle, data, size = make(library, name, *arguments), POINTER(c_char)(), c_size_t()
    try:
        call(library, "cchc_bytes_view", handle, byref(data), byref(size))
        return ctypes.string_at(data, size.value).decode()
    finally:
        library.cchc_bytes_free(handle)


def text(string):
    data = string.encode()
    return data, len(data)


def builtin(library, name, id):
    return make(library, name, *text(id))


def whole_plan(library, own):
    """What the plan says, and what the built-in one that it extends says where it is silent."""
    if "extends" not in own:
        return own
    return {**json.loads(content(library, "cchc_plan_builtin_json", *text(own["extends"]))), **own}


def create(library, folder, plan, plan_json):
    """An empty round. An outline or a criteria set is built in, or a file beside the plan; here only the outline may be one."""
    outline = folder / plan.get("outline", "")
    own = outline.read_bytes() if outline.is_file() else None
    calendar = builtin(library, "cchc_calendar_builtin", "vn")
    criteria = builtin(library, "cchc_criteria_builtin", plan["criteria"]) if "criteria" in plan else None
    try:
        return make(library, "cchc_inspection_create", plan_json, len(plan_json), own, len(own or b""), criteria, calendar)
    finally:
        library.cchc_calendar_free(calendar)
        library.cchc_criteria_free(criteria)


def add_files(library, inspection, folder):
    """Every file of the round. One that cannot be used does not stop the others: it is among the problems of the result."""
    for part, name in enumerate(FOLDERS):
        for path in sorted((folder / name).glob("*.json")):
            data = path.read_bytes()
            call(library, "cchc_inspection_add", inspection, part, data, len(data), *text(f"{name}/{path.name}"), None)


def add_dossiers(library, inspection, folder, plan):
    """Counts the files of dossiers that the plan names, by unit and month."""
    if not plan.get("dossiers"):
        return
    query = {"format": "cchc.query/1", **plan["period"], "by": [["agency"], ["month"]], "policy": plan["policy"],
             "agencies": [subject["unit"] for subject in plan["subjects"]]}
    statistics = make(library, "cchc_statistics_create", *text(json.dumps(query)))
    try:
        for name in plan["dossiers"]:
            with open(folder / name, "rb") as file:
                while block := file.read(1 << 20):
                    call(library, "cchc_statistics_add_csv", statistics, block, len(block))
            content(library, "cchc_statistics_finish_csv", statistics)
        call(library, "cchc_inspection_set_statistics", inspection, statistics)
    finally:
        library.cchc_statistics_free(statistics)


def compute(library, folder):
    """The result of the round, computed once. It keeps what it needs, so the files that were read may go."""
    plan_json = (folder / "plan.json").read_bytes()
    plan = whole_plan(library, json.loads(plan_json))
    inspection = create(library, folder, plan, plan_json)
    try:
        add_files(library, inspection, folder)
        add_dossiers(library, inspection, folder, plan)
        return make(library, "cchc_round_create", inspection, NO_DAY)
    finally:
        library.cchc_inspection_free(inspection)


def print_figures(result):
    """A few lines out of everything that the result holds; as notes, so that a document can be taken from the output."""
    states = [unit["self_report"]["state"] for unit in result["units"]]
    print(f"{len(states)} units, self-reports:", ", ".join(f"{states.count(s)} {s}" for s in sorted(set(states))), file=sys.stderr)
    errors = sum(problem["severity"] == "error" for problem in result["problems"])
    print(f"{errors} errors, {len(result['problems']) - errors} warnings in what was handed in", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("document", nargs="?", default="late-notice",
                        help="name or kind of a document")
    parser.add_argument("--en", action="store_true", help="in English")
    parser.add_argument("--list", action="store_true", help="name the documents instead")
    options = parser.parse_args()
    lang = LANG_EN if options.en else LANG_VI
    library = load()
    result = compute(library, options.folder)
    try:
        print_figures(json.loads(content(library, "cchc_round_result_json", result)))
        documents = json.loads(content(library, "cchc_round_document_names", result, lang))
        if options.list:
            for document in documents:
                print(f"{document['name']:<40} {document['kind']:<12} {document['title']}")
            return
        found = [d["name"] for d in documents if options.document in (d["name"], d["kind"])]
        if not found:
            sys.exit(f"inspection.py: no document {options.document} in this round; --list names them")
        print(content(library, "cchc_round_document", result, *text(found[0]), lang, MARKDOWN), end="")
    finally:
        library.cchc_round_free(result)


if __name__ == "__main__":
    try:
        main()
    except (CchcError, OSError) as failure:
        sys.exit(f"inspection.py: {failure}")
