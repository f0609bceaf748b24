// Builds the chain of a certificate and says which one thing is wrong with it (RFC 5280 §6, RFC 6120 §13.7.2).
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Tls;

namespace Balcony.Server.Federation.Trust;

/// <summary>Fetches nothing. Any thread may call.</summary>
internal sealed class ChainCheck(TimeProvider clock)
{
    // What a handshake carries is bounded by bytes; a path that anybody has is shorter than this.
    private const int MaxSent = 32;

    private const X509ChainStatusFlags NameConstraintFlags =
        X509ChainStatusFlags.InvalidNameConstraints | X509ChainStatusFlags.HasNotSupportedNameConstraint | X509ChainStatusFlags.HasNotDefinedNameConstraint
        | X509ChainStatusFlags.HasNotPermittedNameConstraint | X509ChainStatusFlags.HasExcludedNameConstraint;

    /// <param name="leaf">What the peer presented.</param>
    /// <param name="sent">What it sent besides.</param>
    /// <param name="anchors">Whom we believe.</param>
    /// <param name="isOutgoing">Whether we connected to it: then it must be allowed to be a server.</param>
    public ChainResult Build(X509Certificate2 leaf, IReadOnlyList<X509Certificate2> sent, TrustAnchors anchors, bool isOutgoing)
    {
        using var chain = Prepare(sent);
        anchors.ApplyTo(chain.ChainPolicy);
        try
        {
            chain.Build(leaf);
        }
        catch (CryptographicException fault)
        {
            return new ChainResult([new X509Certificate2(leaf)], new TrustProblem(TrustFault.Malformed, TrustSentences.Unreadable(fault.Message), TrustSentences.Reissue), false);
        }
        var path = chain.ChainElements.Select(element => element.Certificate).ToList();
        if (path.Count == 0) return new ChainResult([new X509Certificate2(leaf)], new TrustProblem(TrustFault.Malformed, TrustSentences.Unreadable("no chain"), TrustSentences.Reissue), false);
        var flags = Flags(chain);
        var isAnchored = (flags & (X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.ExplicitDistrust)) == 0;
        var problem = EndProblem(path, flags, sent) ?? ElementProblem(chain, path.Count) ?? StrengthProblem(path, isAnchored ? path.Count - 1 : path.Count)
            ?? UsageProblem(path, isAnchored ? path.Count - 1 : path.Count, isOutgoing);
        return new ChainResult(path, problem, isAnchored);
    }

    /// <summary>What DANE-TA asks for (RFC 7671 §5.2): a chain that ends at a certificate which the predicate knows, whoever issued that one.</summary>
    /// <param name="leaf">What the peer presented.</param>
    /// <param name="candidates">What it sent besides, and what DNS has.</param>
    /// <param name="isAnchor">Whether a certificate is the one that DNS vouches for.</param>
    /// <param name="isOutgoing">Whether we connected to it.</param>
    public ChainResult BuildTo(X509Certificate2 leaf, IReadOnlyList<X509Certificate2> candidates, Func<X509Certificate2, bool> isAnchor, bool isOutgoing)
    {
        using var chain = Prepare(candidates);
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        // No authority but the one in DNS: the chain runs as far as it goes, and is judged up to that one.
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        try
        {
            chain.Build(leaf);
        }
        catch (CryptographicException fault)
        {
            return new ChainResult([new X509Certificate2(leaf)], new TrustProblem(TrustFault.Malformed, TrustSentences.Unreadable(fault.Message), TrustSentences.Reissue), false);
        }
        var path = chain.ChainElements.Select(element => element.Certificate).ToList();
        var end = path.FindIndex(certificate => isAnchor(certificate));
        // A leaf is no authority for itself: that is DANE-EE.
        if (end < 1) return new ChainResult(path, new TrustProblem(TrustFault.DaneMismatch, TrustSentences.NoDaneAuthority, TrustSentences.DaneFix), false);
        var used = path.Take(end + 1).ToList();
        var problem = ElementProblem(chain, end + 1) ?? StrengthProblem(used, end) ?? UsageProblem(used, end, isOutgoing);
        foreach (var beyond in path.Skip(end + 1)) beyond.Dispose();
        return new ChainResult(used, problem, true);
    }

    private X509Chain Prepare(IReadOnlyList<X509Certificate2> sent)
    {
        var chain = new X509Chain();
        foreach (var certificate in sent.Take(MaxSent)) chain.ChainPolicy.ExtraStore.Add(certificate);
        chain.ChainPolicy.VerificationTime = clock.GetUtcNow().LocalDateTime;
        return chain;
    }

    private static X509ChainStatusFlags Flags(X509Chain chain)
    {
        var flags = X509ChainStatusFlags.NoError;
        foreach (var status in chain.ChainStatus) flags |= status.Status;
        return flags;
    }

