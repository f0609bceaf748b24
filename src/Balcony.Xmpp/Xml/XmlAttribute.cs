// One attribute of an element.
namespace Balcony.Xmpp.Xml;

/// <summary>An attribute; namespace declarations are not among them.</summary>
/// <param name="Name">Local name.</param>
/// <param name="Namespace">Empty for the common attribute without prefix.</param>
/// <param name="Value">Unescaped.</param>
public readonly record struct XmlAttribute(string Name, string Namespace, string Value);
