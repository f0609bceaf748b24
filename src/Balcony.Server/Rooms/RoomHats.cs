// XEP-0317: the hats of a room and who wears them, as they are kept.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Rooms;

/// <summary>The hats of a room.</summary>
/// <param name="All">In the order in which they were made.</param>
/// <param name="Worn">Who wears which, by their URIs; nobody without one.</param>
internal sealed record RoomHats(IReadOnlyList<Hat> All, IReadOnlyDictionary<BareJid, IReadOnlyList<string>> Worn)
{
    public static RoomHats None { get; } = new([], new Dictionary<BareJid, IReadOnlyList<string>>());

    public Hat? Find(string uri) => All.FirstOrDefault(hat => hat.Uri == uri);

    public IReadOnlyList<string> WornBy(BareJid account) => Worn.GetValueOrDefault(account) ?? [];

    /// <summary>One more hat, or another one in the place of that with its URI.</summary>
    public RoomHats With(Hat hat) => this with
    {
        All = Find(hat.Uri) is null ? [.. All, hat] : [.. All.Select(one => one.Uri == hat.Uri ? hat : one)],
    };

    public RoomHats Without(string uri)
    {
        var left = this with { All = [.. All.Where(hat => hat.Uri != uri)] };
        return Wearers(uri).Aggregate(left, (hats, account) => hats.With(account, [.. hats.WornBy(account).Where(one => one != uri)]));
    }

    public RoomHats With(BareJid account, IReadOnlyList<string> uris)
    {
        var worn = new Dictionary<BareJid, IReadOnlyList<string>>(Worn);
        if (uris.Count == 0)
        {
            worn.Remove(account);
        }
        else
        {
            worn[account] = uris;
        }
        return this with { Worn = worn };
    }

    public IReadOnlyList<BareJid> Wearers(string uri) => [.. Worn.Where(one => one.Value.Contains(uri)).Select(one => one.Key)];

    /// <summary>§2: changes with the list.</summary>
    public string Hash()
    {
        var text = new StringBuilder();
        foreach (var hat in All)
        {
            text.Append(hat.Uri).Append('\n').Append(hat.Title).Append('\n').Append(hat.Hue is { } hue ? Hat.FormatHue(hue) : "").Append('\n');
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 20));
    }
}

internal sealed class RoomHatsCodec : JsonStoreCodec<RoomHats>
{
    public static RoomHatsCodec Instance { get; } = new();

    protected override void Write(Utf8JsonWriter json, RoomHats value)
    {
        json.WriteStartArray("hats");
        foreach (var hat in value.All)
        {
            json.WriteStartObject();
            json.WriteString("uri", hat.Uri);
            json.WriteString("title", hat.Title);
            if (hat.Hue is { } hue)
            {
                json.WriteNumber("hue", hue);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("worn");
        foreach (var (account, uris) in value.Worn)
        {
            json.WriteStartArray(account.ToString());
            foreach (string uri in uris)
            {
                json.WriteStringValue(uri);
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    protected override RoomHats Read(JsonElement json, byte writtenAs) => new(
        [
            .. json.GetProperty("hats").EnumerateArray().Select(hat => new Hat(hat.GetProperty("uri").GetString()!, hat.GetProperty("title").GetString()!)
            {
                Hue = hat.TryGetProperty("hue", out var hue) ? hue.GetDouble() : null,
            }),
        ],
        json.GetProperty("worn").EnumerateObject().ToDictionary(
            one => BareJid.Parse(one.Name), one => (IReadOnlyList<string>)[.. one.Value.EnumerateArray().Select(uri => uri.GetString()!)]));
}
