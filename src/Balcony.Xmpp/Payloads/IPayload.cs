// What every payload type is: an element name, a way to read it and a way to write it.
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>Something that can be written as an element.</summary>
public interface IPayload
{
    /// <summary>Writes the whole element, its namespace declared where the surroundings differ.</summary>
    void Write(XmlWriter writer);
}

/// <summary>A child of a stanza with its own namespace, as a type.</summary>
public interface IPayload<TSelf> : IPayload
    where TSelf : IPayload<TSelf>
{
    static abstract string ElementName { get; }

    static abstract string ElementNs { get; }

    /// <summary>Reads the element. Unknown attributes and children are accepted.</summary>
    /// <exception cref="Stanzas.StanzaException"><c>bad-request</c> (or what the specification names) where the schema is not met.</exception>
    static abstract TSelf Read(XmlElement element);
}

/// <summary>A request by iq get that is answered by <typeparamref name="TResult"/>.</summary>
public interface IIqGet<TResult> : IPayload;

/// <summary>A request by iq set that is answered by <typeparamref name="TResult"/>.</summary>
public interface IIqSet<TResult> : IPayload;

/// <summary>The answer of a request whose result carries no payload.</summary>
public sealed record Empty
{
    public static Empty Value { get; } = new();
}
