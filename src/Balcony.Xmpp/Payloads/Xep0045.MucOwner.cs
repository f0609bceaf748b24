// XEP-0045 §10: the configuration of a room, and its end.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>By get, and empty: asks for the configuration form, which the answer has. By set: a form that is submitted or cancelled (§10.1, §10.2),
/// or the end of the room (§10.9); never both.</summary>
public sealed record MucOwnerQuery(DataForm? Form = null, MucDestroy? Destroy = null)
    : IPayload<MucOwnerQuery>, IIqGet<MucOwnerQuery>, IIqSet<Empty>
{
    public const string Ns = "http://jabber.org/protocol/muc#owner";

    public static string ElementName => "query";

    public static string ElementNs => Ns;

    public static MucOwnerQuery Read(XmlElement element)
    {
        var form = element.Child(DataForm.ElementName, DataForm.Ns);
        var destroy = element.Child("destroy", Ns);
        if (form is not null && destroy is not null) throw Schema.BadRequest("a room is configured or destroyed, not both");
        return new MucOwnerQuery(form is null ? null : DataForm.Read(form), destroy is null ? null : MucDestroy.Read(destroy));
    }

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns);
        Form?.Write(writer);
        Destroy?.Write(writer);
        writer.End();
    }
}
