#!/usr/bin/env bash
# shown.sh SOURCE: each block of CONTRIBUTING.md that is named by `<!-- file: NAME -->` is the text of that file.
set -euo pipefail
cd -- "$1"
page=CONTRIBUTING.md shown=0 failed=0
while IFS= read -r file; do
    shown=$((shown + 1))
    block=$(awk -v mark="<!-- file: $file -->" '$0 == mark {on = 1; next} on == 1 && /^```/ {on = 2; next} on == 2 && /^```/ {exit}
                                                on == 2 {print}' "$page")
    if [[ $block != "$(sed -e :a -e '/^\n*$/{$d;N;ba' -e '}' "$file")" ]]; then
        echo "$page: the block of $file is not what stands there"
        failed=1
    fi
done < <(sed -n 's/^<!-- file: \(.*\) -->$/\1/p' "$page")
((shown > 0)) || { echo "$page shows no file"; exit 1; }
echo "$shown files are shown as they are"
exit $failed
