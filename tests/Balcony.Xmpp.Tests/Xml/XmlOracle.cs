// What System.Xml makes of a document: the reference for ours.
using System.Text;
using System.Xml;
using System.Xml.Linq;
using XmlElement = Balcony.Xmpp.Xml.XmlElement;

namespace Balcony.Xmpp.Tests.Xml;

internal static class XmlOracle
{
    /// <summary>The document's content; null when System.Xml refuses it or it holds what XMPP forbids (RFC 6120 §11.1).</summary>
    public static XElement? Read(byte[] xml)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
            var isRestricted = document.Declaration is not null || document.DescendantNodes().Any(n => n is XComment or XProcessingInstruction);
            return isRestricted ? null : document.Root;
        }
        catch (XmlException)
        {
            return null;
        }
        catch (ArgumentException) // LINQ to XML on "xmlns:p=''" and the like
        {
            return null;
        }
    }

    /// <summary>Everything that matters of an element, prefixes and quoting left out.</summary>
    public static string Dump(XElement element)
    {
        var dump = new StringBuilder().Append('<').Append(element.Name);
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => $" {a.Name}='{a.Value}'").Order(StringComparer.Ordinal))
            dump.Append(attribute);
        dump.Append('>');
        foreach (var node in element.Nodes())
            dump.Append(node is XElement child ? Dump(child) : ((XText)node).Value);
        return dump.Append("</>").ToString();
    }

    /// <summary>As <see cref="Dump(XElement)"/> with the own text before the children, as our elements give it.</summary>
    public static string DumpSorted(XElement element)
    {
        var text = string.Concat(element.Nodes().OfType<XText>().Select(t => t.Value));
        var attributes = element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => $" {{{a.Name.NamespaceName}}}{a.Name.LocalName}='{a.Value}'");
        return $"<{{{element.Name.NamespaceName}}}{element.Name.LocalName}{string.Concat(attributes.Order(StringComparer.Ordinal))}>{text}"
            + $"{string.Concat(element.Elements().Select(DumpSorted))}</>";
    }

    public static string DumpSorted(XmlElement element)
    {
        var attributes = element.Attributes.Select(a => $" {{{a.Namespace}}}{a.Name}='{a.Value}'");
        return $"<{{{element.Namespace}}}{element.Name}{string.Concat(attributes.Order(StringComparer.Ordinal))}>{element.Text}"
            + $"{string.Concat(element.Children.Select(DumpSorted))}</>";
    }

    public static XElement ReadInContext(string xml, string contentNs) =>
        Read(Encoding.UTF8.GetBytes($"<w xmlns='{contentNs}'>{xml}</w>"))!.Elements().Single();
}
