// One field of the owner's form.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;

namespace Balcony.Server.Rooms;

/// <summary>One field of the form by which owners configure a room (XEP-0045 §10.2), which is also how it is stored.</summary>
/// <param name="Var">The field's registered name; lasting.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Label">For people.</param>
/// <param name="Read">The field's values.</param>
/// <param name="Write">The configuration with other values; throws <see cref="StanzaException"/> for values that make no sense.</param>
internal sealed record RoomSetting(
    string Var, FormFieldType Type, string Label, Func<RoomConfiguration, IReadOnlyList<string>> Read,
    Func<RoomConfiguration, IReadOnlyList<string>, RoomConfiguration> Write)
{
    private static readonly (MucRole Value, FormOption Option)[] RoleOptions =
        [(MucRole.Moderator, new("moderator", "Moderators")), (MucRole.Participant, new("participant", "Participants")), (MucRole.Visitor, new("visitor", "Visitors"))];

    public IReadOnlyList<FormOption> Options { get; init; } = [];

    /// <summary>Whether disco#info of the room shows it, by this name of the form <c>muc#roominfo</c>; null: no.</summary>
    public string? InfoVar { get; init; }

    /// <summary>What else the field holds (XEP-0122).</summary>
    public IReadOnlyList<Balcony.Xmpp.Xml.XmlElement> Extensions { get; init; } = [];

    /// <summary>A field without a value says something: no text, none of the options. Otherwise it says nothing.</summary>
    public bool MayBeEmpty => Type is FormFieldType.TextSingle or FormFieldType.TextPrivate or FormFieldType.TextMulti or FormFieldType.ListMulti
        or FormFieldType.JidMulti;

    public static RoomSetting Boolean(
        string var, string label, Func<RoomConfiguration, bool> read, Func<RoomConfiguration, bool, RoomConfiguration> write) => new(
        var, FormFieldType.Boolean, label, config => [read(config) ? "1" : "0"],
        (config, values) => write(config, First(values) switch
        {
            "1" or "true" => true,
            "0" or "false" => false,
            _ => throw Refused($"{var} is true or false"),
        }));

    public static RoomSetting Text(
        string var, string label, int maxLength, Func<RoomConfiguration, string> read, Func<RoomConfiguration, string, RoomConfiguration> write) => new(
        var, FormFieldType.TextSingle, label, config => [read(config)],
        (config, values) => First(values) is { } text && text.Length <= maxLength ? write(config, text) : throw Refused($"{var} has at most {maxLength} characters"));

    /// <summary>One of several.</summary>
    public static RoomSetting Choice<T>(
        string var, string label, IReadOnlyList<(T Value, FormOption Option)> choices, Func<RoomConfiguration, T> read,
        Func<RoomConfiguration, T, RoomConfiguration> write)
        where T : struct, Enum => new(
        var, FormFieldType.ListSingle, label, config => [choices.First(one => one.Value.Equals(read(config))).Option.Value],
        (config, values) => choices.Where(one => one.Option.Value == First(values)).Select(one => (T?)one.Value).FirstOrDefault() is { } chosen
            ? write(config, chosen) : throw Refused($"{var} is one of {string.Join(", ", choices.Select(one => one.Option.Value))}"))
        {
            Options = [.. choices.Select(one => one.Option)],
        };

    /// <summary>Some of the roles.</summary>
    public static RoomSetting Roles(
        string var, string label, Func<RoomConfiguration, IReadOnlySet<MucRole>> read, Func<RoomConfiguration, IReadOnlySet<MucRole>, RoomConfiguration> write) => new(
        var, FormFieldType.ListMulti, label, config => [.. RoleOptions.Select(one => one.Option.Value).Where(name => read(config).Any(role => role.Name() == name))],
        (config, values) => write(config, values.Select(value => RoleOptions.Where(one => one.Option.Value == value).Select(one => (MucRole?)one.Value).FirstOrDefault()
            ?? throw Refused($"{var} has roles")).ToHashSet()))
        {
            Options = [.. RoleOptions.Select(one => one.Option)],
        };

    public FormField Field(RoomConfiguration configuration) => new(Var, Type) { Label = Label, Values = Read(configuration), Options = Options, Extensions = Extensions };

    /// <summary>§10.2: the error for a configuration that the service does not accept.</summary>
    public static StanzaException Refused(string why) => new(StanzaError.NotAcceptable.With(why));

    private static string First(IReadOnlyList<string> values) => values.Count == 0 ? "" : values[0];
}
