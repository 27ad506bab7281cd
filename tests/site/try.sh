#!/usr/bin/env bash
# try.sh WHAT PROGRAM SOURCE FOLDER: tries what is said of the site (cmake/site/make-site.sh). FOLDER is where it is made, of a demo of few runs;
# `make` comes first. 77 where what is needed is not there.
set -euo pipefail
what=$1 program=$2 source=$3 folder=$4
here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
few=(--replications 3 --base-only)

wrong() {
    printf 'site: %s\n' "$*" >&2
    exit 1
}

needed() {
    local command
    for command in "$@"; do
        command -v "$command" >/dev/null || {
            printf 'skipped: there is no %s\n' "$command"
            exit 77
        }
    done
}

make_site() {
    "$source/cmake/site/make-site.sh" "$program" "$source" "$@"
}

# A PATH with everything but pandoc.
path_without_pandoc() {
    local bin
    mkdir -p -- "$folder.bin"
    for bin in bash realpath dirname basename ls nproc grep mkdir rm; do
        ln -sf -- "$(command -v "$bin")" "$folder.bin/$bin"
    done
    printf '%s\n' "$folder.bin"
}

# narrow FOLDER PAGE...: which of the pages are wider than 360 px, as a browser says.
narrow() {
    local within=$1 list
    shift
    list=$(printf '"%s",' "$@")
    sed "s|= PAGES;|= [$list];|; s|= SITE +|= \"file://$within/\" +|" "$here/narrow.html" >"$folder.narrow.html"
    chromium --headless --no-sandbox --disable-gpu --allow-file-access-from-files --virtual-time-budget=100000 --user-data-dir="$folder.chromium" \
        --dump-dom "file://$folder.narrow.html" 2>/dev/null | sed -n 's|^<p id="said">\(.*\)</p>$|\1|p'
    rm -rf -- "$folder.chromium"
}

case $what in
    make)
        needed pandoc
        rm -rf -- "$folder"
        make_site "$folder" "${few[@]}"
        ;;
    pages)
        needed pandoc /usr/bin/python3
        /usr/bin/python3 -B "$here/check.py" "$folder" "$source"
        ;;
    broken) # the check finds each of its rules broken
        needed /usr/bin/python3
        diff "$here/broken/said.txt" <(/usr/bin/python3 -B "$here/check.py" "$here/broken/site" "$here/broken/text")
        ;;
    tidy)
        needed pandoc tidy
        mapfile -d '' -t pages < <(find "$folder" -name '*.html' ! -name demo.html ! -name try.html -print0)
        ((${#pages[@]} > 100)) || wrong "there are ${#pages[@]} pages only"
        tidy -q -e "${pages[@]}"
        if tidy -q -e "$here/broken/site/index.html" 2>/dev/null; then
            wrong "tidy finds nothing wrong with a page that is"
        fi
        ;;
    narrow) # all but the many that show a file
        needed pandoc chromium
        mapfile -t pages < <(cd -- "$folder" && find . -name '*.html' ! -name '*.yaml.html' ! -name try.html | sed 's|^\./||' | sort)
        said=$(narrow "$folder" "${pages[@]}" scenarios/first-scenario.yaml.html)
        [[ $said == "looked at $((${#pages[@]} + 1)), wide: none" ]] || wrong "of the pages at 360 px it is said: $said"
        said=$(narrow "$here/broken/site" fine.html wide.html)
        [[ $said == "looked at 2, wide: wide.html" ]] || wrong "of a page that is wide it is said: $said"
        ;;
    twice) # by another name, at another hour of another part of the world, with another language
        needed pandoc
        rm -rf -- "$folder.again"
        TZ=Pacific/Auckland LANG=de_DE.UTF-8 OMP_NUM_THREADS=1 make_site "$folder.again" "${few[@]}"
        diff -r -- "$folder" "$folder.again"
        rm -rf -- "$folder.again"
        ;;
    refused) # no pandoc: one sentence, and nothing is left; a folder of somebody else is not replaced
        rm -rf -- "$folder.other"
        status=0
        said=$(PATH=$(path_without_pandoc) make_site "$folder.other" 2>&1) || status=$?
        [[ $status == 69 && $said == "site: the pages are made by pandoc, which is not there: install the package pandoc" ]] ||
            wrong "without pandoc it ends with $status and says: $said"
        [[ -z $(compgen -G "$folder.other*") ]] || wrong "without pandoc something is left"
        needed pandoc
        mkdir -- "$folder.other"
        echo mine >"$folder.other/index.html"
        status=0
        said=$(make_site "$folder.other" 2>&1) || status=$?
        [[ $status == 73 && $said == "site: $folder.other is no site that was made here, so it is not replaced" ]] ||
            wrong "of a folder of somebody else it says: $said"
        [[ $(<"$folder.other/index.html") == mine ]] || wrong "a folder of somebody else was replaced"
        rm -rf -- "$folder.other"
        ;;
esac
