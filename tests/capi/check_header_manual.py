"""Checks that cchc.h can be read as a manual from top to bottom: the introduction and the sections in the promised order; for each
declaration a comment with "@since"; for each function a thread tag, each parameter by name, an ownership tag for each pointer,
and the statuses that it returns. The tags are those that capi/doc/ownership.md defines.

    check_header_manual.py ROOT"""

import pathlib
import re
import sys

INTRODUCTION = ("QUICK START.", "TIME.", "TEXT", "OWNERSHIP.", "ERRORS.", "BATCHES", "LONG CALLS", "THREADS.")
SECTIONS = ("Versions", "Statuses and errors", "Constants that many calls share", "Bytes", "Progress", "What ships with the library",
            "Calendar: which days", "Calendar: bases", "Counting rule and due date", "Outcome policy", "Statistics", "Periods",
            "Reconciliation", "Quality", "Criteria and scores", "Inspection", "Expressions")
TAG = re.compile(r"\[([a-z]{3,}[^\[\],()+]*)\]")  # "[i + 1]" and "[from, to)" are no tags
PLAIN_MACRO = re.compile(r"CCHC_(H|API|NOEXCEPT)$|CCHC_\w+_INIT$")
SAME = re.compile(r"\bas (for|in) (cchc_\w+)\(\)")


def known_tags(ownership):
    return {tag.split(":")[0].split(" until")[0] for tag in re.findall(r"^\| `\[([^\]]+)\]`", ownership, flags=re.MULTILINE)}


def introduction(header, problems):
    first = header[:header.index("*/")]
    at = [first.find(f"\n * {word}") for word in INTRODUCTION]
    problems += [f"introduction: {word} is missing" for word, place in zip(INTRODUCTION, at) if place < 0]
    if at != sorted(at):
        problems.append("introduction: not in the promised order")


def sections(header, problems):
    found = re.findall(r"^/\* ---- (.*?) -+ \*/$", header, flags=re.MULTILINE)
    for wanted, title in zip(SECTIONS, found):
        if not title.startswith(wanted):
            problems.append(f"section \"{title}\" stands where \"{wanted}\" is promised")
    if len(found) != len(SECTIONS):
        problems.append(f"{len(found)} sections, {len(SECTIONS)} are promised")


def text_of(comment):
    """One line, without stars."""
    return re.sub(r"\s+", " ", re.sub(r"^\s*\*(?!/)", " ", comment, flags=re.MULTILINE))


def parameters(comment):
    """Name -> what its @param says, up to the next tag of the comment."""
    said = {}
    for names, text in re.findall(r"@param ((?:\w+, )*\w+)((?:(?!@param|@return|@thread|@since|@see).)*)", comment):
        for name in names.split(", "):
            said[name] = text
    return said


class Function:
    def __init__(self, comment, kind, name, arguments):
        self.comment, self.kind, self.name = text_of(comment), kind.strip(), name
        self.parameters = {}
        for part in re.sub(r"\s+", " ", arguments).split(","):
            found = re.match(r"\s*(.*?)(\w+)$", part.strip())
            if part.strip() != "void" and found:
                self.parameters[found.group(2)] = found.group(1).strip()


def functions(header):
    pattern = r"(/\*\*(?:(?!\*/).)*\*/)?\s*CCHC_API\s+([\w\s*]+?)(\w+)\s*\(([^;]*?)\)\s*CCHC_NOEXCEPT\s*;"
    header = re.sub(r"^#define CCHC_API [^\n]*", "", header, flags=re.MULTILINE)
    return [Function(*found) for found in re.findall(pattern, header, flags=re.DOTALL)]


def check_parameter(function, name, kind, said, tags, problems):
    where = f"{function.name}: {name}"
    if name not in said:
        problems.append(f"{where} is not explained")
        return
    if "*" in kind and not SAME.search(said[name]):
        words = {found.split(":")[0].split(" until")[0] for found in TAG.findall(said[name])}
        if not words & tags:
            problems.append(f"{where} has no ownership tag")


def check_function(function, tags, problems):
    name, comment = function.name, function.comment
    if not comment:
        problems.append(f"{name} has no comment")
        return
    for word, wanted in (("@thread (any|own)", "thread tag"), (r"@since \d+\.\d+", "@since")):
        if not re.search(word, comment):
            problems.append(f"{name} has no {wanted}")
    if function.kind == "cchc_status":
        returned = re.search(r"@return(.*)", comment)
        if not returned or not re.search(r"COMMON|CCHC_OK|as cchc_\w+\(\)", returned.group(1)):
            problems.append(f"{name} does not name its statuses")
    if name.endswith("_free") or name == "cchc_status_name":
        return  # its one parameter is what the sentence is about
    said = parameters(comment)
    for parameter, kind in function.parameters.items():
        if parameter != "error" or not kind.startswith("cchc_error"):
            check_parameter(function, parameter, kind, said, tags, problems)
        elif name == "cchc_error_init" and parameter not in said:
            problems.append(f"{name}: {parameter} is not explained")
    problems += [f"{name}: {extra} is no parameter" for extra in sorted(set(said) - set(function.parameters))]


def check_others(header, problems):
    """Types and constants. A group of constants has one comment above it; a blank line ends the group."""
    for block in re.split(r"\n[ \t]*\n", header):
        commented = re.search(r"/\*\*[^<]", block)
        for name in re.findall(r"^#define (CCHC_\w+)", block, flags=re.MULTILINE):
            if not PLAIN_MACRO.match(name) and not (commented and "@since" in block):
                problems.append(f"{name}: no comment with @since above it or its group")
        for name in re.findall(r"^typedef [^{;]*?(\w+)\s*[;{]", block, flags=re.MULTILINE):
            if not (commented and "@since" in block):
                problems.append(f"{name}: no comment with @since")


def check(header, ownership):
    problems, tags = [], known_tags(ownership)
    introduction(header, problems)
    sections(header, problems)
    found = functions(header)
    for function in found:
        check_function(function, tags, problems)
    check_others(header, problems)
    used = {word.split(":")[0].split(" until")[0]
            for function in found for said in parameters(function.comment).values() for word in TAG.findall(said)}
    problems += [f"[{tag}] is not defined in ownership.md" for tag in sorted(used - tags)]
    return problems, len(found)


def read(root):
    return [(root / "capi" / name).read_text(encoding="utf-8") for name in ("include/cchc.h", "doc/ownership.md")]


def main():
    problems, count = check(*read(pathlib.Path(sys.argv[1])))
    print("\n".join(problems) if problems else f"{count} functions: a comment, thread, since, statuses, each parameter with its tag")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
