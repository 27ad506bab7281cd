#!/usr/bin/env bash
# ranks.sh PROGRAM RANKS SOURCE HALF_A_MESSAGE: the program for many processes writes the bytes of one run, with one, two and three of them; killed,
# stopped or with a process less it ends with a sentence and leaves what `resume` of either program continues. Passed over where there is
# no mpirun.
set -euo pipefail
program=$1 ranks=$2 library=$3/scenarios half_a_message=$4
command -v mpirun >/dev/null || { echo "skipped: mpirun is not installed"; exit 77; }
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 OMPI_MCA_rmaps_base_oversubscribe=1 OMPI_MCA_btl=self,vader
export GROUNDSWELL_LIBRARY=$library OMP_WAIT_POLICY=passive
folder=$(mktemp -d)
job=
trap '[[ -z $job ]] || kill -KILL "$job" 2>/dev/null; rm -rf -- "$folder"' EXIT
cd -- "$folder"
failed() { echo "FAILED: $*"; cat said 2>/dev/null; exit 1; }

cat >small.yaml <<'YAML'
title: A small camp
lasts: 2 d
seed: 7
replications: 6
sites:
  - {name: Square, people: 40}
proposals: {per_day: 4 /d, facets: 8}
designs:
  assembly only:
    calendar: [{every: 1 d, at: "19:00", hold: general-assembly, for: 1 h}]
  open space:
    calendar: [{every: 1 d, at: "10:00", hold: open-space-decides, for: 2 h}]
YAML
cp small.yaml sweep.yaml
cat >>sweep.yaml <<'YAML'
sweep: [{set: proposals.per_day, to: [2 /d, 8 /d]}]
YAML
cp small.yaml looks.yaml
cat >>looks.yaml <<'YAML'
precision: {within: 4 %, most: 80}
sensitivity: {by: sample, points: 6, replications: 2, most_replications: 6}
over: assumed
YAML
cp small.yaml morris.yaml
cat >>morris.yaml <<'YAML'
sensitivity: {by: morris, trajectories: 2}
over: [{set: conversation.digest_ratio, from: 1, to: 4}, {set: proposals.facets, from: 4, to: 12}]
YAML
cp small.yaml fit.yaml
cat >>fit.yaml <<'YAML'
sensitivity: {by: sample, points: 12, replications: 1}
fit: {keep: 50 %}
over: [{set: conversation.digest_ratio, from: 1, to: 4}, {set: proposals.facets, from: 4, to: 12}]
found: [{measure: decided, value: 5, least: 3, most: 7, source: made up}]
YAML

ldd "$program" | grep -qi libmpi && failed "the plain program is linked with MPI"

# --- the same bytes, whatever is asked ---
together() { # together PROCESSES WORD...
    local count=$1
    shift
    mpirun -n "$count" "$ranks" "$@" >said 2>&1 || failed "mpirun -n $count $*: $?"
}
for scenario in small sweep looks morris fit; do
    "$program" run $scenario.yaml -q -o $scenario.h5 >said 2>&1 || failed "$scenario"
done
for count in 1 2 3; do
    together $count run looks.yaml -q -o ranks.h5
    cmp looks.h5 ranks.h5 || failed "$count processes write other bytes"
done
for scenario in small sweep morris fit; do
    together 3 run $scenario.yaml -q --threads 2 -o ranks.h5
    cmp $scenario.h5 ranks.h5 || failed "$scenario: other bytes"
done
# runs that are there are taken, the others are dealt
cp small.h5 ranks.h5
together 2 extend ranks.h5 -r 9 -q
"$program" run small.yaml -r 9 -q -o nine.h5 >said 2>&1 || failed "nine"
cmp nine.h5 ranks.h5 || failed "extended: other bytes"

