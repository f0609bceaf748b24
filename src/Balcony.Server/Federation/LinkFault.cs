// Why a peer cannot be spoken with: what the sender is told, and what the operator is.
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Federation;

/// <param name="Error">For senders whose stanzas go back.</param>
/// <param name="Code">A word that lasts, for programs: <c>connect-failed</c>, <c>no-tls</c>, or a code of <see cref="Trust.TrustFault"/>.</param>
/// <param name="Explanation">A sentence for the operator.</param>
/// <param name="IsFinal">Trying again soon would fail again: stanzas go back at once.</param>
/// <param name="Fix">What would mend it; null: nothing is known.</param>
internal sealed record LinkFault(StanzaError Error, string Code, string Explanation, bool IsFinal, string? Fix = null)
{
    public static LinkFault NotFound(string explanation) =>
        new(StanzaError.RemoteServerNotFound, "not-found", explanation, IsFinal: true, "Check the domain's name, and its SRV records (_xmpp-server._tcp, _xmpps-server._tcp).");

    /// <summary>DNS answers that are signed, and wrongly: as long as they are, nobody knows where the peer is.</summary>
    public static LinkFault Bogus(string explanation) => new(StanzaError.RemoteServerNotFound, "dns-bogus", explanation, IsFinal: true, Trust.TrustSentences.BogusFix);

    public static LinkFault Unreachable(string code, string explanation) => new(StanzaError.RemoteServerTimeout, code, explanation, IsFinal: false);

    public static LinkFault Refused(string code, string explanation, string? fix = null) =>
        new(StanzaError.RemoteServerNotFound, code, explanation, IsFinal: true, fix);

    public static LinkFault Forbidden(string explanation) =>
        new(StanzaError.NotAllowed, "not-allowed", explanation, IsFinal: true, "Change federation: allow and deny, or use `balcony federation allow`.");
}

/// <summary>An attempt failed.</summary>
internal sealed class LinkException(LinkFault fault) : Exception(fault.Explanation)
{
    public LinkFault Fault { get; } = fault;
}
