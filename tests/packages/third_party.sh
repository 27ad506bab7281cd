#!/usr/bin/env bash
# third_party.sh SOURCE BUILD: THIRD-PARTY.md and the Debian copyright file name every library that the built programs name, and
# THIRD-PARTY.md no other one.
set -euo pipefail
source=$1
build=$2
command -v objdump >/dev/null || {
    echo "skipped: objdump is not installed"
    exit 77
}
# Names without version: libgsl.so.27 is libgsl.
needed() {
    objdump -p "$@" | sed -nE 's/^ *NEEDED +(lib[A-Za-z0-9_-]+)\.so.*/\1/p' | sort -u
}
programs=("$build/groundswell")
[[ ! -e $build/groundswell-mpi ]] || programs+=("$build/groundswell-mpi")
# libgslcblas is needed by GSL, and only on some machines by the program itself; sanitizers are no part of what is passed on.
named=$(needed "${programs[@]}" | grep -vxE 'lib[a-z]*san|libgslcblas' || true)
page=$(sed '/^## The page/,$d' "$source/THIRD-PARTY.md" | grep -oE '`lib[A-Za-z0-9_-]+\.so`' | tr -d '`' | sed 's/\.so$//' | sort -u | grep -vxF libgslcblas)
((${#programs[@]} > 1)) || page=$(grep -vxF libmpi <<<"$page")
diff <(echo "$named") <(echo "$page") || {
    echo "< the programs name these libraries; > THIRD-PARTY.md names these"
    exit 1
}
failed=0
while read -r library; do
    case $library in
        libmpi) word=libopenmpi3 ;;
        libm | libc) word=libc6 ;;
        *) word=$library ;;
    esac
    grep -qF "$word" "$source/cmake/packages/copyright.in" || {
        echo "cmake/packages/copyright.in does not name $word"
        failed=1
    }
done <<<"$named"
exit $failed
