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
    public IReadOnlyList<FormOption> Options { get; init; } = [];

    /// <summary>Whether disco#info of the room shows it, by this name of the form <c>muc#roominfo</c>; null: no.</summary>
    public string? InfoVar { get; init; }

    /// <summary>What else the field holds (XEP-0122).</summary>
    public IReadOnlyList<Balcony.Xmpp.Xml.XmlElement> Extensions { get; init; } = [];

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

    public FormField Field(RoomConfiguration configuration) => new(Var, Type) { Label = Label, Values = Read(configuration), Options = Options, Extensions = Extensions };

    /// <summary>§10.2: the error for a configuration that the service does not accept.</summary>
    public static StanzaException Refused(string why) => new(StanzaError.NotAcceptable.With(why));

    private static string First(IReadOnlyList<string> values) => values.Count == 0 ? "" : values[0];
}
