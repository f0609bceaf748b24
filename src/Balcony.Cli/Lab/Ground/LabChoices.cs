// What can be special about a peer of the lab. The first value of each is what the control "good" has.
namespace Balcony.Cli.Lab.Ground;

internal enum LabService
{
    Server,

    /// <summary>Faces clients: `_xmpp-client` and `_xmpps-client` records, a stream of jabber:client.</summary>
    Client,
}

[Flags]
internal enum LabDirections
{
    /// <summary>The server under test connects to the peer.</summary>
    Outbound = 1,

    /// <summary>The peer connects to the server under test.</summary>
    Inbound = 2,
    Both = Outbound | Inbound,
}

/// <summary>The peer's certificate. RSA of 2048 bits, SHA-256, DNS-ID of the domain, both usages, from the intermediate unless it says otherwise.</summary>
internal enum LabCertificate
{
    Good,
    Expired,
    NotYetValid,
    SelfSigned,

    /// <summary>From a root that nobody has.</summary>
    UntrustedCa,

    /// <summary>The same certificate as the control's; the intermediate is not sent.</summary>
    MissingIntermediate,

    /// <summary>DNS-ID of another domain.</summary>
    WrongName,

    /// <summary>SRV-ID `_xmpp-server.DOMAIN` (RFC 4985) and nothing else.</summary>
    SrvId,

    /// <summary>SRV-ID `_imap.DOMAIN` only.</summary>
    SrvIdWrongService,

    /// <summary>The domain is in the subject's common name only.</summary>
    CommonNameOnly,

    /// <summary>id-on-xmppAddr (RFC 6120 §13.7.1.4) only.</summary>
    XmppAddrOnly,

    /// <summary>DNS-ID `*.PARENT`.</summary>
    Wildcard,

    /// <summary>DNS-ID `*.DOMAIN`, which is not DOMAIN.</summary>
    WildcardBelow,

    /// <summary>DNS-ID with the wildcard inside a label.</summary>
    WildcardPartial,

    /// <summary>Names a CRL and no OCSP responder; not in the CRL.</summary>
    CrlOnly,
    RevokedByCrl,
    CrlDown,
    CrlForged,
    CrlOutdated,
    CrlHuge,

    /// <summary>Names an OCSP responder and no CRL; the answer is good.</summary>
    OcspOnly,
    RevokedByOcsp,
    OcspUnknown,
    OcspForged,
    OcspOutdated,

    /// <summary>Nobody listens there.</summary>
    OcspDown,

    /// <summary>Accepts the connection and never answers.</summary>
    OcspSilent,

    /// <summary>RSA of 1024 bits.</summary>
    ShortKey,

    /// <summary>Signed with SHA-1.</summary>
    Sha1Signature,
    ServerAuthOnly,
    ClientAuthOnly,

    /// <summary>No extended key usage at all, which allows every use (RFC 5280 §4.2.1.12).</summary>
    NoUsages,

    /// <summary>EC key P-256 of the peer and of the intermediate that issued it.</summary>
    Ecdsa,

    /// <summary>Signed with RSASSA-PSS.</summary>
    PssSignature,
    Ed25519,

    /// <summary>Issued by a certificate that is no authority.</summary>
    IssuedByLeaf,

    /// <summary>Issued by an authority whose name constraints leave the domain out.</summary>
    NameConstraints,

    /// <summary>DNS-ID of the domain and of `also.DOMAIN`.</summary>
    TwoNames,
}

internal enum LabTlsOffer
{
    /// <summary>STARTTLS required, and direct TLS, 1.2 and 1.3.</summary>
    Good,

    /// <summary>The stream's features have no starttls.</summary>
    None,
    Tls10,
    Tls11,
    Tls12,
    Tls13,

    /// <summary>STARTTLS only; no `_xmpps-server` record.</summary>
    StartTlsOnly,

    /// <summary>Direct TLS only; no `_xmpp-server` record.</summary>
    DirectOnly,
}

/// <summary>What DNS says of the peer. Signed and right by default.</summary>
internal enum LabDns
{
    /// <summary>Signed: `_xmpp-server` and `_xmpps-server` with targets that have A records.</summary>
    Good,

