#!/usr/bin/env bash
# Stands before the compiler in subdirectory.sh: an object of the library is taken from the build at hand, which made it of the
# same source; all else is compiled. Usage: take_object.sh COMPILER ARGUMENT ...   with CCHC_BUILD, the build at hand
set -euo pipefail

arguments=("$@")
for ((i = 1; i < $#; i++)); do
    [ "${arguments[i]}" = -o ] && object=${arguments[i + 1]}
    [ "${arguments[i]}" = -MF ] && depends=${arguments[i + 1]}
done
if [[ ${object:-} == cchc/* && -f $CCHC_BUILD/${object#cchc/} ]]; then
    cp "$CCHC_BUILD/${object#cchc/}" "$object"
    echo "$object:" >"${depends:-/dev/null}"
    echo "$object" >>taken
    exit 0
fi
exec "$@"
