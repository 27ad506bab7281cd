#!/usr/bin/env bash
# run_commands.sh ROOT PAGE PROGRAM
# Runs every line of the ```sh blocks of a page that calls groundswell, one after the other, in a fresh folder that looks
# like the checkout.
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
((${#lines[@]})) || {
    echo "$page has no command to run"
    exit 1
}
for line in "${lines[@]}"; do
    printf '$ %s\n' "$line"
    # Without emscripten the program is built without a page, and says so (tests/cli/page.c): the README names that condition.
    if [[ $line =~ groundswell\ page\  && ! -e $(dirname -- "$program")/share/groundswell-page/page.html ]]; then
        echo "left out: this program was built without the page"
        continue
    fi
    bash -euo pipefail -c "$line" </dev/null | tee -a said.txt
done

# What a page shows of the demo is what the demo says, but for the seconds it took.
without_seconds() {
    sed 's/^\([0-9]* runs in\) .*/\1/'
}
awk '/^```text demo$/ {inside = 1; next} /^```/ {inside = 0} inside && $0 != "" && $0 != "[...]"' "$root/$page" |
    without_seconds >shown.txt
without_seconds <said.txt >now.txt
if ! stale=$(grep -vxFf now.txt shown.txt); then
    exit 0
fi
printf '%s shows what the demo does not say any more; run tests/docs/refresh_readme.sh:\n%s\n' "$page" "$stale"
exit 1
