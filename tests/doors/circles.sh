#!/usr/bin/env bash
# circles.sh SOURCES OBJECTS [storeys]: no circle of files. A file points to another one where it uses a function or a variable that the other
# defines, by what the linker sees (nm). OBJECTS is a folder in which the build keeps what it compiled of SOURCES, or several of them with
# `:` between; objects of sources that are gone are left alone. The files of each circle are named, one line each.
# With `storeys` the folders of OBJECTS are in the order of who is built on whom, and nothing points to what stands in a later one.
set -euo pipefail
sources=$1 objects=$2
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
IFS=: read -ra folders <<<"$objects"
find "${folders[@]}" -name '*.c.o' | sort >"$work/objects"
# file, kind of symbol, symbol: those that the file defines for others (D) and those that it lacks (U). Every kind that is not lacking is
# defined: what is compiled for several vector widths has a kind of its own (i).
xargs nm -A --extern-only -- <"$work/objects" |
    awk -v root="$sources/" '{split($1, at, ":"); file = at[1]; sub(/.*\.dir\//, "", file); sub(/\.o$/, "", file)
                             if (!(file in there)) {
                                 there[file] = (getline line < (root file)) >= 0
                                 close(root file) # however few files may be open at once
                             }
                             if (!there[file]) next
                             if ($2 ~ /^[Uwv]$/) print file, "U", $3
                             else print file, "D", $3}' >"$work/symbols"
count=$(cut -d' ' -f1 "$work/symbols" | sort -u | wc -l)
((count > 0)) || { echo "no compiled file was found in $objects"; exit 1; }
awk '$2 == "D" {home[$3] = $1} $2 == "U" {user[++n] = $1; lacks[n] = $3}
     END {for (i = 1; i <= n; i++) if (lacks[i] in home && home[lacks[i]] != user[i]) print user[i], home[lacks[i]]}' \
    "$work/symbols" | sort -u >"$work/edges"
if [[ ${3-} == storeys ]]; then
    # A file belongs to the library in which it was compiled.
    number=0
    for folder in "${folders[@]}"; do
        number=$((number + 1))
        find "$folder" -name '*.c.o' | sed -e 's/.*\.dir\///' -e 's/\.o$//' -e "s/^/$number /"
    done >"$work/storeys"
    awk 'NR == FNR {storey[$2] = $1; next} storey[$2] > storey[$1] {print $1 " uses " $2 ", which stands above it"; broken++}
         END {print broken + 0 " walls broken (storeys)"; exit broken > 0}' "$work/storeys" "$work/edges"
    exit
fi
# tsort names every circle that it breaks: "input contains a loop:", then its files.
broken=0
LC_ALL=C tsort "$work/edges" >/dev/null 2>"$work/loops" || broken=1
if ((broken)); then
    sed -e 's/^tsort: .*contains a loop:/a circle:/' -e 's/^tsort: /    /' "$work/loops"
    echo "$(grep -c 'contains a loop' "$work/loops") circles broken open (circles)"
    exit 1
fi
echo "$count files, 0 circles"
