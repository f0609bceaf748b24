// No start tag may name an attribute twice, by expanded name (Namespaces in XML §6.3).
using System.Buffers;
using System.Numerics;
using System.Text;

namespace Balcony.Xmpp.Xml;

internal sealed partial class XmlParser
{
    // Up to this many attributes are compared pairwise; more are hashed, so that no tag costs its square.
    private const int PairwiseAttributes = 12;

    // The namespace of xmlns itself, for comparing.
    private const int DeclarationNs = -5;

    private void CheckDuplicates(ReadOnlySpan<byte> data, ReadOnlySpan<XmlAttributeEntry> attributes)
    {
        if (attributes.Length > PairwiseAttributes)
        {
            CheckManyDuplicates(data, attributes);
            return;
        }
        for (var i = 1; i < attributes.Length; i++)
        {
            ref readonly var one = ref attributes[i];
            var (length, first) = (one.LocalLength, data[one.LocalStart]);
            for (var j = 0; j < i; j++)
            {
                ref readonly var other = ref attributes[j];
                if (other.LocalLength == length && data[other.LocalStart] == first && IsSameName(data, attributes, i, j))
                    throw NotWellFormed("duplicate attribute");
            }
        }
    }

    private void CheckManyDuplicates(ReadOnlySpan<byte> data, ReadOnlySpan<XmlAttributeEntry> attributes)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * attributes.Length));
        var slots = ArrayPool<int>.Shared.Rent(size);
        slots.AsSpan(0, size).Clear();
        for (var i = 0; i < attributes.Length; i++)
        {
            var slot = Hash(data, attributes[i], i) & (size - 1);
            for (; slots[slot] != 0; slot = (slot + 1) & (size - 1))
            {
                if (IsSameName(data, attributes, i, slots[slot] - 1))
                    throw NotWellFormed("duplicate attribute");
            }
            slots[slot] = i + 1;
        }
        ArrayPool<int>.Shared.Return(slots);
    }

    // HashCode is seeded per process: nobody can choose names that collide.
    private int Hash(ReadOnlySpan<byte> data, in XmlAttributeEntry attribute, int position)
    {
        var hash = new HashCode();
        hash.AddBytes(attribute.Local(data));
        var ns = _tagNeedsNamespaces ? _attributeNs[position] : XmlNsCode.None;
        if (ns >= 0 && !_attributes[ns].IsEscaped)
            hash.AddBytes(_attributes[ns].Raw(data));
        else if (IsDeclared(ns))
            hash.AddBytes(Encoding.UTF8.GetBytes(NamespaceText(data, ns)));
        else
            hash.Add(ns);
        return hash.ToHashCode();
    }

    private bool IsSameName(ReadOnlySpan<byte> data, ReadOnlySpan<XmlAttributeEntry> attributes, int one, int other)
    {
        if (!attributes[one].Local(data).SequenceEqual(attributes[other].Local(data)))
            return false;
        if (!_tagNeedsNamespaces)
            return true;
        var (ns, otherNs) = (_attributeNs[one], _attributeNs[other]);
        // xmlns and a prefix of that name are no pair.
        if (ns == DeclarationNs && otherNs == DeclarationNs)
            return attributes[one].PrefixLength == attributes[other].PrefixLength;
        return ns == otherNs || (IsDeclared(ns) && IsDeclared(otherNs) && IsSameNamespace(data, ns, otherNs));
    }

    private bool IsSameNamespace(ReadOnlySpan<byte> data, int one, int other) =>
        one >= 0 && other >= 0 && !_attributes[one].IsEscaped && !_attributes[other].IsEscaped
            ? _attributes[one].Raw(data).SequenceEqual(_attributes[other].Raw(data))
            : NamespaceText(data, one) == NamespaceText(data, other);

    // By an attribute of the stanza or of the stream header.
    private static bool IsDeclared(int ns) => ns is >= 0 or <= XmlNsCode.HeaderPrefix;
}
