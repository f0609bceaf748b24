// Peers that are special in what DNS or their web server says of them.
using Balcony.Cli.Lab.Ground;

namespace Balcony.Cli.Lab.Peers;

internal static partial class LabCatalogue
{
    private const string DaneEnd = "dane-3-1-1";

    private static LabPeerSpec[] Names =>
    [
        Found("no-srv", LabDns.NoSrv, Pass, "No SRV records: its address and port 5269", "RFC 6120 §3.2.2"),
        Found("srv-for-clients-only", LabDns.SrvForClientsOnly, Pass, "SRV records for clients only: its address and port 5269", "RFC 6120 §3.2.2"),
        Found("insecure-dns", LabDns.Insecure, Pass, "Its zone is not signed", "RFC 4035 §4.3"),
        Found("alias-of-srv", LabDns.AliasOfSrv, Pass, "The owner of its SRV records is an alias", "RFC 1034 §3.6.2"),
        Found("alias-of-target", LabDns.AliasOfTarget, Pass, "The target of its SRV records is an alias", "RFC 2782"),
        Found("ipv6-only", LabDns.Ipv6Only, Pass, "Has an IPv6 address only", "RFC 6120 §3.2.1"),
        Found("dead-ipv6", LabDns.DeadIpv6, Pass, "Nobody answers at its IPv6 address", "RFC 8305 §5"),
        Found("dead-first-target", LabDns.DeadFirstTarget, Pass, "Nobody answers at its target of the best priority", "RFC 2782"),
        Found("many-targets", LabDns.ManyTargets, Pass, "Thirty targets refuse; the answer needs TCP", "RFC 7766 §5"),
        Found("international", LabDns.International, Pass, "Its domain is internationalised", "RFC 5891 §4, RFC 7622 §3.2"),
        Found("short-ttl", LabDns.ShortTtl, Pass, "Its records live a second", "RFC 2181 §8"),

        Found("not-offered", LabDns.NotOffered, Lost("NotFound"), "Its SRV target is '.'", "RFC 2782"),
        Found("no-such-name", LabDns.NoSuchName, Lost("NotFound"), "Does not exist", "RFC 6120 §8.3.3.16"),
        Found("no-address", LabDns.NoAddress, Lost("NotFound"), "The target of its SRV records has no address", "RFC 6120 §3.2.1"),
        Found("alias-loop", LabDns.AliasLoop, Lost(null), "The owner of its SRV records is an alias of itself", "RFC 1034 §3.6.2"),
        Found("dns-fails", LabDns.ServerFailure, Lost(null), "Its DNS fails", "RFC 6120 §8.3.3.16"),
        Found("dns-silent", LabDns.Silent, Lost(null), "Its DNS does not answer", "RFC 6120 §8.3.3.17"),

        // A signature that is wrong is a failure, never "not signed".
        Found("bogus-zone", LabDns.BogusZone, Lost("DnsBogus"), "The DS record of its zone fits no key", "RFC 4035 §5"),
        Found("expired-zone", LabDns.ExpiredZone, Lost("DnsBogus"), "The signatures of its zone have run out", "RFC 4035 §5.3.1"),
        Found("bogus-srv", LabDns.BogusSrv, Lost("DnsBogus"), "The signature of its SRV records is wrong", "RFC 4035 §5.3"),
        Found("bogus-address", LabDns.BogusAddress, Lost("DnsBogus"), "The signature of its address is wrong", "RFC 4035 §5.3"),
        Found("unsigned-srv", LabDns.UnsignedSrv, Lost("DnsBogus"), "Its SRV records have lost their signature", "RFC 4035 §5.2"),
    ];

