// The child elements of an element.
using System.Collections;

namespace Balcony.Xmpp.Xml;

/// <summary>The child elements, in document order; each step of the enumeration makes one small view.</summary>
public readonly struct XmlChildren : IEnumerable<XmlElement>
{
    private readonly XmlElement _parent;

    internal XmlChildren(XmlElement parent) => _parent = parent;

    /// <summary>Counts them without making views.</summary>
    public int Count => throw new NotImplementedException();

    public Enumerator GetEnumerator() => new(_parent);

    IEnumerator<XmlElement> IEnumerable<XmlElement>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator : IEnumerator<XmlElement>
    {
        private readonly XmlElement _parent;

        internal Enumerator(XmlElement parent) { _parent = parent; Current = null!; }

        public XmlElement Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => throw new NotImplementedException(_parent.Name);

        public void Reset() => throw new NotSupportedException();

        public readonly void Dispose() { }
    }
}

/// <summary>The attributes of an element in document order, namespace declarations left out.</summary>
public readonly struct XmlAttributes : IEnumerable<XmlAttribute>
{
    private readonly XmlElement _element;

    internal XmlAttributes(XmlElement element) => _element = element;

    public Enumerator GetEnumerator() => new(_element);

    IEnumerator<XmlAttribute> IEnumerable<XmlAttribute>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator : IEnumerator<XmlAttribute>
    {
        private readonly XmlElement _element;

        internal Enumerator(XmlElement element) { _element = element; Current = default; }

        public XmlAttribute Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => throw new NotImplementedException(_element.Name);

        public void Reset() => throw new NotSupportedException();

        public readonly void Dispose() { }
    }
}
