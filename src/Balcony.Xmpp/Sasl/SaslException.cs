// The client's side of a failed authentication.
namespace Balcony.Xmpp.Sasl;

/// <summary>The client gives up: what the server sent is malformed, unproven or weaker than allowed. The text is for people and logs.</summary>
public sealed class SaslException(string message) : Exception(message)
{
    /// <summary>What the server said when it refused; null when it was the client who gave up.</summary>
    public SaslCondition? Condition { get; init; }
}
