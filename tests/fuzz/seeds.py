"""Collects the seed corpus: FOLDER/TARGET/SEED, from files that the repository has anyway, and a few lines for formats that it has no
small file of.   seeds.py REPOSITORY FOLDER"""

import collections
import pathlib
import random
import re
import shutil
import struct
import sys

SEPARATOR = "\x1e"  # between documents of an input, as in fuzz.hpp

MAPPING = '{"format":"cchc.mapping/1","id":"m","title":{"vi":"m","en":"m"},"columns":{"id":["so"],"received":["nhan"]}}'
QUERY = '{"format":"cchc.query/1","from":"2020-01-01","to":"2020-10-01","by":[["agency"],["agency","field"]]}'
TIMED = '{"format":"cchc.query/1","from":"2020-01-01","to":"2020-10-01","as_of":"2020-09-01","by":[["month"]],"timing":true,"policy":"td"}'
RECONCILE = '{"format":"cchc.reconcile_query/1","from":"2020-01-01","to":"2020-10-01","policies":["form-ii06a","td"]}'
CSV = "id,agency,received,due,completed,status\nA1,UBND A,2020-03-02 08:00,2020-03-09,2020-03-06,9\nB1,\"UBND \"\"B\"\"\",2020-03-02,,,4\n"
RECORDS = ('{"id":"A1","received":"2020-03-02","due":"2020-03-09"}\n{"id":"A2","received":"2020-03-02","limit":5,"unit":"working_day"}\n',
           '{"data":[{"id":"A1","received":"2020-03-02T08:00","completed":"2020-03-06","pauses":[{"from":"2020-03-03","to":"2020-03-04"}]}]}',
           '[{"id":"A1"},{"id":"A1","received":"?"},[]]')
PAUSES = "id;kind;from;to\nA1;supplement;2020-03-03;2020-03-04\nA2;;?;\n"
FORM = ("STT,Tên,received.total,received.online,received.direct,received.carried_over,resolved.total,resolved.early,resolved.on_time,"
        "resolved.overdue,in_process.total,in_process.within,in_process.overdue\n1,a,3,1,1,1,2,1,1,0,1,1,0\n")
FACTS = '{"format":"cchc.facts/1","unit":"%s","kind":"%s","facts":{"rate":%s,"level":"high","open":%s}}'
OUTLINE_REPORT = ('{"format":"cchc.self-report/1","unit":"A","sent":"2020-08-31","period":{"from":"2020-01-01","to":"2020-10-01"},'
                  '"figures":{"plan":{"value":true},"tasks":{"part":1,"whole":2},"rate":{"value":80}}}')
PLAN = ('{"format":"cchc.plan/1","id":"round","version":"1","year":2020,"document":{"number":"1/KH","date":"2020-06-17"},'
        '"period":{"from":"2020-01-01","to":"2020-10-01"},"checklist":[{"id":"one-stop","title":"x"}],'
        '"subjects":[{"unit":"A","kind":"xa"},{"unit":"B","kind":"xa"}],"self_report_due":"2020-08-31",'
        '"letterhead":{"issuer":"x","place":"y","post":"z"}}')
PARTS = (OUTLINE_REPORT,
         '{"format":"cchc.visit/1","unit":"A","date":"2020-09-15","items":[{"item":"one-stop","result":"not_met"}]}',
         '{"format":"cchc.findings/1","findings":[{"id":"2019-1","unit":"A","kind":"shortcoming","text":"x","origin":"inspection-2019",'
         '"raised":"2019-09-02"}],"conclusions":[{"unit":"A","document":{"number":"3/KL","date":"2019-10-01"},'
         '"fixes":[{"finding":"2019-1","due":"2019-12-31"}]}],"remedies":[{"finding":"2019-1","measure":"x","done":"2020-01-03"}]}',
         '{"format":"cchc.facts/1","unit":"A","kind":"xa","facts":{"level":"high"}}',
         '{"format":"cchc.appraisal/1","unit":"A","set":"t.two","version":"1","entries":[{"criterion":"1.1","round":"appraisal",'
         '"points":12,"reason":"x"}]}')
HIERARCHIES = ("unit,parent,level,title\nUBND huyện,,district,\nUBND A,UBND huyện,commune,A\nUBND B,UBND huyện,commune,\n",
               '{"format":"cchc.hierarchy/1","levels":["district","commune"],"units":[{"unit":"UBND A","level":"commune"}]}')
