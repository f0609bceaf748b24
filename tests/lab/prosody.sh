#!/bin/bash
# Prosody as the server under test of `balcony lab run --start tests/lab/prosody.sh`: in the foreground, until it is told to end.
# What it is told of the lab stands in the environment (LAB_...); docs/interop/README.md lists it.
set -eu
dir=$LAB_FOLDER/prosody
mkdir -p "$dir/data" "$dir/certs"
case $LAB_TRUST in dialback) secure=false ;; *) secure=true ;; esac
cat > "$dir/prosody.cfg.lua" <<C
run_as_root = true
daemonize = false
pidfile = "$dir/prosody.pid"
data_path = "$dir/data"
admin_socket = "$dir/prosody.sock"
network_backend = "epoll"
interfaces = { "127.0.0.1" }
c2s_ports = { $LAB_CLIENT_PORT }
s2s_ports = { $LAB_SERVER_PORT }
s2s_direct_tls_ports = { $LAB_SERVER_TLS_PORT }
http_ports = { }
https_ports = { }
c2s_require_encryption = true
authentication = "internal_hashed"
certificates = "$dir/certs"
s2s_require_encryption = true
s2s_secure_auth = $secure
use_dane = true
s2s_timeout = 60
ssl = { certificate = "$LAB_CERTIFICATE"; key = "$LAB_KEY"; cafile = "$LAB_AUTHORITY"; capath = false }
unbound = {
    resolvconf = false; hoststxt = false; forward = "$LAB_DNS_ADDRESS@$LAB_DNS_PORT"; trustfile = "$LAB_TRUST_ANCHOR";
    options = { ["do-not-query-localhost:"] = "no" };
}
log = { debug = "$dir/prosody.log" }
modules_enabled = { "disco", "roster", "saslauth", "tls", "dialback", "s2s_bidi", "smacks", "ping", "time", "version", "posix" }
modules_disabled = { "http" }
VirtualHost "$LAB_DOMAIN"
C
prosodyctl --root --config "$dir/prosody.cfg.lua" register "$LAB_ACCOUNT" "$LAB_DOMAIN" "$LAB_PASSWORD" > "$dir/register.log" 2>&1
exec prosody -F --config "$dir/prosody.cfg.lua" > "$dir/stdout.log" 2>&1
