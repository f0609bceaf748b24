// ejabberd as the other server.
using System.Diagnostics;

namespace Balcony.Interop.Tests.Rig;

internal sealed class EjabberdPeer : PeerServer
{
    public override string Log => Directory.Exists(Path.Combine(Folder, "log"))
        ? string.Join('\n', Directory.EnumerateFiles(Path.Combine(Folder, "log")).Select(File.ReadAllText))
        : "";

    private string[] Options =>
    [
        "--config-dir", Folder, "--logs", Path.Combine(Folder, "log"), "--spool", Path.Combine(Folder, "db"), "--node", $"peer{Text(ClientPort)}@localhost",
    ];

    private Dictionary<string, string> Environment => new() { ["HOME"] = Path.Combine(Folder, "home") };

    public override async Task StopAsync()
    {
        await ClientProgram.RunAsync("/usr/sbin/ejabberdctl", [.. Options, "stop"], Environment);
        await ClientProgram.RunAsync("/usr/sbin/ejabberdctl", [.. Options, "stopped"], Environment);
    }

    protected override void Configure()
    {
        foreach (var folder in new[] { "db", "log", "home" }) Directory.CreateDirectory(Path.Combine(Folder, folder));
        File.WriteAllText(Path.Combine(Folder, "both.pem"), File.ReadAllText(Path.Combine(Folder, "cert.pem")) + "\n" + File.ReadAllText(Path.Combine(Folder, "key.pem")));
        File.WriteAllText(Path.Combine(Folder, "ejabberd.yml"), $$"""
            hosts: ["{{Domain}}"]
            loglevel: debug
            log_rotate_count: 0
            certfiles: ["{{Folder}}/both.pem"]
            ca_file: "{{Folder}}/trusted.pem"
            auth_method: [internal]
            auth_password_format: scram
            disable_sasl_mechanisms: ["SCRAM-SHA-1-PLUS", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-512-PLUS", "digest-md5", "X-OAUTH2"]
            s2s_use_starttls: required
            outgoing_s2s_families: [ipv4]
            registration_timeout: infinity
            listen:
              - { port: {{ClientPort}}, ip: "127.0.0.1", module: ejabberd_c2s, starttls_required: true, max_stanza_size: 262144, shaper: none }
              - { port: {{ServerPort}}, ip: "127.0.0.1", module: ejabberd_s2s_in, max_stanza_size: 524288, shaper: none }
              - { port: {{ServerTlsPort}}, ip: "127.0.0.1", module: ejabberd_s2s_in, tls: true, max_stanza_size: 524288, shaper: none }
            acl: { local: { user_regexp: "" } }
            access_rules: { local: { allow: local } }
            api_permissions:
              "console commands": { from: [ejabberd_ctl], who: all, what: "*" }
            modules:
              mod_disco: {}
              mod_mam: { default: always }
              mod_muc: { default_room_options: { mam: true } }
              mod_offline: {}
              mod_ping: {}
              mod_register: { ip_access: all, access: all, access_from: all, welcome_message: {} }
              mod_roster: {}
            {{(HasDialback ? "  mod_s2s_dialback: {}" : "")}}
              mod_stream_mgmt: {}
              mod_version: {}
            """);
        File.WriteAllText(Path.Combine(Folder, "ejabberdctl.cfg"), $"""
            EXEC_CMD=as_current_user
            INET_DIST_INTERFACE=127.0.0.1
            ERL_DIST_PORT={BalconyProcess.FreePort()}
            ERL_OPTIONS="-env ERL_CRASH_DUMP_BYTES 0"
            EJABBERD_PID_PATH={Folder}/ejabberd.pid
            EJABBERD_CONFIG_PATH={Folder}/ejabberd.yml

            """);
        // Services by our DNS; it asks the C library for addresses, so hosts are called localhost.
        File.WriteAllText(Path.Combine(Folder, "inetrc"), $$"""
            {lookup, ["file", "dns"]}.
            {resolv_conf, ""}.
            {hosts_file, ""}.
            {host, {127,0,0,1}, ["localhost"]}.
            {nameserver, {127,0,0,1}, {{DnsPort}}}.

            """);
    }

    protected override Process Launch() => ClientProgram.Start("/usr/sbin/ejabberdctl", [.. Options, "foreground"], Environment);
}
