"""Checks that every function of symbols.txt has a row in the tables of the out-of-memory programs, and no row is of another
function. With --without NAME the rows of that function are left out, which must be found. Exit status 1 for a difference."""

import argparse
import pathlib
import re
import subprocess
import sys


def listed(program):
    """Functions of the rows: "f", "f + g" or "f, in which way"."""
    lines = subprocess.run([program, "--list"], check=True, capture_output=True, text=True).stdout.splitlines()
    return {"cchc_" + name for line in lines for name in re.split(r" \+ ", line.split(",")[0])}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--symbols", type=pathlib.Path, required=True)
    parser.add_argument("--programs", nargs="+", required=True)
    parser.add_argument("--without", default="")
    given = parser.parse_args()
    rows = set().union(*(listed(program) for program in given.programs)) - {given.without}
    symbols = set(given.symbols.read_text(encoding="utf-8").split())
    for name in sorted(symbols - rows):
        print(f"{name} stands in no table")
    for name in sorted(rows - symbols):
        print(f"{name} stands in a table and is no function of the library")
    print(f"{len(symbols)} functions, {len(symbols & rows)} in the tables of allocations that fail")
    return 1 if symbols != rows else 0


if __name__ == "__main__":
    sys.exit(main())
