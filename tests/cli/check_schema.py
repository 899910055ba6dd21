#!/usr/bin/env python3
"""Results of the tool in JSON satisfy the schemas of their formats.

    check_schema.py CCHC SOURCE_ROOT
"""
import subprocess
import sys
import tempfile
from pathlib import Path

PERIOD = ["--from", "2020-01-01", "--to", "2020-10-01"]
COMMANDS = {
    "statistics": ["stats", "--by", "agency", "--by", "agency,field", "--by", "month"],
    "reconcile": ["reconcile", "--policies", "form-ii06a,decree-61,qd-766,opencps,td,outline-274"],
    "quality": ["quality", "--today", "2020-10-31"],
}


def main():
    tool, root = sys.argv[1], Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        results = []
        for name, (command, *options) in COMMANDS.items():
            results.append(Path(folder) / f"{name}.json")
            with results[-1].open("wb") as out:
                subprocess.run([tool, command, str(root / "examples/data/dossiers.csv"), *PERIOD, *options, "--format", "json"],
                               stdout=out, check=True)
        check = root / "tests/unit/structure/check_schemas.py"
        return subprocess.run([sys.executable, "-B", str(check), str(root), *map(str, results)]).returncode


if __name__ == "__main__":
    sys.exit(main())
