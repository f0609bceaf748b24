// XEP-0004 §3.2, §3.3: one field of a form.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>What a field holds (§3.3).</summary>
public enum FormFieldType
{
    TextSingle,
    TextMulti,
    TextPrivate,
    Boolean,
    ListSingle,
    ListMulti,
    JidSingle,
    JidMulti,
    Hidden,
    Fixed,
}

/// <summary>One choice of a list.</summary>
public sealed record FormOption(string Value, string? Label = null);

/// <summary>One field.</summary>
/// <param name="Var">Its name; null only in a field of type <see cref="FormFieldType.Fixed"/>.</param>
/// <param name="Type">Null when not given, as in most submissions; then the form that is answered decides, else it is a line of text.</param>
public sealed record FormField(string? Var, FormFieldType? Type = null)
{
    // In the order of the enumeration.
    private static readonly string[] TypeNames =
        ["text-single", "text-multi", "text-private", "boolean", "list-single", "list-multi", "jid-single", "jid-multi", "hidden", "fixed"];

    /// <summary>A field with one value.</summary>
    public FormField(string var, FormFieldType? type, string value) : this(var, type) => Values = [value];

    public string? Label { get; init; }

    public string? Description { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Defaults, answers or data. Lines of text, in a field of several lines.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public IReadOnlyList<FormOption> Options { get; init; } = [];

    /// <summary>What other specifications put into a field (media, validation), kept as it is.</summary>
    public IReadOnlyList<XmlElement> Extensions { get; init; } = [];

    /// <summary>The first value, or null.</summary>
    public string? Value => Values.Count > 0 ? Values[0] : null;

    private bool HoldsSeveral =>
        Type is null or FormFieldType.ListMulti or FormFieldType.JidMulti or FormFieldType.TextMulti or FormFieldType.Hidden;

    /// <summary>What is wrong with these values as an answer to this field; null when nothing is.</summary>
    internal string? ProblemOf(IReadOnlyList<string> values)
    {
        if (IsRequired && !values.Any(value => value.Length > 0)) return $"{Var} is required";
        if (values.Count > 1 && Type is not null && !HoldsSeveral) return $"{Var} takes one value";
        return Type switch
        {
            FormFieldType.Boolean when values.Any(value => Schema.ReadBoolean(value) is null) => $"{Var} is true or false",
            FormFieldType.JidSingle or FormFieldType.JidMulti when values.Any(value => value.Length > 0 && !Jid.TryParse(value, out _))
                => $"{Var} is an address",
            FormFieldType.ListSingle or FormFieldType.ListMulti when values.Any(value => Options.All(option => option.Value != value))
                => $"{Var} is one of the given options",
            _ => null,
        };
    }

    internal static FormField Read(XmlElement element)
    {
        var type = ReadType(element.Attribute("type"));
        var field = new FormField(element.Attribute("var"), type)
        {
            Label = element.Attribute("label"),
            Description = element.ChildText("desc"),
            IsRequired = element.HasChild("required"),
            Values = [.. element.ChildrenNamed("value").Select(value => value.Text)],
            Options = [.. element.ChildrenNamed("option").Select(ReadOption)],
            Extensions = [.. element.ForeignChildren()],
        };
        if (field.Var is null && type != FormFieldType.Fixed) throw Schema.BadRequest("a field needs a name");
        // §3.2. Fixed text is only shown, and often has several lines.
        if (field.Values.Count > 1 && !field.HoldsSeveral && type != FormFieldType.Fixed) throw Schema.BadRequest($"{field.Var} takes one value");
        return field;
    }

    internal void Write(XmlWriter writer)
    {
        writer.Start("field").Attribute("var", Var).Attribute("type", Type is { } type ? TypeNames[(int)type] : null).Attribute("label", Label);
        writer.OptionalText("desc", Description);
        if (IsRequired) writer.EmptyElement("required");
        foreach (var value in Values) writer.TextElement("value", null, value);
        foreach (var option in Options) writer.Start("option").Attribute("label", option.Label).TextElement("value", null, option.Value).End();
        foreach (var extension in Extensions) writer.Element(extension);
        writer.End();
    }

    private static FormFieldType? ReadType(string? text)
    {
        if (text is null) return null;
        var type = Array.IndexOf(TypeNames, text);
        // §3.3: a type that is not known is a line of text.
        return type < 0 ? FormFieldType.TextSingle : (FormFieldType)type;
    }

    private static FormOption ReadOption(XmlElement element)
    {
        var values = element.ChildrenNamed("value").Take(2).ToList();
        return values.Count == 1 ? new FormOption(values[0].Text, element.Attribute("label")) : throw Schema.BadRequest("an option has one value");
    }
}
