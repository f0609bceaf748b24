#!/bin/bash
# Writes docs/interop/SERVER.{md,json,html} by a run of the lab against each server.
#   tests/lab/write-reports.sh [SERVER...]        (default: prosody ejabberd balcony; needs root for ejabberd, see ejabberd.sh)
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
out=$root/docs/interop
mkdir -p "$out"
[ $# -gt 0 ] || set -- prosody ejabberd balcony
for server in "$@"; do
    more=()
    [ "$server" = ejabberd ] && more=(--dns 127.53.53.53:53)
    "${BALCONY:-$root/balcony}" lab run --against montague.example --start "$root/tests/lab/$server.sh" --brief --output text "${more[@]}" \
        --report "$out/$server.json" --report "$out/$server.md" --report "$out/$server.html" > /dev/null
    echo "$server: exit code $?, $out/$server.md"
done
