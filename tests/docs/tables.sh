#!/usr/bin/env bash
# tables.sh PROGRAM PAGE [rewrite]
# Tables between `<!-- table: NAME -->` and `<!-- end -->` are what `groundswell explain --markdown NAME` prints. Says
# where a page differs from that, or writes them anew:
#   tests/docs/tables.sh ./groundswell models/README.md rewrite
set -euo pipefail
program=$1 page=$2 wish=${3-compare}
now=$(mktemp)
trap 'rm -f -- "$now"' EXIT
tables=0
inside=
while IFS= read -r line || [[ -n $line ]]; do
    if [[ $line =~ ^'<!-- table: '([a-z_-]+)' -->'$ ]]; then
        [[ -z $inside ]] || { echo "$page: the table $inside has no end"; exit 1; }
        inside=${BASH_REMATCH[1]}
        tables=$((tables + 1))
        printf '%s\n' "$line"
        "$program" explain --markdown "$inside"
    elif [[ $line == '<!-- end -->' ]]; then
        inside=
        printf '%s\n' "$line"
    elif [[ -z $inside ]]; then
        printf '%s\n' "$line"
    fi
done <"$page" >"$now"
[[ -z $inside ]] || { echo "$page: the table $inside has no end"; exit 1; }
((tables > 0)) || { echo "$page: there is no table to look at"; exit 1; }
if [[ $wish == rewrite ]]; then
    cmp -s -- "$now" "$page" || cp -- "$now" "$page"
elif ! diff -u --label "$page" --label "what the program says" -- "$page" "$now"; then
    echo "$page is not what the program says any more; write its tables anew with:"
    echo "  tests/docs/tables.sh ./groundswell $page rewrite"
    exit 1
fi
