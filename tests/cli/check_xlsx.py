"""Looks at a workbook as a stranger would: its formulas, computed again, give the values that it shows; no text is a formula.

    check_xlsx.py TABLES.xlsx

Reads with openpyxl and evaluates SUM and IF by itself. Exit 1 and a list if anything is wrong.
"""
import datetime
import re
import sys

import openpyxl

SUM = re.compile(r"SUM\(\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)\)")
OURS = re.compile(r"=SUM\([A-Z]+\d+:[A-Z]+\d+\)|=IF\((SUM\([A-Z]+\d+:[A-Z]+\d+\))=0,\"\",100\*(SUM\([A-Z]+\d+:[A-Z]+\d+\))/\1\)")
BAD_NAME = re.compile(r"[\[\]:*?/\\]")


def sum_of(sheet, text):
    """The sum of a column's range, as Excel makes it: texts and empty cells do not count."""
    left, top, right, bottom = SUM.fullmatch(text).groups()
    assert left == right and int(top) <= int(bottom), f"{text}: one column, downwards"
    cells = [sheet[f"{left}{row}"].value for row in range(int(top), int(bottom) + 1)]
    return sum(v for v in cells if isinstance(v, (int, float)) and not isinstance(v, bool))


def compute(sheet, formula):
    match = OURS.fullmatch(formula)
    if match.group(1) is None:
        return sum_of(sheet, formula[1:])
    whole = sum_of(sheet, match.group(1))
    return "" if whole == 0 else 100 * sum_of(sheet, match.group(2)) / whole


def same(a, b):
    if isinstance(a, str) or isinstance(b, str) or a is None or b is None:
        return (a or "") == (b or "")
    return abs(a - b) <= 1e-12 * max(1, abs(a), abs(b))


def formula_problems(sheet, values, cell):
    """A formula stands in the last row of its table only, sums what stands above it, and shows what it computes."""
    place = f"{sheet.title}!{cell.coordinate}"
    if not OURS.fullmatch(cell.value):
        return [f"{place}: a formula that is not ours: {cell.value}"]
    below = values.cell(cell.row + 1, cell.column).value
    found = [] if below is None else [f"{place}: a formula that is not in the total row"]
    for _, _, _, bottom in SUM.findall(cell.value):
        if int(bottom) != cell.row - 1:
            found.append(f"{place}: {cell.value} does not end above its own row")
    shown, computed = values[cell.coordinate].value, compute(values, cell.value)
    if not same(shown, computed):
        found.append(f"{place}: {cell.value} shows {shown!r} and computes {computed!r}")
    return found


class Counts:
    """What was seen, so that a workbook without formulas, numbers or charts cannot pass."""

    def __init__(self):
        self.sheets = self.formulas = self.numbers = self.dates = self.charts = 0

    def see(self, cell):
        self.formulas += cell.data_type == "f"
        self.numbers += cell.data_type == "n" and cell.value is not None
        self.dates += isinstance(cell.value, datetime.datetime)

    def __str__(self):
        return f"{self.sheets} sheets, {self.formulas} formulas, {self.numbers} numbers, {self.dates} dates, {self.charts} charts"


def check(path):
    """The problems of the workbook, and what was seen in it."""
    book, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    problems, counts = [], Counts()
    names = [name.casefold() for name in book.sheetnames]
    for name in book.sheetnames:
        if len(name) > 31 or BAD_NAME.search(name) or names.count(name.casefold()) > 1:
            problems.append(f"a name that no sheet may have: {name!r}")
    for sheet in book:
        counts.sheets += 1
        counts.charts += len(sheet._charts)
        if sheet.freeze_panes is None and not sheet._charts:
            problems.append(f"{sheet.title}: the headings are not frozen")
        for row in sheet.iter_rows():
            for cell in row:
                counts.see(cell)
                if cell.data_type == "f":
                    problems += formula_problems(sheet, values[sheet.title], cell)
    return problems, counts


if __name__ == "__main__":
    found, seen = check(sys.argv[1])
    print("\n".join(found) if found else seen)
    sys.exit(1 if found else 0)
