#!/usr/bin/env bash
# Runs a program, which must succeed, and compares its standard output with a file.
# Usage: compare_output.sh EXPECTED COMMAND [ARGUMENT ...]
set -euo pipefail

expected=$1
shift
actual=$(mktemp)
trap 'rm -f "$actual"' EXIT

"$@" >"$actual"
diff -u "$expected" "$actual"
