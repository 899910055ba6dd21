"""Shows that check_operations.py can fail: each planted change is found, and the tree as it is passes."""

import pathlib
import sys

import check_operations
import cpp_operations


def main():
    headers, table, symbols = check_operations.read(pathlib.Path(sys.argv[1]))

    def replaced(old, new):
        assert old in table, f"{old!r} is not in the table"
        return headers, table.replace(old, new, 1), symbols

    new_operation = dict(headers, **{"lunar.hpp": cpp_operations.operations("namespace cchc { int planted(int x); }")})
    planted = {
        "an operation without a row": ({**headers, "lunar.hpp": headers["lunar.hpp"] + new_operation["lunar.hpp"]}, table, symbols),
        "a row of what is gone": replaced("`hung_kings_day`", "`hung_kings_day`, `planted`"),
        "a row taken away": replaced("`hung_kings_day`, ", ""),
        "a header without a section": replaced("## lunar.hpp", "## moon.hpp"),
        "a C function that does not exist": replaced("`cchc_lunar_from_days`", "`cchc_lunar_from_dates`"),
        "a C function that no row names": (headers, table, symbols | {"cchc_planted"}),
        "a row without a reason": replaced("none: arithmetic of the C++ types; results in C are whole numbers", "see below"),
        "an operation in two rows": replaced("`tet`", "`tet`, `to_lunar`"),
    }
    missed = ["the tree as it is"] if check_operations.check(headers, table, symbols) else []
    missed += [title for title, change in planted.items() if not check_operations.check(*change)]
    for title in missed:
        print(f"not judged as it should be: {title}")
    print(f"{len(planted)} planted changes, {len(missed)} wrongly judged")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
