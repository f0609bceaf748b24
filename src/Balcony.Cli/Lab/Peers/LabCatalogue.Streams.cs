// Peers that are special in what they do on their streams.
using Balcony.Cli.Lab.Ground;

namespace Balcony.Cli.Lab.Peers;

internal static partial class LabCatalogue
{
    /// <summary>The control of peers that prove themselves by dialback only. It passes where the tested server believes dialback.</summary>
    public const string Dialback = "dialback";

    private static LabPeerSpec[] Authentication =>
    [
        Does("external-refused", "Refuses EXTERNAL", "XEP-0178 §3", LabExpectation.Fail("DialbackRefused")) with { Directions = LabDirections.Outbound },
        Does("external-missing", "Offers no way to authenticate", "RFC 6120 §6.3.3", LabExpectation.Fail("DialbackRefused"), inbound: LabExpectation.Fail("NotAuthenticated")),

        // Its certificate holds: dialback says for whom, the certificate proves it.
        Does("dialback-certified", "Uses dialback's elements, and its certificate holds", "XEP-0344 §3", Pass) with { Script = "dialback" },
        ByKey("dialback", "Proves itself by dialback only: its certificate does not hold", "XEP-0220 §2", LabExpectation.Pass("Dialback")) with { Control = null },
        ByKey("dialback-forged", "Sends keys that are not its own", "XEP-0220 §2.2.1", LabExpectation.Fail("DialbackRefused")) with { Directions = LabDirections.Inbound },
        ByKey("dialback-invalid", "Calls its own keys invalid", "XEP-0220 §2.1.2", LabExpectation.Fail("DialbackRefused")) with { Directions = LabDirections.Inbound },
        ByKey("dialback-error", "Cannot say whether its keys are its own", "XEP-0220 §2.4.2", LabExpectation.Fail("DialbackRefused")) with { Directions = LabDirections.Inbound },
        ByKey("dialback-unanswered", "Does not answer about its keys", "XEP-0220 §2.1.2", LabExpectation.Fail("DialbackRefused")) with { Directions = LabDirections.Inbound },
        ByKey("dialback-of-other-stream", "Calls the key of another stream valid", "XEP-0220 §2.1.2", LabExpectation.Fail("DialbackRefused")) with { Directions = LabDirections.Inbound },
    ];

    private static LabPeerSpec[] Multiplexing =>
    [
        // Its certificate has both names, so that it passes where certificates decide, too.
        Does("multiplexed", "Proves a second domain on the same stream", "XEP-0220 §2.6.1", Pass) with
        {
            Control = "dialback-certified", Certificate = LabCertificate.TwoNames, HasSecondDomain = true, Directions = LabDirections.Inbound,
        },
        Does("multiplexed-forged", "Proves a second domain that is not its own on the same stream", "XEP-0220 §2.2.1, §2.4", Refused) with
        {
            Control = "multiplexed", HasSecondDomain = true, Directions = LabDirections.Inbound,
        },
    ];

    private static LabPeerSpec[] Management =>
    [
        Does("sm", "Counts stanzas and acknowledges them", "XEP-0198 §3, §4", Pass),
        Does("sm-resumed", "Loses its connection and goes on with the stream", "XEP-0198 §5", Pass) with { Control = "sm" },
        Does("sm-unknown-id", "Wants to go on with a stream that never was; begins a new one when that is refused", "XEP-0198 §5", Pass) with { Control = "sm", Directions = LabDirections.Inbound },
        Does("sm-count-too-high", "Acknowledges what it was never sent", "XEP-0198 §4", new LabExpectation(Passes: false, Error: "undefined-condition")) with { Control = "sm" },
    ];

