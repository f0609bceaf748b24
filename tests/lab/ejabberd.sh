#!/bin/bash
# ejabberd as the server under test of `balcony lab run --start tests/lab/ejabberd.sh`: in the foreground, until it is told to end.
# What it is told of the lab stands in the environment (LAB_...); docs/interop/README.md lists it.
#
# It asks the C library for addresses, which asks port 53 of /etc/resolv.conf only: `lab run --dns 127.53.53.53:53`, as root, and ejabberd
# sees a resolv.conf of its own in a mount namespace.
set -eu
dir=$LAB_FOLDER/ejabberd
if [ "${1:-}" != inside ]; then
    [ "$LAB_DNS_PORT" = 53 ] || { echo "ejabberd.sh: give the lab's DNS port 53: lab run --dns 127.53.53.53:53" >&2; exit 1; }
    mkdir -p "$dir"
    echo "nameserver $LAB_DNS_ADDRESS" > "$dir/resolv.conf"
    exec unshare --mount bash -c 'mount --bind "$1" /etc/resolv.conf && exec "$2" inside' - "$dir/resolv.conf" "$0"
fi
mkdir -p "$dir/db" "$dir/log" "$dir/home"
cat "$LAB_CERTIFICATE" "$LAB_KEY" > "$dir/both.pem"
tls='["no_sslv3", "no_tlsv1", "no_tlsv1_1", "cipher_server_preference", "no_compression"]'
cat > "$dir/ejabberd.yml" <<C
hosts: ["$LAB_DOMAIN"]
loglevel: info
log_rotate_count: 0
certfiles: ["$dir/both.pem"]
ca_file: "$LAB_AUTHORITY"
auth_method: [internal]
auth_password_format: scram
disable_sasl_mechanisms: ["SCRAM-SHA-1-PLUS", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-512-PLUS", "digest-md5", "X-OAUTH2"]
s2s_use_starttls: required
s2s_protocol_options: $tls
c2s_protocol_options: $tls
outgoing_s2s_families: [ipv4, ipv6]
registration_timeout: infinity
listen:
  - { port: $LAB_CLIENT_PORT, ip: "127.0.0.1", module: ejabberd_c2s, starttls_required: true, max_stanza_size: 262144, shaper: none }
  - { port: $LAB_SERVER_PORT, ip: "127.0.0.1", module: ejabberd_s2s_in, max_stanza_size: 524288, shaper: none }
  - { port: $LAB_SERVER_TLS_PORT, ip: "127.0.0.1", module: ejabberd_s2s_in, tls: true, max_stanza_size: 524288, shaper: none }
api_permissions:
  "console commands": { from: [ejabberd_ctl], who: all, what: "*" }
modules:
  mod_admin_extra: {}
  mod_disco: {}
  mod_ping: {}
  mod_roster: {}
$([ "$LAB_TRUST" = dialback ] && echo "  mod_s2s_dialback: {}")
  mod_stream_mgmt: {}
  mod_version: {}
C
printf '%s\n' '{lookup, [file, dns]}.' '{resolv_conf, ""}.' '{hosts_file, ""}.' '{host, {127,0,0,1}, ["localhost"]}.' \
    "{nameserver, {${LAB_DNS_ADDRESS//./,}}, $LAB_DNS_PORT}." > "$dir/inetrc"
cat > "$dir/ejabberdctl.cfg" <<C
EXEC_CMD=as_current_user
INET_DIST_INTERFACE=127.0.0.1
ERL_DIST_PORT=$((LAB_CLIENT_PORT > 60000 ? LAB_CLIENT_PORT - 3000 : LAB_CLIENT_PORT + 3000))
ERL_OPTIONS="-env ERL_CRASH_DUMP_BYTES 0"
EJABBERD_PID_PATH=$dir/ejabberd.pid
EJABBERD_CONFIG_PATH=$dir/ejabberd.yml
C
export HOME=$dir/home
ctl=(/usr/sbin/ejabberdctl --config-dir "$dir" --logs "$dir/log" --spool "$dir/db" --node "lab$LAB_CLIENT_PORT@localhost")
"${ctl[@]}" foreground > "$dir/stdout.log" 2>&1 &
server=$!
trap '"${ctl[@]}" stop > /dev/null 2>&1; wait $server; exit 0' TERM INT
"${ctl[@]}" started > /dev/null 2>&1
"${ctl[@]}" register "$LAB_ACCOUNT" "$LAB_DOMAIN" "$LAB_PASSWORD" > "$dir/register.log" 2>&1
wait $server
