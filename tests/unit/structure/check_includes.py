#!/usr/bin/env python3
"""Holds the dependency rule of the house by reading the include lines: a room may see only the rooms left of it.

    check_includes.py SOURCE_ROOT
"""
import re
import sys
from pathlib import Path

# What each room of src/ may include besides itself. `json` is seen from .cpp files only, and from
# its own headers.
ROOMS = {
    "base": set(),
    "json": {"base"},
    "data": {"base"},
    "calendar": {"base", "json", "data"},
    "deadline": {"base", "json", "data", "calendar"},
    "dossier": {"base", "json", "data", "calendar", "deadline"},
    "facts": {"base", "json"},
    "statistics": {"base", "json", "data", "calendar", "deadline", "dossier", "facts"},
    "expression": {"base", "json", "facts"},
    "criteria": {"base", "json", "data", "facts", "expression"},
    "scoring": {"base", "json", "data", "facts", "expression", "criteria", "calendar"},
    "inspection": {"base", "json", "data", "calendar", "deadline", "dossier", "facts", "statistics", "criteria", "scoring"},
    "report": {"base", "json", "data", "calendar", "deadline", "dossier", "facts", "statistics", "criteria", "scoring", "inspection"},
}
# The room that each public header belongs to.
HEADERS = {
    "builtin": "data", "progress": "base", "error": "base", "decimal": "base", "number": "base", "time": "base", "version": "base", "calendar": "calendar", "lunar": "calendar", "deadline": "deadline",
    "dossier": "dossier", "outcome": "dossier", "facts": "facts", "statistics": "statistics",
    "expression": "expression", "criteria": "criteria", "scoring": "scoring", "score_matrix": "scoring", "scores": "scoring", "appraisal": "scoring",
    "whatif": "scoring", "sensitivity": "scoring",
    "reconcile": "statistics", "published_form": "statistics", "period": "statistics",
    "series": "statistics", "hierarchy": "statistics",
    "outline": "inspection", "plan": "inspection", "self_report": "inspection", "visit": "inspection", "findings": "inspection",
    "consolidation": "inspection", "inspection": "inspection", "report": "report", "documents": "report",
    "quality": "statistics", "explain": "dossier", "clock_table": "dossier",
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1), match.group(2)


def allowed(room):
    return ROOMS[room] | {room}


def check_public_header(path, problems):
    room = HEADERS.get(path.stem)
    if path.stem == "cchc":
        return
    if room is None:
        problems.append(f"{path}: this header belongs to no room; add it to check_includes.py")
        return
    for number, _, name in includes(path):
        if name.startswith(("boost/", "fmt/", "json/")):
            problems.append(f"{path}:{number}: public headers show no Boost, fmt or json: {name}")
        if name.startswith("cchc/") and HEADERS.get(Path(name).stem) not in allowed(room):
            problems.append(f"{path}:{number}: {room} may not see {name}")


def large_numbers(path, room, name):
    """Exact numbers beyond 64 bits are Boost.Multiprecision's: writing that anew would be a source of errors. Nothing else
    of the house sees it, so that the exception is these files and no more."""
    return room == "base" and path.name.startswith("number") and name.startswith("boost/multiprecision/")


def check_source(path, room, problems):
    is_header = path.suffix == ".hpp"
    for number, bracket, name in includes(path):
        where = f"{path}:{number}"
        if name.startswith("boost/") and room != "json" and not large_numbers(path, room, name):
            problems.append(f"{where}: only the room json includes Boost: {name}")
        if name == "base/number_big.hpp" and not (room == "base" and path.name.startswith("number")):
            problems.append(f"{where}: only base/number*.cpp sees the inside of a number: {name}")
        if name.startswith("fmt/") and is_header:
            problems.append(f"{where}: fmt is included by .cpp files only: {name}")
        if name == "cchc.h" or name.startswith("capi/"):
            problems.append(f"{where}: nothing but capi includes the C API: {name}")
        target = name.split("/")[0]
        if name.startswith("cchc/"):
            target = HEADERS.get(Path(name).stem)
        elif bracket == "<" or target not in ROOMS:
            continue
        if target not in allowed(room):
            problems.append(f"{where}: {room} may not see {target}: {name}")
        if target == "json" and room != "json" and is_header:
            problems.append(f"{where}: json is seen from .cpp files only: {name}")


def check_outside(root, folder, forbidden, problems):
    for path in sorted((root / folder).rglob("*")):
        if path.suffix not in {".c", ".cpp", ".h", ".hpp"}:
            continue
        for number, bracket, name in includes(path):
            if forbidden(bracket, name):
                problems.append(f"{path}:{number}: {folder} sees the public headers only: {name}")


def check(root):
    problems = []
    for path in sorted((root / "include" / "cchc").glob("*.hpp")):
        check_public_header(path, problems)
    for path in sorted((root / "src").rglob("*")):
        if path.suffix in {".cpp", ".hpp"}:
            room = path.relative_to(root / "src").parts[0]
            if room not in ROOMS:
                problems.append(f"{path}: no such room: {room}")
                continue
            check_source(path, room, problems)
    inside = tuple(room + "/" for room in ROOMS)
    check_outside(root, "capi/src", lambda b, n: n.startswith(inside) or n.startswith(("boost/", "fmt/")), problems)
    check_outside(root, "examples", lambda b, n: n.startswith(inside) or n.startswith("boost/"), problems)
    return problems


def main():
    problems = check(Path(sys.argv[1]))
    for problem in problems:
        print(problem)
    print(f"{len(problems)} include lines break the rule")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
