#!/usr/bin/env bash
# deb.sh SOURCE BUILD: the Debian packages of a build: lintian has nothing to say, they have the same bytes when they are made twice, the
# files and fields that people look for are there, and the program in it is the one that was built.
set -euo pipefail
source=$1
build=$2
for command in dpkg-deb dpkg-shlibdeps cpack; do
    command -v "$command" >/dev/null || {
        echo "skipped: $command is not installed"
        exit 77
    }
done
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
cd -- "$folder"
failed=0
wrong() {
    echo "$*"
    failed=1
}

# made FOLDER: the packages, made there.
made() {
    cpack -G DEB --config "$build/CPackConfig.cmake" -B "$folder/$1" >log 2>&1 || {
        cat log
        exit 1
    }
}
umask 022
made one
TZ=Asia/Tokyo LC_ALL=C.UTF-8 made other
for package in one/*.deb; do
    cmp "$package" "other/${package#one/}" || wrong "$package has other bytes when it is made again"
done
deb=$(echo one/groundswell_*.deb)

version=$(sed -nE 's/^version: //p' "$source/CITATION.cff")
field() {
    dpkg-deb --field "$deb" "$1"
}
[[ $(field Version) == "$version-0upstream1" ]] || wrong "Version: $(field Version)"
[[ $(field Section) == science ]] || wrong "Section: $(field Section)"
for library in libgsl zlib1g libfyaml libjansson libutf8proc libpng16 libc6 gnuplot; do
    [[ $(field Depends) == *$library* ]] || wrong "it does not depend on $library: $(field Depends)"
done
[[ $(field Depends) != *libgomp* ]] || wrong "it depends on libgomp, which lies in the program: $(field Depends)"
dpkg-deb --extract "$deb" there
for file in man/man1/groundswell.1.gz man/man5/groundswell-scenario.5.gz bash-completion/completions/groundswell \
    zsh/vendor-completions/_groundswell fish/vendor_completions.d/groundswell.fish groundswell/methods/general-assembly.yaml \
    doc/groundswell/copyright doc/groundswell/changelog.Debian.gz doc/groundswell/THIRD-PARTY.md doc/groundswell/CITATION.cff; do
    [[ -s there/usr/share/$file ]] || wrong "$file is not in it"
done
zcat there/usr/share/doc/groundswell/changelog.gz | cmp - "$source/CHANGELOG.md" || wrong "the changelog is another one"
zcat there/usr/share/man/man1/groundswell.1.gz | cmp - <("$build/groundswell" help --man) || wrong "the manual page is another one"
cmp <(there/usr/bin/groundswell --version) <("$build/groundswell" --version) || wrong "it is another program"
there/usr/bin/groundswell check assembly-vs-open-space >checked
grep -qF "there/usr/bin/../share/groundswell/assembly-vs-open-space.yaml: no mistakes found" checked ||
    grep -qF "there/usr/share/groundswell/assembly-vs-open-space.yaml: no mistakes found" checked || wrong "it uses other scenarios: $(cat checked)"
if [[ -e $build/groundswell-mpi ]]; then
    deb=$(echo one/groundswell-mpi_*.deb)
    [[ $(field Depends) == *"groundswell (= $version-0upstream1)"*libopenmpi* || $(field Depends) == *libopenmpi*"groundswell (= $version-0upstream1)"* ]] ||
        wrong "groundswell-mpi: $(field Depends)"
fi

if command -v lintian >/dev/null; then
    lintian --allow-root --tag-display-limit 0 --fail-on warning one/*.deb || wrong "lintian complains"
elif ((!failed)); then
    echo "skipped: lintian is not installed, and all else holds"
    exit 77
fi
exit $failed
