#!/usr/bin/env bash
# usage: same_files.sh SOURCE FOLDER LIST PROGRAM SAYS PROBE OTHER...
# Makes the runs of LIST (short.txt, or `all` shipped scenarios) with PROGRAM on this machine and by the command OTHER, a program on a machine of another kind. The
# results files have the same bytes, and `compare` says the same of them. The command of the other machine with PROBE in the place of its program says SAYS.
set -euo pipefail
source=$1 folder=$2 list=$3 program=$4 says=$5 probe=$6
shift 6
other=("$@")
export OMP_WAIT_POLICY=passive

[[ -x $program ]] || {
    echo "skipped: there is no program of this machine to compare with: $program"
    exit 77
}
rm -rf -- "$folder"
mkdir -p -- "$folder"
cd -- "$folder"

# on COMMAND...: what it prints; what it complains of (qemu: of parts of a processor that nothing here asks for) is shown where it fails.
on() {
    "$@" 2>complaints </dev/null || {
        echo "failed: $*" >&2
        tail -n 5 complaints >&2
        exit 1
    }
}
is=$(on "${other[@]:0:$#-1}" "$probe")
[[ $is == "$says" ]] || {
    echo "the other machine should have the vectors \"$says\", and has \"$is\""
    exit 1
}
[[ $(on "$program" --version) == $(on "${other[@]}" --version) ]] || {
    echo "the programs are of different versions: build both of the same source"
    exit 1
}

# What is run: scenario, for how long, options.
wanted() {
    if [[ $list != all ]]; then
        grep -v '^#' "$list"
        return
    fi
    local scenario
    for scenario in "$source"/scenarios/*.yaml "$source"/scenarios/null/*.yaml; do
        echo "${scenario#"$source"/} 4d --base-only --replications 1"
    done
}
# run TARGET SCENARIO LASTS COMMAND... -- OPTION...
run() {
    local target=$1 scenario=$2 lasts=$3
    shift 3
    local machine=()
    while [[ $1 != -- ]]; do
        machine+=("$1")
        shift
    done
    shift
    ! grep -q '^measure_from:' "$source/$scenario" || set -- "$@" --set "measure_from=1 h"
    on "${machine[@]}" run "$source/$scenario" --set "lasts=$lasts" --threads 2 --quiet -o "$target" "$@" >/dev/null
}
runs=0 differ=0
while read -r scenario lasts options; do
    read -ra options <<<"$options"
    runs=$((runs + 1))
    run here.h5 "$scenario" "$lasts" "$program" -- "${options[@]}"
    run there.h5 "$scenario" "$lasts" "${other[@]}" -- "${options[@]}"
    cmp here.h5 there.h5 || {
        differ=$((differ + 1))
        echo "$scenario: other bytes on the other machine; both files are in $folder"
        mv here.h5 "here-$runs.h5"
        mv there.h5 "there-$runs.h5"
        continue
    }
    if ((runs == 1)); then
        diff <(on "$program" compare here.h5) <(on "${other[@]}" compare here.h5)
        # Another seed gives other bytes, or all this would prove nothing.
        run seed.h5 "$scenario" "$lasts" "${other[@]}" -- "${options[@]}" --set seed=987654321
        if cmp -s here.h5 seed.h5; then
            echo "another seed gives the same bytes"
            exit 1
        fi
    fi
    rm -f -- here.h5 there.h5 seed.h5
done < <(wanted)
echo "$runs results files, $differ with other bytes"
((runs > 0 && differ == 0))
