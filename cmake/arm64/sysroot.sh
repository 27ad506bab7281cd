#!/usr/bin/env bash
# usage: sysroot.sh FOLDER
# Unpacks Debian's libraries for arm64 into FOLDER: those that cmake/packages.txt says the program is built with, and what they depend
# on. apt checks that they are Debian's. Nothing is installed, and no list of the system's is changed.
set -euo pipefail
here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
folder=$(readlink -m -- "$1")
mapfile -t libraries < <(awk '$1 == "build" && $2 ~ /^lib.*-dev$/ {print $2}' "$here/../packages.txt")
wanted="${libraries[*]} libgomp1"
[[ -e $folder/complete && $(<"$folder/complete") == "$wanted" ]] && exit 0
rm -rf -- "$folder"
mkdir -p -- "$folder/apt/lists/partial" "$folder/apt/cache/archives/partial"
release=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
key=/usr/share/keyrings/debian-archive-keyring.gpg
for part in "debian $release" "debian-security $release-security"; do
    echo "deb [signed-by=$key] http://deb.debian.org/${part% *} ${part#* } main"
done >"$folder/apt/list"
: >"$folder/apt/status" # nothing is there yet, so that apt brings all that a library depends on
apt=(apt-get -q -y -o APT::Architecture=arm64 -o APT::Architectures::=arm64 -o "Dir::Etc::SourceList=$folder/apt/list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::State::Lists=$folder/apt/lists" -o "Dir::State::Status=$folder/apt/status" -o "Dir::Cache=$folder/apt/cache"
    -o APT::Sandbox::User=root -o Debug::NoLocking=true -o Acquire::Languages=none)
cd -- "$folder"
{
    "${apt[@]}" update
    "${apt[@]}" install --download-only --no-install-recommends "${libraries[@]}" libgomp1
    for package in apt/cache/archives/*.deb; do
        dpkg -x "$package" .
    done
} >apt/log 2>&1 </dev/null || {
    tail -n 5 apt/log >&2
    exit 1
}
rm -rf apt
echo "$wanted" >complete
