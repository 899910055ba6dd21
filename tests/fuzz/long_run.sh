#!/usr/bin/env bash
# Fuzzes for many minutes in all, each target for its share, and prints one line for each: what it did and what it found.
#   cmake --preset fuzz && cmake --build --preset fuzz && tests/fuzz/long_run.sh MINUTES [WORK [TARGET...]]
# WORK keeps the corpus for the next run, the logs, and what was found. CCHC_FUZZ_JOBS targets run at a time (1).
set -euo pipefail
minutes=$1 work=$(realpath -m "${2:-build/fuzz/long}")
shift $(($# < 2 ? $# : 2))
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=$PWD/build/fuzz/tests/fuzz/cchc_fuzz
mkdir -p "$work"
# The list of targets is what the program says when it is given none.
[ $# -gt 0 ] || set -- $("$program" 2>&1 | sed -n 's/^give --target=NAME of: //p')
python3 tests/fuzz/seeds.py . "$work/seeds"
seconds=$((minutes * 60 / $#))

line() {
    local target=$1 seconds=$2 work=$3 program=$4 findings
    mkdir -p "$work/$target/found"
    tests/fuzz/run_target.sh "$program" "$target" "$seconds" "$work/seeds/$target" "$work/$target" >"$work/$target/out" 2>&1 || true
    findings=$(find "$work/$target/found" -type f | wc -l)
    # The last line of libFuzzer that counts: #123  DONE  cov: 1 ft: 2 corp: 3/4Kb ...
    awk -v target="$target" -v findings="$findings" '
        $1 ~ /^#[0-9]+$/ { for (i = 2; i < NF; ++i) { if ($i == "cov:") edges = $(i+1); if ($i == "ft:") features = $(i+1)
                                                      if ($i == "corp:") corpus = $(i+1) } }
        /^stat::number_of_executed_units/ { runs = $2 }
        /^stat::average_exec_per_sec/ { rate = $2 }
        END { printf "%-17s %9d executions %6d exec/s %6d edges %7d features  corpus %s  findings %d\n",
                     target, runs, rate, edges, features, corpus, findings }' "$work/$target/log"
}
export -f line

printf '%s targets, %s seconds each\n' $# "$seconds"
printf '%s\n' "$@" | xargs -P "${CCHC_FUZZ_JOBS:-1}" -I '{}' bash -c 'line "$@"' line '{}' "$seconds" "$work" "$program"
echo "findings in all: $(find "$work"/*/found -type f | wc -l), in $work/TARGET/found"
