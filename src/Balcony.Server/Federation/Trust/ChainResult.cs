// The way from a certificate to an authority, or where it ends.
using System.Security.Cryptography.X509Certificates;

namespace Balcony.Server.Federation.Trust;

/// <summary>Dispose it: the certificates of the path are its own.</summary>
internal sealed class ChainResult(IReadOnlyList<X509Certificate2> path, TrustProblem? problem, bool isAnchored) : IDisposable
{
    /// <summary>Leaf first; with an anchor at its end if <see cref="IsAnchored"/>.</summary>
    public IReadOnlyList<X509Certificate2> Path => path;

    /// <summary>Null: it holds.</summary>
    public TrustProblem? Problem => problem;

    /// <summary>It ends at an authority that we believe, whatever else is wrong.</summary>
    public bool IsAnchored => isAnchored;

    /// <summary>For people: leaf ← issuer ← anchor.</summary>
    public string Describe() => string.Join(" ← ", path.Select(TrustSentences.NameOf));

    public void Dispose()
    {
        foreach (var certificate in path) certificate.Dispose();
    }
}

/// <summary>What is wrong, for programs and for people.</summary>
/// <param name="Fault">Its code.</param>
/// <param name="Explanation">A sentence for the operator.</param>
/// <param name="Fix">What would mend it.</param>
internal sealed record TrustProblem(TrustFault Fault, string Explanation, string? Fix);
