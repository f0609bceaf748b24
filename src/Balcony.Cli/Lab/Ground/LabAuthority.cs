// The lab's throw-away certification: a root, its intermediates, roots that nobody has, and every good and bad certificate for a peer.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Cli.Lab.Ground;

internal sealed class LabAuthority
{
    private static readonly Oid ServerAuth = new("1.3.6.1.5.5.7.3.1");
    private static readonly Oid ClientAuth = new("1.3.6.1.5.5.7.3.2");

    private readonly LabUrls _urls;
    private readonly DateTimeOffset _now;
    private readonly LabIssuer _unknownRoot;
    private readonly Lazy<LabIssuer> _constrained;
    private readonly Lazy<LabIssuer> _leafAsIssuer;
    private readonly Lazy<LabKey> _shortKey = new(() => LabKey.NewRsa(1024));
    private readonly Lazy<LabKey> _edKey = new(LabKey.NewEd25519);
    private readonly LabKey _ecKey = LabKey.NewEc();
    private readonly LabKey _intermediateKey = LabKey.NewRsa();
    private readonly Dictionary<string, LabRevocation> _revoked = [];

    public LabAuthority(LabUrls urls, TimeProvider clock)
    {
        (_urls, _now) = (urls, clock.GetUtcNow());
        var rootKey = LabKey.NewRsa();
        Root = NewRoot("CN=Balcony Lab Root", rootKey);
        // Fast keys: these are refused for who they are, not for their keys.
        _unknownRoot = NewRoot("CN=Somebody Else's Root", LabKey.NewRsa());
        Intermediate = NewIntermediate("CN=Balcony Lab Intermediate", _intermediateKey);
        EcIntermediate = NewIntermediate("CN=Balcony Lab EC Intermediate", LabKey.NewEc());
        _constrained = new(() => NewIntermediate("CN=Balcony Lab Constrained", LabKey.NewEc(), LabExtensions.Only("elsewhere.example")));
        _leafAsIssuer = new(() => new LabIssuer(Issue(LabCertificate.Ecdsa, "no-authority.example", LabService.Server).Certificate, _ecKey.Signs!));
    }

    /// <summary>The one that servers under test are told to trust.</summary>
    public LabIssuer Root { get; }

    public LabIssuer Intermediate { get; }

    public LabIssuer EcIntermediate { get; }

    public LabIssuer Forger => _unknownRoot;

    /// <summary>All peers' key but those whose key is what is special.</summary>
    public LabKey Key { get; } = LabKey.NewRsa();

    /// <summary>What the peers had before, for TLSA records that were not changed.</summary>
    public LabKey FormerKey { get; } = LabKey.NewEc();

    /// <summary>What a CRL and the OCSP responder say; keyed by serial number in hex.</summary>
    public IReadOnlyDictionary<string, LabRevocation> Revoked => _revoked;

    public LabIdentity Issue(LabCertificate kind, string domain, LabService service)
    {
        var key = KeyOf(kind);
        var from = kind switch
        {
            LabCertificate.UntrustedCa => _unknownRoot,
            LabCertificate.Ecdsa => EcIntermediate,
            LabCertificate.NameConstraints => _constrained.Value,
            LabCertificate.IssuedByLeaf => _leafAsIssuer.Value,
            _ => Intermediate,
        };
        var request = Request(kind, domain, service, key);
        var certificate = kind switch
        {
            LabCertificate.SelfSigned => LabIssuer.SignOwn(request, key.Signs!),
            LabCertificate.PssSignature => from.Sign(request, X509SignatureGenerator.CreateForRSA(_intermediateKey.Rsa!, RSASignaturePadding.Pss)),
            LabCertificate.Sha1Signature => from.Sign(request, new Sha1Generator(_intermediateKey.Rsa!)),
            _ => from.Sign(request),
        };
        Remember(kind, certificate);
        return new LabIdentity(certificate, Presented(kind, from), key.Pem);
    }

    private IReadOnlyList<X509Certificate2> Presented(LabCertificate kind, LabIssuer from) => kind switch
    {
        LabCertificate.SelfSigned or LabCertificate.MissingIntermediate => [],
        // With its root: otherwise it would be an incomplete chain, which is another fault.
        LabCertificate.UntrustedCa => [from.Certificate],
        LabCertificate.IssuedByLeaf => [from.Certificate, EcIntermediate.Certificate],
        _ => [from.Certificate],
    };

    private LabKey KeyOf(LabCertificate kind) => kind switch
    {
        LabCertificate.Ecdsa => _ecKey,
        LabCertificate.Ed25519 => _edKey.Value,
        LabCertificate.ShortKey => _shortKey.Value,
        _ => Key,
    };

