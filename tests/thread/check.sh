#!/usr/bin/env bash
# check.sh PART SOURCE BUILD: builds the kernel and its tests with clang's ThreadSanitizer into BUILD, and runs PART of them.
#   kernel: the unit tests of the kernel, without a word from the sanitizer
#   race:   a race planted on purpose is found, and the same program without it is not accused
#   movement: sixty sites whose working groups call each other and whose people visit, by 2 and 8 threads, without a word
#             from the sanitizer, and with the same bytes
set -euo pipefail
part=$1 source=$2 build=$3

skip() {
    echo "skipped: $*"
    exit 77
}
command -v clang >/dev/null || skip "clang is not installed"
runtime=$(clang -print-resource-dir)/lib/linux
compgen -G "$runtime/libclang_rt.tsan-*.a" >/dev/null || skip "clang has no ThreadSanitizer (Debian: libclang-rt-14-dev)"
echo 'int main(void){return 0;}' | clang -fopenmp -x c - -o /dev/null 2>/dev/null || skip "clang has no OpenMP (Debian: libomp-dev)"

# Tells the sanitizer where OpenMP's threads wait for each other.
archer=$(compgen -G '/usr/lib/llvm-*/lib/libarcher.so' | tail -n 1 || true)
export TSAN_OPTIONS=ignore_noninstrumented_modules=1 OMP_WAIT_POLICY=passive OMP_TOOL_LIBRARIES=$archer

mkdir -p "$build"
quietly() {
    "$@" >"$build/log" 2>&1 || {
        cat "$build/log"
        exit 1
    }
}
if [[ ! -f $build/build.ninja ]]; then
    quietly cmake -S "$source" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_COMPILER=clang -DGROUNDSWELL_SANITIZE=thread
fi
if [[ $part == movement ]]; then
    quietly cmake --build "$build" --target groundswell
    export GROUNDSWELL_LIBRARY=$source/scenarios
    for threads in 2 8; do
        rm -f "$build/movement-$threads.h5"*
        "$build/groundswell" run "$source/tests/thread/movement.yaml" --threads $threads -o "$build/movement-$threads.h5" 2>&1 | tee "$build/said"
        ! grep -q "ThreadSanitizer" "$build/said"
    done
    cmp "$build/movement-2.h5" "$build/movement-8.h5"
    exit
fi
quietly cmake --build "$build" --target unit_kernel_letters unit_kernel_queue unit_kernel_run unit_kernel_server unit_kernel_shelf unit_kernel_windows race

if [[ $part == kernel ]]; then
    for test in letters queue run server shelf windows; do
        "$build/tests/unit_kernel_$test"
    done
    exit
fi
"$build/tests/thread/race" own
said=$("$build/tests/thread/race" shared 2>&1) && {
    echo "the race was not found"
    exit 1
}
grep -q "ThreadSanitizer: data race" <<<"$said" && grep -q "on_count" <<<"$said" || {
    printf 'something else was found:\n%s\n' "$said"
    exit 1
}
echo "the race was found"