    private static LabPeerSpec[] Dane =>
    [
        Vouched(DaneEnd, LabCertificate.SelfSigned, [new(3, 1, 1)], "TLSA 3 1 1 for a certificate that vouches for itself", "RFC 7671 §5.1") with { Control = null },
        Vouched("dane-3-0-1", LabCertificate.SelfSigned, [new(3, 0, 1)], "TLSA 3 0 1", "RFC 7671 §5.1"),
        Vouched("dane-3-1-2", LabCertificate.SelfSigned, [new(3, 1, 2)], "TLSA 3 1 2", "RFC 6698 §2.1.3"),
        Vouched("dane-3-1-0", LabCertificate.SelfSigned, [new(3, 1, 0)], "TLSA 3 1 0, the key itself", "RFC 6698 §2.1.3"),
        Vouched("dane-3-expired", LabCertificate.Expired, [new(3, 1, 1)], "TLSA 3 1 1 for a certificate that has run out", "RFC 7671 §5.1"),
        Vouched("dane-2-0-1", LabCertificate.UntrustedCa, [new(2, 0, 1)], "TLSA 2 0 1 for an authority that nobody trusts", "RFC 7671 §5.2"),
        Vouched("dane-1-1-1", LabCertificate.Good, [new(1, 1, 1)], "TLSA 1 1 1 and a certificate that holds", "RFC 7671 §5.3"),
        Vouched("dane-0-0-1", LabCertificate.Good, [new(0, 0, 1)], "TLSA 0 0 1 and a certificate that holds", "RFC 7671 §5.4"),
        Vouched("dane-changing", LabCertificate.SelfSigned, [new(3, 1, 1, LabTlsaData.Stale), new(3, 1, 1)], "TLSA of the old key and of the new one", "RFC 7671 §8.1"),

        Unvouched("dane-wrong", LabCertificate.SelfSigned, [new(3, 1, 1, LabTlsaData.Wrong)], "DaneMismatch", "TLSA 3 1 1 of another key", "RFC 7671 §5.1"),
        Unvouched("dane-stale", LabCertificate.SelfSigned, [new(3, 1, 1, LabTlsaData.Stale)], "DaneMismatch", "TLSA 3 1 1 of a key that it has no more", "RFC 7671 §8.1"),
        Unvouched("dane-1-untrusted", LabCertificate.UntrustedCa, [new(1, 1, 1)], "UntrustedRoot", "TLSA 1 1 1 asks for an authority, too", "RFC 7671 §5.3") with { Control = "dane-1-1-1" },
        Unvouched("dane-wrong-for-good", LabCertificate.Good, [new(1, 1, 1, LabTlsaData.Wrong)], "DaneMismatch", "A certificate that holds and TLSA 1 1 1 of another key", "RFC 6698 §4.1") with { Control = "dane-1-1-1" },
        Unvouched("dane-insecure", LabCertificate.SelfSigned, [new(3, 1, 1)], "SelfSigned", "TLSA 3 1 1 in a zone that is not signed", "RFC 6698 §4.1") with { Dns = LabDns.InsecureTlsa },
        Unvouched("dane-alias-insecure", LabCertificate.SelfSigned, [new(3, 1, 1)], "SelfSigned", "Signed TLSA 3 1 1; its SRV records are in a zone that is not signed", "RFC 7673 §3.1") with { Dns = LabDns.AliasIntoInsecure },
        Unvouched("dane-bogus", LabCertificate.SelfSigned, [new(3, 1, 1)], "DaneBogus", "The signature of its TLSA records is wrong", "RFC 7671 §4.1") with { Dns = LabDns.BogusTlsa },
        Unvouched("dane-fails", LabCertificate.Good, [new(1, 1, 1)], "DaneLookupFailed", "The question for its TLSA records fails", "RFC 7673 §3.2") with { Dns = LabDns.TlsaFails, Control = "dane-1-1-1" },
    ];

    private static LabPeerSpec[] Posh =>
    [
        Posted("posh", LabPosh.Right, null, "The fingerprint of its certificate is on its web server", "RFC 7711 §3") with { Control = null },
        Posted("posh-delegated", LabPosh.Delegated, null, "Its web server says where the fingerprint is", "RFC 7711 §3.2"),
        Posted("posh-redirected", LabPosh.Redirected, null, "Its web server redirects", "RFC 7711 §3.1"),
        Posted("posh-wrong", LabPosh.Wrong, "PoshMismatch", "The fingerprint of another certificate", "RFC 7711 §3.3"),
        Posted("posh-missing", LabPosh.None, "UntrustedRoot", "No document on its web server", "RFC 7711 §3.3"),
        Posted("posh-redirect-loop", LabPosh.RedirectLoop, null, "Redirects without end", "RFC 7711 §3.1", isBad: true),
        Posted("posh-delegation-loop", LabPosh.DelegationLoop, null, "References without end", "RFC 7711 §3.2", isBad: true),
        Posted("posh-plain", LabPosh.RedirectToPlain, null, "Redirects to plain HTTP", "RFC 7711 §3.1", isBad: true),
        Posted("posh-not-json", LabPosh.NotJson, null, "The document is no JSON", "RFC 7711 §3", isBad: true),
        Posted("posh-huge", LabPosh.Huge, null, "Megabytes of white space before the document", "RFC 7711 §9", isBad: true),
        Posted("posh-endless", LabPosh.Endless, null, "The document never ends", "RFC 7711 §9", isBad: true),
        Posted("posh-untrusted-web", LabPosh.UntrustedWeb, null, "The web server's certificate does not hold", "RFC 7711 §3", isBad: true),
    ];

    private static LabPeerSpec Found(string name, LabDns dns, LabExpectation expected, string summary, string reference) => new()
    {
        Name = name,
        Control = Good,
        Dns = dns,
        Summary = summary,
        Reference = reference,
        Outbound = expected,
        Directions = LabDirections.Outbound,
    };

    private static LabExpectation Lost(string? fault) => new(Passes: false, fault);

    private static LabPeerSpec Vouched(string name, LabCertificate certificate, LabTlsa[] records, string summary, string reference) => new()
    {
        Name = name,
        Control = DaneEnd,
        Certificate = certificate,
        Tlsa = records,
        Summary = summary,
        Reference = reference,
        // Who is connected to may ask for the records of the domain that the peer says to be (RFC 7712 §5).
        Outbound = LabExpectation.Pass("Dane"),
    };

    private static LabPeerSpec Unvouched(string name, LabCertificate certificate, LabTlsa[] records, string fault, string summary, string reference) =>
        Vouched(name, certificate, records, summary, reference) with { Outbound = LabExpectation.Fail(fault) };

    private static LabPeerSpec Posted(string name, LabPosh posh, string? fault, string summary, string reference, bool isBad = false) => new()
    {
        Name = name,
        Control = "posh",
        Certificate = LabCertificate.UntrustedCa,
        Posh = posh,
        Summary = summary,
        Reference = reference,
        Outbound = isBad || fault is not null ? new LabExpectation(Passes: false, fault) : LabExpectation.Pass("Posh"),
    };
}
