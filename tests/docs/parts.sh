#!/usr/bin/env bash
# parts.sh PROGRAM SCENARIO PAGE [rows|signs|rewrite [RESULTS.h5]]
# The tables of models/what-each-part-does.md: each design of the scenario set against the first one, pair by pair.
#   rows     whether the page has the designs and measures that the scenario would give (a run of two days)
#   signs    whether a run of a few replications shows what is in bold on the page as going the same way (minutes)
#   rewrite  runs the scenario, or reads its results, and writes the tables anew
set -euo pipefail
program=$1 scenario=$2 page=$3 wish=${4-rows} results=${5-$2}
declare -A measures=(
    [movement]="duplication_of_all mean_integration mean_differentiation mean_transformation mean_balkanization"
    [work]="groups_living tasks_done common_tasks_done know_how_at_hand people_hours"
)
few=3
now=$(mktemp) json=$(mktemp -d)
trap 'rm -rf -- "$now" "$json"' EXIT

# What a run says of the measures, as JSON.
ask() { # OPTION...
    local file=$results name
    if [[ $file != *.h5 ]]; then
        file=$json/run.h5
        "$program" run "$scenario" --quiet -o "$file" "$@" >"$json/said"
    fi
    local shown=()
    for name in ${measures[movement]} ${measures[work]}; do shown+=(-m "$name"); done
    "$program" compare "$file" --base-only --json "${shown[@]}" >"$json/compared"
}

# One line a design: name, and for the first one its mean with its range, for the others the difference with its own.
# What is no number stays empty; the range leaves out 0 where the line ends in "clear".
lines() { # MEASURE
    awk -v of="$1" '
        function value() { sub(/^[^:]*: */, ""); sub(/,$/, ""); gsub(/^"|"$/, ""); return $0 }
        function tell() {
            clear = low != "null" && (low > 0 || high < 0) ? "clear" : ""
            print design "\t" middle "\t" low "\t" high "\t" clear
        }
        /^      "name":/ { wanted = (value() == of) }
        !wanted && !/^  "base":/ { next }
        /^  "base":/ { design = value(); next }
        /^      "base_mean":/ { inside = "base" }
        /^          "design":/ { design = value() }
        /^          "difference":/ { inside = "difference" }
        /^          "(mean|ratio)":/ { inside = "" }
        inside != "" && /"value":/ { middle = value() }
        inside != "" && /"low":/ { low = value() }
        inside != "" && /"high":/ { high = value(); tell(); inside = "" }
    ' "$json/compared"
}

# A number as short as its range makes sense of: two digits of the half of the range.
table() { # NAME
    local name
    printf '| without '; for name in ${measures[$1]}; do printf '| `%s` ' "$name"; done; printf '|\n|---'
    for name in ${measures[$1]}; do printf '|---'; done; printf '|\n'
    for name in ${measures[$1]}; do lines "$name" | sed "s/^/$name\t/"; done |
        awk -F'\t' -v names="${measures[$1]}" '
            function shown(x, places) { return sprintf("%.*f", places, x) }
            function cell(i, first,    half, places, text) {
                if (middle[i] == "null") return " "
                half = (high[i] - low[i]) / 2
                places = half > 0 ? 1 - int(log(half) / log(10) + (half < 1 ? -1 : 0) + 1e-9) : 0
                if (places < 0) places = 0
                if (low[i] == high[i] && middle[i] == 0) return "0"
                text = shown(middle[i], places)
                if (!first && middle[i] > 0) text = "+" text
                if (low[i] == "null") return text
                text = text " (" shown(low[i], places) " to " shown(high[i], places) ")"
                return clear[i] != "" && !first ? "**" text "**" : text
            }
            !($2 in place) { design[++count] = $2; place[$2] = count }
            { i = $1 SUBSEP $2; middle[i] = $3; low[i] = $4; high[i] = $5; clear[i] = $6 }
            END {
                columns = split(names, column, " ")
                for (d = 1; d <= count; d++) {
                    row = d == 1 ? "| *" design[d] "*, mean " : "| " design[d] " "
                    for (c = 1; c <= columns; c++) row = row "| " cell(column[c] SUBSEP design[d], d == 1) " "
                    print row "|"
                }
            }'
}

# The page with its tables as they would be now.
written() {
    local line inside=
    while IFS= read -r line || [[ -n $line ]]; do
        if [[ $line =~ ^'<!-- parts: '([a-z]+)' -->'$ ]]; then
            inside=${BASH_REMATCH[1]}
            printf '%s\n' "$line"
            table "$inside"
        elif [[ $line == '<!-- end -->' ]]; then
            inside=
            printf '%s\n' "$line"
        elif [[ -z $inside ]]; then
            printf '%s\n' "$line"
        fi
    done <"$page"
    [[ -z $inside ]] || { echo "$page: the table $inside has no end" >&2; exit 1; }
}

# First column and heading of the tables of a page.
frame() { awk -F' [|]|[|] ' '/^<!-- parts/ { on = 1; next } /^<!-- end/ { on = 0 } on { print /^[|] without/ ? $0 : $2 }' "$1"; }

# "design, measure, + or -" of what is in bold.
bold() {
    awk -F' *[|] *' '
        /^<!-- parts/ { on = 1; heading = 0; next }
        /^<!-- end/ { on = 0 }
        !on || /^[|]---/ { next }
        !heading { for (i = 3; i < NF; i++) name[i] = $i; heading = 1; next }
        { for (i = 3; i < NF; i++) if ($i ~ /^\*\*/) print $2 ", " name[i] ", " ($i ~ /^\*\*-/ ? "-" : "+") }
    ' "$1" | sort
}

case $wish in
rows)
    ask --set "lasts=2 d" --replications 2
    written >"$now"
    if ! diff -u --label "$page" --label "what the scenario asks" <(frame "$page") <(frame "$now"); then
        echo "$page does not have the designs of $scenario; write its tables anew with:"
        echo "  tests/docs/parts.sh ./groundswell $scenario $page rewrite"
        exit 1
    fi
    grep -q '^| .*| \*\*[-+][0-9.]* (-\?[0-9.]* to -\?[0-9.]*)\*\* |' "$page" || { echo "$page shows nothing"; exit 1; }
    ;;
signs)
    ask --set seed=4 --replications "$few"
    written >"$now"
    # other luck, few runs: what is clear in both has to go the same way
    against=$(comm -12 <(bold "$page" | sed 's/+$/!/; s/-$/+/; s/!$/-/' | sort) <(bold "$now"))
    same=$(comm -12 <(bold "$page") <(bold "$now") | wc -l)
    [[ -z $against ]] || { echo "$page says the contrary of:"; echo "$against"; exit 1; }
    ((same >= 20)) || { echo "$page has only $same differences in common with a run of $few"; exit 1; }
    ;;
rewrite)
    ask
    written >"$now"
    cmp -s -- "$now" "$page" || cp -- "$now" "$page"
    ;;
*) echo "what is $wish? There are rows, signs and rewrite"; exit 64 ;;
esac
