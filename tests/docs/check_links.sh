#!/usr/bin/env bash
# check_links.sh PAGE: every link and picture of a Markdown page that points into this repository leads to a file.
set -euo pipefail
page=$1
cd -- "$(dirname -- "$page")"
missing=0
while read -r target; do
    [[ -z $target || $target == *://* || $target == mailto:* || $target == \#* ]] && continue
    if [[ ! -e ${target%%#*} ]]; then
        printf '%s: there is no %s\n' "$page" "$target"
        missing=1
    fi
done < <(awk '/^```/ {code = !code} !code' "$(basename -- "$page")" | grep -oE '\]\([^) ]+\)' | sed 's/^](//; s/)$//' || true)
exit "$missing"
