"""Shows that check_symbols.py can fail: each planted difference in a copy of capi/ is found, and the copy as it is passes."""

import pathlib
import shutil
import sys
import tempfile

import check_symbols


def replace(file, old, new):
    def plant(capi):
        path = capi / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return plant


PLANTED = {
    "a name missing in symbols.txt": replace("abi/symbols.txt", "cchc_rule_free\n", ""),
    "a name too much in symbols.txt": replace("abi/symbols.txt", "cchc_rule_free\n", "cchc_rule_free\ncchc_rule_gree\n"),
    "symbols.txt not sorted": replace("abi/symbols.txt", "cchc_abi_version\n", "cchc_version_number\n"),
    "a name missing in cchc.map": replace("cchc.map", "    cchc_rule_free;\n", ""),
    "a wildcard in cchc.map": replace("cchc.map", "    cchc_rule_free;\n", "    cchc_rule_*;\n"),
    "a function that is declared only": replace("include/cchc.h", "cchc_rule_free(", "cchc_rule_release("),
    "a function outside the wall": replace("src/calendar.cpp", "return make(out, error, [&] { return handle<cchc_calendar>",
                                           "return bake(out, error, [&] { return handle<cchc_calendar>"),
    "a function without noexcept": replace("src/calendar.cpp", "cchc_calendar_free(cchc_calendar* calendar) noexcept",
                                           "cchc_calendar_free(cchc_calendar* calendar)"),
    "a constant that is not listed": replace("include/cchc.h", "#define CCHC_LANG_EN 1", "#define CCHC_LANG_FR 1"),
    "a field whose offset is not listed": replace("abi/constants.txt", "cchc_progress.done 8\n", ""),
    "a struct whose size is not listed": replace("abi/constants.txt", "sizeof(cchc_progress) 24\n", ""),
}


def main():
    given = check_symbols.arguments()
    run = lambda capi: check_symbols.check(capi, given.library, given.nm, given.readelf, sanitized=True)[0]
    missed = ["the tree as it is"] if run(given.capi) else []
    for name, plant in PLANTED.items():
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "capi"
            shutil.copytree(given.capi, copy)
            plant(copy)
            if not run(copy):
                missed.append(name)
    # A library that exports something else: any other shared library does.
    other = pathlib.Path(sys.modules["_ctypes"].__file__) if "_ctypes" in sys.modules else None
    if other is None:
        import _ctypes

        other = pathlib.Path(_ctypes.__file__)
    if not check_symbols.check(given.capi, other, given.nm, given.readelf, sanitized=True)[0]:
        missed.append("another library")
    for name in missed:
        print(f"not judged as it should be: {name}")
    print(f"{len(PLANTED) + 1} planted differences, {len(missed)} missed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
