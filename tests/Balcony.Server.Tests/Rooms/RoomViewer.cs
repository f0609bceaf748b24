// What one client believes of a room, from nothing but the presence that it gets.
using System.Xml.Linq;
using Balcony.Server.Tests.Streams;

namespace Balcony.Server.Tests.Rooms;

internal sealed record Seen(string Affiliation, string Role, string? Address);

internal sealed class RoomViewer(string account, string name, WordsTransport transport)
{
    private static readonly XNamespace User = "http://jabber.org/protocol/muc#user";
    private string _rest = "";

    public string Account { get; } = account;

    public string Name { get; } = name;

    /// <summary>By nickname.</summary>
    public Dictionary<string, Seen> Room { get; } = [];

    /// <summary>The answers to requests: an error's condition, or empty; by id.</summary>
    public Dictionary<string, string> Answers { get; } = [];

    public void Say(string words) => transport.Say(words);

    public Task HearAsync(string text) => transport.HearAsync(text);

    /// <summary>Reads what has come; whether there was anything but answers to requests.</summary>
    public bool Read()
    {
        string text = _rest + transport.Take();
        // The last stanza may not be there as a whole.
        int end = Math.Max(text.LastIndexOf("</presence>", StringComparison.Ordinal) + 11, Math.Max(
            text.LastIndexOf("</message>", StringComparison.Ordinal) + 10, text.LastIndexOf("</iq>", StringComparison.Ordinal) + 5));
        end = Math.Max(end, text.LastIndexOf("/>", StringComparison.Ordinal) + 2 == text.Length ? text.Length : 0);
        if (end <= 10)
        {
            _rest = text;
            return false;
        }
        _rest = text[end..];
        bool isNews = false;
        foreach (var stanza in XElement.Parse($"<stream xmlns='jabber:client' xmlns:stream='s'>{text[..end]}</stream>").Elements())
        {
            if (stanza.Name.LocalName == "iq") Answers[stanza.Attribute("id")!.Value] = ConditionOf(stanza);
            else isNews = true;
            if (stanza.Name.LocalName == "presence") See(stanza);
        }
        return isNews;
    }

    private void See(XElement presence)
    {
        if (presence.Attribute("id") is { } id) Answers[id.Value] = ConditionOf(presence);
        if (presence.Attribute("type")?.Value == "error") return;
        var user = presence.Element(User + "x")!;
        var item = user.Element(User + "item")!;
        string nick = presence.Attribute("from")!.Value.Split('/')[1];
        var statuses = user.Elements(User + "status").Select(status => status.Attribute("code")!.Value).ToHashSet();
        if (presence.Attribute("type") is null)
        {
            Room[nick] = new Seen(item.Attribute("affiliation")!.Value, item.Attribute("role")!.Value, item.Attribute("jid")?.Value);
        }
        else if (statuses.Contains("110") && !statuses.Contains("303"))
        {
            Room.Clear();
        }
        else
        {
            Room.Remove(nick);
        }
    }

    private static string ConditionOf(XElement stanza) =>
        stanza.Elements().FirstOrDefault(child => child.Name.LocalName == "error")?.Elements().First().Name.LocalName ?? "";
}
