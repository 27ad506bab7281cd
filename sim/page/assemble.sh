#!/bin/sh
# Puts the page together: assemble.sh CORE.js CORE.wasm OUT.html
# What stands in {{braces}} in page.html is replaced by the files beside it and by the core. The hashes of style and script go into the
# content security policy. {{title}} and {{scenario}} stay, for `groundswell page` to fill in with escaped text: neither is in what is hashed.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
core=$1 wasm=$2 out=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# In the order in which they need each other; start.js begins.
scripts='dom words quantity text designs calendar crew state fields session week source dots answer depends link keep start'
for name in $scripts; do
    cat "$here/$name.js"
done >"$work/script"
cp "$here/page.css" "$work/style"
cp "$here/worker.js" "$work/worker"
cp "$core" "$work/core"
gzip -9nc "$wasm" | base64 | tr -d '\n' >"$work/wasm"

for part in script worker core; do
    if grep -qiE '</script|<!--' "$work/$part"; then
        echo "assemble.sh: $part would end its own element" >&2
        exit 1
    fi
done

# sha256 in base64, as a policy wants it.
hash_of() {
    if command -v openssl >/dev/null; then
        openssl dgst -sha256 -binary "$1" | base64
    else
        sha256sum "$1" | cut -c1-64 | tr a-f A-F | sed 's/../\\x&/g' | xargs -0 printf '%b' | base64
    fi
}

printf '%s' "default-src 'none'; script-src 'sha256-$(hash_of "$work/script")' 'wasm-unsafe-eval'; worker-src blob:;" \
    " connect-src 'none'; img-src data:; style-src 'sha256-$(hash_of "$work/style")'; base-uri 'none'; form-action 'none'" >"$work/policy"

# One placeholder a line of the template at most; awk copies files without looking into them.
awk -v work="$work" '
{
    if (match($0, /\{\{(policy|style|core|wasm|worker|script)\}\}/)) {
        file = work "/" substr($0, RSTART + 2, RLENGTH - 4)
        printf "%s", substr($0, 1, RSTART - 1)
        fflush()
        system("cat \"" file "\"")
        printf "%s\n", substr($0, RSTART + RLENGTH)
    } else
        print
}' "$here/page.html" >"$work/page"
mv "$work/page" "$out"
