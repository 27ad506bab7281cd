#!/usr/bin/env bash
# make-site.sh PROGRAM SOURCE FOLDER [OPTION OF demo...]: makes FOLDER, the site of the repository SOURCE: files that any host, or a browser
# alone, can show. `groundswell` is PROGRAM; the options go to its demo, for tests that need no more than a few runs.
#
# Every .md page becomes a page; so do the manual pages, the methods, and each scenario and file that a page leads to. The same commit gives
# the same bytes: nothing of the machine, the hour, or the folder is in a page.
set -euo pipefail
export LC_ALL=C.UTF-8

say() {
    printf 'site: %s\n' "$*" >&2
}

fail() {
    local status=$1
    shift
    say "$@"
    exit "$status"
}

(($# >= 3)) || fail 64 "make-site.sh PROGRAM SOURCE FOLDER [OPTION OF demo...]"
program=$(realpath -- "$1")
top=$(realpath -- "$2")
folder=$(realpath -m -- "$3")
shift 3
here=$top/cmake/site
mark='name="generator" content="Groundswell site"'
export GROUNDSWELL_LIBRARY=$top/scenarios
jobs=$(nproc)

command -v pandoc >/dev/null || fail 69 "the pages are made by pandoc, which is not there: install the package pandoc"
if [[ -e $folder && -n $(ls -A -- "$folder") ]] && ! grep -qsF -- "$mark" "$folder/index.html"; then
    fail 73 "$folder is no site that was made here, so it is not replaced"
fi
mkdir -p -- "$(dirname -- "$folder")" || exit 73
work=$(mktemp -d -- "$folder.XXXXXX") || exit 73
trap 'rm -rf -- "$work"' EXIT
site=$work/site
made=$work/made
mkdir -- "$site" "$made"

# What the filter (page.lua) asks for besides what is said of each page.
export SITE_TOP=$top SITE_PAGES=$work/pages SITE_WANTED=$work/wanted SITE_TRY=no
: >"$SITE_PAGES"
: >"$SITE_WANTED"

# ---------------------------------------------------------------- pages

# The template with the style in it; its hash is the only one that a page allows.
template() {
    local style hash
    style=$(<"$here/style.css")
    # shellcheck disable=SC2059 # the format is the bytes of the hash
    hash=$(printf "$(printf %s "$style" | sha256sum | sed 's/ .*//; s/../\\x&/g')" | base64 -w 0)
    style=$style awk -v hash="$hash" '{ sub(/@HASH@/, hash) } # & and \ in the style are no signs of awk
        (at = index($0, "@STYLE@")) { $0 = substr($0, 1, at - 1) ENVIRON["style"] substr($0, at + 7) } 1' "$here/page.html" >"$work/page.html"
}

# page SHOWN WRITTEN FROM INPUT [OPTION OF pandoc...]: the page WRITTEN of the site, of the text INPUT that shows the file SHOWN of the repository
# and whose links start at FROM.
page() {
    local shown=$1 written=$2 from=$3 input=$4
    shift 4
    mkdir -p -- "$(dirname -- "$site/$written")"
    SITE_SOURCE=$shown SITE_PAGE=$written SITE_FROM=$from pandoc --template "$work/page.html" --lua-filter "$here/page.lua" --no-highlight \
        --email-obfuscation none --wrap preserve --eol lf -t html5 -V "version=$version" "$@" -o "$site/$written" -- "$input" ||
        fail 70 "the page of $shown could not be made"
}

# beside COMMAND...: carries it out beside others, as many as there are processors. `all_done` waits for them.
running=0
beside() {
    if ((running >= jobs)); then
        wait -n || exit
        running=$((running - 1))
    fi
    "$@" &
    running=$((running + 1))
}

all_done() {
    for (( ; running > 0; running--)); do
        wait -n || exit
    done
}

markdown=(-f gfm-emoji-yaml_metadata_block)
contents=(--toc --toc-depth 3)

pages_of_repository() {
    (cd -- "$top" && find . -name '*.md' -not -path './.*/*' -not -path './build/*' -not -path './cmake/site/*' -not -path './tests/*/broken/*') |
        sed 's|^\./||' | sort
}

# Where the page of a Markdown file stands.
place_of() {
    case $1 in
        README.md) echo readme.html ;;
        */README.md) echo "${1%README.md}index.html" ;;
        *) echo "${1%.md}.html" ;;
    esac
}

