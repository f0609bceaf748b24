// XEP-0077: making, changing and removing an account in band.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>The stream feature: accounts can be made before logging in (§8).</summary>
public sealed record RegisterFeature : IPayload<RegisterFeature>
{
    public static string ElementName => "register";

    public static string ElementNs => "http://jabber.org/features/iq-register";

    public static RegisterFeature Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, ElementNs);
}

/// <summary>Asks what is needed to register, or what is registered (§3.1.1).</summary>
public sealed record RegisterQuery : IPayload<RegisterQuery>, IIqGet<Registration>
{
    public static string ElementName => Registration.ElementName;

    public static string ElementNs => Registration.Ns;

    public static RegisterQuery Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, Registration.Ns);
}

/// <summary>The answer to <see cref="RegisterQuery"/>.</summary>
/// <param name="IsRegistered">The one who asks has an account: the fields hold what is known.</param>
/// <param name="Instructions">For people.</param>
public sealed record Registration(bool IsRegistered = false, string? Instructions = null) : IPayload<Registration>
{
    public const string Ns = "jabber:iq:register";

    // The fields of §14.1, in the schema's order.
    internal static readonly string[] FieldNames =
    [
        "username", "nick", "password", "name", "first", "last", "email", "address", "city", "state", "zip", "phone", "url", "date", "misc",
        "text", "key",
    ];

    public static string ElementName => "query";

    public static string ElementNs => Ns;

    /// <summary>Fields that are wanted, with what is known of them ("" when nothing is), in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>The same question as a form; it takes precedence (§4).</summary>
    public DataForm? Form { get; init; }

    /// <summary>What else the service sends, such as where to register instead (XEP-0066), kept as it is.</summary>
    public IReadOnlyList<XmlElement> Extensions { get; init; } = [];

    public static Registration Read(XmlElement element) => new(element.HasChild("registered"), element.ChildText("instructions"))
    {
        Fields = ReadFields(element),
        Form = ReadForm(element),
        Extensions = [.. element.ForeignChildren().Where(child => !child.Is(DataForm.ElementName, DataForm.Ns))],
    };

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns);
        if (IsRegistered) writer.EmptyElement("registered");
        writer.OptionalText("instructions", Instructions);
        foreach (var (name, value) in Fields) writer.TextElement(name, null, value);
        Form?.Write(writer);
        foreach (var extension in Extensions) writer.Element(extension);
        writer.End();
    }

    internal static IReadOnlyList<KeyValuePair<string, string>> ReadFields(XmlElement element) =>
    [
        .. element.Children.Where(child => child.Namespace == Ns && FieldNames.Contains(child.Name))
            .Select(child => KeyValuePair.Create(child.Name, child.Text)),
    ];

    internal static DataForm? ReadForm(XmlElement element) =>
        element.Child(DataForm.ElementName, DataForm.Ns) is { } form ? DataForm.Read(form) : null;
}

/// <summary>Registers, changes the registration or the password, or removes the account (§3).</summary>
public sealed record Register : IPayload<Register>, IIqSet<Empty>
{
    public static string ElementName => Registration.ElementName;

    public static string ElementNs => Registration.Ns;

    /// <summary>§3.2: removes the account; then there is nothing else.</summary>
    public bool IsRemoval { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>Takes precedence over <see cref="Fields"/> (§4).</summary>
    public DataForm? Form { get; init; }

    /// <summary>What else was sent, kept as it is.</summary>
    public IReadOnlyList<XmlElement> Extensions { get; init; } = [];

    public string? Username => Field("username");

    public string? Password => Field("password");

    /// <summary>Registers an account, or changes the password of the account that asks.</summary>
    public static Register Account(string username, string password) =>
        new() { Fields = [KeyValuePair.Create("username", username), KeyValuePair.Create("password", password)] };

    /// <summary>The value of a field, from the form when there is one; null when it is missing.</summary>
    public string? Field(string name) =>
        Form is not null ? Form.Value(name) : Fields.Where(field => field.Key == name).Select(field => field.Value).FirstOrDefault();

    /// <exception cref="Stanzas.StanzaException"><c>bad-request</c> for a removal with anything beside it (§3.2), and for a form that is
    /// no submission or of another kind.</exception>
    public static Register Read(XmlElement element)
    {
        var isRemoval = element.HasChild("remove");
        if (isRemoval && element.Children.Count > 1) throw Schema.BadRequest("a removal stands alone");
        var form = Registration.ReadForm(element);
        // §4: a cancelled form asks for nothing, which no set does. A form without its kind is taken for one of this namespace.
        if (form is not null && (form.Type != DataFormType.Submit || form.FormType?.StartsWith(Registration.Ns, StringComparison.Ordinal) == false))
            throw Schema.BadRequest("the form is not a submitted registration");
        return new Register
        {
            IsRemoval = isRemoval,
            Fields = Registration.ReadFields(element),
            Form = form,
            Extensions = [.. element.ForeignChildren().Where(child => !child.Is(DataForm.ElementName, DataForm.Ns))],
        };
    }

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Registration.Ns);
        if (IsRemoval) writer.EmptyElement("remove");
        foreach (var (name, value) in Fields) writer.TextElement(name, null, value);
        Form?.Write(writer);
        foreach (var extension in Extensions) writer.Element(extension);
        writer.End();
    }
}
