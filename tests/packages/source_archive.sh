#!/usr/bin/env bash
# source_archive.sh SOURCE BUILD: the archive holds what is committed and nothing else, has the same bytes when it is made twice, and unpacked
# where there is no git it is configured, and its program knows the commit.
set -euo pipefail
source=$1
build=$2
command -v git >/dev/null && [[ -e $source/.git ]] || {
    echo "skipped: this folder is none of git, so there is nothing to make an archive of"
    exit 77
}
git=(git -C "$source" -c "safe.directory=$source")
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
cd -- "$folder"
mkdir one other
for where in one other; do
    (umask "$([[ $where == one ]] && echo 022 || echo 077)"
     cmake -DSOURCE="$source" -DNAME=groundswell -DFOLDER="$folder/$where" -P "$source/cmake/packages/source_archive.cmake" >log 2>&1) || { cat log; exit 1; }
done
cmp one/groundswell.tar.gz other/groundswell.tar.gz
tar -xzf one/groundswell.tar.gz
diff <(cd groundswell && find . -type f -o -type l | sed 's,^\./,,' | LC_ALL=C sort) <("${git[@]}" -c core.quotePath=off ls-tree -r --name-only HEAD | LC_ALL=C sort)

cached() {
    sed -nE "s/^$1:[A-Z]+=//p" "$build/CMakeCache.txt"
}
cmake -S groundswell -B built -G "$(cached CMAKE_GENERATOR)" -DCMAKE_BUILD_TYPE=Release -DGROUNDSWELL_TESTS=OFF -DCMAKE_C_COMPILER="$(cached CMAKE_C_COMPILER)" >log 2>&1 || {
    cat log
    exit 1
}
cmake --build built --target version_found >log 2>&1 || {
    cat log
    exit 1
}
commit=$("${git[@]}" rev-parse HEAD)
grep -qxF "#define FOUND_COMMIT \"${commit:0:12}\"" built/generated/version_found.h || {
    cat built/generated/version_found.h
    echo "the commit is ${commit:0:12}"
    exit 1
}
