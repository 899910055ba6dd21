#!/usr/bin/env python3
"""Every code of an InspectionProblem that the sources give is in the table of capi/doc/inspection.md, and the other way round.

    check_problem_codes.py SOURCE_ROOT

A code is what stands for the parameter `code` of a function that makes problems (every function of the files below that has such
a parameter), what is assigned to `.code`, or the first of what is returned in braces, if it has a "_". Codes put together by fmt::format must be known to COMPOSED. Where a call says
`true` or `false` for the parameter `error`, the severity of the table must agree. Broken copies must fail, too.
"""
import re
import sys
from pathlib import Path

TABLE = "capi/doc/inspection.md"
LITERAL = re.compile(r'"([a-z][a-z_]*(?:\{\})?[a-z_]*)"')
# What the hole of a composed code can be: files, and a pattern whose group is one of the words.
COMPOSED = {
    "second_{}": (["src/inspection/inspection.cpp", "src/inspection/result_dates.cpp"], re.compile(r'\{"[^"]*",\s*"([a-z]+)"\}')),
    "sheet_{}": (["src/scoring/appraisal.cpp"], re.compile(r"\brefuse\(([^,;]*),")),
}
HOW = f"""Each code has one row in the table of {TABLE} (section Problems):
    | `code` | error or warning | what it says |"""


def sources(root):
    files = [*(root / "src/inspection").glob("*.[ch]pp"), *(root / "examples/cli").glob("inspect*.[ch]pp")]
    for folder in ("src/report", "capi/src", "examples/cli"):
        files += [f for f in (root / folder).rglob("*.[ch]pp") if "InspectionProblem" in f.read_text(encoding="utf-8")]
    files += [root / name for names, _ in COMPOSED.values() for name in names]
    return {str(f.relative_to(root)): without_comments(f.read_text(encoding="utf-8")) for f in sorted(set(files))}


def without_comments(text):
    return re.sub(r'("(?:\\.|[^"\\\n])*")|//[^\n]*', lambda m: m.group(1) or "", text)


def arguments(text, start):
    """The arguments of the call whose "(" is before `start`."""
    out, depth, begin, i = [], 0, start, start
    while i < len(text):
        c = text[i]
        if c == '"':
            i = re.compile(r'"(?:\\.|[^"\\\n])*"').match(text, i).end() - 1
        elif c in "([{":
            depth += 1
        elif c in ")]}":
            if depth == 0:
                return out + [text[begin:i]]
            depth -= 1
        elif c == "," and depth == 0:
            out.append(text[begin:i])
            begin = i + 1
        i += 1
    return out


def makers(files):
    """name: {(place of `code`, place of `error` or None)} of every function or lambda that takes a code."""
    found = {}
    for text in files.values():
        for m in re.finditer(r"(\w+)(?:\s*=\s*\[[^\]]*\]\s*)?\(([^(){};]*\bcode\b[^(){};]*)\)\s*(?:const)?\s*[{;:\->]", text):
            names = [re.search(r"(\w+)\s*$", p.split("=")[0]) for p in m.group(2).split(",")]
            names = [n.group(1) if n else "" for n in names]
            if "code" in names and re.search(r"(?:string_view|string&?|char\s*\*)\s*code\b", m.group(2)):
                found.setdefault(m.group(1), set()).add((names.index("code"), names.index("error") if "error" in names else None))
    return found


def given(files):
    """code: set of severities that can be seen; and what cannot be read."""
    codes, unknown = {}, []
    outer = {name: text for name, text in files.items() if not name.startswith("src/scoring/")}
    by_name = makers(outer)

    def take(expression, severity, where):
        for literal in LITERAL.findall(expression):
            if "{}" not in literal:
                codes.setdefault(literal, set()).update(severity)
            elif literal in COMPOSED:
                names, pattern = COMPOSED[literal]
                hits = [hit for name in names for hit in pattern.findall(files[name])]
                words = [word for hit in hits for word in (LITERAL.findall(hit) or ([hit] if re.fullmatch(r"[a-z_]+", hit) else []))]
                for word in words:
                    codes.setdefault(literal.replace("{}", word), set()).update(severity)
            else:
                unknown.append(f"{where}: the code {literal!r} is put together; add it to COMPOSED of check_problem_codes.py")

    for name, text in outer.items():
        for maker, places in by_name.items():
            for call in re.finditer(rf"\b{maker}\(", text):
                args = arguments(text, call.end())
                for code, error in places:
                    if len(args) <= code or re.fullmatch(r"\s*(?:std::move\()?code\)?\s*", args[code]):
                        continue
                    said = args[error].strip() if error is not None and len(args) > error else ""
                    take(args[code], {{"true": "error", "false": "warning"}[said]} if said in ("true", "false") else set(), name)
        for m in re.finditer(r'\bcode\s*=\s*([^;=][^;]*);|(?:InspectionProblem|return)\s*\{\s*("[a-z]+_[a-z_]+"),', text):
            take(m.group(1) or m.group(2), set(), name)
    return codes, unknown


def documented(text):
    section = text.split("## Problems:", 1)[1].split("\n## ", 1)[0]
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in section.splitlines() if line.startswith("| `")]
    return [(row[0].strip("`"), row[1], row[2]) for row in rows]


def problems(files, table):
    codes, unknown = given(files)
    yield from unknown
    rows = documented(table)
    names = [name for name, _, _ in rows]
    for name in sorted(set(names)):
        if names.count(name) > 1:
            yield f"{TABLE}: `{name}` has {names.count(name)} rows"
    for name in sorted(set(codes) - set(names)):
        yield f"{TABLE}: no row for the code `{name}` that the sources give"
    for name in sorted(set(names) - set(codes)):
        yield f"{TABLE}: the code `{name}` is given nowhere in the sources; take its row out"
    for name, severity, meaning in rows:
        allowed = {"error", "warning"} if severity == "error or warning" else {severity}
        if not allowed <= {"error", "warning"} or not meaning:
            yield f"{TABLE}: the row of `{name}` needs a severity (error, warning, error or warning) and what it says"
        elif not codes.get(name, set()) <= allowed:
            yield f"{TABLE}: `{name}` is given as {' and '.join(sorted(codes[name]))}, the table says {severity}"


def broken_copies(files, table):
    name = "src/inspection/result_units.cpp"
    yield "a code without a row", {**files, name: files[name] + '\nvoid f() { problem("brand_new", true, {}); }'}, table
    yield "a code chosen by a condition", {**files, name: files[name] + '\nvoid f() { problem(a ? "no_date" : "brand_new", true); }'}, table
    yield "a code assigned", {**files, name: files[name] + '\nvoid f() { p.code = "brand_new"; }'}, table
    yield "a code put together", {**files, name: files[name] + '\nvoid f() { problem(fmt::format("new_{}", x), true); }'}, table
    yield "another severity", {**files, name: files[name] + '\nvoid f() { problem("no_date", false, {}); }'}, table
    yield "a row without a code", files, table.replace("| `no_date` |", "| `no_day` |")
    yield "a row twice", files, table.replace("| `no_date` |", "| `no_date` | error | x |\n| `no_date` |")
    yield "a row without a severity", files, re.sub(r"\| `no_date` \| \w+ \|", "| `no_date` | |", table)


def main(root):
    files, table = sources(root), (root / TABLE).read_text(encoding="utf-8")
    found = list(problems(files, table))
    if found:
        found.append(HOW)
    found += [f"not noticed: {what}" for what, sources_, table_ in broken_copies(files, table) if not list(problems(sources_, table_))]
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
