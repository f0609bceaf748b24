// How a script's component gets onto its stream (XEP-0114 §3), and what its stream has in place of jabber:client.
using System.Security.Cryptography;
using System.Text;
#pragma warning disable RS0030 // The rig judges our XML with a parser that is not ours.
using System.Xml.Linq;

namespace Balcony.Testing.Scenarios;

internal sealed partial class ScenarioClient
{
    private static readonly XNamespace Component = "jabber:component:accept";

    private bool IsComponent => Participant.Kind == ParticipantKind.Component;

    /// <summary>Whom it asks, to learn that all has come that was under way.</summary>
    private string PingedHost => IsComponent ? Participant["host"] ?? "example.org" : Participant.Host;

    /// <summary>XEP-0114 §3: SHA1(concat(sid, password)).</summary>
#pragma warning disable CA5350 // the protocol's own choice
    internal static string Handshake(string streamId, string secret) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(streamId + secret)));
#pragma warning restore CA5350

    private async Task JoinAsComponentAsync()
    {
        await SendStreamHeaderAsync();
        var header = await ReceiveAsync();
        if (header?.Kind != CutKind.StreamOpen) throw new InvalidDataException($"expected a stream header, got {header?.ToString() ?? "nothing"}");
        await SendAsync($"<handshake>{Handshake(header.Element!.Attribute("id")!.Value, Participant["secret"] ?? "secret")}</handshake>");
        await ExpectAsync(Client + "handshake");
        FullJid = Participant.Jid;
    }

    // Scripts say what is in the stream's own namespace as those of clients do.
    private static XElement InClient(XElement element)
    {
        foreach (var each in element.DescendantsAndSelf().Where(each => each.Name.Namespace == Component || each.Name.Namespace == Server))
        {
            each.Name = Client + each.Name.LocalName;
            each.Attributes().Where(attribute => attribute.Name == "xmlns" && attribute.Value != Client).Remove();
        }
        return element;
    }
}
