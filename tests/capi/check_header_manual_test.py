"""Shows that check_header_manual.py can fail: each planted change of cchc.h or ownership.md is found, and both as they are pass."""

import pathlib
import sys

import check_header_manual


def main():
    header, ownership = check_header_manual.read(pathlib.Path(sys.argv[1]))

    def planted(old, new, text=header):
        assert old in text, f"{old!r} is not there"
        return text.replace(old, new, 1)

    coverage = "@param calendar [borrowed]  @param from_day, to_day [filled] each may be NULL"
    headers = {
        "a parameter that is not explained": planted(coverage, "@param calendar [borrowed]  @param from_day [filled]"),
        "a parameter that is none": planted(coverage, coverage + " @param planted a number"),
        "a pointer without a tag": planted(coverage, coverage.replace("[filled] ", "")),
        "a tag that nobody defined": planted(coverage, coverage.replace("[filled]", "[lent]")),
        "a second tag that nobody defined": planted(coverage, coverage.replace("[filled]", "[filled] [lent]")),
        "a number that is not explained": planted(" *  @param count      number of rows\n", ""),
        "no statuses": planted("@return COMMON, CCHC_E_ARG_ENUM: kind. @thread", "@thread"),
        "no thread tag": planted("@return COMMON, CCHC_E_ARG_ENUM: kind. @thread any", "@return COMMON, CCHC_E_ARG_ENUM: kind."),
        "no since of a function": planted("Frees bytes; NULL is allowed. @thread own @since 0.1", "Frees bytes. @thread own"),
        "no since of constants": planted("The language of a text for people (int32_t). @since 0.1", "The language of a text."),
        "no since of a struct": planted("each call that runs; it stays where", "each call that runs; it stays").replace(
            "(int32_t and int64_t, relaxed). @since 0.1", "(int32_t and int64_t, relaxed).", 1),
        "no comment": planted("/** Frees bytes; NULL is allowed. @thread own @since 0.1 */", ""),
        "sections in another order": planted("/* ---- Bytes: ", "/* ---- Octets: "),
        "an introduction in another order": planted("\n * ERRORS. ", "\n * FAULTS. "),
    }
    missed = ["the tree as it is"] if check_header_manual.check(header, ownership)[0] else []
    missed += [title for title, text in headers.items() if not check_header_manual.check(text, ownership)[0]]
    if not check_header_manual.check(header, planted("| `[polled]` ", "| `[looked at]` ", ownership))[0]:
        missed.append("a tag that ownership.md lost")
    for title in missed:
        print(f"not judged as it should be: {title}")
    print(f"{len(headers) + 1} planted changes, {len(missed)} wrongly judged")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