    // Where the path ends says more than anything on it.
    private static TrustProblem? EndProblem(List<X509Certificate2> path, X509ChainStatusFlags flags, IReadOnlyList<X509Certificate2> sent)
    {
        var last = path[^1];
        if (flags.HasFlag(X509ChainStatusFlags.ExplicitDistrust)) return new(TrustFault.UntrustedRoot, TrustSentences.Distrusted(last), TrustSentences.Reissue);
        if (path.Count == 1 && IsSelfIssued(last) && (flags & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0)
        {
            return new(TrustFault.SelfSigned, TrustSentences.SelfSigned, TrustSentences.SelfSignedFix);
        }
        if (flags.HasFlag(X509ChainStatusFlags.UntrustedRoot)) return new(TrustFault.UntrustedRoot, TrustSentences.UntrustedRoot(last), TrustSentences.UntrustedFix);
        if (!flags.HasFlag(X509ChainStatusFlags.PartialChain)) return null;
        if (sent.FirstOrDefault(certificate => certificate.SubjectName.RawData.AsSpan().SequenceEqual(last.IssuerName.RawData)) is { } issuer)
        {
            // It is there, and the chain engine would not take it.
            return IsAuthority(issuer) && CertificateUsage.MayIssue(issuer)
                ? new(TrustFault.IncompleteChain, TrustSentences.OtherKey(last), TrustSentences.IncompleteFix)
                : new(TrustFault.WrongUsage, TrustSentences.NoAuthority(issuer), TrustSentences.Reissue);
        }
        // A peer that sent nobody above itself has most likely forgotten to; one that did has an authority that we do not know.
        return path.Count == 1
            ? new(TrustFault.IncompleteChain, TrustSentences.Incomplete(last), TrustSentences.IncompleteFix)
            : new(TrustFault.UntrustedRoot, TrustSentences.UnknownIssuer(last), TrustSentences.UntrustedFix);
    }

    private TrustProblem? ElementProblem(X509Chain chain, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var certificate = chain.ChainElements[i].Certificate;
            var flags = X509ChainStatusFlags.NoError;
            foreach (var status in chain.ChainElements[i].ChainElementStatus) flags |= status.Status;
            if (ElementProblem(certificate, flags, isLeaf: i == 0) is { } problem) return problem;
        }
        return null;
    }

    private TrustProblem? ElementProblem(X509Certificate2 certificate, X509ChainStatusFlags flags, bool isLeaf)
    {
        if (flags.HasFlag(X509ChainStatusFlags.NotSignatureValid)) return new(TrustFault.BadSignature, TrustSentences.BadSignature(certificate), TrustSentences.Reissue);
        if ((flags & (X509ChainStatusFlags.NotTimeValid | X509ChainStatusFlags.NotTimeNested)) != 0)
        {
            return clock.GetUtcNow() < certificate.NotBefore.ToUniversalTime()
                ? new(TrustFault.NotYetValid, TrustSentences.NotYetValid(certificate, isLeaf), TrustSentences.NotYetValidFix)
                : new(TrustFault.Expired, TrustSentences.Expired(certificate, isLeaf), isLeaf ? TrustSentences.ExpiredFix : TrustSentences.ExpiredIssuerFix);
        }
        if ((flags & NameConstraintFlags) != 0) return new(TrustFault.NameConstraints, TrustSentences.NameConstraints(certificate), TrustSentences.Reissue);
        if (flags.HasFlag(X509ChainStatusFlags.InvalidBasicConstraints))
        {
            return IsAuthority(certificate) || isLeaf
                ? new(TrustFault.PathLength, TrustSentences.PathLength(certificate), TrustSentences.Reissue)
                : new(TrustFault.WrongUsage, TrustSentences.NoAuthority(certificate), TrustSentences.Reissue);
        }
        if (flags.HasFlag(X509ChainStatusFlags.NotValidForUsage)) return new(TrustFault.WrongUsage, TrustSentences.NoAuthority(certificate), TrustSentences.Reissue);
        if (flags.HasFlag(X509ChainStatusFlags.HasNotSupportedCriticalExtension))
        {
            return new(TrustFault.UnknownCriticalExtension, TrustSentences.UnknownExtension(certificate), TrustSentences.Reissue);
        }
        if (flags.HasFlag(X509ChainStatusFlags.HasWeakSignature)) return new(TrustFault.WeakSignature, TrustSentences.WeakSignature(certificate, "a weak algorithm"), TrustSentences.Reissue);
        var rest = flags & ~(X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation);
        return rest == X509ChainStatusFlags.NoError ? null : new(TrustFault.Malformed, TrustSentences.Unreadable(rest.ToString()), TrustSentences.Reissue);
    }

    // The anchor's key and signature were judged by whoever put it into the store.
    private static TrustProblem? StrengthProblem(List<X509Certificate2> path, int issued)
    {
        for (var i = 0; i < issued; i++)
        {
            var (description, isStrong) = KeyStrength.Judge(path[i]);
            if (!isStrong) return new(TrustFault.WeakKey, TrustSentences.WeakKey(path[i], description), TrustSentences.WeakKeyFix);
            var signature = SignatureAlgorithm.Of(path[i]);
            if (!signature.IsStrong) return new(TrustFault.WeakSignature, TrustSentences.WeakSignature(path[i], signature.Name), TrustSentences.Reissue);
        }
        return null;
    }

    private static TrustProblem? UsageProblem(List<X509Certificate2> path, int issued, bool isOutgoing)
    {
        for (var i = 0; i < Math.Max(issued, 1); i++)
        {
            if (!CertificateUsage.MayServe(path[i], isOutgoing)) return new(TrustFault.WrongUsage, TrustSentences.WrongUsage(path[i], isOutgoing), TrustSentences.WrongUsageFix(isOutgoing));
        }
        return CertificateUsage.MayHandshake(path[0]) ? null : new(TrustFault.WrongUsage, TrustSentences.NoHandshake(path[0]), TrustSentences.Reissue);
    }

    private static bool IsAuthority(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority);

    private static bool IsSelfIssued(X509Certificate2 certificate) => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
}
