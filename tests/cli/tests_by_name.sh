#!/usr/bin/env bash
# tests_by_name.sh ROOT: `./groundswell test NAME` builds what the tests of that name run, and nothing else. Tried on a small project
# of its own, of which a part cannot be built: to build too much fails.
set -euo pipefail
root=$1
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
cat >"$folder/CMakeLists.txt" <<'PROJECT'
cmake_minimum_required(VERSION 3.25)
project(small LANGUAGES C)
enable_testing()
add_executable(sound sound.c)
add_executable(helper sound.c)
add_executable(broken broken.c)
add_test(NAME unit/sound COMMAND sound)
add_test(NAME unit/by_a_script COMMAND sh -c "exec \"$0\"" $<TARGET_FILE:helper>)
add_test(NAME unit/in_a_word COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:helper> -P ${CMAKE_SOURCE_DIR}/runs.cmake)
add_test(NAME unit/broken COMMAND broken)
add_test(NAME unit/of_no_program COMMAND ${CMAKE_COMMAND} -E true)
PROJECT
echo 'int main(void) { return 0; }' >"$folder/sound.c"
echo 'this does not compile' >"$folder/broken.c"
echo 'execute_process(COMMAND ${PROGRAM} COMMAND_ERROR_IS_FATAL ANY)' >"$folder/runs.cmake"
cmake -G Ninja -S "$folder" -B "$folder/build" >/dev/null
export GROUNDSWELL_BUILD=$folder/build

# expect STATUS WORDS NAME...: `groundswell test NAME...` ends so and says these words.
expect() {
    local wanted=$1 words=$2 status=0 said
    shift 2
    said=$("$root/groundswell" test "$@" 2>&1) || status=$?
    if [[ $status != "$wanted" || $said != *"$words"* ]]; then
        printf 'test %s: status %s instead of %s, said:\n%s\n' "$*" "$status" "$wanted" "$said"
        exit 1
    fi
}
built() {
    [[ -e $folder/build/$1 ]] || { echo "$1 was not built" && exit 1; }
}
not_built() {
    [[ ! -e $folder/build/$1 ]] || { echo "$1 was built, and nobody asked for it" && exit 1; }
}

expect 0 "out of 1" unit/of_no_program
not_built sound
expect 0 "out of 1" unit/sound
built sound
not_built helper
expect 0 "out of 2" by_a_script in_a_word
built helper
expect 70 "the build failed" unit/broken
expect 64 "no test has a name like nobody" nobody
expect 0 "usage: groundswell test" --help
not_built .built # no program was built: one that is asked for later is still stale
