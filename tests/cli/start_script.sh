#!/usr/bin/env bash
# start_script.sh ROOT: when everything is built, ./groundswell is nothing but the program: from anywhere, through a link, with any
# words, silent, and quick because it builds nothing. A stand-in for the program tells what it was given.
set -euo pipefail
root=$1
folder="$(mktemp -d)/a folder; with \$names"
mkdir -p -- "$folder/build" "$folder/elsewhere"
trap 'rm -rf -- "$(dirname -- "$folder")"' EXIT
cat >"$folder/build/groundswell" <<'STANDIN'
#!/bin/sh
pwd
for word in "$@"; do printf '<%s>\n' "$word"; done
exit 65
STANDIN
chmod +x "$folder/build/groundswell"
touch -d '+1 hour' "$folder/build/.built"
ln -s -- "$root/groundswell" "$folder/link"
export GROUNDSWELL_BUILD=$folder/build

cd -- "$folder/elsewhere"
expected=$(printf '%s\n<a b>\n<>\n<*>\n<$HOME>\n<-x>' "$folder/elsewhere")
status=0
said=$("$folder/link" 'a b' '' '*' '$HOME' -x 2>&1) || status=$?
if [[ $said != "$expected" || $status != 65 ]]; then
    printf 'status %s, said:\n%s\n' "$status" "$said"
    exit 1
fi

# A source that is younger than the build is noticed: without a build folder that could be built, that must fail and say so.
touch -d '-50 years' "$folder/build/.built"
echo 'this is no build file' >"$folder/build/build.ninja"
status=0
said=$("$folder/link" 2>&1) || status=$?
if [[ $status != 70 || $said != *"the build failed"* ]]; then
    printf 'a stale build: status %s, said:\n%s\n' "$status" "$said"
    exit 1
fi
