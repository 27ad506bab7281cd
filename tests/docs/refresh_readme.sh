#!/usr/bin/env bash
# Writes the output of the demo and its figure into README.md again, after a change of what they show:
#   tests/docs/refresh_readme.sh
set -euo pipefail
root=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../..
root=$(readlink -f -- "$root")
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
cd -- "$folder"

"$root/groundswell" demo --quiet >demo.txt
"$root/groundswell" plot groundswell-demo/results.h5 -o figure.png >words.txt
cp figure.png "$root/scenarios/assembly-vs-open-space.png"

# The question and the first table, the first sentences, on what they hang, who keeps up, and the end: what fits a first screen.
{
    awk '/^$/ {gap++} gap < 2' demo.txt
    printf '\n[...]\n\n'
    grep '^- ' demo.txt | head -n 2
    printf '[...]\n\n'
    grep -E '^- (in order: |the answer on|.* is ahead of .* plausible worlds|.* (falls behind by|keeps up|may or may not keep up) )' demo.txt
    printf '\n[...]\n\n'
    grep 'assumed numbers that this scenario stands on' demo.txt
    printf '\n'
    awk '/^Does the answer hold/ {shown = 1} /^  by itself/ {exit} shown' demo.txt
    printf '\n[...]\n\n'
    tail -n 3 demo.txt
} >shown.txt
sed -i 's/^[^:]*: *//; s/[][]//g' words.txt # without the name of the file

awk -v shown=shown.txt -v words="$(cat words.txt)" '
    /^!\[/ {sub(/!\[[^]]*\]/, "![" words "]")}
    /^```text demo$/ {print; while ((getline line < shown) > 0) print line; inside = 1; next}
    /^```$/ {inside = 0}
    !inside {print}' "$root/README.md" >README.md
cp README.md "$root/README.md"
