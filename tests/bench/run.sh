#!/usr/bin/env bash
# Benchmarks: the library, one thread, beside the peers that are installed (Python packages numpy, duckdb, QuantLib), on the same
# data in the same run. Prints nanoseconds of processor time a row and ratios; the machine decides the first, so quote the second.
#   tests/bench/run.sh [ROWS] [PYTHON]     default 4000000 rows, python3
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rows=${1:-4000000}
python=${2:-python3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --preset release -DCCHC_BUILD_BENCH=ON >/dev/null
cmake --build --preset release --target cchc_bench >/dev/null
build/release/tests/bench/cchc_bench "$folder" "$rows" >"$folder/cchc.txt"
"$python" tests/bench/peers.py "$folder" src/data/calendars/vn.json