# A page with three headings or more says what is on it.
page_of_repository() {
    local options=("${markdown[@]}")
    (($(grep -c '^##' -- "$top/$1") < 3)) || options+=("${contents[@]}")
    page "$1" "$(place_of "$1")" "$1" "$top/$1" "${options[@]}"
}

# ---------------------------------------------------------------- files

# title_of FILE: what a scenario or method is called, else the name of the file.
title_of() {
    local title
    title=$(sed -n "s/^title: *//p" "$1" | head -n 1 | sed -E "s/^(['\"])(.*)\1\$/\2/")
    printf '%s\n' "${title:-$(basename -- "$1")}"
}

# As text of Markdown, signs and all.
plainly() {
    sed -E 's/[][\\`*_{}<>#|~$&!]/\\&/g'
}

# The frame of all pages that show a file of a folder: made once, since pandoc takes longer to begin than such a page takes.
frame() {
    local folder=$1 within=
    [[ $folder == . ]] || within=$folder/
    mkdir -p -- "$made/frames/$folder"
    printf '# @TITLE@\n\n@TEXT@\n' >"$made/frames/$folder/text"
    page @FILE@ "$within@FILE@.html" "$within@FILE@" "$made/frames/$folder/text" "${markdown[@]}"
    mv -- "$site/$within@FILE@.html" "$made/frames/$folder/frame"
}

# All files that pages lead to, and all scenarios and methods: each as a page, and itself beside it.
pages_of_files() {
    local folder method
    (cd -- "$top" && printf '%s\n' scenarios/*.yaml scenarios/methods/*.yaml scenarios/null/*.yaml) | sort -u - "$SITE_WANTED" >"$work/files"
    while read -r folder; do
        beside frame "$folder"
    done < <(xargs -d '\n' dirname -- <"$work/files" | sort -u)
    all_done
    mkdir -- "$made/words"
    for method in "$top"/scenarios/methods/*.yaml; do
        method=${method##*/}
        "$program" explain "${method%.yaml}" | sed '/^  file: /,$d; s/^  //' >"$made/words/${method%.yaml}"
    done
    (cd -- "$top" && xargs -d '\n' cp --parents --no-preserve=mode -t "$site" -- <"$work/files")
    awk -v top="$top" -v site="$site" -v frames="$made/frames" -v words="$made/words" -f "$here/files.awk" "$work/files"
}

# ---------------------------------------------------------------- pages that are made

start_page() {
    # The answer and its picture are those of README.md.
    awk '/^> /  { answer = 1 }
         /^!\[/ { print; exit }
         answer { print }' "$top/README.md" >"$made/answer"
    sed "/^@ANSWER@\$/{
        r $made/answer
        d
    }" "$here/start.md" >"$made/start.md"
    page cmake/site/start.md index.html start.md "$made/start.md" -f markdown-smart-implicit_figures
}

list_of_methods() {
    {
        printf '# Methods that a calendar can hold\n\nA method is a run sheet for one kind of session, written as a file. '
        printf 'A calendar names it: `hold: world-cafe`. How to write your own: [scenarios and methods](../README.md).\n'
        # `groundswell methods` says a name at column 2, what it does beside it and below it, what they are for in column 0.
        "$program" methods | awk '
            function row() { if (name != "") printf "| [`%s`](%s.yaml) | %s |\n", name, name, words; name = "" }
            /^[^ ]/    { row(); printf "\n## %s\n\n| method | what it is |\n|---|---|\n", $0; next }
            /^  [^ ]/  { row(); name = $1; words = $0; sub(/^ *[^ ]+ +/, "", words); next }
            /^ +[^ ]/  { sub(/^ +/, ""); words = words " " $0; next }
            END        { row() }'
    } >"$made/methods.md"
    SITE_MADE=yes page scenarios/methods scenarios/methods/index.html scenarios/methods/README.md "$made/methods.md" "${markdown[@]}" "${contents[@]}"
}

