#!/usr/bin/env python3
"""The documents of the sample round beside the ones that a person has read and put into tests/golden/inspection-274.

    inspect_golden.py TOOL ROOT             compares byte for byte, prints what differs
    inspect_golden.py TOOL ROOT --update    writes them again; read what git diff shows before you commit it

One document of each of the eight kinds, of one unit where a kind has one each: Markdown in Vietnamese and English, JSON in Vietnamese.
"""
import difflib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# The commune with most findings, a visit, a conclusion and late reports.
UNIT = "ubnd-xa-huong-phung"
KINDS = {"minutes", "conclusion", "remedies", "summary", "form-ii06a", "scorecard", "ranking", "late-notice"}
FORMATS = {"vi": ("md", "json"), "en": ("md",)}
MOST_LINES = 60


def write(tool, root, lang, there):
    """The round from a copy of its folder: no document may know where its input lay."""
    work = Path(there) / lang
    shutil.copytree(root / "examples/data/inspection-274", work / "round")
    shutil.copy(root / "examples/data/dossiers.csv", work)
    run = subprocess.run([tool, "inspect", "round", "-o", "out", "--lang", lang, "--formats", "md,json"], cwd=work, stdout=subprocess.DEVNULL,
                         stderr=subprocess.PIPE, timeout=300)
    if run.returncode != 1:  # the sample has mistakes on purpose
        sys.exit(f"exit {run.returncode}\n{run.stderr.decode()}")
    return work / "out"


def chosen(out):
    """Of each kind one document: the one, or that of the unit."""
    names = {}
    for path in sorted(out.glob("*.json")):
        kind = json.loads(path.read_text(encoding="utf-8")).get("kind")
        if kind:
            names.setdefault(kind, []).append(path.stem)
    if set(names) != KINDS:
        sys.exit(f"the kinds of documents are {sorted(names)}, expected {sorted(KINDS)}: change KINDS with them")
    return [next(name for name in those if len(those) == 1 or name.endswith(UNIT)) for those in names.values()]


def documents(tool, root, there):
    """Path below the golden folder, and content."""
    for lang, formats in FORMATS.items():
        out = write(tool, root, lang, there)
        for name in chosen(out):
            for extension in formats:
                yield f"{lang}/{name}.{extension}", (out / f"{name}.{extension}").read_bytes()


def difference(name, golden, made):
    lines = list(difflib.unified_diff(golden.decode("utf-8").splitlines(), made.decode("utf-8").splitlines(), f"golden {name}", f"now {name}",
                                      lineterm="", n=1))
    more = [f"… {len(lines) - MOST_LINES} more lines"] if len(lines) > MOST_LINES else []
    return lines[:MOST_LINES] + more if lines else [f"{name}: differs in the ends of its lines only"]


def compare(folder, made):
    there = {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    for name in sorted({*there, *made}):
        if name not in made:
            yield f"{name}: no such document is written any more"
        elif name not in there:
            yield f"{name}: has no golden file"
        elif there[name] != made[name]:
            yield from difference(name, there[name], made[name])


def main(tool, root, *options):
    root = Path(root)
    folder = root / "tests/golden/inspection-274"
    with tempfile.TemporaryDirectory() as there:
        made = dict(documents(Path(tool).resolve(), root, there))
    if options == ("--update",):
        shutil.rmtree(folder, ignore_errors=True)
        for name, content in made.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        print(f"{len(made)} files written; read them before you commit them")
        return 0
    found = list(compare(folder, made))
    for line in found:
        print(line)
    print(f"{len(made)} documents compared" + ("; --update writes them again" if found else ""))
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4) or sys.argv[3:] not in ([], ["--update"]):
        sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(*sys.argv[1:]))
