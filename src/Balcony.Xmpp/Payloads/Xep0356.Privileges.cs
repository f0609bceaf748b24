// XEP-0356: what a component may do in the name of accounts, and how it does it.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Requests by get, by set, or both (§4.1, §6.1).</summary>
public enum PrivilegeAccess
{
    None,
    Get,
    Set,
    Both,
}

/// <summary>Messages in the name of accounts and their host (§5.1).</summary>
public enum PrivilegedMessages
{
    None,
    Outgoing,
}

/// <summary>Presence that is not meant for the component (§7.1).</summary>
public enum PrivilegedPresence
{
    None,

    /// <summary>Of accounts.</summary>
    ManagedEntity,

    /// <summary>Of their contacts, too.</summary>
    Roster,
}

/// <summary>The privileges of a component: sent to it when it connects (§4.2, §5.2, §6.2, §7.2). Those of kind none are left out.</summary>
public sealed record Privileges : IPayload<Privileges>
{
    public const string Ns = "urn:xmpp:privilege:2";

    public static string ElementName => "privilege";

    public static string ElementNs => Ns;

    public PrivilegeAccess Roster { get; init; }

    /// <summary>Whether it is told each change of a roster.</summary>
    public bool RosterPushes { get; init; }

    public PrivilegedMessages Messages { get; init; }

    public PrivilegedPresence Presence { get; init; }

    /// <summary>By namespace.</summary>
    public IReadOnlyList<(string Namespace, PrivilegeAccess Access)> Iq { get; init; } = [];

    public static Privileges Read(XmlElement element)
    {
        var privileges = new Privileges();
        foreach (var perm in element.ChildrenNamed("perm"))
        {
            string type = perm.Attribute("type") ?? "none";
            privileges = perm.Required("access") switch
            {
                "roster" => privileges with { Roster = ReadAccess(type), RosterPushes = Schema.ReadBoolean(perm.Attribute("push")) ?? ReadAccess(type) is PrivilegeAccess.Get or PrivilegeAccess.Both },
                "message" => privileges with { Messages = type == "outgoing" ? PrivilegedMessages.Outgoing : PrivilegedMessages.None },
                "presence" => privileges with
                {
                    Presence = type switch { "managed_entity" => PrivilegedPresence.ManagedEntity, "roster" => PrivilegedPresence.Roster, _ => PrivilegedPresence.None },
                },
                "iq" => privileges with { Iq = [.. perm.ChildrenNamed("namespace").Select(one => (one.Required("ns"), ReadAccess(one.Attribute("type") ?? "none")))] },
                _ => privileges,
            };
        }
        return privileges;
    }

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns);
        if (Roster != PrivilegeAccess.None)
        {
            writer.Start("perm").Attribute("access", "roster").Attribute("type", Write(Roster)).Attribute("push", RosterPushes ? "true" : "false").End();
        }
        if (Messages != PrivilegedMessages.None)
        {
            writer.Start("perm").Attribute("access", "message").Attribute("type", "outgoing").End();
        }
        if (Iq.Count > 0)
        {
            writer.Start("perm").Attribute("access", "iq");
            foreach (var (ns, access) in Iq)
            {
                writer.Start("namespace").Attribute("ns", ns).Attribute("type", Write(access)).End();
            }
            writer.End();
        }
        if (Presence != PrivilegedPresence.None)
        {
            writer.Start("perm").Attribute("access", "presence").Attribute("type", Presence == PrivilegedPresence.Roster ? "roster" : "managed_entity").End();
        }
        writer.End();
    }

    private static PrivilegeAccess ReadAccess(string type) => type switch
    {
        "get" => PrivilegeAccess.Get,
        "set" => PrivilegeAccess.Set,
        "both" => PrivilegeAccess.Both,
        _ => PrivilegeAccess.None,
    };

    private static string Write(PrivilegeAccess access) => access switch
    {
        PrivilegeAccess.Get => "get",
        PrivilegeAccess.Set => "set",
        PrivilegeAccess.Both => "both",
        _ => "none",
    };
}

/// <summary>A message that a component sends in the name of another, or the answer to a request that it made so (§5.3, §6.3).</summary>
/// <param name="Stanza">The message, or the answer.</param>
public sealed record PrivilegedStanza(XmlElement Stanza) : IPayload<PrivilegedStanza>
{
    public static string ElementName => Privileges.ElementName;

    public static string ElementNs => Privileges.Ns;

    public static PrivilegedStanza Read(XmlElement element) => new(StanzaIn(element));

    internal static XmlElement StanzaIn(XmlElement element)
    {
        var forwarded = element.Child(Forwarded.ElementName, Forwarded.Ns) ?? throw Schema.BadRequest("nothing is forwarded");
        foreach (var child in forwarded.Children)
        {
            // COMPAT(slixmpp): it leaves the stanza in the namespace of its own stream.
            if ((child.Namespace, child.Name) is ("jabber:client" or ComponentHandshake.AcceptNs or ComponentHandshake.ConnectNs, "message" or "iq" or "presence"))
            {
                return child;
            }
        }
        throw Schema.BadRequest("nothing is forwarded");
    }

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Privileges.Ns);
        new Forwarded(Stanza).Write(writer);
        writer.End();
    }
}

/// <summary>A request that a component makes in the name of an account (§6.3). Whether the iq is one that it may make is for the server to say.</summary>
/// <param name="Stanza">The first element in it; null when there is none.</param>
public sealed record PrivilegedIq(XmlElement? Stanza) : IPayload<PrivilegedIq>
{
    public static string ElementName => "privileged_iq";

    public static string ElementNs => Privileges.Ns;

    public static PrivilegedIq Read(XmlElement element) => new(element.FirstChild);

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Privileges.Ns);
        if (Stanza is not null)
        {
            writer.Element(Stanza);
        }
        writer.End();
    }
}
