#!/usr/bin/env bash
# torn.sh FOLDER...: no comment is torn. clang-format breaks a line of a comment that is too long and leaves its last words on a line of
# their own. Such a line follows a full one, and the first word after it would have fitted there with WIDE columns to spare.
# Lists, paragraphs and lines that are indented (code) end where they like.
set -euo pipefail
find "$@" -name '*.[ch]' -print0 | sort -z | xargs -0 awk '
    BEGIN { FULL = 90; WIDE = 20; LIMIT = 110 }
    FNR == 1 { lines = 0; inside = 0; files++ }
    {
        text = $0
        sub(/^[ \t]*/, "", text)
        if (!inside && text ~ /^\/\*/) { inside = 1; lines = 0; sub(/^\/\*/, "", text) }
        else if (inside) sub(/^\*([^\/]|$)/, " ", text)
        if (!inside) next
        last = text ~ /\*\//
        sub(/\*\/.*/, "", text)
        words = split(text, word, " ")
        if (words == 0) lines = 0
        else {
            free = text !~ /^ *(-|[0-9]+[.]) / && text !~ /^   /
            if (lines >= 2 && free && before_free && full && before + 1 + length(word[1]) + WIDE <= LIMIT) {
                printf "%s:%d: %s: a line of this comment is torn\n", FILENAME, FNR - 1, before_text
                broken++
            }
            full = before >= FULL && lines >= 1
            before = length($0); before_text = $0; before_free = free
            sub(/^[ \t]*/, "", before_text)
            lines++
        }
        if (last) inside = 0
    }
    END {
        if (files == 0) { print "no source was found"; exit 1 }
        printf "%d sources, %d broken (torn)\n", files, broken
        exit broken > 0
    }'
