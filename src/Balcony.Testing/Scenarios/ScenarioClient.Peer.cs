// How a script's peer, a server that the script plays, gets onto a stream with ours: it connects (RFC 6120 §4.3), or accepts what our server opens.
using System.Security.Cryptography;
using System.Text;
#pragma warning disable RS0030 // The rig judges our XML with a parser that is not ours.
using System.Xml.Linq;

namespace Balcony.Testing.Scenarios;

internal sealed partial class ScenarioClient
{
    /// <summary>The id of the headers of a peer that accepts.</summary>
    public const string PeerStreamId = "417GAF25";

    private static readonly XNamespace Server = "jabber:server";

    private bool _hasAccepted;

    public bool IsPeer => Participant.Kind == ParticipantKind.Peer;

    /// <summary>The id of the last stream header that came (RFC 6120 §4.7.3).</summary>
    public string? HeaderId { get; private set; }

    /// <summary>XEP-0185 §3, with the secret of the script's peers.</summary>
    internal static string DialbackKey(string receiving, string originating, string streamId) => Convert.ToHexStringLower(HMACSHA256.HashData(
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData("s3cr3tf0rd14lb4ck"u8))), Encoding.UTF8.GetBytes($"{receiving} {originating} {streamId}")));

    /// <summary>Takes the connection that our server makes to the peer's domain.</summary>
    public async Task AcceptAsync(ScenarioTarget target)
    {
        await TakeAsync(() => target.AcceptAsync(Participant, cancel));
        _hasAccepted = true;
        if (Participant["raw"] is "true") return;
        await ExpectHeaderAsync();
        await AnswerHeaderAsync($"<starttls xmlns='{Tls}'><required/></starttls>");
        await ExpectAsync(Tls + "starttls");
        await SendAsync($"<proceed xmlns='{Tls}'/>");
        await HandshakeAsync();
        await ExpectHeaderAsync();
        if (Participant["raw"] is "tls") return;
        var isDialback = Participant["accepts by"] is "dialback";
        var bidi = Participant["bidi"] is "on" ? "<bidi xmlns='urn:xmpp:features:bidi'/>" : "";
        await AnswerHeaderAsync((isDialback ? "" : $"<mechanisms xmlns='{Sasl}'><mechanism>EXTERNAL</mechanism></mechanisms>")
            + "<dialback xmlns='urn:xmpp:features:dialback'><errors/></dialback>" + bidi);
        if (bidi.Length > 0) await ExpectAsync(XName.Get("bidi", "urn:xmpp:bidi"));
        if (isDialback)
        {
            await ExpectAsync(XName.Get("result", "jabber:server:dialback"));
            await SendAsync($"<db:result from='{Participant.Jid}' to='{Participant["to"]}' type='valid'/>");
            return;
        }
        await ExpectAsync(Sasl + "auth");
        await SendAsync($"<success xmlns='{Sasl}'/>");
        await ExpectHeaderAsync();
        await AnswerHeaderAsync(Participant["sm"] is null ? "" : $"<sm xmlns='{ManagedStream.Ns}'/>");
        if (Participant["sm"] is not { } enabled || enabled is "by hand") return;
        await ExpectAsync(ManagedStream.Ns + "enable");
        await SendAsync($"<enabled xmlns='{ManagedStream.Ns}'{(enabled is "resume" ? " id='r1' resume='true'" : "")}/>");
    }

    // RFC 6120 §4.3, XEP-0178 §3: up to the stream that carries stanzas.
    private async Task JoinAsPeerAsync()
    {
        await OpenAsync();
        await StartTlsAsync();
        if (Participant["raw"] is "tls") return;
        if (Participant["bidi"] is "on") await SendAsync("<bidi xmlns='urn:xmpp:bidi'/>");
        await SendAsync($"<auth xmlns='{Sasl}' mechanism='EXTERNAL'>=</auth>");
        await ExpectAsync(Sasl + "success");
        await OpenAsync();
        if (Participant["sm"] is not { } managed || managed is "by hand") return;
        await SendAsync($"<enable xmlns='{ManagedStream.Ns}'{(managed is "resume" ? " resume='true'" : "")}/>");
        HeaderId = (await ExpectAsync(ManagedStream.Ns + "enabled")).Attribute("id")?.Value;
    }

    private Task AnswerHeaderAsync(string features) => SendAsync($"{PeerHeader()}<stream:features>{features}</stream:features>");

    // Properties of the participant say what is wrong with it; 'none' leaves an attribute out.
    private string PeerHeader()
    {
        string Written(string name, string? usual) => (Participant[name] ?? usual) is { } value and not "none" ? $" {name}='{value}'" : "";
        var id = _hasAccepted ? Written("id", PeerStreamId) : "";
        var from = Participant["from"] ?? Participant.Jid;
        return $"<?xml version='1.0'?><stream:stream xmlns='{Participant["xmlns"] ?? Server.NamespaceName}' xmlns:stream='{Streams}' xmlns:db='jabber:server:dialback'"
            + $"{(from is "none" ? "" : $" from='{from}'")}{Written("to", null)}{Written("version", "1.0")}{id}>";
    }
}
