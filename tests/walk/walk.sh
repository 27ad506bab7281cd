#!/usr/bin/env bash
# walk.sh PROGRAM PLAIN: what was added by the walk of CONTRIBUTING.md works in PROGRAM as what was there before; PLAIN is the program
# without it.
set -euo pipefail
program=$(realpath -- "$1") plain=$(realpath -- "$2")
folder=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
export GROUNDSWELL_LIBRARY=$folder/../../scenarios
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
cp -- "$folder"/*.yaml "$work"
cd -- "$work"

failed=0
# must WHAT COMMAND...: the command does what the sentence says.
must() {
    if ! "${@:2}" >out.txt 2>&1; then
        echo "not so: $1"
        sed 's/^/    /' out.txt | head -20
        failed=1
    fi
}
says() { # says TEXT FILE
    grep -qF -- "$1" "$2"
}
# ends STATUS COMMAND...: the command ends with this status; what it says goes to said.txt
ends() {
    local status=0
    "${@:2}" >said.txt 2>&1 || status=$?
    ((status == $1))
}

# The setting is explained, and is no mistake; the program without the mechanism does not know it.
must "the setting is explained" ends 0 "$program" explain echoes.every
must "with its meaning" says "How often a site calls out to another one" said.txt
must "the scenario has no mistake" ends 0 "$program" check two-squares.yaml
must "the program without the mechanism refuses it" ends 65 "$plain" check two-squares.yaml
must "and names the key" says "echoes" said.txt

# The measures are in the comparison and in the report, with a sentence of their own.
must "it runs" ends 0 "$program" run two-squares.yaml -q -t 1 -o one.h5
must "it is compared" ends 0 "$program" compare one.h5
must "the measure of the mechanism is in the comparison" says "Calls of other sites that were heard at a site" said.txt
must "the measure that is a row more is in the comparison" says "Turns spoken in a session of the calendar" said.txt
must "there is a report" ends 0 "$program" report one.h5 -o report
must "the measure of the mechanism is in the report" says "Echoes heard" report/index.html
must "the measure that is a row more is in the report" says "Turns in a session" report/index.html

# What goes between sites takes the lookahead of the scenario, whatever it is; threads change nothing.
must "it runs with another lookahead" ends 0 "$program" run two-squares.yaml -q --set "lookahead=2 h" -o far.h5
must "it runs on two threads" ends 0 "$program" run two-squares.yaml -q -t 2 -o two.h5
must "with the same bytes" cmp one.h5 two.h5

# A million events a day are stopped by the limits, with a sentence.
must "too many events are stopped" ends 65 "$program" run two-squares.yaml -q --set "designs.often.echoes.every=86.4 ms" \
    --set limits.events=1e6 -o many.h5
must "with the limit" says "limits.events" said.txt
must "and the event" says "echo" said.txt

# The rule and the verb can be written in a method file; the program without them refuses it.
must "the rule is explained" ends 0 "$program" explain backwards
must "the verb is explained" ends 0 "$program" explain call-out
must "a method with both has no mistake" ends 0 "$program" check calling.yaml
must "the program without them refuses it" ends 65 "$plain" check calling.yaml
must "a scenario can hold the method" ends 0 "$program" run two-squares.yaml -q --set calendar[0].hold=calling -o method.h5
must "whose echoes are heard" ends 0 "$program" compare method.h5
must "one more a day at each site than without" says "seldom   118" said.txt
exit $failed
