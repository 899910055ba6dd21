#!/usr/bin/env bash
# What bash offers for the tool, with the words of a command line simulated as bash hands them over.
# Usage: completion.sh TOOL COMPLETION_FILE MANUAL
set -uo pipefail

tool=$(realpath "$1") manual=$(realpath "$3")
# shellcheck source=/dev/null
. "$2"
failed=0

no() {
    echo "$*" >&2
    failed=1
}

# offers "words of the line|the last is completed" "expected offers": all of them, in any order.
offers() {
    local IFS='|' got
    read -ra COMP_WORDS <<<"$1"
    [[ $1 != *'|' ]] || COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    IFS=$' \t\n'
    _cchc "$tool" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    got=$(printf '%s\n' "${COMPREPLY[@]}" | sort | xargs)
    [ "$got" = "$2" ] || no "after '$1' bash offers '$got', not '$2'"
}

[ "$(complete -p cchc)" = "complete -F _cchc cchc" ] || no "nothing completes cchc"
offers 'cchc|re' 'reconcile'
offers 'cchc|' 'calendar check check-form due eval explain inspect quality rank reconcile score stats whatif'
offers 'cchc|--' '--help --version'
offers 'cchc|due|--re' '--received'
offers 'cchc|due|-' '--calendar --csv --delimiter --explain --force --format --help --lang --limit --out --received --rule --unit -h -o'
offers 'cchc|due|--lang|' 'en vi'
offers 'cchc|stats|--windows|n' 'nd-09-2019'
offers 'cchc|stats|--lang|=|e' 'en'
offers 'cchc|stats|--lang|=' 'en vi'
offers 'cchc|due|--limit|' ''
offers 'cchc|calendar|lunar|--f' '--force --format'
offers 'cchc|eval|--lang|vi|--t' '--test'

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/facts" && touch "$folder/fall.csv"
cd "$folder" || exit 1
offers 'cchc|stats|fa' 'facts fall.csv'
offers 'cchc|stats|--out|fal' 'fall.csv'
offers 'cchc|stats|--facts-dir|' 'facts'

# The manual names every command.
for command in $("$tool" --help | _cchc_commands); do
    grep -qE "^\.B $command\$" "$manual" || no "the manual does not name $command"
done
exit "$failed"
