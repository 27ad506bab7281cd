#!/usr/bin/env bash
# vectors.sh PROGRAM: the pass over those who hear a turn (models/conversation/hearing_pass.h) is vectors in the code that was
# made: every influence rule's pass has packed arithmetic of the full width of AVX2 and of AVX-512, and calls nothing.
set -euo pipefail
program=$1

skip() {
    echo "skipped: $*"
    exit 77
}
command -v objdump >/dev/null || skip "objdump is not installed"
objdump -d --no-show-raw-insn "$program" | awk '
    /^[0-9a-f]+ <.*>:$/ { name = substr($2, 2, length($2) - 3) ; next }
    name ~ /_heard\.(avx2|avx512f)$/ {
        seen[name] = 1
        if ($2 ~ /^call/) calls[name]++
        if ($2 ~ /^v?(mul|div|add|sub)ps$/ && $0 ~ (name ~ /avx512f/ ? "%zmm" : "%ymm")) packed[name]++
    }
    END {
        for (name in seen) {
            printf "%s: %d packed operations, %d calls\n", name, packed[name], calls[name]
            found++
            if (packed[name] < 10 || calls[name] > 0) failed = 1
        }
        exit found == 0 ? 77 : failed
    }' | sort || { status=${PIPESTATUS[1]}; [[ $status == 77 ]] && skip "compiled without versions of several widths"; exit "$status"; }
