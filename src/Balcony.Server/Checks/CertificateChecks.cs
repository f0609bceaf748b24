// Whether the hosts' certificates can be used, and until when.
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Balcony.Server.Net;

namespace Balcony.Server.Checks;

/// <summary>The files can be read, hold a certificate and its key, and are what is in use.</summary>
public sealed class CertificateFilesCheck(CertificateStore certificates) : Check("certificate.files")
{
    protected override IEnumerable<CheckResult> Look() => certificates.Unshared.Select(status => status switch
    {
        { Problem: null } => Passed($"{status.Files.CertificatePath} is in use, and its key matches.", status.Files.Host),
        { InUse: null } => Failed(
            CheckSeverity.Error, $"{status.Files.CertificatePath} or {status.Files.KeyPath} cannot be used: {status.Problem}",
            "No client can begin TLS with this host.", "Put a PEM certificate with its chain and its unencrypted key there.", status.Files.Host),
        _ => Failed(
            CheckSeverity.Warning, $"{status.Files.CertificatePath} or {status.Files.KeyPath} has changed and cannot be used: {status.Problem}",
            "The certificate before stays in use until it expires.", "Put a certificate and the key that belongs to it there.", status.Files.Host),
    });
}

/// <summary>The certificate names the host that it is presented for (RFC 6120 §13.7.2).</summary>
public sealed class CertificateNamesCheck(CertificateStore certificates) : Check("certificate.names")
{
    protected override IEnumerable<CheckResult> Look()
    {
        foreach (var status in certificates.Statuses)
        {
            var host = status.Files.Host;
            if (status.InUse is not { } certificate)
                yield return NotTested("There is no certificate.", host);
            else if (certificate.Leaf.MatchesHostname(Ascii(host), allowWildcards: true, allowCommonName: false))
                yield return Passed("The certificate names it.", host);
            else if (status.Files.IsShared)
                yield return Failed(
                    CheckSeverity.Warning, $"The certificate is for {Names(certificate.Leaf)}.", "Other servers will refuse to connect: their users cannot enter rooms, nor rooms answer them.",
                    "Get a certificate that has this domain among its names, too, or put one of its own into the data directory, below certificates.", host);
            else
                yield return Failed(
                    CheckSeverity.Error, $"The certificate is for {Names(certificate.Leaf)}.", "Clients and servers will refuse to connect.",
                    "Get a certificate that has the host, as it stands in addresses, among its names.", host);
        }
    }

    private static string Ascii(string host)
    {
        try
        {
            return new IdnMapping().GetAscii(host);
        }
        catch (ArgumentException)
        {
            return host;
        }
    }

    private static string Names(X509Certificate2 leaf)
    {
        var names = leaf.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(extension => extension.EnumerateDnsNames()).ToList();
        return names.Count > 0 ? string.Join(", ", names) : "no host at all";
    }
}

/// <summary>Now is between the certificate's dates, and not near the end.</summary>
public sealed class CertificateExpiryCheck(CertificateStore certificates, TimeProvider clock) : Check("certificate.expiry")
{
    private const string Renew = "Renew it; the new files are found without a restart.";
    private static readonly TimeSpan WarnBefore = TimeSpan.FromDays(14);

    protected override IEnumerable<CheckResult> Look() => certificates.Unshared.Select(status => Look(status.Files.Host, status.InUse));

    private CheckResult Look(string host, HostCertificate? certificate)
    {
        if (certificate is null) return NotTested("There is no certificate.", host);
        var now = clock.GetUtcNow();
        if (now < certificate.NotBefore)
            return Failed(
                CheckSeverity.Error, $"The certificate is not valid before {certificate.NotBefore:u}.", "Clients and servers will refuse to connect.",
                "Set this machine's clock, or use another certificate until then.", host);
        var left = certificate.NotAfter - now;
        if (left <= TimeSpan.Zero)
            return Failed(
                CheckSeverity.Error, $"The certificate expired at {certificate.NotAfter:u}.", "Clients and servers will refuse to connect.", Renew, host);
        if (left < WarnBefore)
            return Failed(
                CheckSeverity.Warning, $"The certificate expires in {left.Days} days, at {certificate.NotAfter:u}.",
                "After that clients and servers will refuse to connect.", Renew, host);
        return Passed($"The certificate is valid for {left.Days} more days.", host);
    }
}

/// <summary>The file has the certificates between the host's and the root's, in order: most XMPP programs do not look for them elsewhere.</summary>
/// <remarks>Looks at the file alone. Whether the root is one that others trust is asked where peers are checked: it needs all of the system's roots.</remarks>
public sealed class CertificateChainCheck(CertificateStore certificates) : Check("certificate.chain")
{
    protected override IEnumerable<CheckResult> Look() => certificates.Unshared.Select(status => Look(status.Files, status.InUse));

    private CheckResult Look(HostCertificateFiles files, HostCertificate? certificate)
    {
        if (certificate is null) return NotTested("There is no certificate.", files.Host);
        var last = certificate.Leaf;
        if (IsIssuedBy(last, last))
            return Failed(
                CheckSeverity.Info, "The certificate is signed by itself.", "Only clients that were told to trust it will connect.", null, files.Host);
        foreach (var link in certificate.Chain)
        {
            if (!IsIssuedBy(last, link))
                return Failed(
                    CheckSeverity.Warning, $"In {files.CertificatePath}, the certificate of {last.Subject} is not followed by its issuer's.",
                    "Many programs cannot follow such a chain.", "Put them in order, the host's first, each followed by its issuer's.", files.Host);
            last = link;
        }
        return certificate.Chain.Count > 0
            ? Passed($"The chain has {certificate.Chain.Count + 1} certificates and leads to {last.Issuer}.", files.Host)
            : Failed(
                CheckSeverity.Info, $"{files.CertificatePath} holds one certificate, issued by {last.Issuer}.",
                "Unless that is a root, others will find no way to one.", "Append the intermediate certificates to the file.", files.Host);
    }

    private static bool IsIssuedBy(X509Certificate2 certificate, X509Certificate2 issuer) =>
        certificate.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData);
}
