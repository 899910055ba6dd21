"""Checks that what libcchc.so exports, abi/symbols.txt, cchc.map and cchc.h name the same functions and nothing else, that
every function that returns a status goes through the exception wall, that abi/constants.txt knows every constant, and that
the library needs nothing but the C and C++ runtimes. Prints each difference; exit status 1 if there is one."""

import argparse
import pathlib
import re
import subprocess
import sys

NEEDED = re.compile(r"(libstdc\+\+|libgcc_s|libc|libm)\.so\.\d+$|ld-linux.*\.so\.\d+$")
# Macros that are no numbers of the ABI: guards, initialisers, the release.
NO_CONSTANT = re.compile(r"CCHC_(H|API|NOEXCEPT|VERSION_NUMBER|CHECK_VERSION)$|CCHC_\w+_INIT$")


def exported(nm, library):
    """Names in the dynamic symbol table that are defined, without the version nodes (absolute symbols)."""
    lines = subprocess.run([nm, "-D", "--defined-only", str(library)], check=True, capture_output=True, text=True).stdout
    names = set()
    for line in lines.splitlines():
        kind, name = line.split()[-2:]
        if not (kind == "A" and re.match(r"CCHC_\d+\.\d+", name)):
            names.add(name.split("@")[0])
    return names


def without_comments(text):
    return re.sub(r"/\*.*?\*/|//[^\n]*", " ", text, flags=re.DOTALL)


def declared(header):
    """(return type, name) of each function that the header declares with CCHC_API."""
    pattern = r"CCHC_API\s+([\w\s*]+?)(\w+)\s*\([^;{]*\)\s*CCHC_NOEXCEPT\s*;"
    return [(kind.strip(), name) for kind, name in re.findall(pattern, without_comments(header))]


def mapped(version_map):
    """Names that the version script makes global."""
    text = re.sub(r"#[^\n]*", "", version_map)
    return set(re.findall(r"\b(cchc_\w+)\s*;", text))


def compare(title, got, wanted, problems):
    problems += [f"{title}: {name} is too much" for name in sorted(got - wanted)]
    problems += [f"{title}: {name} is missing" for name in sorted(wanted - got)]


def check_wall(functions, sources, problems):
    """Each definition is noexcept; the body of one that returns a status is one call of wall() or make()."""
    for kind, name in functions:
        found = re.search(r"\b" + name + r"\s*\([^{;]*\)\s*noexcept\s*\{(.*?)^\}|\b" + name + r"\s*\([^{;]*\)\s*noexcept\s*\{"
                          r"([^\n]*)\}", sources, flags=re.DOTALL | re.MULTILINE)
        if not found:
            problems.append(f"wall: {name} is not defined with noexcept")
        elif kind == "cchc_status" and not name.endswith("_init"):
            body = (found.group(1) or found.group(2)).strip()
            if not re.match(r"return (cchc::capi::)?(wall|make)\(", body):
                problems.append(f"wall: {name} does not go through the wall")


def check_constants(header, constants, problems):
    known = {line.split()[0] for line in constants.splitlines()}
    for name in re.findall(r"^#define (CCHC_\w+)", header, flags=re.MULTILINE):
        if not NO_CONSTANT.match(name) and name not in known:
            problems.append(f"constants.txt: {name} is missing")
    for name, body in re.findall(r"typedef struct (\w+) \{(.*?)\n\}", without_comments(header), flags=re.DOTALL):
        fields = re.findall(r"(\w+)(?:\[\d+\])?;", body)
        problems += [f"constants.txt: {want} is missing"
                     for want in [f"sizeof({name})", *(f"{name}.{field}" for field in fields)] if want not in known]


def check_needed(readelf, library, problems):
    text = subprocess.run([readelf, "-d", str(library)], check=True, capture_output=True, text=True).stdout
    for name in re.findall(r"\(NEEDED\).*\[(.*)\]", text):
        if not NEEDED.match(name):
            problems.append(f"needed libraries: {name} is too much")


def check(capi, library, nm, readelf, sanitized=False):
    problems = []
    header = (capi / "include/cchc.h").read_text(encoding="utf-8")
    listed = (capi / "abi/symbols.txt").read_text(encoding="utf-8").splitlines()
    functions = declared(header)
    names = {name for _, name in functions}
    if listed != sorted(set(listed)):
        problems.append("symbols.txt: not sorted, or a name stands twice")
    if not names or header.count("CCHC_API ") - header.count("define CCHC_API ") != len(functions):
        problems.append("cchc.h: a declaration was not understood")
    compare("symbols.txt against cchc.h", set(listed), names, problems)
    compare("cchc.map against cchc.h", mapped((capi / "cchc.map").read_text(encoding="utf-8")), names, problems)
    compare("exported symbols against cchc.h", exported(nm, library), names, problems)
    sources = "\n".join(path.read_text(encoding="utf-8") for path in sorted((capi / "src").glob("*.cpp")))
    check_wall(functions, without_comments(sources), problems)
    check_constants(header, (capi / "abi/constants.txt").read_text(encoding="utf-8"), problems)
    if not sanitized:
        check_needed(readelf, library, problems)
    return problems, len(names)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--capi", type=pathlib.Path, required=True)
    parser.add_argument("--library", type=pathlib.Path, required=True)
    parser.add_argument("--nm", default="nm")
    parser.add_argument("--readelf", default="readelf")
    parser.add_argument("--sanitized", action="store_true", help="do not look at the needed libraries")
    return parser.parse_args()


def main():
    given = arguments()
    problems, count = check(given.capi, given.library, given.nm, given.readelf, given.sanitized)
    for problem in problems:
        print(problem)
    if not problems:
        print(f"{count} functions: exported, listed, mapped, declared and behind the wall")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