list_of_null_scenarios() {
    {
        printf '# Null scenarios\n\nEach of them leaves one mechanism on, so that what comes out has an exact or a published answer: '
        printf '[what Groundswell is checked against](../../tests/README.md).\n\n| scenario | what it is |\n|---|---|\n'
        local file
        for file in "$top"/scenarios/null/*.yaml; do
            printf '| [`%s`](%s) | %s |\n' "$(basename -- "$file" .yaml)" "$(basename -- "$file")" "$(title_of "$file" | plainly)"
        done
    } >"$made/null.md"
    SITE_MADE=yes page scenarios/null scenarios/null/index.html scenarios/null/README.md "$made/null.md" "${markdown[@]}"
}

# manual NAME WRITTEN TITLE WORD...: a manual page, as `groundswell help --man WORD...` prints it.
manual() {
    local name=$1 written=$2 title=$3
    shift 3
    "$program" help --man "$@" | sed '/^\.TH /d' >"$made/$name"
    {
        printf '# %s\n\n' "$title"
        pandoc -f man -t gfm --shift-heading-level-by 1 --wrap preserve -- "$made/$name"
    } >"$made/$name.md"
    SITE_MADE=yes page "$name" "$written" "$name" "$made/$name.md" "${markdown[@]}" "${contents[@]}"
}

# The first heading of a page is what it is called.
heading_of() {
    sed -n 's/^# //p' "$top/$1" | head -n 1
}

pages_of_room() {
    local room=$1 shown
    printf '\n## %s\n\n' "$2"
    while read -r shown; do
        printf -- '- [%s](%s)\n' "$(heading_of "$shown")" "$shown"
    done < <(grep "^$room/" "$work/markdown")
}

list_of_pages() {
    {
        printf '# All pages\n\n'
        printf '## The program\n\n'
        printf -- '- [What it is, and how to begin](README.md)\n- [Manual page of the program](manual)\n- [Manual page of scenario files](manual-scenario)\n'
        printf -- '- [Methods that a calendar can hold](scenarios/methods)\n- [Null scenarios](scenarios/null)\n- [The report of the demo](demo)\n'
        [[ $SITE_TRY == no ]] || printf -- '- [The page with the simulator in it](try)\n'
        printf -- '- [How to contribute](CONTRIBUTING.md)\n- [What has changed](CHANGELOG.md)\n- [How to cite it](CITATION.cff)\n- [Licence](LICENSE)\n'
        pages_of_room scenarios "Scenarios: what to ask"
        local file
        for file in "$top"/scenarios/*.yaml; do
            printf -- '- [%s](scenarios/%s)\n' "$(title_of "$file" | plainly)" "${file##*/}"
        done
        pages_of_room models "Models: the theory"
        pages_of_room analysis "Analysis: what came out"
        pages_of_room sim "Sim: the instrument"
        pages_of_room tests "Tests: what it is checked against"
    } >"$made/contents.md"
    SITE_MADE=yes page contents contents.html contents "$made/contents.md" "${markdown[@]}" "${contents[@]}"
}

# ---------------------------------------------------------------- what the program makes

demo() {
    "$program" demo --quiet --output "$work/demo" "$@" >"$work/demo.txt" || fail 70 "the demo could not be made"
    sed 's|^<main>$|&\n<p class="small"><a href="index.html">Groundswell</a> / an answer: the report of the demo, as the program writes it</p>|' \
        "$work/demo/index.html" >"$site/demo.html"
}

try_page() {
    if "$program" page --output "$site/try.html" >/dev/null 2>"$work/why"; then
        SITE_TRY=yes
    else
        rm -f -- "$site/try.html"
        say "without the page that has the simulator in it: $(head -n 1 "$work/why" | sed 's/^groundswell: //')"
    fi
}

# ---------------------------------------------------------------- all of it

version=$("$program" --version | sed -n '1s/^g/G/p')
pages_of_repository >"$work/markdown"
try_page
while read -r shown; do
    printf '%s\t%s\n' "$shown" "$(place_of "$shown")"
done <"$work/markdown" >>"$SITE_PAGES"
printf '%s\n' $'start.md\tindex.html' $'contents\tcontents.html' $'demo\tdemo.html' $'manual\tmanual.html' $'manual-scenario\tmanual-scenario.html' \
    $'scenarios/methods\tscenarios/methods/index.html' $'scenarios/null\tscenarios/null/index.html' >>"$SITE_PAGES"
[[ $SITE_TRY == no ]] || printf 'try\ttry.html\n' >>"$SITE_PAGES"
template

beside demo "$@"
while read -r shown; do
    beside page_of_repository "$shown"
done <"$work/markdown"
beside start_page
beside list_of_methods
beside list_of_null_scenarios
beside manual manual manual.html "Manual page of the program"
beside manual manual-scenario manual-scenario.html "Manual page of scenario files" scenario
beside list_of_pages
all_done

pages_of_files

rm -rf -- "$folder"
mv -- "$site" "$folder"
chmod 755 -- "$folder"
say "$(find "$folder" -name '*.html' | wc -l) pages; the first one is $folder/index.html"
