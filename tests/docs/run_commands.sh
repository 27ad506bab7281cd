#!/usr/bin/env bash
# run_commands.sh ROOT PAGE PROGRAM
# Runs every line of the ```sh blocks of a page that calls groundswell, one after the other, in a fresh folder that looks
# like the checkout. Says that it skips a page without such lines (77).
set -euo pipefail
root=$1 page=$2 program=$3
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
ln -s -- "$root/scenarios" "$folder/scenarios"
ln -s -- "$program" "$folder/groundswell"
cd -- "$folder"
export PATH=$folder:$PATH

# `./groundswell test` is what runs this very test.
mapfile -t lines < <(awk '/^```sh$/ {inside = 1; next} /^```/ {inside = 0} inside' "$root/$page" |
    grep -E '^(\./)?groundswell ' | grep -vE '^\./groundswell test' || true)
if ((${#lines[@]} == 0)); then
    echo "skipped: $page has no command to run"
    exit 77
fi
for line in "${lines[@]}"; do
    printf '$ %s\n' "$line"
    bash -euo pipefail -c "$line" </dev/null
done
