// XEP-0045 §7.10: registering with a room, which has a form of its own in the element of XEP-0077.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Registers with a room by its form, or ends that.</summary>
/// <param name="Form">Submitted; of the kind <see cref="MucForms.Register"/>. Null: there is none.</param>
/// <param name="IsRemoval">Ends the registration.</param>
public sealed record MucRegister(DataForm? Form, bool IsRemoval = false) : IPayload<MucRegister>, IIqSet<Empty>
{
    public static string ElementName => Registration.ElementName;

    public static string ElementNs => Registration.Ns;

    public static MucRegister Read(XmlElement element) => new(Registration.ReadForm(element), element.HasChild("remove"));

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Registration.Ns);
        if (IsRemoval) writer.EmptyElement("remove");
        Form?.Write(writer);
        writer.End();
    }
}
