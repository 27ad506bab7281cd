#!/usr/bin/env bash
# No page, comment or sentence of the program holds a word that is gone: words.sh ROOT
set -uo pipefail
cd -- "$1"
found=0
while IFS= read -r word; do
    [[ $word == '' || $word == '#'* ]] && continue
    if grep -rnE --include='*.[ch]' --include='*.md' --include='*.yaml' --include='*.py' --include='*.R' --include='*.sh' \
        --include='*.cmake' --include='groundswell' -e "$word" README.md CHANGELOG.md THIRD-PARTY.md groundswell sim models analysis \
        scenarios cmake | cut -c1-200; then
        printf 'is gone: %s\n' "$word"
        found=1
    fi
done <tests/docs/words.txt
exit "$found"