EXPRESSIONS = ("100 * early / total", "if open then max(1, 2) else null", "round(1.005, 2) + 10 ** 3", 'level = "high" and not(open)',
               "(1 + 2) * -3 / 0.1", "x between 1 and 3 or y in [1..2]", "min(a, b, 1e3) >= 0.5")
UNARY = (("[80..95)", "94.99"), ('"a", "b"', '"a"'), ("< 5, > 10", "7"), ("not(true)", "open"), ("-", "null"), ("]1..2[", "rate"))
WHAT_IF = '{"format":"cchc.whatif_options/1","band":"good","reach":"maximum","costs":{"1.1":2},"fixed":["1.2"]}'
SENSITIVITY = '{"format":"cchc.sensitivity_options/1","points":0.1,"weights":0,"seed":1,"first":0,"draws":9,"by_kind":true}'
SCORES = '{"format":"cchc.scores_options/1","outside":["B"],"by_kind":true,"trace":true}'
NAMES = ("vn", "working-days", "td", "vn.nd-307-2025.xa", "huong-hoa-2020", "2020-Q1", "2020-Q1..2020-Q4", "2020-9M", "schema")


class Corpus:
    """Folders of seeds; a seed that is too large to be worth changing byte by byte is left out."""

    def __init__(self, repository, folder):
        self.repository, self.folder = repository, folder
        self.count = {}

    def put(self, target, content, limit=40000):
        data = content if isinstance(content, bytes) else content.encode()
        if len(data) > limit:
            return
        number = self.count[target] = self.count.get(target, 0) + 1
        path = self.folder / target
        path.mkdir(parents=True, exist_ok=True)
        (path / f"{number:03}").write_bytes(data)

    def put_dictionaries(self):
        """TARGET.dict for libFuzzer: the words in quotes and the fields of CSV that seeds have, the commonest ones."""
        for target in self.count:
            words = collections.Counter()
            for seed in sorted((self.folder / target).iterdir()):
                text = seed.read_bytes().decode("latin-1")
                words.update(re.findall(r'"[A-Za-z0-9_./-]{1,30}"', text))
                words.update(re.findall(r"(?<=[,;\n])[a-z_.]{2,24}(?=[,;\n])", text))
            lines = ['"' + word.replace('"', '\\"') + '"\n' for word, _ in words.most_common(300)]
            (self.folder / f"{target}.dict").write_text("".join(lines))

    def files(self, pattern):
        found = sorted(self.repository.glob(pattern))
        if not found:
            sys.exit(f"seeds.py: no file {pattern}")
        return [path.read_text(encoding="utf-8") for path in found]


def join(*documents):
    return SEPARATOR.join(documents)


def put_data(corpus):
    for target, pattern in (("calendar", "src/data/calendars/*.json"), ("rule", "src/data/rules/*.json"),
                            ("policy", "src/data/policies/*.json"), ("criteria", "src/data/criteria/*.json"),
                            ("criteria", "tests/golden/criteria/[bft]*s.json"), ("form", "src/data/forms/*.json")):
        for text in corpus.files(pattern):
            corpus.put(target, join(FORM, "", text) if target == "form" else text)
    extended = '{"format":"cchc.calendar/1","id":"mine","version":"1","extends":"vn","office_hours":[{"hours":["08:00-12:00"]}]}'
    corpus.put("calendar", join(extended, extended))
    corpus.put("form", join(FORM, FORM, "ii06a"))
    corpus.put("form", join(corpus.files("tests/golden/statistics.json")[0], "", ""))


def put_dossiers(corpus):
    lines = corpus.files("examples/data/dossiers.csv")[0].splitlines(keepends=True)
    example = "".join(lines[:12])
    for head in ("\x07\x00", "\x00\x01", "\xff\x06"):
        for mapping in [MAPPING, '"opencps"', *corpus.files("src/data/mappings/*.json")[:2], ""]:
            corpus.put("dossiers_csv", head + join(CSV, mapping, PAUSES))
            corpus.put("dossiers_json", head + join(RECORDS[0], mapping, PAUSES))
        corpus.put("dossiers_csv", head + join(example, "", ""))
        for records in RECORDS:
            corpus.put("dossiers_json", head + join(records, "", ""))
    for query in (QUERY, TIMED):
        corpus.put("query", query)
        corpus.put("quality", join(query.replace(',"by":[["agency"],["agency","field"]]', "").replace(',"by":[["month"]]', ""), CSV))
    for query in (RECONCILE, *corpus.files("tests/golden/reconcile_query.json")):
        corpus.put("reconcile", join(query, CSV))
        corpus.put("reconcile", join(query, ""))
    corpus.put("statistics_bytes", (corpus.repository / "tests/golden/statistics-1.bin").read_bytes())
    for hierarchy in HIERARCHIES:
        corpus.put("hierarchy", hierarchy)


