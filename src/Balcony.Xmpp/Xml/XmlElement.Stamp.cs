// Routing's copy of a stanza: its bytes, with the declared edits to its root (design decision 2).
using System.Buffers;

namespace Balcony.Xmpp.Xml;

public sealed partial class XmlElement
{
    /// <summary>Copies the bytes of a stanza with the edits of <paramref name="stamp"/>, for a stream whose content namespace takes the place of the stanza's.</summary>
    /// <remarks>Only for a whole stanza (an element with a parent is copied by <see cref="XmlWriter.Element"/>).</remarks>
    public void WriteTo(IBufferWriter<byte> output, in RootStamp stamp)
    {
        if (_node != 0)
            throw new InvalidOperationException("only a whole stanza can be stamped");
        var index = Index;
        // " from='' to='' id='' xml:lang='' xmlns=''" and a longer form of the end tag.
        var most = _length + stamp.From.Value.Length + stamp.To.Value.Length + stamp.Id.Value.Length + stamp.DefaultLang.Length
            + stamp.Xmlns.Length + stamp.Append.Length + stamp.Stamp.Length + index.Nodes[0].NameLength + 64;
        var copy = new Copy(output.GetSpan(most), index.Text);
        WriteStartTag(ref copy, index, stamp);
        WriteContent(ref copy, index, stamp);
        output.Advance(copy.Written);
    }

    private static void WriteStartTag(ref Copy copy, XmlIndex index, in RootStamp stamp)
    {
        ref readonly var root = ref index.Nodes[0];
        copy.Through(1 + root.NameLength);
        if (!stamp.Xmlns.IsEmpty && root.Ns == XmlNsCode.Content)
            copy.Attribute("xmlns"u8, stamp.Xmlns);
        if (stamp.From.IsSet)
            copy.Attribute("from"u8, stamp.From.Value);
        if (stamp.To.IsSet)
            copy.Attribute("to"u8, stamp.To.Value);
        if (stamp.Id.IsSet)
            copy.Attribute("id"u8, stamp.Id.Value);
        var hasLang = false;
        foreach (ref readonly var attribute in index.AttributesOf(0))
        {
            var name = attribute.FullName(index.Text);
            if (IsEdited(name, stamp))
                copy.Without(attribute.Name, attribute.End);
            hasLang |= name.SequenceEqual("xml:lang"u8);
        }
        if (!hasLang && !stamp.DefaultLang.IsEmpty)
        {
            copy.Through(root.Content - (root.IsSelfClosing ? 2 : 1));
            copy.Attribute("xml:lang"u8, stamp.DefaultLang);
        }
    }

    private static bool IsEdited(ReadOnlySpan<byte> name, in RootStamp stamp) => name.Length switch
    {
        2 when name.SequenceEqual("to"u8) => stamp.To.IsSet || stamp.To.IsRemoved,
        2 when name.SequenceEqual("id"u8) => stamp.Id.IsSet || stamp.Id.IsRemoved,
        4 when name.SequenceEqual("from"u8) => stamp.From.IsSet || stamp.From.IsRemoved,
        _ => false,
    };

    private static void WriteContent(ref Copy copy, XmlIndex index, in RootStamp stamp)
    {
        ref readonly var root = ref index.Nodes[0];
        if (!stamp.Without.IsEmpty)
        {
            var left = stamp.Without;
            for (int node = 1, child = 0; node < root.Next && !left.IsEmpty; node = index.Nodes[node].Next, child++)
            {
                if (child != left[0])
                    continue;
                copy.WithoutElement(index.Nodes[node].Start, index.Nodes[node].End);
                left = left[1..];
            }
        }
        if (stamp.Append.IsEmpty && stamp.Stamp.IsEmpty)
        {
            copy.Through(root.End);
            return;
        }
        if (!root.IsSelfClosing)
        {
            copy.Through(root.ContentEnd(index.Text));
            copy.Put(stamp.Append);
            copy.Put(stamp.Stamp);
            copy.Through(root.End);
            return;
        }
        copy.Through(root.End - 2);
        copy.Put(">"u8);
        copy.Put(stamp.Append);
        copy.Put(stamp.Stamp);
        copy.Put("</"u8);
        copy.Put(index.Text.Slice(1, root.NameLength));
        copy.Put(">"u8);
    }

    /// <summary>Moves along the source, copying up to where an edit is.</summary>
    private ref struct Copy(Span<byte> target, ReadOnlySpan<byte> source)
    {
        private readonly Span<byte> _target = target;
        private readonly ReadOnlySpan<byte> _source = source;
        private int _from;

        public int Written { get; private set; }

        public void Through(int end)
        {
            Put(_source[_from..end]);
            _from = end;
        }

        public void Put(scoped ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(_target[Written..]);
            Written += bytes.Length;
        }

        public void Attribute(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value)
        {
            Put(" "u8);
            Put(name);
            Put("='"u8);
            Put(value);
            Put("'"u8);
        }

        /// <summary>Leaves an attribute out with the space before it.</summary>
        public void Without(int start, int end)
        {
            while (XmlChars.IsSpace(_source[start - 1]))
                start--;
            WithoutElement(start, end);
        }

        public void WithoutElement(int start, int end)
        {
            Through(start);
            _from = end;
        }
    }
}
