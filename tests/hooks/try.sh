#!/usr/bin/env bash
# try.sh ROOT: the hook before a commit, tried in a small repository of its own: what is right goes through, and each of the things
# that it looks for is refused by its sentence.
set -euo pipefail
root=$1
command -v git >/dev/null || { echo "skipped: git is not installed" && exit 77; }
command -v clang-format >/dev/null || { echo "skipped: clang-format is not installed" && exit 77; }
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
cd -- "$folder"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE
mkdir -p tests/hooks tests/doors sim/base
cp -- "$root/tests/hooks/pre-commit" tests/hooks/
cp -- "$root/tests/doors/CMakeLists.txt" "$root/tests/doors/doors.cmake" tests/doors/
cp -- "$root/.clang-format" .
git init -q
git config user.name somebody
git config user.email somebody@example.org
git config core.hooksPath tests/hooks

# committed FILE: adds it and tries to commit it; what was said is in $said.
committed() {
    git add -A
    said=$(git commit -qm "a change" 2>&1)
}
# refused WORDS
refused() {
    if committed; then
        echo "went through, and should have been refused: $1"
        exit 1
    fi
    if [[ $said != *"not committed: "*"$1"* ]]; then
        printf 'refused, but not because of "%s":\n%s\n' "$1" "$said"
        exit 1
    fi
}
passes() {
    committed || {
        printf 'refused: %s\n' "$said"
        exit 1
    }
}

printf '# base\n\n`sum.c` adds.\n' >sim/base/README.md
printf 'int sum(int a, int b)\n{\n    return a + b;\n}\n' >sim/base/sum.c
passes
printf 'int sum(int a,int b) { return a + b; }\n' >sim/base/sum.c
refused "sim/base/sum.c is not formatted"
printf 'int sum(int a, int b)\n{\n    printf("a room that prints");\n    return a + b;\n}\n' >sim/base/sum.c
refused "a door is broken (calls)"
git checkout -q HEAD -- sim/base/sum.c
printf 'int more;\n' >sim/base/unnamed.c
refused "a door is broken (pages)"
git rm -qf sim/base/unnamed.c
printf 'a line with blanks at its end  \n' >>sim/base/README.md
refused "blanks at the ends of lines"
git checkout -q HEAD -- sim/base/README.md

# What is not to be committed is not looked at.
printf 'int  loose;\n' >sim/base/later.c
git reset -q
printf '# base\n\n`sum.c` adds two numbers.\n' >sim/base/README.md
git add sim/base/README.md
git commit -qm "only the page"
