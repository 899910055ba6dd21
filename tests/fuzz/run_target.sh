#!/usr/bin/env bash
# Runs one target with libFuzzer for some seconds, in a corpus of its own. What it finds stays, with the command that shows it again.
#   run_target.sh PROGRAM TARGET SECONDS SEEDS WORK
set -euo pipefail
program=$1 target=$2 seconds=$3 seeds=$4 work=$5
mkdir -p "$work/corpus" "$work/found"
options=(-max_total_time="$seconds" -timeout=25 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1)
[ ! -s "$seeds.dict" ] || options+=(-dict="$seeds.dict")
export UBSAN_OPTIONS=print_stacktrace=1
if "$program" --target="$target" "${options[@]}" -artifact_prefix="$work/found/" "$work/corpus" "$seeds" >"$work/log" 2>&1; then
    grep -E '^#[0-9]+.*DONE|^stat::(number_of_executed_units|average_exec_per_sec)' "$work/log"
    exit 0
fi
tail -n 60 "$work/log"
found=$(ls -t "$work/found" | head -n 1)
echo "The target $target failed. To see it again: $program --target=$target $work/found/$found"
exit 1
