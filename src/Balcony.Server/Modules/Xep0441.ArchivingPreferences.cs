// XEP-0441: which contacts' messages an account wants in its archive.
using System.Text.Json;
using Balcony.Server.Accounts;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Modules;

/// <summary>An account's preferences as its mailbox asks them.</summary>
internal sealed class ArchiveChoice
{
    private readonly Dictionary<Jid, bool> _named = [];

    public ArchiveChoice(ArchivingPreferences preferences)
    {
        Preferences = preferences;
        foreach (var address in preferences.Always)
        {
            _named[address] = true;
        }
        // An address in both lists: what is not archived can be said again, what is archived was seen.
        foreach (var address in preferences.Never)
        {
            _named[address] = false;
        }
    }

    public ArchivingPreferences Preferences { get; }

    /// <summary>Whether messages to or from this address are archived (§2.3).</summary>
    public bool Archives(Jid contact, Roster roster)
    {
        if (_named.Count > 0 && (_named.TryGetValue(contact, out bool isArchived) || _named.TryGetValue(contact.Bare, out isArchived)))
        {
            return isArchived;
        }
        return Preferences.Default switch
        {
            ArchivingDefault.Always => true,
            ArchivingDefault.Never => false,
            _ => roster.Find(contact.Bare) is { IsListed: true },
        };
    }
}

/// <summary>Absent lists are empty.</summary>
internal sealed class ArchivingPreferencesCodec : JsonStoreCodec<ArchivingPreferences>
{
    public static ArchivingPreferencesCodec Instance { get; } = new();

    protected override void Write(Utf8JsonWriter json, ArchivingPreferences value)
    {
        json.WriteString("default", value.Default switch
        {
            ArchivingDefault.Always => "always",
            ArchivingDefault.Never => "never",
            _ => "roster",
        });
        WriteList(json, "always", value.Always);
        WriteList(json, "never", value.Never);
    }

    protected override ArchivingPreferences Read(JsonElement json, byte writtenAs) => new(
        json.GetProperty("default").GetString() switch
        {
            "always" => ArchivingDefault.Always,
            "never" => ArchivingDefault.Never,
            "roster" => ArchivingDefault.Roster,
            _ => throw new FormatException("neither always nor never nor roster"),
        },
        ReadList(json, "always"), ReadList(json, "never"));

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<Jid> addresses)
    {
        if (addresses.Count == 0)
        {
            return;
        }
        json.WriteStartArray(name);
        foreach (var address in addresses)
        {
            json.WriteStringValue(address.Utf8);
        }
        json.WriteEndArray();
    }

    private static Jid[] ReadList(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(item => Jid.Parse(item.GetString()!))] : [];
}
