// XEP-0045 §7.2.11: how many may be in a room.
using System.Globalization;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms.Features;

internal sealed class OccupantLimits(RoomOptions options) : RoomFeature
{
    private const string None = "none";

    private static readonly int[] Offered = [10, 20, 30, 50, 100, 200, 500, 1_000, 5_000];

    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        new(
            MucForms.ConfigFields.MaxUsers, FormFieldType.ListSingle, "Most occupants",
            config => [config.MaxOccupants is { } most ? most.ToString(CultureInfo.InvariantCulture) : None],
            (config, values) => config with { MaxOccupants = Read(values, options.MaxOccupantsPerRoom) })
        {
            Options = [.. Offered.Where(count => count <= options.MaxOccupantsPerRoom).Select(count => new FormOption($"{count}")), new FormOption(None)],
            InfoVar = MucForms.ConfigFields.MaxUsers,
        },
    ];

    public override ValueTask<StanzaError?> CheckEntryAsync(Room room, Entry entry)
    {
        int most = Math.Min(room.Configuration.MaxOccupants ?? int.MaxValue, options.MaxOccupantsPerRoom);
        // §7.2.11: admins and owners find a place in a full room; nobody does in one that the service does not carry.
        return new(!entry.IsSecondSession && room.Occupants.Count >= most
            && (entry.Affiliation < MucAffiliation.Admin || room.Occupants.Count >= options.MaxOccupantsPerRoom)
            ? StanzaError.ServiceUnavailable with { Type = StanzaErrorType.Wait } : null);
    }

    private static int? Read(IReadOnlyList<string> values, int max) => values switch
    {
        [] or [""] or [None] or ["0"] => null,
        [var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int most) && most <= max => most,
        _ => throw RoomSetting.Refused($"at most {max} occupants"),
    };
}
