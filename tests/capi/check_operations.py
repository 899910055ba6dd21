"""Checks that capi/doc/cpp-to-c.md is complete in both directions: each operation of include/cchc stands once below its header,
nothing else does, each row names a C function or says "none" and why, each C function that it names is one of abi/symbols.txt,
and each of those is named.

    check_operations.py ROOT"""

import pathlib
import re
import sys

import cpp_operations

# Structs of cchc.h; a row may name them beside the functions that take them.
STRUCTS = {"cchc_csv_options", "cchc_dossier_columns", "cchc_error"}
ONLY_IN_C = "Only in C"


def sections(text):
    """Title -> rows of its table, each (left cell, right cell)."""
    found, title = {}, None
    for line in text.splitlines():
        if line.startswith("## "):
            title = line[3:].strip()
            found[title] = []
        elif title and line.startswith("| `"):
            found[title].append(tuple(cell.strip() for cell in line.strip("|").split(" | ", 1)))
    return found


def functions(cell):
    return set(re.findall(r"`(cchc_\w+)`", cell)) - STRUCTS


def check_header(header, wanted, rows, problems):
    listed = [name for left, _ in rows for name in re.findall(r"`([^`]+)`", left)]
    problems += [f"{header}: {name} has no row" for name in sorted(set(wanted) - set(listed))]
    problems += [f"{header}: {name} is no operation" for name in sorted(set(listed) - set(wanted))]
    problems += [f"{header}: {name} stands twice" for name in sorted({n for n in listed if listed.count(n) > 1})]
    for left, right in rows:
        if not (re.match(r"none( yet)?: \S", right) or functions(right)):
            problems.append(f"{header}: the row of {left} names no C function and gives no reason")


def check(headers, table, symbols):
    problems, rows_of = [], sections(table)
    only_c = rows_of.pop(ONLY_IN_C, [])
    problems += [f"{name}: no section" for name in sorted(set(headers) - set(rows_of))]
    problems += [f"{name}: no header with operations" for name in sorted(set(rows_of) - set(headers))]
    for header in sorted(set(headers) & set(rows_of)):
        check_header(header, headers[header], rows_of[header], problems)
    named = set().union(*(functions(right) for rows in rows_of.values() for _, right in rows))
    alone = set().union(*(functions(left) for left, _ in only_c))
    problems += [f"{left}: no reason" for left, right in only_c if not right]
    problems += [f"{name} is no C function" for name in sorted((named | alone) - symbols)]
    problems += [f"{name} is not in the table" for name in sorted(symbols - named - alone)]
    problems += [f"{name} stands under \"{ONLY_IN_C}\", too" for name in sorted(named & alone)]
    return problems


def read(root):
    capi = root / "capi"
    return (cpp_operations.of_headers(root / "include/cchc"), (capi / "doc/cpp-to-c.md").read_text(encoding="utf-8"),
            set((capi / "abi/symbols.txt").read_text(encoding="utf-8").split()))


def main():
    headers, table, symbols = read(pathlib.Path(sys.argv[1]))
    problems = check(headers, table, symbols)
    count = sum(len(found) for found in headers.values())
    print("\n".join(problems) if problems else f"{count} C++ operations and {len(symbols)} C functions, each in its place")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
