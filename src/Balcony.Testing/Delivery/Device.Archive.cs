// The archive as a device reads it (XEP-0313, XEP-0059).
using System.Globalization;
#pragma warning disable RS0030 // The proof judges our XML with a parser that is not ours.
using System.Xml.Linq;

namespace Balcony.Testing.Delivery;

public sealed partial class Device
{
    private const int CatchUpPage = 20;

    private static readonly XNamespace Mam = "urn:xmpp:mam:2";
    private static readonly XNamespace Rsm = "http://jabber.org/protocol/rsm";

    private readonly List<(string Id, XElement Message)> _page = [];

    // How far it has read each archive.
    private readonly Dictionary<string, string> _readUpTo = new(StringComparer.Ordinal);

    /// <summary>The whole archive of the account, or of a room, oldest first, by pages of this size.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    public async Task<IReadOnlyList<ArchivedMessage>> ReadArchiveAsync(int pageSize, CancellationToken cancel, string? room = null)
    {
        var all = new List<ArchivedMessage>();
        string? after = null;
        while (true)
        {
            var (page, isComplete) = await PageAsync(room, after, pageSize, cancel);
            foreach (var (id, message) in page)
            {
                if (!IsSaid(message, room)) continue;
                all.Add(new ArchivedMessage(id, message.Attribute("id")?.Value ?? "", Bare(message.Attribute("from")?.Value)));
            }
            if (isComplete) return all;
            after = page[^1].Id;
        }
    }

    // From the archive of the account, or of a room.
    private async Task CatchUpAsync(string? room, CancellationToken cancel)
    {
        var archive = room ?? options.Account;
        while (true)
        {
            var (page, isComplete) = await PageAsync(room, _readUpTo.GetValueOrDefault(archive), CatchUpPage, cancel);
            foreach (var (id, message) in page)
            {
                if (IsSaid(message, room) && (room is not null || Bare(message.Attribute("to")?.Value) == options.Account)) Arrived(message, id, "from the archive");
                _readUpTo[archive] = id;
            }
            if (isComplete) return;
        }
    }

    // Archives have errors and invitations, too.
    private static bool IsSaid(XElement message, string? room) =>
        message.Attribute("type")?.Value == (room is null ? "chat" : "groupchat") && message.Element(DeviceStream.Client + "body") is not null;

    // One query at a time: by the specification all results of a page come before the answer.
    private async Task<(List<(string Id, XElement Message)> Page, bool IsComplete)> PageAsync(string? of, string? after, int size, CancellationToken cancel)
    {
        lock (_page) _page.Clear();
        var set = new XElement(Rsm + "set", new XElement(Rsm + "max", size.ToString(CultureInfo.InvariantCulture)), after is null ? null : new XElement(Rsm + "after", after));
        var answer = await AskAsync("set", of, new XElement(Mam + "query", set), cancel);
        var fin = answer.Element(Mam + "fin");
        lock (_page)
        {
            var page = _page.ToList();
            var isComplete = fin?.Attribute("complete")?.Value is "true" or "1";
            if (fin is null) log.Problem($"{options}: a query of the archive is answered by {answer}");
            else if (page.Count == 0 && !isComplete) log.Problem($"{options}: an empty page of the archive is not the last: {answer}");
            else if (page.Count > 0 && fin.Element(Rsm + "set")?.Element(Rsm + "last")?.Value != page[^1].Id)
                log.Problem($"{options}: the last of a page is not {page[^1].Id}: {answer}");
            return (page, isComplete || page.Count == 0);
        }
    }

    private void HandleArchived(XElement result)
    {
        if (result.Element(Forward + "forwarded")?.Element(DeviceStream.Client + "message") is not { } message || result.Attribute("id")?.Value is not { } id)
        {
            log.Problem($"{options}: a result of the archive without id or message: {result}");
            return;
        }
        lock (_page) _page.Add((id, message));
    }

    private static string Bare(string? address) => address?.Split('/')[0] ?? "";
}
