#!/bin/sh
# snakemake.sh PROGRAM SOURCE: the Snakefile of the page on many machines makes a report, of the bytes of one run; passed over where there
# is no Snakemake.
set -eu
program=$1 source=$2
command -v snakemake >/dev/null || { echo "skipped: Snakemake is not installed"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
cd -- "$folder"
mkdir bin
ln -s "$program" bin/groundswell
PATH=$folder/bin:$PATH
export HOME="$folder"
awk '/^```python$/ {inside = 1; next} /^```/ {inside = 0} inside' "$source/sim/program/on-many-machines.md" >Snakefile
groundswell new camp.yaml --from first-scenario >said
sed -i 's/^replications:.*/replications: 6/' camp.yaml
groundswell run camp.yaml -q -o whole.h5 >said
made() {
    snakemake -c2 >said 2>&1 || { cat said; exit 1; }
    cmp camp.h5 whole.h5
    test -s camp-report/index.html
}
made
# as if part 2 had been stopped
rm -r camp.h5 camp-report camp.h5.part-2-of-4.done
truncate -s -1 camp.h5.part-2-of-4
made
# a part of an older scenario is made anew
sed -i 's/^replications:.*/replications: 5/' camp.yaml
groundswell run camp.yaml -q -o whole.h5 >said
made
