"""What the tests of cchc inspect share: the sample round as a folder of the test's own."""
import json
import shutil

import harness

ROUND = harness.ROOT / "examples" / "data" / "inspection-274"
REPORT = "self-reports/phong-noi-vu.json"
THANH = "self-reports/ubnd-xa-thanh.json"


def files_of(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


class Inspect(harness.ToolTest):
    def copy_round(self):
        """The sample as a folder "round" of the test's own, with the dossiers where its plan looks for them."""
        shutil.copytree(ROUND, self.dir / "round")
        shutil.copy(harness.SAMPLE, self.dir / "dossiers.csv")
        return self.dir / "round"

    def change(self, name, change):
        path = self.dir / "round" / name
        document = json.loads(path.read_text(encoding="utf-8"))
        change(document)
        path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")

    def inspect(self, code, *args, out="out"):
        return self.expect(code, "inspect", "round", "-o", out, *args)

    def result(self):
        return json.loads(self.read("out/result.json"))

    def assert_named(self, result, place, *words):
        """Some line on standard error begins with the place and holds the words."""
        lines = [line for line in result.err.splitlines() if line.startswith(f"round/{place}")]
        self.assertTrue(any(all(w in line for w in words) for line in lines), f"{place} {words}\n{result.err}")
