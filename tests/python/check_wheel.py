"""The wheel as a stranger gets it: built, installed by pip into a fresh environment without a network, and three lines that print
form II.06a from a CSV file. What pip checks on the way is checked by it; here also that the same inputs give the same bytes.

    check_wheel.py LIBRARY STRIP
"""

import ensurepip
import os
import subprocess
import sys
import tempfile
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
    for folder in (Path("/usr/share/python-wheels"), Path(ensurepip.__file__).parent / "_bundled"):
        for found in sorted(folder.glob("pip-*.whl")):
            return found
    sys.exit("there is no pip to install with: Debian has it in python3-pip-whl")


def main():
    library, strip = sys.argv[1:]
    with tempfile.TemporaryDirectory() as work:
        wheel = build(library, strip, Path(work) / "dist")
        again = build(library, strip, Path(work) / "again")
        if wheel.read_bytes() != again.read_bytes():
            sys.exit("two builds of the wheel differ")
        fresh = Path(work) / "fresh"
        run(sys.executable, "-m", "venv", "--without-pip", fresh)
        python = fresh / "bin" / "python"
        run(python, "-m", "pip", "--isolated", "install", "--no-index", "--no-cache-dir", "--disable-pip-version-check", wheel,
            PYTHONPATH=str(pip_wheel()))
        said = run(python, "-c", THREE_LINES)
        print(wheel.name, os.path.getsize(wheel) >> 10, "KiB")
        print(said, end="")
        lines = said.splitlines()
        total = [int(cell) for cell in lines[-1].split()[-11:]]
        if "II.06a" not in lines[0] or total != [1637, 200, 1396, 41, 1571, 722, 790, 59, 66, 59, 7]:
            sys.exit("that is not the form")
        place = run(python, "-c", "import cchc._library as found; print(found.LIBRARY._name)").strip()
        if Path(place).parent.parent.parent.parent.parent != fresh.resolve():
            sys.exit(f"the library is not that of the wheel: {place}")


if __name__ == "__main__":
    main()
