#!/bin/sh
# check_ncdump.sh FILE: dimensions, units and texts as ncdump shows them.
command -v ncdump >/dev/null || { echo "skipped: ncdump is not installed"; exit 77; }
dump=$(ncdump "$1") || exit 1
failures=0
shows() {
    printf '%s\n' "$dump" | grep -qF -e "$1" || { echo "not shown: $1"; failures=$((failures + 1)); }
}
shows 'design = 3 ;'
shows 'time = 5 ;'
shows 'proposal = UNLIMITED ; // (12 currently)'
shows 'spark = UNLIMITED ; // (0 currently)'
shows 'string design(design) ;'
shows 'double decided(design, replication, site) ;'
shows 'decided:units = "h-1" ;'
shows 'decided:cell_methods = "time: mean" ;'
shows 'decided:_FillValue = NaN ;'
shows 'double backlog(design, replication, site, time) ;'
shows 'double circles(design, replication, site, circle_size) ;'
shows 'double time_to_unity(design, replication) ;'
shows 'double integration(design, replication, time) ;'
shows 'double distances(design, replication, circle_size) ;'
shows 'double time_to_unity(variant, design, replication) ;'
shows 'agreement:long_name = "agreement — 1 is consensus" ;'
shows 'byte proposal_fate(proposal) ;'
shows 'proposal_fate:flag_values = 0b, 1b, 2b ;'
shows 'proposal_fate:flag_meanings = "open passed failed" ;'
shows ':title = "A \"title\"\nof two lines, 春" ;'
shows ':question = "" ;'
shows ':seed = "18446744073709551615" ;'
shows 'design = "assembly only", "with \"open\" space\nand a line",'
shows '"🌱 bad � byte" ;'
shows 'circle_size = 2, 3, 4, 5, 6, 7 ;'
shows 'time = 0, 0.25, 0.5, 1, 30 ;'
shows '100010.5, 100011.5, _, 100013.5, 100014.5,'
shows 'proposal_visits = 1, 2, _, 4, 5, _, 7, 8, _, 10, 11, _ ;'
shows 'group: variants {'
shows 'double decided(variant, design, replication, site) ;'
shows 'kind:flag_meanings = "scenario assumption sweep" ;'
shows 'variant = "the scenario itself", "conversation.digest_ratio = 4",'
shows 'group: provenance {'
shows 'string scenario_text ;'
shows 'scenario_text = "title: A\n# café, � is not UTF-8\n" ;'
shows 'setting_path = "people", "facets", "question" ;'
[ "$failures" -eq 0 ]
