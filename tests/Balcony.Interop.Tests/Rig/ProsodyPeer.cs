// Prosody as the other server.
using System.Diagnostics;

namespace Balcony.Interop.Tests.Rig;

internal sealed class ProsodyPeer : PeerServer
{
    /// <summary>XEP-0288.</summary>
    public bool IsBidirectional { get; init; } = true;

    public override string Log => File.Exists(LogFile) ? File.ReadAllText(LogFile) : "";

    private string LogFile => Path.Combine(Folder, "prosody.log");

    protected override void Configure()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "data"));
        Directory.CreateDirectory(Path.Combine(Folder, "certs"));
        File.WriteAllText(Path.Combine(Folder, "prosody.cfg.lua"), $$"""
            run_as_root = true
            daemonize = false
            pidfile = "{{Folder}}/prosody.pid"
            data_path = "{{Folder}}/data"
            admin_socket = "{{Folder}}/prosody.sock"
            network_backend = "epoll"
            interfaces = { "127.0.0.1", "::1" }
            c2s_ports = { {{ClientPort}} }
            c2s_direct_tls_ports = { {{ClientTlsPort}} }
            s2s_ports = { {{ServerPort}} }
            s2s_direct_tls_ports = { {{ServerTlsPort}} }
            http_ports = { }
            https_ports = { }
            c2s_require_encryption = true
            allow_registration = true
            authentication = "internal_hashed"
            certificates = "{{Folder}}/certs"
            s2s_require_encryption = true
            s2s_secure_auth = {{(HasDialback ? "false" : "true")}}
            smacks_enabled_s2s = true
            ssl = { certificate = "{{Folder}}/cert.pem"; key = "{{Folder}}/key.pem"; cafile = "{{Folder}}/trusted.pem"; capath = false }
            unbound = { resolvconf = false; hoststxt = false; forward = "127.0.0.1@{{DnsPort}}"; options = { ["do-not-query-localhost:"] = "no" } }
            log = { debug = "{{LogFile}}" }
            modules_enabled = {
                "disco", "roster", "saslauth", "tls", "smacks", "ping", "time", "version", "posix", "register_ibr", "offline",
                {{(HasDialback ? "\"dialback\"," : "")}} {{(IsBidirectional ? "\"s2s_bidi\"" : "")}}
            }
            modules_disabled = { "http" }
            VirtualHost "{{Domain}}"
            Component "conference.{{Domain}}" "muc"
                modules_enabled = { "muc_mam" }
            """);
    }

    protected override Process Launch() => ClientProgram.Start("/usr/bin/prosody", ["-F", "--config", Path.Combine(Folder, "prosody.cfg.lua")]);
}
