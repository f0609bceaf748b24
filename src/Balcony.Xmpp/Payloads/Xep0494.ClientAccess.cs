// XEP-0494: which clients have access to an account.
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Asks for the clients (§3.1).</summary>
public sealed record ClientListQuery : IPayload<ClientListQuery>, IIqGet<ClientList>
{
    public static string ElementName => "list";

    public static string ElementNs => ClientList.Ns;

    public static ClientListQuery Read(XmlElement element) => new();

    public void Write(XmlWriter writer) => writer.EmptyElement(ElementName, ClientList.Ns);
}

/// <summary>The clients (§3.1).</summary>
public sealed record ClientList(IReadOnlyList<ClientEntry> Clients) : IPayload<ClientList>
{
    public const string Ns = "urn:xmpp:cam:0";

    public static string ElementName => "clients";

    public static string ElementNs => Ns;

    public static ClientList Read(XmlElement element) => new([.. element.ChildrenNamed("client").Select(ClientEntry.Read)]);

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns);
        foreach (var client in Clients) client.Write(writer);
        writer.End();
    }
}

/// <summary>How a client has proved that it may (§3.1).</summary>
[Flags]
public enum ClientAuth
{
    None = 0,
    Password = 1,
    Grant = 2,
    Fast = 4,
}

/// <summary>One client (§3.1).</summary>
/// <param name="Id">What it is revoked by.</param>
/// <param name="IsConnected">It has a session, or one that it may come back to.</param>
/// <param name="Auth">What it has proved, or may prove again.</param>
public sealed record ClientEntry(string Id, bool IsConnected, ClientAuth Auth)
{
    /// <summary>It has or had a session; otherwise it only has access.</summary>
    public bool IsSession { get; init; } = true;

    public DateTimeOffset? FirstSeen { get; init; }

    public DateTimeOffset? LastSeen { get; init; }

    /// <summary><c>unrestricted</c>, <c>normal</c> or <c>restricted</c>.</summary>
    public string Permission { get; init; } = "unrestricted";

    public string? Software { get; init; }

    public string? Uri { get; init; }

    public string? Device { get; init; }

    internal static ClientEntry Read(XmlElement element)
    {
        var auth = element.Child("auth", ClientList.Ns) ?? throw Schema.BadRequest("no <auth/>");
        var agent = element.Child("user-agent", ClientList.Ns);
        return new ClientEntry(
            element.Required("id"), Schema.ReadBoolean(element.Attribute("connected")) ?? false,
            (auth.HasChild("password") ? ClientAuth.Password : 0) | (auth.HasChild("grant") ? ClientAuth.Grant : 0) | (auth.HasChild("fast") ? ClientAuth.Fast : 0))
        {
            IsSession = element.Attribute("type") != "access",
            FirstSeen = ReadTime(element, "first-seen"),
            LastSeen = ReadTime(element, "last-seen"),
            Permission = (element.Child("permission", ClientList.Ns) ?? throw Schema.BadRequest("no <permission/>")).Required("status"),
            Software = agent?.ChildText("software"),
            Uri = agent?.ChildText("uri"),
            Device = agent?.ChildText("device"),
        };
    }

    internal void Write(XmlWriter writer)
    {
        writer.Start("client").Attribute("connected", IsConnected ? "true" : "false").Attribute("id", Id).Attribute("type", IsSession ? "session" : "access");
        writer.OptionalText("first-seen", WriteTime(FirstSeen)).OptionalText("last-seen", WriteTime(LastSeen));
        writer.Start("auth");
        if (Auth.HasFlag(ClientAuth.Password)) writer.EmptyElement("password");
        if (Auth.HasFlag(ClientAuth.Grant)) writer.EmptyElement("grant");
        if (Auth.HasFlag(ClientAuth.Fast)) writer.EmptyElement("fast");
        writer.End();
        writer.Start("permission").Attribute("status", Permission).End();
        if ((Software ?? Uri ?? Device) is not null)
            writer.Start("user-agent").OptionalText("software", Software).OptionalText("uri", Uri).OptionalText("device", Device).End();
        writer.End();
    }

    private static DateTimeOffset? ReadTime(XmlElement element, string name) =>
        element.ChildText(name) is not { } text ? null : XmppDateTime.TryParse(text, out var time) ? time : throw Schema.BadRequest($"<{name}/> is no time");

    private static string? WriteTime(DateTimeOffset? time) => time is { } known ? XmppDateTime.Format(known) : null;
}

/// <summary>Takes a client's access away (§3.2).</summary>
public sealed record RevokeClient(string Id) : IPayload<RevokeClient>, IIqSet<Empty>
{
    public static string ElementName => "revoke";

    public static string ElementNs => ClientList.Ns;

    /// <summary>The error for a client that knows the password (§3.2).</summary>
    public static StanzaError PasswordResetRequired { get; } =
        StanzaError.ServiceUnavailable.With(XmlElement.Build(writer => writer.EmptyElement("password-reset-required", ClientList.Ns)));

    public static RevokeClient Read(XmlElement element) => new(element.Required("id"));

    public void Write(XmlWriter writer) => writer.Start(ElementName, ClientList.Ns).Attribute("id", Id).End();
}