    private static LabPeerSpec[] Stanzas =>
    [
        Does("bidi", "Answers on the stream that it was asked on", "XEP-0288 §2", Pass),
        Does("bidi-unasked", "Sends stanzas on a stream before anything was agreed on", "XEP-0288 §2.2", Refused) with { Directions = LabDirections.Outbound },
        Does("bidi-other-domain", "Sends stanzas of another domain on a bidirectional stream", "XEP-0288 §2.2", Refused) with { Control = "bidi", Directions = LabDirections.Outbound },
        Does("foreign-domain", "Sends a stanza of a domain that it did not prove", "RFC 6120 §8.1.2.2", LabExpectation.Fail("InvalidFrom", "invalid-from")) with { Directions = LabDirections.Inbound },
        Does("early-stanza", "Sends a stanza before it is authenticated", "RFC 6120 §4.3.5", LabExpectation.Fail("NotAuthorized", "not-authorized")) with { Directions = LabDirections.Inbound },
    ];

    private static LabPeerSpec[] Headers =>
    [
        Does("header-stream-namespace", "Its stream is in a namespace of its own", "RFC 6120 §4.8.1", LabExpectation.Fail("InvalidNamespace", "invalid-namespace")),
        Does("header-content-namespace", "Its stanzas are in a namespace of their own", "RFC 6120 §4.8.2", LabExpectation.Fail("InvalidNamespace", "invalid-namespace")),
        Does("header-to", "Asks for a host that is not there", "RFC 6120 §4.9.3.6", LabExpectation.Fail("HostUnknown", "host-unknown")) with { Directions = LabDirections.Inbound },
        Does("header-from", "Calls itself otherwise in the header than in its certificate", "XEP-0178 §3", LabExpectation.Fail("WrongName")) with { Directions = LabDirections.Inbound },
        Does("header-no-version", "Its header has no version: no features, so no TLS", "RFC 6120 §4.7.5", LabExpectation.Fail("OldVersion")),
        Does("header-future-version", "Speaks a version of XMPP that is not written yet", "RFC 6120 §4.7.5", Pass) with { Directions = LabDirections.Inbound },
        Does("header-huge", "Its header is two megabytes", "RFC 6120 §13.12", LabExpectation.Fail("PolicyViolation")),
        Does("header-not-xml", "Speaks HTTP", "RFC 6120 §4.9.3.13", LabExpectation.Fail("NotWellFormed", "not-well-formed")),
    ];

    private static LabPeerSpec[] Faults =>
    [
        // What was written to a stream counts as sent without XEP-0198: nobody need be told when it ends afterwards.
        Fails("closes-before-header", "Ends the connection before its header"),
        Fails("closes-in-header", "Ends the connection inside its header"),
        Fails("closes-after-header", "Ends the connection after its header"),
        Fails("closes-after-features", "Ends the connection after the features"),
        Fails("closes-in-handshake", "Ends the connection inside the TLS handshake"),
        Fails("closes-after-handshake", "Ends the connection after the TLS handshake"),
        Fails("closes-before-authentication", "Ends the connection instead of authenticating"),
        Fails("closes-after-authentication", "Ends the connection after authentication") with { Directions = LabDirections.Inbound },
        Fails("closes-in-stanza", "Ends the connection inside a stanza") with { Directions = LabDirections.Inbound },
        Fails("silent-before-header", "Connects and says nothing"),
        Fails("silent-after-header", "Says nothing after its header"),
        Fails("silent-in-handshake", "Says nothing where TLS begins"),
        Fails("silent-before-authentication", "Says nothing instead of authenticating"),
        Fails("drips", "Sends a byte a second"),
        Fails("floods-before-authentication", "Sends a stanza without end, not being authenticated"),
        Fails("floods-after-authentication", "Sends a stanza without end"),
    ];

    // For which reason depends on what came first: the end of the connection, of the patience, or of the memory.
    private static LabExpectation Refused => new(Passes: false);

    private static LabPeerSpec Does(string name, string summary, string reference, LabExpectation outbound, LabExpectation? inbound = null) => new()
    {
        Name = name,
        Control = Good,
        Script = name,
        Summary = summary,
        Reference = reference,
        Outbound = outbound,
        Inbound = inbound,
    };

    private static LabPeerSpec ByKey(string name, string summary, string reference, LabExpectation expected) =>
        Does(name, summary, reference, expected) with { Control = Dialback, Certificate = LabCertificate.SelfSigned };

    private static LabPeerSpec Fails(string name, string summary) => Does(name, summary, "RFC 6120 §4.4, §4.6, §13.12", Refused);
}
