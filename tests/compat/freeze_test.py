"""Shows that the gate of old clients can fail: freeze.py finds each planted change of cchc.h, and the client, compiled against a
frozen header that differs from the library in the middle of a struct, says so. As they are, both pass."""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import freeze

PLANTED = {
    "a field in the middle of a struct": ("    int64_t max_issues;", "    int64_t planted;\n    int64_t max_issues;"),
    "a field of another type": ("    int32_t scale;", "    int64_t scale;"),
    "a field that is gone": ("    const int64_t* apology;", ""),
    "a constant of another value": ("#define CCHC_E_CSV 202", "#define CCHC_E_CSV 212"),
    "a constant that is gone": ("#define CCHC_NO_LIMIT (-1)", ""),
    "a parameter too much": ("cchc_rule_to_json(const cchc_rule* rule, ", "cchc_rule_to_json(const cchc_rule* rule, int32_t lang, "),
    "a function that is gone": ("cchc_rule_free(", "cchc_rule_release("),
}
GROWTH = ("} cchc_csv_options;", "    int64_t planted;\n} cchc_csv_options;")
# What an old client would see if today's library had another layout or number: the same difference the other way round.
CLIENTS = {
    "csv options, a field in the middle": ("    int64_t max_issues;", "    int64_t planted;\n    int64_t max_issues;"),
    "columns, a field in the middle": ("    const uint8_t* channel;", "    const uint8_t* planted;\n    const uint8_t* channel;"),
    "fact columns, a field in the middle": ("    int32_t scale;", "    int32_t planted[2];\n    int32_t scale;"),
    "progress, a field in the middle": ("    int64_t done;", "    int64_t planted;\n    int64_t done;"),
    "error, a field in the middle": ("    int64_t row;", "    int64_t planted;\n    int64_t row;"),
    "a status of another number": ("#define CCHC_E_UNKNOWN_NAME 302", "#define CCHC_E_UNKNOWN_NAME 312"),
}


def client_fails(given, text, folder):
    (folder / "cchc.h").write_text(text, encoding="utf-8")
    shutil.copy(given.client, folder / "client.c")  # what it includes is looked for beside it first
    program = folder / "client"
    subprocess.run([given.compiler, "-w", str(folder / "client.c"), "-o", str(program), str(given.library)], check=True)
    environment = dict(os.environ, LD_LIBRARY_PATH=str(given.library.parent))
    return subprocess.run([str(program)], capture_output=True, env=environment).returncode != 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frozen", type=pathlib.Path, required=True)
    parser.add_argument("--client", type=pathlib.Path, required=True)
    parser.add_argument("--library", type=pathlib.Path, required=True)
    parser.add_argument("--compiler", default="cc")
    given = parser.parse_args()
    old, missed = given.frozen.read_text(encoding="utf-8"), []

    def planted(change):
        assert change[0] in old, f"{change[0]!r} is not in the frozen header"
        return old.replace(*change, 1)

    missed += [title for title, change in PLANTED.items() if not freeze.broken(old, planted(change))]
    missed += ["growth at the end"] if freeze.broken(old, planted(GROWTH)) else []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        missed += ["the client as it is"] if client_fails(given, old, folder) else []
        missed += [title for title, change in CLIENTS.items() if not client_fails(given, planted(change), folder)]
    for title in missed:
        print(f"not judged as it should be: {title}")
    print(f"{len(PLANTED) + len(CLIENTS)} planted changes, {len(missed)} wrongly judged")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
