#!/usr/bin/env bash
# usage: sources.sh FOLDER
# Brings the sources of the libraries that a page holds, libfyaml and Jansson, from Debian's archive into FOLDER/libfyaml and
# FOLDER/jansson; apt checks that they are Debian's. Nothing is installed, and no list of the system's is changed.
set -euo pipefail
here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
folder=$(readlink -m -- "$1")
[[ -e $folder/complete ]] && exit 0
rm -rf -- "$folder"
mkdir -p -- "$folder/apt/lists/partial" "$folder/apt/cache/archives/partial"
release=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian $release main" >"$folder/apt/list"
apt=(apt-get -q -o "Dir::Etc::SourceList=$folder/apt/list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::Lists=$folder/apt/lists"
    -o "Dir::Cache=$folder/apt/cache" -o APT::Sandbox::User=root)
cd -- "$folder"
{
    "${apt[@]}" update
    "${apt[@]}" source --download-only libfyaml jansson
} >apt/log 2>&1 </dev/null || {
    tail -n 5 apt/log >&2
    exit 1
}
for library in libfyaml jansson; do
    mkdir "$library"
    tar -xf "$library"_*.orig.tar.* -C "$library" --strip-components=1
done
# This file of libfyaml 0.7.12 is under the GPL-2, and lies where no other folder of headers comes before it.
cp -- "$here/../../sim/page/instead/fyaml/fy-list.h" libfyaml/src/lib/fy-list.h
rm -rf apt
touch complete
