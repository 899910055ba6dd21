#!/usr/bin/env bash
# Builds examples/sqlite against an installed prefix with what pkg-config says.
# Usage: sqlite_build.sh PREFIX SOURCE_DIR PROGRAM COMPILER [flag ...]
set -euo pipefail

prefix=$1 source=$2 program=$3
shift 3

pkg-config --exists sqlite3 || { echo "no sqlite3.pc: install Debian's libsqlite3-dev" >&2; exit 1; }
pc=$(find "$prefix" -name cchc.pc -print -quit)
[ -n "$pc" ] || { echo "no cchc.pc below $prefix" >&2; exit 1; }
PKG_CONFIG_PATH=$(dirname "$pc")
export PKG_CONFIG_PATH
read -ra flags <<<"$(pkg-config --cflags --libs cchc sqlite3)"

"$@" -std=c99 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror "$source"/*.c "${flags[@]}" -o "$program"
