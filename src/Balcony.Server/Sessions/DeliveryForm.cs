// How a delivered stanza is written when it is not the stanza itself.
using System.Collections.Concurrent;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Sessions;

/// <summary>
/// Writes a stanza wrapped, so that many sessions share its bytes. Make one per form, in a static readonly field of the module that owns it: sessions that
/// survive a restart find it by its name.
/// </summary>
public abstract class DeliveryForm
{
    private static readonly ConcurrentDictionary<string, DeliveryForm> Known = new(StringComparer.Ordinal);

    /// <param name="name">Lasting, unique.</param>
    protected DeliveryForm(string name)
    {
        Name = name;
        Known[name] = this;
    }

    public string Name { get; }

    /// <summary>Writes one whole stanza. Any thread.</summary>
    /// <param name="writer">Where to; in the content namespace <c>jabber:client</c>.</param>
    /// <param name="stanza">What was sent or received.</param>
    /// <param name="session">Whom it is written for.</param>
    /// <param name="stanzaId">The account's XEP-0359 id of the stanza; null when it is not kept.</param>
    /// <param name="came">When it came, if it is written late; null: just now.</param>
    public abstract void Write(XmlWriter writer, Stanza stanza, Session session, string? stanzaId, DateTimeOffset? came);

    internal static DeliveryForm? Find(string? name) => name is null ? null : Known.GetValueOrDefault(name);
}

/// <summary>What an inactive or absent client is to get now, later or never (XEP-0352 §5).</summary>
public enum Urgency
{
    /// <summary>Written at once, and everything that was held before it.</summary>
    Now,

    /// <summary>Waits for something urgent, for the client to be active, or for the queue to be full; of one sender's presence only the last is kept.</summary>
    Hold,

    /// <summary>Of the moment only: nobody misses it later.</summary>
    Drop,
}
