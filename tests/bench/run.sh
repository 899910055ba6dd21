#!/usr/bin/env bash
# Benchmarks: the library, one thread, beside the peers that are installed (Python packages numpy, duckdb, QuantLib; for scoring
# datalogic-py and the Node packages json-logic-engine, feelin), on the same data in the same run. Prints nanoseconds of
# processor time a row or a leaf and ratios; the machine decides the first, so quote the second.
#   tests/bench/run.sh [ROWS] [PYTHON]      dossiers, then scoring; default 4000000 rows, python3
#   tests/bench/run.sh score [PYTHON]       scoring only
# NODE_FOLDER: the folder that holds node_modules; default: the current one.
set -euo pipefail
node_folder=$(realpath "${NODE_FOLDER:-.}")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rows=${1:-4000000}
python=${2:-python3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --preset release -DCCHC_BUILD_BENCH=ON >/dev/null

dossiers() {
    cmake --build --preset release --target cchc_bench >/dev/null
    build/release/tests/bench/cchc_bench "$folder" "$rows" >"$folder/cchc.txt"
    "$python" tests/bench/peers.py "$folder" src/data/calendars/vn.json
}

scoring() {
    cmake --build --preset release --target cchc_score_bench >/dev/null
    build/release/tests/bench/cchc_score_bench "$folder" >"$folder/score.txt"
    "$python" tests/bench/score_peer.py "$folder" "$node_folder"
}

if [[ $rows != score ]]; then dossiers; fi
scoring
