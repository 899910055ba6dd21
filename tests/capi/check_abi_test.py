"""Shows that the gates of the ABI can fail: one file of capi/src is compiled against copies of cchc.h and cchc.map with a
planted change, and the gate must see it; the copy as it is must pass."""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

import check_abi

# A small file with functions over cchc_error, cchc_csv_options and handles.
SOURCE = "src/statistics_csv.cpp"
HEADER, MAP = "include/cchc.h", "cchc.map"

# What is planted: file, old text, new text, and whether an entry for growth at the end of cchc_csv_options is in force.
PLANTED = {
    "a field in the middle of a struct": (HEADER, "    int64_t byte_offset;  /**<", "    int64_t planted;\n    int64_t byte_offset;  /**<", False),
    "a field in the middle, though growth at the end is allowed":
        (HEADER, "    int32_t stop_at_first_issue;", "    int32_t planted[2];\n    int32_t stop_at_first_issue;", True),
    "a field at the end that nobody allowed": (HEADER, "} cchc_csv_options;", "    int64_t planted;\n} cchc_csv_options;", False),
    "a parameter of another type": (HEADER, "typedef int32_t cchc_status;", "typedef int64_t cchc_status;", False),
    "a removed symbol": (MAP, "    cchc_statistics_finish_csv;\n", "", False),
}
ALLOWED = ("a field at the end that an entry allows", HEADER, "} cchc_csv_options;", "    int64_t planted;\n} cchc_csv_options;")
GROWTH = "[suppress_type]\ntype_kind = struct\nname = cchc_csv_options\nhas_data_member_inserted_at = end\n"


def build(compiler, root, capi, target):
    """The ABI of one file of capi/src, compiled against this capi/. Asserts about layout stand in other files."""
    command = [compiler, "-std=c++20", "-g", "-O0", "-fPIC", "-shared", "-fvisibility=hidden", "-w", "-o", target,
               capi / SOURCE, *(f"-I{path}" for path in (capi / "include", capi / "src", root / "include", root / "src")),
               f"-Wl,--version-script={capi / MAP}"]
    subprocess.run([str(part) for part in command], check=True)
    return check_abi.dump(target, capi / "include")


class Workshop:
    def __init__(self, given, folder):
        self.given, self.folder, self.count = given, folder, 0
        self.plain = self.make(None, None, None)

    def make(self, file, old, new):
        self.count += 1
        capi = self.folder / str(self.count) / "capi"
        shutil.copytree(self.given.capi, capi)
        if file is not None:
            text = (capi / file).read_text(encoding="utf-8")
            assert old in text, f"{old!r} is not in {file}"
            (capi / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return build(self.given.compiler, self.given.capi.parent, capi, self.folder / f"{self.count}.so")

    def seen(self, other, growth=False):
        rules = self.folder / "suppressions.ini"
        rules.write_text(GROWTH if growth else "# none\n", encoding="utf-8")
        return bool(check_abi.difference(self.plain, other, rules))


def missed_by_constants(given, folder):
    """The list of constants is the only gate that sees a changed number: abidiff knows no macro."""
    text = (given.capi / HEADER).read_text(encoding="utf-8")
    include = folder / "constants"
    include.mkdir()
    assert "#define CCHC_E_CSV 202" in text
    (include / "cchc.h").write_text(text.replace("#define CCHC_E_CSV 202", "#define CCHC_E_CSV 212", 1), encoding="utf-8")
    program = folder / "print_constants"
    subprocess.run([given.c_compiler, "-w", f"-I{include}", "-o", str(program), str(given.constants)], check=True)
    printed = subprocess.run([str(program)], check=True, capture_output=True, text=True).stdout
    return printed == (given.capi / "abi" / "constants.txt").read_text(encoding="utf-8")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--capi", type=pathlib.Path, required=True)
    parser.add_argument("--compiler", default="c++")
    parser.add_argument("--c-compiler", default="cc")
    parser.add_argument("--constants", type=pathlib.Path, required=True, help="constants.c")
    return parser.parse_args()


def main():
    given, missed = arguments(), []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shop = Workshop(given, folder)
        if shop.seen(shop.make(None, None, None)):
            missed.append("the tree as it is")
        for title, (file, old, new, growth) in PLANTED.items():
            if not shop.seen(shop.make(file, old, new), growth):
                missed.append(title)
        title, *plant = ALLOWED
        if shop.seen(shop.make(*plant), growth=True):
            missed.append(title)
        if missed_by_constants(given, folder):
            missed.append("a changed constant")
    for title in missed:
        print(f"not judged as it should be: {title}")
    print(f"{len(PLANTED) + 1} planted changes, {len(missed)} wrongly judged")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
