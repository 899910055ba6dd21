"""Holds functions.txt complete: every function of capi/abi/symbols.txt has a fuzz target or a reason why it needs none, every target
exists and calls the function, and every target has a function.   check_functions.py REPOSITORY"""

import pathlib
import re
import sys

TABLE = re.compile(r"(cchc_\w+)\s+(?:(\w+)|- (.{10,}))$")
TARGET = re.compile(r"^CCHC_FUZZ_TARGET\((\w+)\)", re.MULTILINE)
# What stands at the left margin and has a body: a target, a function, a struct.
BLOCK = re.compile(r"^(?:CCHC_FUZZ_TARGET\((\w+)\)|(?:struct|class) (\w+)|(?:[\w:<>&*,]+ )+[*&]?(\w+)\([^;{]*\))[^;{]*"
                   r"\{(?:([^\n]*)\}$|(.*?)^\})", re.MULTILINE | re.DOTALL)


def without_comments(text):
    return re.sub(r"//[^\n]*|/\*.*?\*/", " ", text, flags=re.DOTALL)


def calls(text):
    """Functions of the library that a text calls, or hands to a template that does."""
    return set(re.findall(r"(?<![\w\"])(cchc_[a-z0-9_]+)(?=\(|>|,)", text))


def reached(target, blocks):
    """The texts of a target and of what it uses of its file."""
    seen, waiting = set(), [("target", target)]
    while waiting:
        name = waiting.pop()
        if name in seen or name not in blocks:
            continue
        seen.add(name)
        waiting += [("helper", word) for word in re.findall(r"\b[A-Za-z_]\w*\b", blocks[name])]
    return "".join(blocks[name] for name in seen)


def targets(folder):
    """What each target calls."""
    result = {}
    for path in sorted(folder.glob("*.cpp")):
        text = without_comments(path.read_text(encoding="utf-8"))
        blocks = {}
        for target, struct, function, line, body in BLOCK.findall(text):
            key = ("target", target) if target else ("helper", struct or function)
            blocks[key] = blocks.get(key, "") + line + body
        for target in TARGET.findall(text):
            result[target] = calls(reached(target, blocks))
    return result


def read_table(path, problems):
    table, reasons = {}, set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        found = TABLE.match(line)
        if not found:
            problems.append(f"functions.txt:{number}: neither a target nor a reason: {line}")
            continue
        function, target, reason = found.groups()
        if function in table or function in reasons:
            problems.append(f"functions.txt:{number}: {function} stands there twice")
        if target:
            table[function] = target
        else:
            reasons.add(function)
    return table, reasons


def check(repository):
    problems = []
    fuzz = repository / "tests/fuzz"
    table, reasons = read_table(fuzz / "functions.txt", problems)
    symbols = set((repository / "capi/abi/symbols.txt").read_text(encoding="utf-8").split())
    known = table.keys() | reasons
    problems += [f"{name} has neither a target nor a reason in functions.txt" for name in sorted(symbols - known)]
    problems += [f"functions.txt: the library has no {name}" for name in sorted(known - symbols)]
    called = targets(fuzz / "targets")
    for function, target in sorted(table.items()):
        if target not in called:
            problems.append(f"functions.txt: {function}: there is no target {target}")
        elif function not in called[target]:
            problems.append(f"functions.txt: the target {target} does not call {function}")
    problems += [f"functions.txt: no function for the target {name}" for name in sorted(called.keys() - set(table.values()))]
    return problems, len(table), len(reasons), len(called)


def main():
    problems, table, reasons, count = check(pathlib.Path(sys.argv[1]))
    for problem in problems:
        print(problem)
    print(f"{table} functions in {count} fuzz targets, {reasons} with a reason why in none, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
