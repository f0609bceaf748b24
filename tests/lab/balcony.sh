#!/bin/bash
# Balcony as the server under test of `balcony lab run --start tests/lab/balcony.sh`: in the foreground, until it is told to end.
# What it is told of the lab stands in the environment (LAB_...); docs/interop/README.md lists it.
# BALCONY names the program (default: ./balcony of this checkout). The diary:
#   --diary 'BALCONY federation show {peer} --output json --config FOLDER/balcony/balcony.yml'
set -eu
dir=$LAB_FOLDER/balcony
program=${BALCONY:-$(cd "$(dirname "$0")/../.." && pwd)/balcony}
mkdir -p "$dir"
case $LAB_REVOCATION in hard) revocation=hard-fail ;; off) revocation=off ;; *) revocation=soft-fail ;; esac
cat > "$dir/balcony.yml" <<C
data: $dir/data
resolver:
  servers: ["$LAB_DNS_ADDRESS:$LAB_DNS_PORT"]
  trustAnchorFile: $LAB_TRUST_ANCHOR
federation:
  trust: $LAB_TRUST
  revocation: $revocation
  fetch:
    allowedNetworks: [127.0.0.0/8]
    timeout: 5s
  links:
    giveUpAfter: 10s
    negotiateWithin: 20s
hosts:
  $LAB_DOMAIN:
    certificate: $LAB_CERTIFICATE
    key: $LAB_KEY
    trust: ["$LAB_AUTHORITY"]
listeners:
  - { kind: client, address: 127.0.0.1, port: $LAB_CLIENT_PORT }
  - { kind: server, address: 127.0.0.1, port: $LAB_SERVER_PORT }
  - { kind: server-tls, address: 127.0.0.1, port: $LAB_SERVER_TLS_PORT }
C
printf '%s\n' "$LAB_PASSWORD" | "$program" user add "$LAB_ACCOUNT@$LAB_DOMAIN" --config "$dir/balcony.yml" > "$dir/register.log" 2>&1
exec "$program" serve --config "$dir/balcony.yml" > "$dir/log" 2>&1
