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
            if (anchors.Count == before) throw new IOException($"{file} has no certificate in it, and is named under trust: as one with authorities.");
        }
        return new TrustAnchors(anchors);
    }

    /// <summary>Those of each host; a host that names none believes the system's.</summary>
    public static Func<BareJid, TrustAnchors> OfHosts(FederationSettings settings)
    {
        var own = settings.Anchors.ToDictionary(host => host.Key, host => Read(host.Value));
        return host => own.GetValueOrDefault(host) ?? System;
    }

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
