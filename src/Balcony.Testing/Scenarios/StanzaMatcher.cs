// Says whether what arrived is what the script expects; the rules are in tests/scenarios/README.md.
#pragma warning disable RS0030 // The rig judges our XML with a parser that is not ours.
using System.Xml.Linq;

namespace Balcony.Testing.Scenarios;

/// <summary>Scansion's rules with two of ours: a stanza's type always counts, and order counts only where asked.</summary>
internal sealed class StanzaMatcher(IDictionary<string, string> captures)
{
    public const string Any = "{scansion:any}";

    public const string None = "{scansion:none}";

    public static readonly XNamespace Scansion = "urn:scansion";

    private static readonly string[] ContentNamespaces = ["jabber:client", "jabber:server", "jabber:component:accept", "http://etherx.jabber.org/streams"];

    /// <summary>Null if it matches, otherwise the first difference. Captures are kept only from a match.</summary>
    public string? Compare(XElement expected, XElement got)
    {
        var found = new Dictionary<string, string>();
        var difference = CompareElement(expected, got, found);
        if (difference is null)
        {
            foreach (var (name, value) in found) captures[name] = value;
        }
        return difference;
    }

    private static string? CompareElement(XElement expected, XElement got, Dictionary<string, string> found)
    {
        if (expected.Name != got.Name) return $"<{got.Name.LocalName}/> in '{got.Name.NamespaceName}' instead of <{expected.Name.LocalName}/> in '{expected.Name.NamespaceName}'";
        var strict = (bool?)expected.Attribute(Scansion + "strict") ?? !ContentNamespaces.Contains(expected.Name.NamespaceName);
        return CompareAttributes(expected, got, strict, found)
            ?? CompareText(expected, got, strict, found)
            ?? CompareChildren(expected, got, strict, found);
    }

    private static string? CompareAttributes(XElement expected, XElement got, bool strict, Dictionary<string, string> found)
    {
        foreach (var attribute in Compared(expected))
        {
            var value = got.Attribute(attribute.Name)?.Value;
            if (attribute.Value == None ? value is null : value is not null && ValueFits(attribute.Value, value, found)) continue;
            return $"attribute {attribute.Name.LocalName} of <{expected.Name.LocalName}/> is {(value is null ? "missing" : $"'{value}'")} instead of '{attribute.Value}'";
        }
        if (strict && Compared(got).FirstOrDefault(a => expected.Attribute(a.Name) is null) is { } extra)
            return $"<{expected.Name.LocalName}/> has another attribute, {extra.Name.LocalName}='{extra.Value}'";
        // A presence without type is not one of type unavailable, whatever else is left open.
        if (IsStanza(expected) && expected.Attribute("type") is null && got.Attribute("type") is { } type)
            return $"<{expected.Name.LocalName}/> has type '{type.Value}' instead of none";
        return null;
    }

    private static string? CompareText(XElement expected, XElement got, bool strict, Dictionary<string, string> found)
    {
        var (wanted, text) = (OwnText(expected), OwnText(got));
        if (wanted.Length == 0 && !strict) return null;
        return ValueFits(wanted, text, found) ? null : $"the text of <{expected.Name.LocalName}/> is '{text}' instead of '{wanted}'";
    }

    private static string? CompareChildren(XElement expected, XElement got, bool strict, Dictionary<string, string> found)
    {
        var left = got.Elements().ToList();
        var ordered = (bool?)expected.Attribute(Scansion + "ordered") ?? false;
        string? difference = null;
        foreach (var child in expected.Elements())
        {
            if ((bool?)child.Attribute(Scansion + "absent") == true)
            {
                if (got.Elements(child.Name).Any(one => CompareElement(child, one, []) is null)) return $"<{expected.Name.LocalName}/> has a <{child.Name.LocalName}/> that it must not have";
                continue;
            }
            var match = -1;
            for (var i = 0; i < left.Count && match < 0; i++)
            {
                var inner = CompareElement(child, left[i], found);
                if (inner is null) match = i;
                else if (left[i].Name == child.Name) difference ??= inner;
                if (ordered && strict) break;
            }
            if (match < 0) return difference ?? $"<{expected.Name.LocalName}/> has no matching <{child.Name.LocalName}/>";
            left.RemoveRange(ordered && !strict ? 0 : match, ordered && !strict ? match + 1 : 1);
            difference = null;
        }
        return strict && left.Count > 0 ? $"<{expected.Name.LocalName}/> has another child, <{left[0].Name.LocalName}/>" : null;
    }

    // {scansion:any} and {capture:name} are whole values.
    private static bool ValueFits(string wanted, string value, Dictionary<string, string> found)
    {
        if (wanted == Any) return true;
        if (wanted.StartsWith("{scansion:not ", StringComparison.Ordinal)) return wanted[14..^1] != value;
        if (!wanted.StartsWith("{capture:", StringComparison.Ordinal) || !wanted.EndsWith('}')) return wanted == value;
        found[wanted[9..^1]] = value;
        return true;
    }

    private static IEnumerable<XAttribute> Compared(XElement element) =>
        element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.Namespace != Scansion);

    private static bool IsStanza(XElement element) =>
        ContentNamespaces.Contains(element.Name.NamespaceName) && element.Name.LocalName is "message" or "presence" or "iq";

    // Indentation around child elements is no text.
    private static string OwnText(XElement element)
    {
        var text = string.Concat(element.Nodes().OfType<XText>().Select(node => node.Value));
        return element.HasElements || element.Attribute(Scansion + "trim") is not null ? text.Trim() : text;
    }
}
