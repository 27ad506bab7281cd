#!/bin/sh
# write.sh WRITER FILE: writes the sample twice, in two processes whose fresh memory holds different bytes. The files must not differ.
set -e
rm -f "$2" "$2.again"
"$1" "$2"
MALLOC_PERTURB_=165 "$1" "$2.again"
cmp "$2" "$2.again"
rm "$2.again"
