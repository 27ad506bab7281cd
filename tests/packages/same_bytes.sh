#!/usr/bin/env bash
# same_bytes.sh SOURCE BUILD: the source archive, unpacked in another folder without git and built there from the beginning, gives Debian packages
# with the bytes of those of this build.
set -euo pipefail
source=$1
build=$2
skip() {
    echo "skipped: $*"
    exit 77
}
for command in git dpkg-deb dpkg-shlibdeps cpack; do
    command -v "$command" >/dev/null || skip "$command is not installed"
done
[[ -e $source/.git ]] || skip "this folder is none of git"
commit=$(git -C "$source" -c "safe.directory=$source" rev-parse HEAD)
# Also files that git does not know get into a package from a folder.
[[ -z $(git -C "$source" -c "safe.directory=$source" status --porcelain) ]] || skip "there are changes that are not committed"
[[ $("$build/groundswell" --version | head -n 1) == *"commit ${commit:0:12}" ]] || skip "what was built is not what is committed"

folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
cd -- "$folder"
shown() {
    "$@" >log 2>&1 || {
        tail -n 40 log
        exit 1
    }
}
cached() {
    sed -nE "s/^$1:[A-Z]+=//p" "$build/CMakeCache.txt"
}
shown cmake -DSOURCE="$source" -DNAME=groundswell -DFOLDER="$folder" -P "$source/cmake/packages/source_archive.cmake"
tar -xzf groundswell.tar.gz
export CCACHE_DISABLE=1
shown cmake -S groundswell -B elsewhere -G "$(cached CMAKE_GENERATOR)" -DCMAKE_BUILD_TYPE=Release -DGROUNDSWELL_TESTS=OFF \
    -DCMAKE_C_COMPILER="$(cached CMAKE_C_COMPILER)"
shown cmake --build elsewhere --parallel "$(nproc)" --target deb
shown cpack -G DEB --config "$build/CPackConfig.cmake" -B "$folder/here"
(cd elsewhere && sha256sum -- *.deb) >elsewhere.sums
(cd here && sha256sum -- *.deb) >here.sums
diff here.sums elsewhere.sums
cat here.sums
