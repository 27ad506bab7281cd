#!/usr/bin/env bash
# forecasts.sh PROGRAM SOURCE: what `check` foresees of each kind of experiment, against what the processor really did for it. Both are seconds
# of the processor, so a machine that is busy with other things counts less; a run that was disturbed all the same is measured again, three
# times at most. Allowed is a factor of two.
set -euo pipefail
program=$1
export GROUNDSWELL_LIBRARY=$2/scenarios OMP_NUM_THREADS=1 OMP_WAIT_POLICY=passive
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
cd -- "$folder"

camp() { # camp REPLICATIONS
    cat <<YAML
title: A camp
lasts: 20 d
seed: 3
replications: $1
sites:
  - {name: Square, people: 60}
proposals: {per_day: 6 /d, facets: 12}
designs:
  assembly only:
    calendar: [{every: 1 d, at: "19:00", hold: general-assembly, for: 2 h}]
  open space:
    calendar: [{every: 1 d, at: "10:00", hold: open-space-decides, for: 2 h}]
YAML
}
over='over: [{set: "sites[0].people", from: 10, to: 400, spread: log}, {set: proposals.per_day, from: 1 /d, to: 20 /d}, {set: conversation.digest_ratio, from: 1, to: 4}]'
camp 300 >plain.yaml
{ camp 8; echo 'sweep: [{set: "sites[0].people", to: [20, 60, 200, 600]}, {set: proposals.per_day, to: [2 /d, 12 /d]}]'; } >sweep.yaml
{ camp 8; echo 'sensitivity: {by: sample, points: 120, replications: 1}'; echo "$over"; } >sample.yaml
{ camp 8; echo 'sensitivity: {by: morris, trajectories: 30}'; echo "$over"; } >morris.yaml
{ camp 8; echo 'sensitivity: {by: sobol, points: 8, shifts: 3}'; echo "$over"; } >sobol.yaml
{ camp 8; echo 'sensitivity: {by: sample, points: 120, replications: 1}'; echo 'fit: {keep: 10 %}'; echo 'found: [{measure: decided, value: 40, least: 30, most: 50, source: made}]'; echo "$over"; } >fit.yaml
{ camp 60; echo 'precision: {within: 1 %, most: 200}'; } >precision.yaml
{ camp 8; echo 'assumptions: [{set: "sites[0].people", to: [20, 200], why: nobody counted}]'; } >alternatives.yaml
{ camp 8; echo 'sensitivity: {by: sample, points: 60, replications: 1, most_replications: 4}'; echo "$over"; } >worlds.yaml

number() { sed -nE "s/.*\"$1\": ([0-9.e+-]+).*/\1/p"; }
broken=0
for file in *.yaml; do
    kind=${file%.yaml}
    for attempt in 1 2 3; do
        "$program" check "$file" --json >foreseen.json || { cat foreseen.json; exit 1; }
        TIMEFORMAT='%U %S'
        took=$({ time "$program" run "$file" -q --json -o "$kind.h5" >ran.json 2>said; } 2>&1) || { cat said; exit 1; }
        runs=$(number runs <ran.json) line=
        line=$(awk -v took="$took" -v runs="$runs" -v kind="$kind" -v seconds="$(number seconds <foreseen.json)" -v all="$(number runs <foreseen.json)" \
            -v least_seconds="$(number least_seconds <foreseen.json)" -v least="$(number least_runs <foreseen.json)" 'BEGIN {
            split(took, part, " "); real = part[1] + part[2]
            fine = runs >= least && runs <= all && real < 2 * seconds && real > least_seconds / 2
            printf "%-13s %4d runs of %d to %d, foreseen %6.2f to %6.2f s, took %6.2f s %s\n", kind, runs, least, all, least_seconds, seconds, real, fine ? "" : "WRONG"
        }')
        echo "$line"
        [[ $line == *WRONG* ]] || break
    done
    [[ $line == *WRONG* ]] && broken=$((broken + 1))
done
((broken == 0))
