// How servers are told to believe the lab, and only the lab: its DNS is their resolver, its root their authority.
namespace Balcony.Cli.Lab.Ground;

internal static class LabConfigurations
{
    /// <summary>By the name of the program.</summary>
    public static IEnumerable<(string Program, string Text)> For(LabNetwork network)
    {
        var subject = network.Options.Subjects.Count > 0 ? network.Options.Subjects[0] : null;
        var domain = subject?.Domain ?? "capulet.example";
        var (certificate, key) = subject is null ? ("FILE", "FILE") : (network.Files.CertificateOf(subject), network.Files.KeyOf(subject));
        yield return ("balcony", $"""
            resolver:
              servers: ["{network.Dns}"]
              trustAnchorFile: {network.Files.TrustAnchor}
            federation:
              fetch:
                allowedNetworks: [127.0.0.0/8]
            hosts:
              {domain}:
                certificate: {certificate}
                key: {key}
                trust: [{network.Files.Root}]
            """);
        yield return ("prosody", $$"""
            unbound = {
                resolvconf = false;
                hoststxt = false;
                forward = "{{network.Dns.Address}}@{{network.Dns.Port}}";
                trustfile = "{{network.Files.TrustAnchor}}";
                options = { ["do-not-query-localhost:"] = "no" };
            }
            use_dane = true
            s2s_require_encryption = true
            s2s_secure_auth = true
            ssl = { cafile = "{{network.Files.Root}}"; capath = false }
            VirtualHost "{{domain}}"
                ssl = { certificate = "{{certificate}}"; key = "{{key}}"; cafile = "{{network.Files.Root}}"; capath = false }
            """);
        yield return ("ejabberd", $$"""
            # It asks the C library for addresses, which knows port 53 only: give the lab --dns 127.53.53.53:53 (as root), and ejabberd a
            # resolv.conf with that name server, as tests/lab/ejabberd.sh does. Its inetrc, as ERL_INETRC names it:
            #   {lookup, [dns]}.
            #   {nameserver, { {{network.Dns.Address.ToString().Replace('.', ',')}} }, {{network.Dns.Port}}}.
            hosts: [{{domain}}]
            certfiles: [{{certificate}}, {{key}}]
            ca_file: {{network.Files.Root}}
            s2s_use_starttls: required
            s2s_cafile: {{network.Files.Root}}
            """);
    }
}
