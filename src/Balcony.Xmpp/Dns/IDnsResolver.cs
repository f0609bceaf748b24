// Who answers questions about names.
namespace Balcony.Xmpp.Dns;

/// <summary>A resolver. Any thread may ask; its number of questions at once is bounded.</summary>
public interface IDnsResolver : IAsyncDisposable
{
    /// <summary>Answers may be <see cref="DnsSecurity.Secure"/>; without it DANE is off.</summary>
    bool Validates { get; }

    /// <summary>Why <see cref="Validates"/> is false, the end of a sentence for operators; null when it is true.</summary>
    string? WhyNotValidating => Validates ? null : "this resolver does not validate";

    /// <summary>Asks, following aliases. Whatever goes wrong is an answer, too: only cancellation throws.</summary>
    /// <param name="name">An absolute name, U-labels or A-labels, with or without the final dot.</param>
    /// <param name="type">The type of the records.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> said so.</exception>
    ValueTask<DnsAnswer> AskAsync(string name, DnsType type, CancellationToken cancel = default);
}
