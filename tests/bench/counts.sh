#!/usr/bin/env bash
# counts.sh check|write BENCH_COUNT COMPILER: instructions an event of small cases, counted by callgrind, against
# counts.txt beside this file. Unlike seconds they are the same on a busy machine, but not with another compiler.
set -euo pipefail
what=$1 program=$2 compiler=$3
folder=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
numbers=$folder/counts.txt
tolerance=2 # percent

skip() {
    echo "skipped: $*"
    exit 77
}
command -v valgrind >/dev/null || skip "valgrind is not installed"
if [[ $what == check ]]; then
    [[ $(sed -n 's/^compiler: //p' "$numbers") == "$compiler" ]] ||
        skip "the numbers were counted with $(sed -n 's/^compiler: //p' "$numbers"), not with $compiler"
fi

# count CASE FUNCTION: instructions inside the function, for each event
count() {
    local events said
    events=$("$program" "$1")
    said=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect="$2" "$program" "$1" 2>&1 >/dev/null |
        sed -n 's/.*Collected : //p')
    [[ -n $said ]] || { echo "callgrind counted nothing in $2" >&2; exit 1; }
    echo "$((said / events))"
}
mm1=$(count mm1 run_until)
demo=$(count demo experiment_run)
needs=$(count needs experiment_run)

if [[ $what == write ]]; then
    printf 'instructions an event\ncompiler: %s\nmm1: %s\ndemo: %s\nneeds: %s\n' "$compiler" "$mm1" "$demo" "$needs" >"$numbers"
    cat "$numbers"
    exit
fi
failed=0
for case in mm1 demo needs; do
    was=$(sed -n "s/^$case: //p" "$numbers")
    is=${!case}
    echo "$case: $is instructions an event, $was before"
    if ((100 * is > (100 + tolerance) * was || 100 * is < (100 - tolerance) * was)); then
        echo "that is more than $tolerance % apart: if it is meant, run cmake --build BUILD --target counts and commit counts.txt"
        failed=1
    fi
done
exit $failed