def put_scores(corpus):
    small = [FACTS % unit for unit in (("A", "xa", "50", "true"), ("B", "xa", "0.5", "false"), ("C", "phuong", "null", "true"))]
    sheet = PARTS[4]
    large = corpus.files("tests/golden/facts.json") + corpus.files("examples/data/scoring/inspection/dossiers/*.json")[:3]
    shown = corpus.files("examples/data/scoring/nd-307-2025.xa.json")
    for choice, facts in (("0", small), ("1", shown), ("2", large)):
        for one in facts:
            corpus.put("facts", choice + join("", one))
            corpus.put("facts", choice + join(sheet, one))
            corpus.put("what_if", choice + join("", one, ""))
            corpus.put("what_if", choice + join(WHAT_IF, one, sheet))
        corpus.put("facts", choice + join("", *facts))
        corpus.put("scores", choice + join(SCORES, *facts))
        corpus.put("sensitivity", choice + join(SENSITIVITY, *facts))
    for expression in EXPRESSIONS:
        corpus.put("expression", join(expression, small[0]))
        corpus.put("expression", join(expression, ""))
    # What the manual shows, too.
    for expression in re.findall(r"`([^`\n]{3,80})`", corpus.files("capi/doc/expressions.md")[0]):
        corpus.put("expression", join(expression, small[0]))
        corpus.put("unary_tests", join(expression, "50", small[0]))
    for tests, value in UNARY:
        corpus.put("unary_tests", join(tests, value, small[0]))


def put_inspection(corpus):
    for plan in (PLAN, *corpus.files("src/data/plans/*.json")):
        corpus.put("plan", join(plan, ""), limit=60000)
    for report in corpus.files("examples/data/inspection-274/self-reports/*.json")[:3]:
        corpus.put("self_report", join(report, "", "xa"))
    corpus.put("self_report", join(OUTLINE_REPORT, "", ""))
    for part, text in enumerate(PARTS):
        corpus.put("inspection", str(part) + text)
        corpus.put("inspection", str(part) + text + " ")
    corpus.put("inspection", join(*(str(part) + text for part, text in enumerate(PARTS))))
    for part, kind in enumerate(("self-reports", "visits", "findings", "facts", "scores")):
        corpus.put("inspection", str(part) + corpus.files(f"examples/data/inspection-274/{kind}/*.json")[0])


def put_batches(corpus):
    for target in ("due", "due_paused", "working_days", "working_time", "lunar", "classify", "columns", "score_matrix"):
        for seed in range(6):
            corpus.put(target, random.Random(f"{target}{seed}").randbytes(20 << seed))
    # All columns of dossiers, in range, and all offsets right.
    corpus.put("columns", struct.pack("<IB", 0xFFFFF, 40) + bytes(range(65, 106)) + bytes([1]) * 900)
    constants = '{"format":"cchc.facts/1","unit":"","facts":{"level":"high"}}'
    corpus.put("score_matrix", bytes([2, 1, 2]) + bytes([50, 60, 0, 1, 0, 1]) + bytes([0, 1]) + constants.encode())
    for kind in range(9):
        for name in NAMES:
            corpus.put("names", bytes([kind]) + name.encode())
    for size in (24, 32, 48, 128, 256, 264, 4096, 5000):
        corpus.put("structs", struct.pack("<IiqqQ", size, 0, 1, 2, 0))


def main():
    repository, folder = map(pathlib.Path, sys.argv[1:])
    shutil.rmtree(folder, ignore_errors=True)
    corpus = Corpus(repository, folder)
    for put in (put_data, put_dossiers, put_scores, put_inspection, put_batches):
        put(corpus)
    corpus.put_dictionaries()
    print(f"{sum(corpus.count.values())} seeds of {len(corpus.count)} targets")


if __name__ == "__main__":
    main()
