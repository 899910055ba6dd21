#!/usr/bin/env bash
# Line coverage of src/ by the whole suite; prints the table and the total. Needs gcovr (Debian: gcovr).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. examples/packages.sh
install_missing gcovr=gcovr
cmake --preset coverage "-DPython3_EXECUTABLE=$(PATH=/usr/bin:$PATH command -v python3)" >/dev/null
cmake --build --preset coverage
find build/coverage -name '*.gcda' -delete
ctest --preset coverage -j 2
gcovr --root . --filter 'src/' --exclude 'src/json/boost_json.cpp' --exclude 'src/base/fmt.cpp' build/coverage
