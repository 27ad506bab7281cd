#!/usr/bin/env bash
# completion.sh PROGRAM: what bash, zsh and fish offer; a shell that is not installed is passed over.
set -euo pipefail
program=$1
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
cd -- "$folder"
mkdir bin
ln -s "$program" bin/groundswell
PATH=$folder/bin:$PATH
export GROUNDSWELL_LIBRARY=${GROUNDSWELL_LIBRARY:-$(dirname -- "$program")/share/groundswell}
cat >camp.yaml <<'SCENARIO'
title: A small camp
lasts: 1 d
replications: 2
sites: [{name: Square, people: 20}]
proposals: {per_day: 4 /d}
designs:
  assembly only: {calendar: [{every: 1 d, at: "19:00", hold: general-assembly, for: 1 h}]}
  'say "open" $HOME': {calendar: [{every: 1 d, at: "10:00", hold: open-space-decides, for: 1 h}]}
SCENARIO
groundswell run camp.yaml -q -o camp.h5 >said
for shell in bash zsh fish; do groundswell help --completion $shell >script.$shell; done

failed=0
# expect SHELL WHAT WORDS... : each of the words of WHAT (with | between) is among the lines of `offered`
expect() {
    local IFS='|' word
    for word in $2; do
        if ! grep -qxF -- "$word" offered; then
            echo "$1: \"$word\" is not offered after \"${*:3}\":"
            head -5 offered
            failed=1
        fi
    done
}

of_bash() { # WHAT WORD... : completes the last word
    local what=$1
    shift
    bash -c 'source ./script.bash; compopt() { :; }; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _groundswell; printf "%s\n" "${COMPREPLY[@]}"' _ "$@" >offered
    expect bash "$what" "$@"
}
of_bash 'report|resume' groundswell re
of_bash 'merge|methods' groundswell me
of_bash 'assembly-vs-open-space' groundswell run asse
of_bash 'camp.h5|camp.yaml' groundswell compare ca
of_bash 'camp.h5' groundswell merge ca
of_bash '--part' groundswell run camp.yaml --pa
of_bash '--replications|--replication' groundswell run camp.yaml --repl
of_bash 'assembly\ only|say\ \"open\"\ \$HOME' groundswell compare camp.h5 --against ''
of_bash 'assembly\ only' groundswell compare camp.yaml --against ass
of_bash 'decided|decisions_per_hour' groundswell compare camp.h5 --measure dec
of_bash 'decided' groundswell compare camp.h5 --measure = deci
of_bash 'people.attendance=' groundswell run camp.yaml --set people.att
of_bash 'normal|uniform' groundswell run camp.yaml --set knowledge.start = ''
of_bash 'yes|no' groundswell run camp.yaml --set record_people = ''
of_bash 'proposal|runs|settings' groundswell export camp.h5 --table ''
of_bash 'world-cafe' groundswell methods world
of_bash 'shyness' groundswell explain shy
of_bash 'svg|png|pdf' groundswell report camp.h5 --figures ''
of_bash 'dots|course' groundswell plot camp.h5 --kind ''
of_bash 'bash|zsh|fish' groundswell help --completion ''

if command -v zsh >/dev/null; then
    zsh -n script.zsh
    of_zsh() {
        local what=$1
        shift
        zsh -fc 'compdef() { :; }; _files() { print -l -- *; }; compadd() { print -l -- ${(P)@[-1]}; }
                 source ./script.zsh; words=("$@"); CURRENT=$#; PREFIX=$words[-1]; _groundswell' _ "$@" >offered
        expect zsh "$what" "$@"
    }
    of_zsh 'report|resume' groundswell re
    of_zsh 'assembly-vs-open-space' groundswell run asse
    of_zsh 'camp.h5' groundswell compare ''
    of_zsh 'assembly only|say "open" $HOME' groundswell compare camp.h5 --against ''
    of_zsh 'people.attendance=' groundswell run camp.yaml --set people.att
    of_zsh '--measure=decided' groundswell compare camp.h5 --measure=deci
fi
if command -v fish >/dev/null; then
    of_fish() {
        HOME=$folder fish --no-config -c 'source ./script.fish; complete -C $argv[1]' -- "$2" | cut -f1 >offered
        expect fish "$1" "$2"
    }
    of_fish 'report|resume' 'groundswell re'
    of_fish 'assembly-vs-open-space' 'groundswell run asse'
    of_fish 'camp.h5' 'groundswell compare camp.h'
    of_fish 'assembly only' 'groundswell compare camp.h5 --against ass'
    of_fish 'people.attendance=' 'groundswell run camp.yaml --set people.att'
fi
exit $failed
