#!/bin/sh
# with.sh PROGRAM ARGUMENT...: runs the program, or says that it is not installed (77: skipped).
if ! command -v "$1" >/dev/null; then
    echo "skipped: $1 is not installed"
    exit 77
fi
exec "$@"
