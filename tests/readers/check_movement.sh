#!/bin/sh
# check_movement.sh PROGRAM FILE: the program draws, compares and reports what a movement as a whole leaves.
program=$1 file=$2
command -v gnuplot >/dev/null || { echo "skipped: gnuplot is not installed"; exit 77; }
folder=$(mktemp -d) || exit 1
trap 'rm -rf -- "$folder"' EXIT
cd "$folder" || exit 1
failures=0
fails() {
    echo "$1"
    failures=$((failures + 1))
}
"$program" plot "$file" groups path map integration >words || fails "plot"
for figure in groups path map integration; do
    [ -s "$figure.svg" ] || fails "no $figure.svg"
done
grep -q '^groups.svg: Working groups of one run' words || fails "groups in words"
grep -q 'with link calls, united by day 6, falling apart from day 25 on' words || fails "the path in words"
"$program" compare "$file" >words || fails "compare"
grep -q '^The movement as a whole$' words || fails "a block of the movement"
"$program" plot "$file" map --kind map 2>words && fails "a sweep was drawn"
"$program" report "$file" -o page >/dev/null || fails "report"
grep -q '<h2>The movement</h2>' page/index.html || fails "a part on the movement"
[ "$failures" -eq 0 ]
