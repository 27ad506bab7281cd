#!/usr/bin/env bash
# prefixes.sh SOURCES OBJECTS TABLE: every function that a file of models shows to other files has a name that can be searched for. It is
# of several words, and the first is the name of its folder or file (graph_of in graph.c, group_found in groups/), or a word of TABLE.
# OBJECTS is the folder in which the build keeps what it compiled of SOURCES, or several with `:` between; what is there of sources that are gone is left alone.
set -euo pipefail
sources=$1 objects=$2 table=$3
below=$(basename -- "$sources") # objects lie below the name of the folder of sources
IFS=: read -ra folders <<<"$objects"
count=0 broken=0
while read -r source name; do
    [[ -e $sources/$source ]] || continue
    stem=$(basename -- "${source%.c}") folder=${source%/*}
    [[ $folder == "$source" ]] && folder=models
    folder=${folder##*/}
    count=$((count + 1))
    first=${name%%_*}
    if [[ $name != *_* && $name != "$stem" ]]; then
        why="its name is one word"
    elif [[ $first == "$folder" || ${first}s == "$folder" || $first == "${stem%%_*}" || ${first}s == "${stem%%_*}" ]]; then
        continue
    elif ! grep -qE "^$first( |$)" "$table" && [[ $name == *_* ]]; then
        why="it begins with \"$first\", which is neither its folder, nor its file, nor a word of $(basename -- "$table")"
    else
        continue
    fi
    echo "$source: $name: $why"
    broken=$((broken + 1))
done < <(find "${folders[@]}" -name '*.c.o' | xargs nm -A --defined-only --extern-only -- |
    sed -nE "s,^.*\\.dir/($below/)?([^:]*)\\.o:[0-9a-f]+ [TW] ([A-Za-z0-9_]+)\$,\\2 \\3,p" | sort -u)
if ((count == 0)); then
    echo "no function was found in $objects"
    exit 1
fi
echo "$count functions, $broken broken (prefixes)"
((broken == 0))
