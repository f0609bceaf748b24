// Why a peer cannot be spoken with: what the sender is told, and what the operator is.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Federation;

/// <summary>What kind of trouble it is: as much as senders learn.</summary>
internal enum LinkTrouble
{
    NotFound,
    NotAuthentic,
    NotVerified,
    NotAgreed,
    NotAllowed,
    Unreachable,
    Gone,
    NotVouched,
}

/// <param name="Error">For senders whose stanzas go back; <see cref="ErrorFor"/> adds the sentence.</param>
/// <param name="Trouble">What the sentence is about.</param>
/// <param name="Code">A word that lasts, for programs: <c>connect-failed</c>, <c>no-tls</c>, or a code of <see cref="Trust.TrustFault"/>.</param>
/// <param name="Explanation">A sentence for the operator.</param>
/// <param name="IsFinal">Trying again soon would fail again: stanzas go back at once.</param>
/// <param name="Fix">What would mend it; null: nothing is known.</param>
internal sealed record LinkFault(StanzaError Error, LinkTrouble Trouble, string Code, string Explanation, bool IsFinal, string? Fix = null)
{
    public static LinkFault NotFound(string explanation) => new(
        StanzaError.RemoteServerNotFound, LinkTrouble.NotFound, "not-found", explanation, IsFinal: true,
        "Check the domain's name, and its SRV records (_xmpp-server._tcp, _xmpps-server._tcp).");

    /// <summary>DNS answers that are signed, and wrongly: as long as they are, nobody knows where the peer is.</summary>
    public static LinkFault Bogus(string explanation) =>
        new(StanzaError.RemoteServerNotFound, LinkTrouble.NotAuthentic, "dns-bogus", explanation, IsFinal: true, Trust.TrustSentences.BogusFix);

    public static LinkFault Unreachable(string code, string explanation) => new(StanzaError.RemoteServerTimeout, LinkTrouble.Unreachable, code, explanation, IsFinal: false);

    /// <summary>The two servers cannot agree on a stream.</summary>
    public static LinkFault Refused(string code, string explanation, string? fix = null) =>
        new(StanzaError.RemoteServerNotFound, LinkTrouble.NotAgreed, code, explanation, IsFinal: true, fix);

    /// <summary>The peer's certificate proves nothing.</summary>
    public static LinkFault NotVerified(string code, string explanation, string? fix = null) =>
        new(StanzaError.RemoteServerNotFound, LinkTrouble.NotVerified, code, explanation, IsFinal: true, fix);

    public static LinkFault Forbidden(string explanation) =>
        new(StanzaError.NotAllowed, LinkTrouble.NotAllowed, "not-allowed", explanation, IsFinal: true, "Change federation: allow and deny, or use `balcony federation allow`.");

    /// <summary>
    /// What a sender gets: the RFC's condition and whom to ask. Addresses, names in certificates and what our configuration says are the operator's.
    /// </summary>
    public StanzaError ErrorFor(BareJid peer) => Error with { Text = SentenceFor(peer.Domain) };

    private string SentenceFor(string domain)
    {
        // What to type where the whole reason stands.
        string ask = $"; ask your administrator: federation show {domain}";
        return Trouble switch
        {
            LinkTrouble.NotFound => $"There is no XMPP server for {domain}.",
            LinkTrouble.NotAuthentic => $"The DNS records of {domain} could not be verified{ask}",
            LinkTrouble.NotVerified => $"The certificate of {domain} could not be verified{ask}",
            LinkTrouble.NotAllowed => $"Nothing is exchanged with {domain} here.",
            LinkTrouble.Unreachable => $"The server of {domain} cannot be reached at the moment.",
            LinkTrouble.Gone => $"The server of {domain} says that the domain is gone.",
            LinkTrouble.NotVouched => $"This server could not prove to {domain} who it is{ask}",
            _ => $"This server and that of {domain} could not agree on a connection{ask}",
        };
    }
}

/// <summary>An attempt failed.</summary>
internal sealed class LinkException(LinkFault fault) : Exception(fault.Explanation)
{
    public LinkFault Fault { get; } = fault;
}
