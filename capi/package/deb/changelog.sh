#!/usr/bin/env bash
# Prints the changelog of the Debian packages: the newest release of CHANGELOG.md in Debian's form.
# Usage: changelog.sh CHANGELOG VERSION MAINTAINER
# Its date is SOURCE_DATE_EPOCH; without it that of the last commit, else of the file: not of today, so that two runs agree.
set -euo pipefail

changelog=$1 version=$2 maintainer=$3
epoch=${SOURCE_DATE_EPOCH:-$(git -C "$(dirname "$changelog")" log -1 --format=%ct 2>/dev/null || stat -c %Y "$changelog")}

printf 'cchc (%s) unstable; urgency=medium\n\n' "$version"
# The section below the first "## ", up to the next; "### Added" becomes a heading, each entry a bullet of lines up to 80 wide.
awk '/^## / { if (seen++) exit; next } !seen { next }
     /^### / { flush_entry(); print "  [ " substr($0, 5) " ]"; next }
     /^- /   { flush_entry(); entry = substr($0, 3); next }
     NF      { sub(/^ +/, ""); entry = entry " " $0 }
     END     { flush_entry() }
     function flush_entry(   words, count, i, line) {
         if (entry == "") return
         count = split(entry, words, / +/); line = "  *"
         for (i = 1; i <= count; i++) {
             if (length(line) + length(words[i]) + 1 > 78) { print line; line = "   " }
             line = line " " words[i]
         }
         print line; entry = ""
     }' "$changelog"
printf '\n -- %s  %s\n' "$maintainer" "$(LC_ALL=C date -u -d "@$epoch" '+%a, %d %b %Y %H:%M:%S +0000')"
