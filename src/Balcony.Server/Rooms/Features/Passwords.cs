// XEP-0045 §7.2.5: rooms with a password.
using System.Security.Cryptography;
using System.Text;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class Passwords : RoomFeature
{
    public const int MaxLength = 256;

    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        new(
            MucForms.ConfigFields.PasswordProtected, FormFieldType.Boolean, "Needs a password", config => [config.Password is null ? "0" : "1"],
            (config, values) => values is ["0"] or ["false"] ? config with { Password = null } : config with { Password = config.Password ?? "" }),
        new(
            MucForms.ConfigFields.Password, FormFieldType.TextPrivate, "Password", config => config.Password is { Length: > 0 } password ? [password] : [],
            (config, values) => config.Password is null ? config : config with { Password = values is [var password] ? password : "" }),
    ];

    // §10.1.3: a room with a password has one. A form that has but the password means that it is needed.
    public override RoomConfiguration Settle(Room room, RoomConfiguration configuration, DataForm form, BareJid by)
    {
        if (configuration.Password is null && form.Find(MucForms.ConfigFields.PasswordProtected) is null
            && form.Value(MucForms.ConfigFields.Password) is { Length: > 0 } only)
        {
            configuration = configuration with { Password = only };
        }
        return configuration.Password is null or { Length: > 0 and <= MaxLength } ? configuration : throw RoomSetting.Refused($"a password has 1 to {MaxLength} characters");
    }

    public override ValueTask<StanzaError?> CheckEntryAsync(Room room, Entry entry)
    {
        // §7.2.5 has no exception for owners, who can read it in the form; admins of the host do not depend on one.
        if (room.Configuration.Password is not { } password || entry.IsCreator || entry.Token is not null || room.Services.IsAdmin(room.Service.Host, entry.From.Bare))
        {
            return default;
        }
        byte[] given = Encoding.UTF8.GetBytes(entry.Request.Password ?? "");
        return new(CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(password)) ? null : StanzaError.NotAuthorized);
    }

    public override void Describe(Room room, RoomDescription description) =>
        description.Features.Add(room.Configuration.Password is null ? MucForms.Features.Unsecured : MucForms.Features.PasswordProtected);
}