    private LabRequest Request(LabCertificate kind, string domain, LabService service, LabKey key)
    {
        var subject = kind == LabCertificate.CommonNameOnly ? $"CN={domain}" : "O=Balcony Lab";
        var days = kind switch
        {
            LabCertificate.Expired => (From: -60, To: -1),
            LabCertificate.NotYetValid => (From: 1, To: 60),
            _ => (From: -30, To: 30),
        };
        return new LabRequest(subject, key.Public, _now.AddDays(days.From), _now.AddDays(days.To), [.. Extensions(kind, domain, service)]);
    }

    private IEnumerable<X509Extension> Extensions(LabCertificate kind, string domain, LabService service)
    {
        yield return new X509BasicConstraintsExtension(false, false, 0, critical: true);
        yield return new X509KeyUsageExtension(
            kind is LabCertificate.Ecdsa or LabCertificate.Ed25519 ? X509KeyUsageFlags.DigitalSignature : X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment,
            critical: true);
        if (Names(kind, domain, service) is { } names) yield return names;
        if (kind != LabCertificate.NoUsages)
        {
            yield return new X509EnhancedKeyUsageExtension(
                kind switch
                {
                    LabCertificate.ServerAuthOnly => [ServerAuth],
                    LabCertificate.ClientAuthOnly => [ClientAuth],
                    _ => [ServerAuth, ClientAuth],
                },
                critical: false);
        }
        if (kind == LabCertificate.SelfSigned) yield break;
        if (_urls.Crl(kind) is { } crl) yield return CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([crl]);
        var ocsp = _urls.Ocsp(kind);
        // Where the intermediate could be had: nobody must go there before the chain is known to be good.
        yield return new X509AuthorityInformationAccessExtension(ocsp is null ? null : [ocsp], [_urls.Issuer]);
    }

    private static X509Extension? Names(LabCertificate kind, string domain, LabService service)
    {
        var own = service == LabService.Server ? "_xmpp-server" : "_xmpp-client";
        return kind switch
        {
            LabCertificate.CommonNameOnly => null,
            LabCertificate.WrongName => LabExtensions.DnsId("wrong." + domain[(domain.IndexOf('.') + 1)..]),
            LabCertificate.SrvId => LabExtensions.SrvId(own, domain),
            LabCertificate.SrvIdWrongService => LabExtensions.SrvId("_imap", domain),
            LabCertificate.XmppAddrOnly => LabExtensions.Address(domain),
            LabCertificate.Wildcard => LabExtensions.DnsId("*" + domain[domain.IndexOf('.')..]),
            LabCertificate.WildcardBelow => LabExtensions.DnsId("*." + domain),
            LabCertificate.WildcardPartial => LabExtensions.DnsId(domain[..2] + "*" + domain[domain.IndexOf('.')..]),
            LabCertificate.TwoNames => LabExtensions.DnsId(domain, LabPeerSpec.SecondOf(domain)),
            _ => LabExtensions.DnsId(domain),
        };
    }

    private void Remember(LabCertificate kind, X509Certificate2 certificate)
    {
        LabRevocation? state = kind switch
        {
            LabCertificate.RevokedByCrl => LabRevocation.Revoked,
            LabCertificate.RevokedByOcsp => LabRevocation.Revoked,
            LabCertificate.OcspUnknown => LabRevocation.Unknown,
            _ => null,
        };
        lock (_revoked)
        {
            if (state is { } known) _revoked[certificate.SerialNumber] = known;
        }
    }

    private LabIssuer NewRoot(string subject, LabKey key)
    {
        var request = new LabRequest(subject, key.Public, _now.AddYears(-2), _now.AddYears(2), [.. AuthorityExtensions(pathLength: null)]);
        return new LabIssuer(LabIssuer.SignOwn(request, key.Signs!), key.Signs!);
    }

    private LabIssuer NewIntermediate(string subject, LabKey key, params X509Extension[] more)
    {
        X509Extension[] pointers =
        [
            CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([_urls.RootCrl]),
            new X509AuthorityInformationAccessExtension([_urls.RootOcsp], null),
        ];
        var request = new LabRequest(subject, key.Public, _now.AddYears(-1), _now.AddYears(1), [.. AuthorityExtensions(pathLength: 0), .. pointers, .. more]);
        return new LabIssuer(Root.Sign(request), key.Signs!);
    }

    private static IEnumerable<X509Extension> AuthorityExtensions(int? pathLength)
    {
        yield return new X509BasicConstraintsExtension(true, pathLength is not null, pathLength ?? 0, critical: true);
        yield return new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign | X509KeyUsageFlags.DigitalSignature, critical: true);
    }
}

internal enum LabRevocation
{
    Revoked,

    /// <summary>The responder knows of no such certificate.</summary>
    Unknown,
}
