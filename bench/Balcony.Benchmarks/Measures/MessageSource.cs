// Messages to fill archives with: 330 bytes, words like those of a language.
using System.Globalization;
using System.Text;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Benchmarks.Measures;

/// <summary>The same messages for the same numbers. One thread at a time.</summary>
internal sealed class MessageSource
{
    /// <summary>In one of so many messages; all others have common words only.</summary>
    public const int RareIn = 100_000;

    public const string RareWord = "nightingale";

    private const int Kinds = 1_000;
    private const int StanzaBytes = 330;

    // A few words often, most seldom.
    private readonly byte[][] _ends = [.. Enumerable.Range(0, Kinds).Select(number => MakeEnd(number, null))];
    private readonly byte[] _rare = MakeEnd(Kinds, RareWord);

    /// <summary>A message that both keep; in the recipient's inbox until a device took it.</summary>
    public LedgerRecord Message(long number, DateTimeOffset time, BareJid from, BareJid to, LedgerFlags flags = LedgerFlags.None)
    {
        var end = number % RareIn == RareIn / 2 ? _rare : _ends[number % Kinds];
        var start = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<message from='{from}/orchard' to='{to}' id='{number:x16}'"));
        var stanza = new byte[start.Length + end.Length];
        start.CopyTo(stanza, 0);
        end.CopyTo(stanza, start.Length);
        return new(time, stanza, new LedgerOwner(to, from, LedgerDirection.Inbound, flags), new LedgerOwner(from, to, LedgerDirection.Outbound, flags));
    }

    private static byte[] MakeEnd(int number, string? word)
    {
        var random = new Random(number);
        var body = new StringBuilder(word);
        while (body.Length < 100) body.Append(CultureInfo.InvariantCulture, $" word{(int)(2_000 * Math.Pow(random.NextDouble(), 3))}");
        const string Rest = "<active xmlns='http://jabber.org/protocol/chatstates'/><request xmlns='urn:xmpp:receipts'/></message>";
        var text = $" type='chat'><body>{body}</body>" + Rest;
        return Encoding.UTF8.GetBytes(text.PadRight(StanzaBytes - 95));
    }
}
