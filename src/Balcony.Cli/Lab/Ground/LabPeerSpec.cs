// One peer of the lab as it is declared: in which one property it differs from a peer that passes, and what must come of that.
namespace Balcony.Cli.Lab.Ground;

/// <summary>A scripted server (or client-facing server). All defaults together are the control "good": whatever is set is what is special.</summary>
internal sealed record LabPeerSpec
{
    /// <summary>One DNS label, unique in the lab.</summary>
    public required string Name { get; init; }

    /// <summary>What is special, in words.</summary>
    public required string Summary { get; init; }

    /// <summary>The peer that passes and from which this one differs in exactly one property; null for one that is itself a control.</summary>
    /// <remarks>A refusal counts only when the control of the same run passed.</remarks>
    public string? Control { get; init; }

    /// <summary>Section of the specification that asks for the expected outcome.</summary>
    public required string Reference { get; init; }

    public LabService Service { get; init; }

    public LabCertificate Certificate { get; init; }

    public LabTlsOffer Tls { get; init; }

    public LabDns Dns { get; init; }

    /// <summary>TLSA records of the peer's host and port; none by default.</summary>
    public IReadOnlyList<LabTlsa> Tlsa { get; init; } = [];

    public LabPosh Posh { get; init; }

    /// <summary>How the peer behaves on its streams: a name that Lab/Peers knows; null behaves.</summary>
    public string? Script { get; init; }

    /// <summary>Which way the peer's test goes.</summary>
    public LabDirections Directions { get; init; } = LabDirections.Both;

    /// <summary>When the server under test connects to the peer.</summary>
    public required LabExpectation Outbound { get; init; }

    /// <summary>When the peer connects to the server under test, if that differs: what only DNS, POSH or a listener can say plays no part there.</summary>
    public LabExpectation? Inbound { get; init; }

    public LabExpectation For(LabDirections direction) => direction == LabDirections.Inbound ? Inbound ?? Outbound : Outbound;

    /// <summary>The domain that it serves, as in DNS and certificates.</summary>
    public string Domain => $"{Label}.{Parent}";

    /// <summary>It serves a second domain as well, by the same listeners.</summary>
    public bool HasSecondDomain { get; init; }

    public string? SecondDomain => HasSecondDomain ? SecondOf(Domain) : null;

    public static string SecondOf(string domain) => "also." + domain;

    /// <summary>The domain as in addresses (RFC 7622 §3.2: U-labels).</summary>
    public string JidDomain => Dns == LabDns.International ? $"bücher.{Parent}" : Domain;

    /// <summary>The host that SRV records name.</summary>
    public string Host => Dns switch
    {
        LabDns.NoSrv or LabDns.SrvForClientsOnly => Domain,
        _ => $"xmpp.{Domain}",
    };

    // RFC 5890 §2.3.2.1: on the wire an internationalised label is its A-label.
    private string Label => Dns == LabDns.International ? "xn--bcher-kva" : Name;

    private string Parent => Dns switch
    {
        LabDns.Insecure or LabDns.InsecureTlsa => LabNames.InsecureZone,
        LabDns.BogusZone => LabNames.BogusZone,
        LabDns.ExpiredZone => LabNames.ExpiredZone,
        _ => LabNames.SecureZone,
    };
}

/// <summary>What a server that builds to the specifications does.</summary>
/// <param name="Passes">The stream is established and a stanza is answered.</param>
/// <param name="Fault">The code that the diary of the server under test gives as reason (Balcony's TrustFault by name, or the link's); null when it passes.</param>
/// <param name="Error">The stream or SASL condition, or the stanza error, that is seen from outside; null when it passes or nothing can be seen.</param>
/// <param name="Method">By what the peer was believed, when it passes: Pkix, Dane, Posh, Pinned, Dialback; null when that is open.</param>
internal sealed record LabExpectation(bool Passes, string? Fault = null, string? Error = null, string? Method = null)
{
    public static LabExpectation Pass(string? method = "Pkix") => new(true, Method: method);

    public static LabExpectation Fail(string fault, string? error = null) => new(false, fault, error);
}

/// <summary>The names that all labs share: a lab has its own resolver, so that several can be up at once.</summary>
internal static class LabNames
{
    public const string SecureZone = "lab.example";
    public const string InsecureZone = "plain.example";

    /// <summary>Its parent's DS record fits no key.</summary>
    public const string BogusZone = "bogus.example";

    /// <summary>All of its signatures have run out.</summary>
    public const string ExpiredZone = "expired.example";
}