# --- what is wrong is said once, with the status of the plain program ---
status=0
mpirun -n 2 "$ranks" run small.yaml -q -o limit.h5 --set limits.events=50 >said 2>&1 || status=$?
[[ $status == 65 ]] || failed "a limit ends with $status"
[[ $(grep -c '`limits.events`' said) -ge 1 && $(grep -c 'was broken off' said) == 1 ]] || failed "the limit is not said once"
status=0
mpirun -n 2 "$ranks" run missing.yaml -q >said 2>&1 || status=$?
[[ $status == 66 && $(grep -c 'there is no such file' said) == 1 ]] || failed "a missing file ends with $status"
mpirun -n 2 "$ranks" --version >said 2>&1 || failed "--version"
[[ $(grep -c '^groundswell ' said) == 1 ]] || failed "the version is not said once"

# --- what was done is kept, and continued by either program ---
sed 's/^replications: 6/replications: 1500/; s/^lasts: 2 d/lasts: 20 d/' small.yaml >long.yaml
"$program" run long.yaml -q -o long.h5 >said 2>&1 || failed "long"
begin() { # begin FILE.h5: three processes carry out the long scenario, and have some runs
    setsid mpirun -n 3 "$ranks" run long.yaml -q -o "$1" >said 2>&1 &
    job=$!
    for ((look = 0; look < 600; look++)); do
        (($(stat -c %s "$1.partial" 2>/dev/null || echo 0) > 100000)) && return
        sleep 0.05
    done
    failed "nothing is done"
}
# worker NUMBER: process id of a worker of this job, by its place among all
worker() {
    local child
    for child in $(pgrep -P "$job" | tail -n +2 | sed -n "$1p"); do
        [[ $(readlink "/proc/$child/exe") == "$ranks" ]] && echo "$child"
    done
}
ended() { # within half a minute: nobody hangs
    for ((look = 0; look < 300; look++)); do
        kill -0 "$job" 2>/dev/null || break
        sleep 0.1
    done
    kill -0 "$job" 2>/dev/null && failed "$1: it hangs"
    status=0
    wait "$job" || status=$?
    job=
}
kept() { # kept FILE.h5 PROGRAM...: has no results yet, and ends in the bytes of one run
    local file=$1
    shift
    if [[ -e $file ]]; then # it was done before it learned of it
        cmp long.h5 "$file" || failed "$file: other bytes"
        return
    fi
    [[ -s $file.partial ]] || failed "$file: nothing is kept"
    "$@" resume "$file" -q >said 2>&1 || failed "$file: resume ends with $?"
    cmp long.h5 "$file" || failed "$file: other bytes"
    [[ ! -e $file.partial ]] || failed "$file: the journal stays"
}
begin killed.h5
kill -KILL "$job"
ended killed
for ((look = 0; look < 300; look++)); do # the processes learn of it by themselves, and let go of the journal
    pgrep -f "^$ranks run long.yaml -q -o killed.h5" >/dev/null || break
    sleep 0.1
done
kept killed.h5 "$program"

begin stopped.h5
kill -TERM "$job"
ended stopped
grep -q 'stopped after [0-9]* of 3000 runs; they are kept' said || failed "a stop is not said"
kept stopped.h5 mpirun -n 2 "$ranks"

# A process that is killed while it says much takes nobody with it but by mpirun, which kills after a second.
mpirun -n 2 "$half_a_message" heard >said 2>&1 || true
[[ $(cat heard 2>/dev/null) == 'half a message came' ]] || failed "half a message: $(cat heard 2>/dev/null || echo 'who hears it ends')"

begin lacking.h5
kill -KILL "$(worker 1)"
ended lacking
[[ $status != 0 ]] || failed "a process less ends with 0"
grep -q 'process 2 of 3 does not answer any more' said || failed "a process less is not said"
kept lacking.h5 "$program"

begin aborted.h5
kill -ABRT "$(worker 2)" # as a requirement ends that does not hold
ended aborted
[[ $status == 70 ]] || failed "a bug ends with $status"
kept aborted.h5 "$program"
