"""Shows that check_functions.py can fail: each planted difference in a copy of its files is found, and the copy as it is passes."""

import pathlib
import shutil
import sys
import tempfile

import check_functions

TABLE, SYMBOLS, RULE = "tests/fuzz/functions.txt", "capi/abi/symbols.txt", "tests/fuzz/targets/rule.cpp"
PLANTED = {
    "a function that is in no target": (SYMBOLS, "cchc_rule_free\n", "cchc_rule_free\ncchc_rule_new\n"),
    "a function that the library has no more": (SYMBOLS, "cchc_rule_from_json\n", ""),
    "a line missing in the table": (TABLE, "cchc_rule_to_json rule\n", ""),
    "a line twice": (TABLE, "cchc_rule_to_json rule\n", "cchc_rule_to_json rule\n" * 2),
    "a target that does not exist": (TABLE, "cchc_rule_to_json rule", "cchc_rule_to_json ruler"),
    "a target that does not call the function": (TABLE, "cchc_rule_to_json rule", "cchc_rule_to_json policy"),
    "no target and no reason": (TABLE, "cchc_rule_to_json rule", "cchc_rule_to_json - no"),
    "a call that is taken out": (RULE, "cchc_rule_to_json(", "cchc_rule_by_json("),
    "a call in a comment only": (RULE, "return cchc_rule_from_json(", "return nothing(  // cchc_rule_from_json("),
    "a target without a function": (RULE, "CCHC_FUZZ_TARGET(rule) {", "CCHC_FUZZ_TARGET(more) {\n}\nCCHC_FUZZ_TARGET(rule) {"),
}


def judged(repository, plant=None):
    """The problems of a copy with the planted change."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder)
        (copy / "capi/abi").mkdir(parents=True)
        shutil.copy(repository / SYMBOLS, copy / SYMBOLS)
        shutil.copytree(repository / "tests/fuzz/targets", copy / "tests/fuzz/targets")
        shutil.copy(repository / TABLE, copy / TABLE)
        if plant:
            file, old, new = plant
            text = (copy / file).read_text(encoding="utf-8")
            assert old in text, f"{old!r} is not in {file}"
            (copy / file).write_text(text.replace(old, new), encoding="utf-8")
        return check_functions.check(copy)[0]


def main():
    repository = pathlib.Path(sys.argv[1])
    missed = ["the tree as it is"] if judged(repository) else []
    missed += [name for name, plant in PLANTED.items() if not judged(repository, plant)]
    for name in missed:
        print(f"not judged as it should be: {name}")
    print(f"{len(PLANTED)} planted differences, {len(missed)} missed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
