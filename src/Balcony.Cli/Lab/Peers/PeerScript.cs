// What a scripted server does on its streams. The defaults are those of a server that does everything right.
namespace Balcony.Cli.Lab.Peers;

/// <summary>The behaviour of one peer, in both directions. Where it is wrong it is wrong in one of these only.</summary>
internal sealed record PeerScript
{
    public static PeerScript Right { get; } = new();

    public TlsUse Tls { get; init; } = TlsUse.StartTls;

    /// <summary>Names <c>xmpp-server</c> when the stream begins with TLS (XEP-0368 §2).</summary>
    public bool NamesAlpn { get; init; } = true;

    /// <summary>Offers EXTERNAL, and what comes of it (XEP-0178 §3).</summary>
    public ExternalUse External { get; init; } = ExternalUse.Accepted;

    /// <summary>Sends dialback keys where EXTERNAL is not to be had, and takes them (XEP-0220).</summary>
    public bool HasDialback { get; init; } = true;

    public DialbackKeys Keys { get; init; } = DialbackKeys.Right;

    public DialbackAnswer Verifies { get; init; } = DialbackAnswer.Honest;

    public BidiUse Bidi { get; init; } = BidiUse.None;

    /// <summary>Whether it proves a second domain on the same stream, by dialback (XEP-0220 §2.6).</summary>
    public SecondPair Second { get; init; } = SecondPair.None;

    /// <summary>XEP-0198, which it turns on where it connects, and offers where it is connected to.</summary>
    public ManagementUse Management { get; init; } = ManagementUse.None;

    public HeaderFault Header { get; init; } = HeaderFault.None;

    /// <summary>Where on a stream <see cref="Fault"/> happens; null: nowhere.</summary>
    public PeerStep? At { get; init; }

    public PeerFault Fault { get; init; } = PeerFault.Closes;

    /// <summary>Sends its stanzas under this domain, which it never proves.</summary>
    public string? ForeignDomain { get; init; }

    /// <summary>Sends a stanza at once, before it is authenticated.</summary>
    public bool SendsEarly { get; init; }

    /// <summary>The same in who it is, without what it does wrong on its streams.</summary>
    public PeerScript WithoutFaults => this with { At = null, Header = HeaderFault.None, SendsEarly = false, ForeignDomain = null, Management = ManagementUse.None };
}

internal enum TlsUse
{
    /// <summary>Offers or asks for STARTTLS and insists.</summary>
    StartTls,

    /// <summary>TLS from the first byte (XEP-0368).</summary>
    Direct,

    /// <summary>Knows no TLS.</summary>
    None,
}

internal enum ExternalUse { Accepted, Refused, NotOffered }

/// <summary>What the keys that it sends are (XEP-0185).</summary>
internal enum DialbackKeys { Right, Forged }

/// <summary>What it answers when it is asked about a key in its name (XEP-0220 §2.3).</summary>
internal enum DialbackAnswer
{
    Honest,
    Invalid,
    Error,
    Never,

    /// <summary>Says "valid" for another stream than it was asked about.</summary>
    OfOtherStream,
}

internal enum BidiUse
{
    None,

    /// <summary>XEP-0288 as it is written.</summary>
    Right,

    /// <summary>Sends stanzas back on a stream on which bidi was not agreed on.</summary>
    Unasked,

    /// <summary>Sends stanzas back under a domain that is not the stream's.</summary>
    OtherDomain,
}

internal enum SecondPair
{
    None,
    Right,

    /// <summary>Its key is not its own.</summary>
    Forged,
}

internal enum ManagementUse
{
    None,

    /// <summary>Counts, asks and answers (XEP-0198 §4).</summary>
    Right,

    /// <summary>Loses its connection, and goes on with the stream (§5).</summary>
    Resumes,

    /// <summary>Wants to go on with a stream that never was.</summary>
    UnknownId,

    /// <summary>Acknowledges what it was never sent.</summary>
    CountTooHigh,
}

internal enum HeaderFault
{
    None,
    WrongStreamNamespace,
    WrongContentNamespace,
    WrongTo,
    NoTo,
    WrongFrom,
    NoVersion,
    FutureVersion,
    Huge,
    NotXml,
}

/// <summary>The points of a stream at which a peer can fail, in the order in which they come.</summary>
internal enum PeerStep { BeforeHeader, InHeader, AfterHeader, AfterFeatures, InHandshake, AfterHandshake, BeforeAuthentication, AfterAuthentication, InStanza }

internal enum PeerFault
{
    /// <summary>Ends the connection.</summary>
    Closes,

    /// <summary>Says nothing any more and keeps the connection.</summary>
    FallsSilent,

    /// <summary>Goes on with a byte a second.</summary>
    Drips,

    /// <summary>Begins a stanza that never ends.</summary>
    Floods,
}
