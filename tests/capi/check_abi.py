"""The gate that keeps the binary interface: the ABI of libcchc.so, as abidw sees it, against the one kept in capi/abi/.

Both sides are made with the same flags: exported interfaces only, types that cchc.h does not define dropped, no source
positions, no list of needed libraries. abidiff then compares XML with XML without any header filter: a filter there together with
a baseline without positions was seen to pass a field inserted in the middle of a struct.

    check_abi.py --capi capi --library build/dev/capi/libcchc.so            compares; exit status 1 if anything differs
    check_abi.py --capi capi --library build/dev/capi/libcchc.so --update   writes the baseline: a change of the promise

The library must have its debug information (-g) for the files of capi/src. A missing tool or baseline is a failure."""

import argparse
import pathlib
import platform
import re
import subprocess
import sys
import tempfile

DUMP = ["--exported-interfaces-only", "--drop-private-types", "--no-show-locs", "--no-elf-needed", "--no-corpus-path",
        "--no-comp-dir-path"]
INCOMPATIBLE = 8  # a bit of abidiff's exit status, beside 4 for "changed"


class GateError(Exception):
    pass


def run(*command):
    try:
        return subprocess.run([str(part) for part in command], capture_output=True, text=True)
    except FileNotFoundError as missing:
        raise GateError(f"{missing.filename} is not installed; Debian has it in abigail-tools") from missing


def tool_version():
    """The version of the tool's format: another one writes other XML for the same library."""
    found = re.search(r"(\d+)\.(\d+)", run("abidw", "--version").stdout)
    if not found:
        raise GateError("abidw does not tell its version")
    return found.group(0)


def baseline_of(capi):
    """The file name carries what the content depends on besides the library."""
    return capi / "abi" / f"libcchc-{platform.machine()}-abigail-{tool_version()}.xml"


def dump(library, headers):
    """The ABI as XML. Where a file was compiled is no part of it."""
    done = run("abidw", *DUMP, "--headers-dir", headers, library)
    if done.returncode != 0:
        raise GateError(f"abidw failed on {library}: {done.stderr.strip()}")
    text = re.sub(r"(<abi-instr [^>]*?) path='[^']*'", r"\1 path='capi'", done.stdout)
    if "<class-decl name='cchc_error'" not in text:
        raise GateError(f"{library} has no debug information of cchc.h: compile capi/src with -g")
    return text


def difference(before, after, suppressions):
    """What abidiff says of two XML texts; empty: the same."""
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder) / name for name in ("before.xml", "after.xml")]
        for file, text in zip(files, (before, after)):
            file.write_text(text, encoding="utf-8")
        done = run("abidiff", "--suppressions", suppressions, "--harmless", *files)
    if done.returncode == 0:
        return ""
    word = "incompatible" if done.returncode & INCOMPATIBLE else "changed"
    return f"{word} (abidiff exit status {done.returncode})\n{done.stdout}{done.stderr}"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--capi", type=pathlib.Path, required=True)
    parser.add_argument("--library", type=pathlib.Path, required=True)
    parser.add_argument("--update", action="store_true")
    return parser.parse_args()


def check(capi, library, update):
    now, baseline = dump(library, capi / "include"), baseline_of(capi)
    if update:
        baseline.write_text(now, encoding="utf-8")
        return f"wrote {baseline.name}: {now.count('<elf-symbol ')} functions", True
    if not baseline.exists():
        return f"{baseline.name} is missing: no baseline for this machine and this version of libabigail", False
    said = difference(baseline.read_text(encoding="utf-8"), now, capi / "abi" / "suppressions.ini")
    if said:
        return f"the ABI is not that of {baseline.name}: {said}\nA deliberate change is written with --update.", False
    return f"{now.count('<elf-symbol ')} functions as in {baseline.name}", True


def main():
    given = arguments()
    try:
        said, good = check(given.capi, given.library, given.update)
    except GateError as error:
        said, good = str(error), False
    print(said)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
