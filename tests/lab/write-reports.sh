#!/bin/bash
# Writes docs/interop/SERVER.{md,json,html} by a run of the lab against each server, and SERVER-dialback.md by a short one with dialback believed.
#   tests/lab/write-reports.sh [SERVER...]        (default: balcony prosody ejabberd; needs root for ejabberd, see ejabberd.sh)
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
out=$root/docs/interop
program=${BALCONY:-$root/balcony}
mkdir -p "$out"
failed=0

# Runs the lab. Its exit code is 1 where a row of the report failed, too, as some do for every server but our own: what counts is that there is a report.
report() { # NAME FILE WORDS...
    local name=$1 file=$2 log code=0
    shift 2
    log=$(mktemp)
    touch -d '1 second ago' "$log"
    "$program" "$@" > "$log.out" 2>&1 || code=$?
    if [ "$file" -nt "$log" ]; then
        echo "$name: $(sed -n '/ passed, .* failed/{s/\. .*/./;p;q}' "$file") $file"
    else
        echo "$name: no report, exit code $code:" >&2
        tail -n 5 "$log.out" >&2
        failed=1
    fi
    rm -f "$log" "$log.out"
}

[ $# -gt 0 ] || set -- balcony prosody ejabberd
for server in "$@"; do
    more=()
    folder=$(mktemp -d)
    [ "$server" = ejabberd ] && more=(--dns 127.53.53.53:53)
    [ "$server" = balcony ] && more=(--diary "$program federation show {peer} --output json --config $folder/verified/balcony/balcony.yml")
    common=(lab run --against montague.example --start "$root/tests/lab/$server.sh" --brief "${more[@]}")
    report "$server" "$out/$server.md" \
        "${common[@]}" --folder "$folder/verified" --report "$out/$server.json" --report "$out/$server.md" --report "$out/$server.html"
    report "$server with dialback" "$out/$server-dialback.md" \
        "${common[@]/verified/dialback}" --folder "$folder/dialback" --trust dialback --only good --only 'dialback*' --report "$out/$server-dialback.md"
    rm -rf "$folder"
done
exit $failed
