"""cchc inspect says the same of the same input: from anywhere, at any time, in any order of files, and changes no input."""
import json
import os
import shutil
import stat

import harness

ROUND = harness.ROOT / "examples" / "data" / "inspection-274"
FORMATS = "html,xlsx,md,txt,json"


def files_of(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


class Repeat(harness.ToolTest):
    def setUp(self):
        super().setUp()
        shutil.copytree(ROUND, self.dir / "round")
        shutil.copy(harness.SAMPLE, self.dir / "dossiers.csv")

    def inspect(self, *args, folder="round", out="out", formats=FORMATS, code=1):
        return self.expect(code, "inspect", folder, "-o", out, "--formats", formats, *args)

    def surroundings(self, **values):
        for name, value in values.items():
            before = os.environ.get(name)
            self.addCleanup(lambda n=name, b=before: os.environ.pop(n, None) if b is None else os.environ.__setitem__(n, b))
            os.environ[name] = value

    def test_all_formats_from_another_place_and_clock(self):
        before = files_of(self.dir / "round")
        for lang in ("vi", "en"):
            self.inspect("--lang", lang, out=f"first-{lang}")
        # Another folder of another name, its files made in another order, read-only; another zone, language and day.
        elsewhere = self.dir / "Nơi khác" / "đợt 2"
        for path in sorted((self.dir / "round").rglob("*.json"), reverse=True):
            copy = elsewhere / path.relative_to(self.dir / "round")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            os.utime(copy, (1_000_000_000, 1_000_000_000))
            copy.chmod(stat.S_IRUSR)
        shutil.copy(harness.SAMPLE, elsewhere.parent / "dossiers.csv")
        self.surroundings(TZ="Pacific/Kiritimati", LC_ALL="C", LANG="C", SOURCE_DATE_EPOCH="1")
        for lang in ("vi", "en"):
            self.inspect("--lang", lang, folder=elsewhere, out=self.dir / f"second-{lang}")
            self.assertEqual(files_of(self.dir / f"first-{lang}"), files_of(self.dir / f"second-{lang}"))
        self.assertEqual(files_of(self.dir / "round"), before)
        self.assertEqual({n: b for n, b in files_of(elsewhere).items() if n.endswith(".json")}, {n: b for n, b in before.items() if n.endswith(".json")})

    def test_word_files_of_the_sample(self):
        """Of a small round: for each Word file another program runs."""
        for name in ("visits", "facts", "scores"):
            shutil.rmtree(self.dir / "round" / name)
        plan = json.loads(self.read("round/plan.json"))
        plan.update(criteria="", subjects=plan["subjects"][:1])
        self.write("round/plan.json", json.dumps(plan, ensure_ascii=False))
        self.inspect(formats="docx,xlsx", out="first")
        self.surroundings(TZ="Pacific/Kiritimati", LC_ALL="C", SOURCE_DATE_EPOCH="1")
        self.inspect(formats="docx,xlsx", out="second")
        first = files_of(self.dir / "first")
        self.assertGreaterEqual(sum(n.endswith(".docx") for n in first), 3)
        self.assertEqual(first, files_of(self.dir / "second"))

    def test_over_its_own_files_by_force_only(self):
        self.inspect()
        first = files_of(self.dir / "out")
        self.assertIn("--force", self.inspect(code=2).err)
        self.assertEqual(files_of(self.dir / "out"), first)
        self.inspect("--force")
        self.assertEqual(files_of(self.dir / "out"), first)


if __name__ == "__main__":
    harness.main()
