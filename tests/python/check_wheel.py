"""The wheel as a stranger gets it: built, installed by pip into a fresh environment without a network, and three lines that print
form II.06a from a CSV file. Also what pip does not look at: that RECORD is right, and that the same inputs give the same bytes.

    check_wheel.py LIBRARY STRIP
"""

import base64
import csv
import hashlib
import os
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
THREE_LINES = """\
import cchc, pathlib
form = cchc.form_ii06a(pathlib.Path("dossiers.csv"), from_="2020-01-01", to="2020-10-01")
print(form)
"""


def run(*command, **more):
    """Runs a program in an environment that has nothing of ours."""
    environment = {"PATH": "/usr/bin:/bin", "PYTHONUTF8": "1", **more}
    done = subprocess.run([str(part) for part in command], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, cwd=ROOT / "examples" / "data")
    if done.returncode != 0:
        sys.exit(done.stdout)
    return done.stdout


def build(library, strip, folder):
    return Path(run(sys.executable, "-B", ROOT / "capi" / "python" / "build_wheel.py", library, folder, "--strip", strip).strip())


def pip_wheel():
    """The pip that comes with Python: Debian's package python3-pip-whl, or inside Python."""
    for folder in (Path("/usr/share/python-wheels"), Path(venv.__file__).parents[1] / "ensurepip" / "_bundled"):
        for found in sorted(folder.glob("pip-*.whl")):
            return found
    sys.exit("there is no pip to install with: Debian has it in python3-pip-whl")


def check_contents(path):
    """RECORD names every file with its hash and size, and no entry has a time of its own."""
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
        record = [name for name in names if name.endswith("/RECORD")][0]
        rows = {row[0]: tuple(row[1:]) for row in csv.reader(wheel.read(record).decode().splitlines())}
        expected = {record: ("", "")}
        for name in set(names) - {record}:
            data = wheel.read(name)
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
            expected[name] = ("sha256=" + digest, str(len(data)))
        if rows != expected:
            sys.exit("RECORD is not what the wheel holds")
        if {entry.date_time for entry in wheel.infolist()} != {(1980, 1, 1, 0, 0, 0)}:
            sys.exit("an entry of the wheel has the time at which it was built")


def main():
    library, strip = sys.argv[1:]
    with tempfile.TemporaryDirectory() as work:
        wheel = build(library, strip, Path(work) / "dist")
        again = build(library, strip, Path(work) / "again")
        if wheel.read_bytes() != again.read_bytes():
            sys.exit("two builds of the wheel differ")
        check_contents(wheel)
        fresh = Path(work) / "fresh"
        run(sys.executable, "-m", "venv", "--without-pip", fresh)
        python = fresh / "bin" / "python"
        run(python, "-m", "pip", "--isolated", "install", "--no-index", "--no-cache-dir", "--disable-pip-version-check", wheel,
            PYTHONPATH=str(pip_wheel()))
        said = run(python, "-c", THREE_LINES)
        print(wheel.name, os.path.getsize(wheel) >> 10, "KiB")
        print(said, end="")
        lines = said.splitlines()
        totals = [line.split("│")[2:] for line in lines if line.split("│")[1:2] and "Tổng số" in line.split("│")[1]]
        total = [int(cell) for cell in totals[-1]] if totals else []
        if "II.06a" not in lines[0] or total != [1637, 200, 1396, 41, 1571, 722, 790, 59, 66, 59, 7]:
            sys.exit("that is not the form")
        place = run(python, "-c", "import cchc._library as found; print(found.LIBRARY._name)").strip()
        if Path(place).parent.parent.parent.parent.parent != fresh.resolve():
            sys.exit(f"the library is not that of the wheel: {place}")


if __name__ == "__main__":
    main()
