// The behaviours that the catalogue names. Each differs from a server that does everything right in what its name says.
using System.Collections.Frozen;
using Balcony.Cli.Lab.Ground;

namespace Balcony.Cli.Lab.Peers;

internal static class PeerScripts
{
    private static readonly FrozenDictionary<string, PeerScript> ByName = new Dictionary<string, PeerScript>
    {
        // SASL EXTERNAL (XEP-0178)
        ["external-refused"] = new() { External = ExternalUse.Refused, HasDialback = false },
        ["external-missing"] = new() { External = ExternalUse.NotOffered, HasDialback = false },

        // Dialback (XEP-0220)
        ["dialback"] = new() { External = ExternalUse.NotOffered },
        ["dialback-forged"] = new() { External = ExternalUse.NotOffered, Keys = DialbackKeys.Forged },
        ["dialback-invalid"] = new() { External = ExternalUse.NotOffered, Verifies = DialbackAnswer.Invalid },
        ["dialback-error"] = new() { External = ExternalUse.NotOffered, Verifies = DialbackAnswer.Error },
        ["dialback-unanswered"] = new() { External = ExternalUse.NotOffered, Verifies = DialbackAnswer.Never },
        ["dialback-of-other-stream"] = new() { External = ExternalUse.NotOffered, Verifies = DialbackAnswer.OfOtherStream },

        // Bidirectional streams (XEP-0288)
        ["bidi"] = new() { Bidi = BidiUse.Right },
        ["bidi-unasked"] = new() { Bidi = BidiUse.Unasked },
        ["bidi-other-domain"] = new() { Bidi = BidiUse.OtherDomain },

        // Several domains on one stream (XEP-0220 §2.6)
        ["multiplexed"] = new() { External = ExternalUse.NotOffered, Second = SecondPair.Right },
        ["multiplexed-forged"] = new() { External = ExternalUse.NotOffered, Second = SecondPair.Forged },

        // Stream management (XEP-0198)
        ["sm"] = new() { Management = ManagementUse.Right },
        ["sm-resumed"] = new() { Management = ManagementUse.Resumes },
        ["sm-unknown-id"] = new() { Management = ManagementUse.UnknownId },
        ["sm-count-too-high"] = new() { Management = ManagementUse.CountTooHigh },

        // Stanzas (RFC 6120 §8.1.2.2)
        ["foreign-domain"] = new() { ForeignDomain = "capulet.example" },
        ["early-stanza"] = new() { SendsEarly = true, HasDialback = false, External = ExternalUse.NotOffered },

        // Direct TLS (XEP-0368)
        ["no-alpn"] = new() { NamesAlpn = false },

        // Stream headers (RFC 6120 §4.7, §4.8)
        ["header-stream-namespace"] = new() { Header = HeaderFault.WrongStreamNamespace },
        ["header-content-namespace"] = new() { Header = HeaderFault.WrongContentNamespace },
        ["header-to"] = new() { Header = HeaderFault.WrongTo },
        ["header-no-to"] = new() { Header = HeaderFault.NoTo },
        ["header-from"] = new() { Header = HeaderFault.WrongFrom, HasDialback = false },
        ["header-no-version"] = new() { Header = HeaderFault.NoVersion },
        ["header-future-version"] = new() { Header = HeaderFault.FutureVersion },
        ["header-huge"] = new() { Header = HeaderFault.Huge },
        ["header-not-xml"] = new() { Header = HeaderFault.NotXml },

        // The connection ends
        ["closes-before-header"] = Fails(PeerFault.Closes, PeerStep.BeforeHeader),
        ["closes-in-header"] = Fails(PeerFault.Closes, PeerStep.InHeader),
        ["closes-after-header"] = Fails(PeerFault.Closes, PeerStep.AfterHeader),
        ["closes-after-features"] = Fails(PeerFault.Closes, PeerStep.AfterFeatures),
        ["closes-in-handshake"] = Fails(PeerFault.Closes, PeerStep.InHandshake),
        ["closes-after-handshake"] = Fails(PeerFault.Closes, PeerStep.AfterHandshake),
        ["closes-before-authentication"] = Fails(PeerFault.Closes, PeerStep.BeforeAuthentication),
        ["closes-after-authentication"] = Fails(PeerFault.Closes, PeerStep.AfterAuthentication),
        ["closes-in-stanza"] = Fails(PeerFault.Closes, PeerStep.InStanza),

        // Nothing more comes
        ["silent-before-header"] = Fails(PeerFault.FallsSilent, PeerStep.BeforeHeader),
        ["silent-after-header"] = Fails(PeerFault.FallsSilent, PeerStep.AfterHeader),
        ["silent-in-handshake"] = Fails(PeerFault.FallsSilent, PeerStep.InHandshake),
        ["silent-before-authentication"] = Fails(PeerFault.FallsSilent, PeerStep.BeforeAuthentication),

        // Too little at a time, and too much
        ["drips"] = Fails(PeerFault.Drips, PeerStep.BeforeHeader),
        ["floods-before-authentication"] = Fails(PeerFault.Floods, PeerStep.BeforeAuthentication),
        ["floods-after-authentication"] = Fails(PeerFault.Floods, PeerStep.AfterAuthentication),
    }.ToFrozenDictionary();

    public static IEnumerable<string> Names => ByName.Keys;

    /// <param name="name">As in the catalogue; null behaves.</param>
    public static PeerScript Find(string? name) => name is null ? PeerScript.Right
        : ByName.TryGetValue(name, out var script) ? script
        : throw new ArgumentException($"No script is called '{name}'.", nameof(name));

    /// <summary>What a peer of the catalogue does, its TLS included.</summary>
    public static PeerScript For(LabPeerSpec spec) => Find(spec.Script) with
    {
        Tls = spec.Tls switch { LabTlsOffer.None => TlsUse.None, LabTlsOffer.DirectOnly => TlsUse.Direct, _ => TlsUse.StartTls },
    };

    private static PeerScript Fails(PeerFault fault, PeerStep at) => new() { Fault = fault, At = at };
}
