// Whose a certificate is, as XMPP reads it: RFC 9525 and RFC 6120 §13.7.1.2. The subject's common name is not looked at (RFC 9525 §2).
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Xmpp.Tls;

/// <summary>Which of a certificate's names is the domain's.</summary>
public enum CertificateNameKind
{
    /// <summary>None is.</summary>
    None,

    /// <summary>A dNSName.</summary>
    DnsId,

    /// <summary>An SRVName (RFC 4985) for the service that was asked for.</summary>
    SrvId,

    /// <summary>An id-on-xmppAddr (RFC 6120 §13.7.1.4).</summary>
    XmppAddr,

    /// <summary>An iPAddress, for a domainpart that is an address.</summary>
    IpId,
}

/// <summary>An SRV-ID.</summary>
/// <param name="Service">With its underscore, in lower case: <c>_xmpp-server</c>.</param>
/// <param name="Domain">A-labels in lower case; the leftmost may be <c>*</c>.</param>
public sealed record CertificateService(string Service, string Domain)
{
    public override string ToString() => $"{Service}.{Domain}";
}

/// <summary>The names in a certificate's subjectAltName. Immutable.</summary>
public sealed partial class CertificateNames
{
    /// <summary>The service of server-to-server streams in an SRV-ID.</summary>
    public const string Server = "_xmpp-server";

    /// <summary>The service of client-to-server streams in an SRV-ID.</summary>
    public const string Client = "_xmpp-client";

    private const string Extension = "2.5.29.17";

    private CertificateNames()
    {
    }

    /// <summary>DNS-IDs, A-labels in lower case; the leftmost may be <c>*</c>. Those that no DNS name can match are left out.</summary>
    public IReadOnlyList<string> DnsNames { get; private init; } = [];

    /// <summary>SRV-IDs of any service.</summary>
    public IReadOnlyList<CertificateService> Services { get; private init; } = [];

    /// <summary>Each id-on-xmppAddr as it is written: not prepared, and perhaps no address at all.</summary>
    public IReadOnlyList<string> XmppAddresses { get; private init; } = [];

    /// <summary>IP-IDs.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; private init; } = [];

    /// <summary>The extension, or a name in it, is not what its definition says: nothing of it is used.</summary>
    public bool IsMalformed { get; private init; }

    /// <summary>Reads a certificate's names; one without subjectAltName has none.</summary>
    public static CertificateNames Of(X509Certificate2 certificate)
    {
        X509Extension? found = null;
        foreach (var extension in certificate.Extensions)
        {
            if (extension.Oid?.Value != Extension) continue;
            // RFC 5280 §4.2: never twice. Which of the two another program reads is anybody's guess.
            if (found is not null) return Malformed;
            found = extension;
        }
        return found is null ? new CertificateNames() : Parse(found.RawData);
    }

    /// <summary>Which of the names is the domain's.</summary>
    /// <param name="domain">A domainpart, with A-labels or U-labels, or an address.</param>
    /// <param name="service">What an SRV-ID must be for: <see cref="Server"/> or <see cref="Client"/>.</param>
    public CertificateNameKind Match(string domain, string service)
    {
        if (AddressOf(domain) is { } address) return Addresses.Contains(address) ? CertificateNameKind.IpId : CertificateNameKind.None;
        if (DnsNameSyntax.ToAscii(domain) is not { } name) return CertificateNameKind.None;
        foreach (var presented in DnsNames)
        {
            if (IsMatch(presented, name)) return CertificateNameKind.DnsId;
        }
        foreach (var presented in Services)
        {
            if (presented.Service.Equals(service, StringComparison.OrdinalIgnoreCase) && IsMatch(presented.Domain, name)) return CertificateNameKind.SrvId;
        }
        foreach (var presented in XmppAddresses)
        {
            // A server's is its bare domain (RFC 6120 §13.7.1.2.1): no account's address speaks for it, and it has no wildcards.
            if (!presented.AsSpan().ContainsAny("@/*") && DnsNameSyntax.ToAscii(presented) == name) return CertificateNameKind.XmppAddr;
        }
        return CertificateNameKind.None;
    }

    /// <summary>A domain as names are compared: A-labels in lower case, without a final dot; null when it is no domain name.</summary>
    public static string? ToAscii(string domain) => DnsNameSyntax.ToAscii(domain);

    /// <summary>All names, for people: <c>DNS example.org, SRV _xmpp-server.example.org, XMPP example.org</c>.</summary>
    /// <param name="most">How many are written out.</param>
    public string Describe(int most = 10)
    {
        var all = DnsNames.Select(name => $"DNS {name}")
            .Concat(Services.Select(name => $"SRV {name}"))
            .Concat(XmppAddresses.Select(name => $"XMPP {Printable(name)}"))
            .Concat(Addresses.Select(name => $"IP {name}"))
            .ToList();
        return all.Count == 0 ? "no name" : string.Join(", ", all.Take(most)) + (all.Count > most ? $" and {all.Count - most} more" : "");
    }

    // RFC 9525 §6.3: a wildcard is the whole of the leftmost label and stands for exactly one. With fewer than two labels behind it
    // it would speak for everybody below a registry.
    private static bool IsMatch(string presented, string name)
    {
        if (!presented.StartsWith("*.", StringComparison.Ordinal)) return presented == name;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            && presented.AsSpan(2).Contains('.')
            && name.AsSpan(dot + 1).SequenceEqual(presented.AsSpan(2));
    }

    // RFC 7622 §3.2: an IPv6 address in a JID stands in brackets.
    private static IPAddress? AddressOf(string domain)
    {
        if (domain is ['[', .. var inner, ']']) return IPAddress.TryParse(inner, out var six) ? six : null;
        // Only the dotted form: TryParse takes "1" for an address, too.
        return domain.Count(c => c == '.') == 3 && domain.All(c => char.IsAsciiDigit(c) || c == '.') && IPAddress.TryParse(domain, out var four) ? four : null;
    }

    private static string Printable(string text)
    {
        const int Longest = 100;
        var shown = text.Length > Longest ? text[..Longest] + "…" : text;
        return string.Create(shown.Length, shown, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(from[i]) || char.IsSurrogate(from[i]) ? '?' : from[i];
        });
    }
}
