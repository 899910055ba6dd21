#!/usr/bin/env python3
"""Results of the tool in JSON satisfy the schemas of their formats.

    check_schema.py CCHC SOURCE_ROOT
"""
import subprocess
import sys
import tempfile
from pathlib import Path

PERIOD = ["--from", "2020-01-01", "--to", "2020-10-01"]
SAMPLE = "examples/data/dossiers.csv"
# In this order: a later one may read what an earlier one wrote. The exit code is 0 unless said.
COMMANDS = {
    "statistics": ["stats", SAMPLE, *PERIOD, "--by", "agency", "--by", "agency,field", "--by", "month"],
    "reconcile": ["reconcile", SAMPLE, *PERIOD, "--policies", "form-ii06a,decree-61,qd-766,opencps,td,outline-274"],
    "series": ["stats", SAMPLE, "--period", "2020-Q1..2020-Q3", "--by", "agency"],
    "consolidated": ["stats", SAMPLE, *PERIOD, "--hierarchy", "{folder}/units.csv"],
    "form-check": ["check-form", "{statistics}"],
    "form-check-broken": ["check-form", "{statistics}", "{statistics}"],
    "quality": ["quality", SAMPLE, *PERIOD, "--today", "2020-10-31"],
    "evaluation": ["eval", "10 / 4"],
    "evaluation-null": ["eval", "if 1 > 2 then \"a\" else null"],
    "evaluation-missing": ["eval", "a + b"],
    "check": ["check", "vn.nd-307-2025.xa"],
    "check-broken": ["check", "tests/golden/criteria/twenty_mistakes.json"],
    "scorecard": ["score", "--criteria", "vn.tt-01-2018.dossier-handling", "--facts", "examples/data/scoring/tt-01-2018/exactly-15.json", "--trace"],
    "scorecard-holes": ["score", "--criteria", "vn.tt-01-2018.dossier-handling", "--facts", "examples/data/scoring/tt-01-2018/hole-of-9.json", "--trace"],
    "scorecard-commune": ["score", "--criteria", "vn.nd-307-2025.xa", "--facts", "examples/data/scoring/nd-307-2025.xa.json", "--trace"],
    "scorecard-inspection": ["score", "--criteria", "huong-hoa-2020.inspection", "--facts", "examples/data/scoring/inspection/dossiers/phong-tu-phap.json",
                             "--facts", "examples/data/scoring/inspection/self-reports/phong-tu-phap.json", "--trace"],
    "ranking": ["rank", "--criteria", "vn.qd-766-2022.progress", "--facts", "examples/data/scoring/progress", "--outside", "Phòng Tư pháp"],
    "explanation": ["explain", SAMPLE, "--id", "000.02.99.H50-191202-0001", "--as-of", "2020-10-01"],
}
BROKEN = {"evaluation-missing", "form-check-broken", "check-broken", "scorecard-holes", "scorecard-inspection"}


def main():
    tool, root = sys.argv[1], Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        results = {"folder": folder}
        Path(folder, "units.csv").write_text("unit,parent,level\nUBND xã Tân Liên,UBND huyện,commune\nUBND huyện,,district\n",
                                             encoding="utf-8")
        for name, arguments in COMMANDS.items():
            arguments = [str(root / a) if (root / a).exists() else a.format(**results) for a in arguments]
            results[name] = str(Path(folder) / f"{name}.json")
            code = subprocess.run([tool, *arguments, "--format", "json", "--out", results[name]], check=False).returncode
            if code != (name in BROKEN):
                print(f"{name}: exit code {code}")
                return 1
        check = root / "tests/unit/structure/check_schemas.py"
        return subprocess.run([sys.executable, "-B", str(check), str(root), *(results[name] for name in COMMANDS)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
