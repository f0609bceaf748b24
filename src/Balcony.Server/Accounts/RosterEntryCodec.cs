// How a contact is stored.
using System.Text;
using System.Text.Json;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Accounts;

/// <summary>Absent members mean false, null and empty.</summary>
internal sealed class RosterEntryCodec : JsonStoreCodec<RosterEntry>
{
    public static RosterEntryCodec Instance { get; } = new();

    protected override void Write(Utf8JsonWriter json, RosterEntry value)
    {
        json.WriteString("jid", value.Contact.Utf8);
        Flag(json, "to", value.Subscription.To);
        Flag(json, "from", value.Subscription.From);
        Flag(json, "pending-out", value.Subscription.PendingOut);
        Flag(json, "pending-in", value.Subscription.PendingIn);
        Flag(json, "approved", value.Subscription.Approved);
        Flag(json, "listed", value.IsListed);
        if (value.Name is not null) json.WriteString("name", value.Name);
        if (value.Groups.Count > 0)
        {
            json.WriteStartArray("groups");
            foreach (var group in value.Groups) json.WriteStringValue(group);
            json.WriteEndArray();
        }
        if (value.Request is not null) json.WriteString("request", value.Request);
    }

    protected override RosterEntry Read(JsonElement json, byte writtenAs) =>
        new(
            BareJid.Parse(json.GetProperty("jid").GetString()!),
            new Subscription(Flag(json, "to"), Flag(json, "from"), Flag(json, "pending-out"), Flag(json, "pending-in"), Flag(json, "approved")))
        {
            IsListed = Flag(json, "listed"),
            Name = json.TryGetProperty("name", out var name) ? name.GetString() : null,
            Groups = json.TryGetProperty("groups", out var groups) ? [.. groups.EnumerateArray().Select(group => group.GetString()!)] : [],
            Request = json.TryGetProperty("request", out var request) ? Encoding.UTF8.GetBytes(request.GetString()!) : null,
        };

    private static void Flag(Utf8JsonWriter json, string name, bool value)
    {
        if (value) json.WriteBoolean(name, true);
    }

    private static bool Flag(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.GetBoolean();
}
