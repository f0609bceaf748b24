#!/bin/bash
# Writes docs/interop/SERVER.{md,json,html} by a run of the lab against each server, and SERVER-dialback.md by a short one with dialback believed.
#   tests/lab/write-reports.sh [SERVER...]        (default: balcony prosody ejabberd; needs root for ejabberd, see ejabberd.sh)
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
out=$root/docs/interop
program=${BALCONY:-$root/balcony}
mkdir -p "$out"
[ $# -gt 0 ] || set -- balcony prosody ejabberd
for server in "$@"; do
    more=()
    folder=$(mktemp -d)
    [ "$server" = ejabberd ] && more=(--dns 127.53.53.53:53)
    [ "$server" = balcony ] && more=(--diary "$program federation show {peer} --output json --config $folder/verified/balcony/balcony.yml")
    common=(lab run --against montague.example --start "$root/tests/lab/$server.sh" --brief "${more[@]}")
    "$program" "${common[@]}" --folder "$folder/verified" --report "$out/$server.json" --report "$out/$server.md" --report "$out/$server.html" > /dev/null 2>&1
    echo "$server: exit code $?, $out/$server.md"
    "$program" "${common[@]/verified/dialback}" --folder "$folder/dialback" --trust dialback --only good --only 'dialback*' --report "$out/$server-dialback.md" > /dev/null 2>&1
    echo "$server with dialback: exit code $?, $out/$server-dialback.md"
    rm -rf "$folder"
done