    /// <summary>In a zone that is not signed (no DS at its parent).</summary>
    Insecure,

    /// <summary>In such a zone, with TLSA records: without DNSSEC they mean nothing.</summary>
    InsecureTlsa,

    /// <summary>The DS record at the parent fits no key of the zone.</summary>
    BogusZone,

    /// <summary>The zone's signatures have run out.</summary>
    ExpiredZone,

    /// <summary>The signature of the SRV records is wrong.</summary>
    BogusSrv,

    /// <summary>The signature of the A record is wrong.</summary>
    BogusAddress,

    /// <summary>The signature of the TLSA records is wrong.</summary>
    BogusTlsa,

    /// <summary>The SRV records have no signature.</summary>
    UnsignedSrv,

    /// <summary>The question for TLSA records ends in SERVFAIL.</summary>
    TlsaFails,

    /// <summary>No SRV records: the domain's address and port 5269 (RFC 6120 §3.2.2).</summary>
    NoSrv,

    /// <summary>SRV records for clients, none for servers: the same fallback.</summary>
    SrvForClientsOnly,

    /// <summary>SRV with the target ".": the service is not offered here (RFC 2782).</summary>
    NotOffered,

    /// <summary>Neither the domain nor anything below it exists.</summary>
    NoSuchName,

    /// <summary>The target of the SRV records has no address.</summary>
    NoAddress,

    /// <summary>SERVFAIL to every question.</summary>
    ServerFailure,

    /// <summary>No answer to any question.</summary>
    Silent,

    /// <summary>The SRV owner is an alias of a name in the unsigned zone: the chain is not secure.</summary>
    AliasIntoInsecure,

    /// <summary>The SRV owner is an alias of another name in the same zone.</summary>
    AliasOfSrv,

    /// <summary>The SRV target is an alias, which RFC 2782 forbids and everybody follows.</summary>
    AliasOfTarget,

    /// <summary>The SRV owner is an alias that leads back to itself.</summary>
    AliasLoop,

    /// <summary>AAAA only, ::1.</summary>
    Ipv6Only,

    /// <summary>AAAA and A; whoever connects to the IPv6 address waits for ever (RFC 8305).</summary>
    DeadIpv6,

    /// <summary>The target of the best priority refuses connections.</summary>
    DeadFirstTarget,

    /// <summary>The right target and thirty worse ones that refuse: the answer does not fit into a datagram.</summary>
    ManyTargets,

    /// <summary>The domain has an internationalised label.</summary>
    International,

    /// <summary>TTL 1 on all of it.</summary>
    ShortTtl,
}

/// <summary>A TLSA record (RFC 6698 §2.1) of the peer.</summary>
internal sealed record LabTlsa(byte Usage, byte Selector, byte Matching, LabTlsaData Data = LabTlsaData.Right);

internal enum LabTlsaData
{
    Right,

    /// <summary>Of a key that nobody ever had.</summary>
    Wrong,

    /// <summary>Of the key that the peer had before it changed it.</summary>
    Stale,

    /// <summary>Shorter than its hash.</summary>
    Malformed,
}

/// <summary>`https://DOMAIN/.well-known/posh/xmpp-server.json` (RFC 7711).</summary>
internal enum LabPosh
{
    None,
    Right,

    /// <summary>The fingerprint of another certificate.</summary>
    Wrong,

    /// <summary>A reference document whose address has the right one.</summary>
    Delegated,

    /// <summary>HTTP redirect to the right document over HTTPS.</summary>
    Redirected,

    /// <summary>Redirects without end.</summary>
    RedirectLoop,

    /// <summary>Redirect to http: (RFC 7711 §3.1 asks for HTTPS).</summary>
    RedirectToPlain,

    /// <summary>Reference documents that lead back to the first.</summary>
    DelegationLoop,

    /// <summary>Megabytes of white space, then the right document.</summary>
    Huge,

    /// <summary>Never ends.</summary>
    Endless,
    NotJson,

    /// <summary>The web server's own certificate is from a root that nobody has.</summary>
    UntrustedWeb,
}
