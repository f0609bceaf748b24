// Whom we believe in the end: the system's authorities, or those that a host names.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Federation.Trust;

/// <param name="own">The only authorities; null: the system's.</param>
internal sealed class TrustAnchors(X509Certificate2Collection? own)
{
    private static int _last;

    public static TrustAnchors System { get; } = new(null);

    /// <summary>Empty for the system's.</summary>
    public IReadOnlyList<X509Certificate2> Certificates { get; } = [.. own ?? []];

    /// <summary>Tells sets apart: what one of them vouches for is not remembered for another.</summary>
    public int Id { get; } = Interlocked.Increment(ref _last);

    /// <summary>Reads PEM files, each with one certificate or more.</summary>
    /// <exception cref="IOException">A file cannot be read, or has no certificate in it; the message names it.</exception>
    public static TrustAnchors Read(IReadOnlyList<string> files)
    {
        var anchors = new X509Certificate2Collection();
        foreach (var file in files)
        {
            var before = anchors.Count;
            try
            {
                anchors.ImportFromPemFile(file);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
            {
                throw new IOException($"The authorities in {file} cannot be read: {fault.Message}", fault);
            }
            if (anchors.Count == before) throw new IOException($"There is no certificate in {file}, which trust: names as one with authorities.");
        }
        return new TrustAnchors(anchors);
    }

    /// <summary>What is wrong with such files, with a small first letter and without a full stop; null: nothing.</summary>
    public static string? Problem(IReadOnlyList<string> files)
    {
        try
        {
            foreach (var certificate in Read(files).Certificates) certificate.Dispose();
            return null;
        }
        catch (IOException fault)
        {
            return char.ToLowerInvariant(fault.Message[0]) + fault.Message[1..].TrimEnd('.');
        }
    }

    /// <summary>Those of each host that names some; the others believe the system's.</summary>
    /// <param name="settings">Which files.</param>
    /// <param name="before">Sets that go on where the files still say the same: what was found out by them holds.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Dictionary<BareJid, TrustAnchors> OfHosts(FederationSettings settings, IReadOnlyDictionary<BareJid, TrustAnchors>? before = null) =>
        settings.Anchors.ToDictionary(host => host.Key, host =>
        {
            var now = Read(host.Value);
            return before?.GetValueOrDefault(host.Key) is { } same && same.IsSameAs(now) ? same : now;
        });

    private bool IsSameAs(TrustAnchors other) =>
        Certificates.Select(certificate => certificate.Thumbprint).SequenceEqual(other.Certificates.Select(certificate => certificate.Thumbprint));

    /// <summary>Puts them into a policy that fetches nothing by itself: whom an unverified peer names is not called.</summary>
    public void ApplyTo(X509ChainPolicy policy)
    {
        policy.DisableCertificateDownloads = true;
        policy.RevocationMode = X509RevocationMode.NoCheck;
        if (own is null) return;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(own);
    }
}
