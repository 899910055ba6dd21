"""cchc stats: one pass, any split, any block size, saved and merged: the same bytes."""
import random

import harness

ASK = (*harness.PERIOD, "--by", "agency", "--by", "agency,field", "--by", "month,channel", "--by", "procedure")


class Splits(harness.ToolTest):
    def one_pass(self, output):
        return self.expect(0, "stats", harness.SAMPLE, *ASK, "--format", output, "--save", f"one-{output}.stats").bytes

    def split(self, seed, parts):
        """The sample's rows dealt at random to `parts` files; some may stay without rows."""
        lines = harness.SAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)
        dice = random.Random(seed)
        files = [[lines[0]] for _ in range(parts)]
        for line in lines[1:]:
            dice.choice(files).append(line)
        return [self.write(f"part-{seed}-{i}.csv", "".join(file)) for i, file in enumerate(files)]

    def test_seven_random_splits_saved_and_merged(self):
        whole = self.one_pass("json")
        dice = random.Random(274)
        for seed in range(7):
            saved = []
            for name in self.split(seed, 2 + seed):
                saved.append(name.replace(".csv", ".stats"))
                self.run_tool("stats", name, *ASK, "--save", saved[-1])
            dice.shuffle(saved)
            merged = self.run_tool("stats", "--load", *saved, "--format", "json", "--save", f"merged-{seed}.stats")
            self.assertEqual(merged.code, 0, merged.err)
            self.assertEqual(merged.bytes, whole)
            self.assertEqual(self.read(f"merged-{seed}.stats"), self.read("one-json.stats"))

    def test_several_files_in_one_run(self):
        whole = self.one_pass("table")
        files = self.split(42, 7)
        self.assertEqual(self.run_tool("stats", *files, *ASK).bytes, whole)
        self.assertEqual(self.run_tool("stats", *reversed(files), *ASK).bytes, whole)

    def test_block_sizes(self):
        whole = self.one_pass("json")
        for size in (65536, 17, 1):
            self.assertEqual(self.expect(0, "stats", harness.SAMPLE, *ASK, "--format", "json", "--block-size", size).bytes, whole)

    def test_standard_input(self):
        whole = self.one_pass("json")
        sample = harness.SAMPLE.read_bytes()
        self.assertEqual(self.expect(0, "stats", "-", *ASK, "--format", "json", stdin=sample).bytes, whole)

    def test_saved_statistics_and_more_files(self):
        whole = self.one_pass("json")
        first, second = self.split(7, 2)
        self.run_tool("stats", first, *ASK, "--save", "first.stats")
        self.assertEqual(self.run_tool("stats", "--load", "first.stats", "--format", "json").code, 0)
        both = self.run_tool("stats", second, "--load", "first.stats", "--format", "json")
        self.assertEqual(both.bytes, whole)

    def test_what_cannot_be_merged(self):
        files = self.split(1, 2)
        self.run_tool("stats", files[0], *ASK, "--save", "a.stats")
        self.run_tool("stats", files[1], *harness.PERIOD, "--save", "b.stats")
        self.assertIn("b.stats", self.expect(1, "stats", "--load", "a.stats", "b.stats").err)
        self.assertIn("bring their period", self.expect(2, "stats", "--load", "a.stats", *harness.PERIOD).err)

    def test_saved_statistics_that_were_altered(self):
        self.one_pass("json")
        good = self.read("one-json.stats")
        dice = random.Random(3)
        broken = [b"", b"x", good[:-1], good[: len(good) // 2], good + b"x"]
        for _ in range(20):
            altered = bytearray(good)
            altered[dice.randrange(len(good))] ^= 1 << dice.randrange(8)
            broken.append(bytes(altered))
        for content in broken:
            self.write("broken.stats", content)
            self.assertIn("broken.stats", self.expect(1, "stats", "--load", "broken.stats").err)


if __name__ == "__main__":
    harness.main()
