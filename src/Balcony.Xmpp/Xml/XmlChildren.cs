// The child elements of an element.
using System.Collections;

namespace Balcony.Xmpp.Xml;

/// <summary>The child elements, in document order; each step of the enumeration makes one small view.</summary>
public readonly struct XmlChildren : IEnumerable<XmlElement>
{
    private readonly XmlElement _parent;

    internal XmlChildren(XmlElement parent) => _parent = parent;

    /// <summary>Counts them without making views.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            for (var node = _parent.NextChild(-1); node >= 0; node = _parent.NextChild(node))
                count++;
            return count;
        }
    }

    public Enumerator GetEnumerator() => new(_parent);

    IEnumerator<XmlElement> IEnumerable<XmlElement>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator : IEnumerator<XmlElement>
    {
        private readonly XmlElement _parent;

        private int _node = -1;
        private bool _isDone;

        internal Enumerator(XmlElement parent)
        {
            _parent = parent;
            Current = null!;
        }

        public XmlElement Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_isDone)
                return false;
            _node = _parent.NextChild(_node);
            _isDone = _node < 0;
            if (!_isDone)
                Current = _parent.At(_node);
            return !_isDone;
        }

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

        private int _position = -1;
        private XmlAttribute _current;

        internal Enumerator(XmlElement element) => _element = element;

        public readonly XmlAttribute Current => _current;

        readonly object IEnumerator.Current => _current;

        public bool MoveNext() => _element.NextAttribute(ref _position, out _current);

        public void Reset() => throw new NotSupportedException();

        public readonly void Dispose() { }
    }
}
