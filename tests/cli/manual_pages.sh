#!/usr/bin/env bash
# manual_pages.sh PROGRAM: man and groff read the manual pages without a warning, and every section and setting is there.
set -euo pipefail
program=$1
if ! command -v man >/dev/null || ! command -v groff >/dev/null; then
    echo "skipped: man or groff is not installed"
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
cd -- "$folder"
"$program" help --man >groundswell.1
"$program" help --man scenario >groundswell-scenario.5
"$program" help --man run >groundswell-run.1
for page in groundswell.1 groundswell-scenario.5 groundswell-run.1; do
    groff -ww -man -Tutf8 -K utf8 -z "$page" 2>>warnings
    man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>>warnings >/dev/null
done
if [[ -s warnings ]]; then
    cat warnings
    exit 1
fi
COLUMNS=100 man -E UTF-8 -l -Tutf8 groundswell-scenario.5 2>/dev/null | sed 's/\x1b\[[0-9;]*m//g' | col -b >scenario
status=0
for words in 'GROUNDSWELL-SCENARIO(5)' 'EXAMPLE' 'hold: general-assembly' 'attendance: a share' 'digest_ratio: ' 'progressive-stack'; do
    grep -qF -- "$words" scenario || { echo "\"$words\" is not in the page"; status=1; }
done
exit $status
