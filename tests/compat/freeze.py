"""The frozen header of an ABI: cchc.h as it was when that ABI was accepted, without its comments. Until the first one is accepted
(CCHC_ABI_VERSION 0) it follows cchc.h by --update; from then on abi-1/ is written once and never again.

    freeze.py FROZEN HEADER            every declaration of FROZEN stands in HEADER unchanged; a struct may have grown at its end
    freeze.py FROZEN HEADER --update   writes FROZEN from HEADER"""

import argparse
import pathlib
import re
import sys

NOTE = """/* cchc.h as a program saw it that was compiled against ABI {abi}; written by tests/compat/freeze.py, without the manual.
 * It is frozen when the first ABI is accepted; until then it follows cchc.h by freeze.py --update. */
/* clang-format off */
"""
# The release of a header is no promise to a program.
NO_PROMISE = re.compile(r"CCHC_VERSION_NUMBER$")


def without_comments(text):
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r"\n\s*\n+", "\n", re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)).lstrip()


def frozen(text):
    abi = re.search(r"#define CCHC_ABI_VERSION (\d+)", text).group(1)
    return NOTE.format(abi=abi) + without_comments(text)


def plain(text):
    return re.sub(r"\s*([*(),;{}\[\]])\s*", r"\1", re.sub(r"\s+", " ", text)).strip()


def declarations(text):
    """Name -> what it is: functions, macros with a value, structs with their fields in order, other types."""
    text = without_comments(text)
    found = {}
    for name, value in re.findall(r"^#define (CCHC_\w+(?:\(\))?)((?:[^\n]*\\\n)*[^\n]*)", text, flags=re.MULTILINE):
        if not NO_PROMISE.match(name) and not name.endswith("_INIT"):
            found.setdefault("macro " + name, []).append(plain(value.replace("\\\n", " ")))
    code = re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", "", text, flags=re.MULTILINE)
    for name, body in re.findall(r"typedef struct (\w+)\s*\{(.*?)\}", code, flags=re.DOTALL):
        found["struct " + name] = [plain(field) for field in body.split(";") if field.strip()]
    for text_of, name in re.findall(r"typedef ([^{};]*?(\w+));", code):
        found["type " + name] = [plain(text_of)]
    for text_of, name in re.findall(r"CCHC_API\s+([^;]*?(\w+)\s*\([^;]*?\))\s*CCHC_NOEXCEPT;", code):
        found["function " + name] = [plain(text_of)]
    return found


def broken(old, new):
    problems, today = [], declarations(new)
    for name, said in declarations(old).items():
        now = today.get(name)
        if now is None:
            problems.append(f"{name} is gone")
        elif now[:len(said)] != said or (len(now) != len(said) and not name.startswith("struct ")):
            at = next((i for i, (a, b) in enumerate(zip(said, now)) if a != b), min(len(said), len(now)))
            problems.append(f"{name} was {said[at:at + 1]} and is {now[at:at + 1]}")
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("frozen", type=pathlib.Path)
    parser.add_argument("header", type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    given = parser.parse_args()
    text = given.header.read_text(encoding="utf-8")
    if given.update:
        given.frozen.write_text(frozen(text), encoding="utf-8")
    old = given.frozen.read_text(encoding="utf-8")
    problems = broken(old, text)
    print("\n".join(problems) if problems else f"{len(declarations(old))} declarations stand as they were")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
