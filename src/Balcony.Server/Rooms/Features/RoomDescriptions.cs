// XEP-0045 §4.2, §6.4, §10.2: what a room is called, what it is about, whether it is found and whether it lasts.
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Rooms.Features;

internal sealed class RoomDescriptions : RoomFeature
{
    private const int MaxText = 1_000;

    public override IReadOnlyList<RoomSetting> Settings { get; } =
    [
        RoomSetting.Text(MucForms.ConfigFields.Name, "Name", MaxText, config => config.Name, (config, name) => config with { Name = name })
            with { InfoVar = MucForms.ConfigFields.Name },
        RoomSetting.Text(MucForms.ConfigFields.Description, "What it is about", MaxText, config => config.Description, (config, text) => config with { Description = text }),
        RoomSetting.Text(
            MucForms.ConfigFields.Lang, "Language", 35, config => config.Language,
            (config, lang) => lang.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? config with { Language = lang } : throw RoomSetting.Refused("a language is a tag such as en")),
        RoomSetting.Text(
            MucForms.ConfigFields.Pubsub, "URI of its publish-subscribe node", MaxText, config => config.PubSubNode, (config, node) => config with { PubSubNode = node }),
        RoomSetting.Boolean(
            MucForms.ConfigFields.Persistent, "Stays when nobody is in it", config => config.IsPersistent, (config, isOn) => config with { IsPersistent = isOn }),
        RoomSetting.Boolean(MucForms.ConfigFields.Public, "Is found by everybody", config => config.IsPublic, (config, isOn) => config with { IsPublic = isOn }),
        RoomSetting.Boolean(MucForms.ConfigFields.EnableLogging, "Is logged in public", config => config.IsLogged, (config, isOn) => config with { IsLogged = isOn }),
    ];

    public override void Describe(Room room, RoomDescription description)
    {
        var config = room.Configuration;
        description.Features.Add(config.IsPersistent ? MucForms.Features.Persistent : MucForms.Features.Temporary);
        description.Features.Add(config.IsPublic ? MucForms.Features.Public : MucForms.Features.Hidden);
        description.Fields.Add(new FormField(MucForms.InfoFields.Description, FormFieldType.TextSingle, config.Description) { Label = "What it is about" });
        if (config.Language.Length > 0)
        {
            description.Fields.Add(new FormField(MucForms.InfoFields.Lang, FormFieldType.TextSingle, config.Language) { Label = "Language" });
        }
        if (config.PubSubNode.Length > 0)
        {
            description.Fields.Add(new FormField("muc#roominfo_pubsub", FormFieldType.TextSingle, config.PubSubNode) { Label = "Its publish-subscribe node" });
        }
    }

    // §7.2.14
    public override void AddStatuses(Room room, Entry entry, List<int> statuses)
    {
        if (room.Configuration.IsLogged)
        {
            statuses.Add(MucStatus.LoggingEnabled);
        }
    }
}
