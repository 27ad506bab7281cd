#!/bin/sh
# examples.sh python|R PROGRAM SOURCE: runs the example of that language as its README says, and looks at what it says and draws.
set -eu
language=$1 program=$2 source=$3
case $language in
python) /usr/bin/python3 -c 'import xarray, h5netcdf, pandas, matplotlib' 2>/dev/null || { echo "skipped: a library is not installed"; exit 77; } ;;
R) command -v Rscript >/dev/null && Rscript -e 'stopifnot(requireNamespace("ncdf4"), requireNamespace("ggplot2"))' >/dev/null 2>&1 || { echo "skipped: a library is not installed"; exit 77; } ;;
esac
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
cd -- "$folder"
"$program" run first-scenario -r 8 --base-only -q -o camp.h5 >said
"$program" export camp.h5 -o camp-csv -q >said
case $language in
python) /usr/bin/python3 -B "$source/analysis/examples/compare_designs.py" camp.h5 camp-csv figure.png >said ;;
R) Rscript "$source/analysis/examples/compare_designs.R" camp.h5 camp-csv figure.png >said ;;
esac
cat said
grep -q '^decisions_per_hour: .circles on Sundays. minus .assembly only. is 0\.[0-9]* (95 % range .*) in 8 paired runs' said
# the same difference as the program gives
"$program" compare camp.h5 -m decisions_per_hour --json >compare.json
/usr/bin/python3 - <<'CHECK'
import json, re
said = float(re.search(r" is ([0-9.]+) \(", open("said", encoding="utf-8").read())[1])
contrast = json.load(open("compare.json"))["measures"][0]["contrasts"][0]
assert abs(contrast["difference"]["value"] - said) < 6e-4, (contrast["difference"], said)
picture = open("figure.png", "rb").read()
assert picture.startswith(b"\x89PNG") and len(picture) > 10000, len(picture)
CHECK
