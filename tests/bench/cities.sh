#!/usr/bin/env bash
# cities.sh BENCH_COUNT [DAYS [PAIRS]]: what needs, gifts, cards, a board and sparks cost where there are many sites. The first run of
# october-15 (951 cities) with the settings of cities.txt and without them, in turns, on one thread: processor time and memory, as ratios;
# with gifts and sparks, and with all.
# cities.sh BENCH_COUNT instructions [DAYS]: the same in instructions, counted by callgrind; it takes minutes.
set -euo pipefail
program=$1
folder=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
scenario=$folder/../../scenarios/october-15.yaml
mapfile -t with <"$folder/cities.txt"

if [[ ${2:-8} == instructions ]]; then
    count() {
        valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect=experiment_run \
            "$program" run "$scenario" "$@" 2>&1 >/dev/null | sed -n 's/.*Collected : //p'
    }
    days=${3:-3}
    without=$(count "lasts=$days d")
    all=$(count "lasts=$days d" "${with[@]}")
    awk -v a="$all" -v b="$without" -v d="$days" 'BEGIN { printf "%s days: %.3g instructions without, %.2f times with\n", d, b, a / b }'
    exit
fi
days=${2:-8} pairs=${3:-3}
took() {
    /usr/bin/time -f '%U %S %M' "$program" run "$scenario" "lasts=$days d" "$@" 2>&1 >/dev/null | awk '{ print $1 + $2, $3 }'
}
mapfile -t two < <(grep -E '^(gifts|sparks)=' "$folder/cities.txt")
for ((i = 0; i < pairs; i++)); do
    echo "$(took) $(took "${two[@]}") $(took "${with[@]}")"
done | awk '{ printf "%.2f s and %.0f MB without; with gifts and sparks: %.2f times the time, %.2f times the memory; with cards and a board too: %.2f and %.2f\n", $1, $2 / 1024, $3 / $1, $4 / $2, $5 / $1, $6 / $2 }'
