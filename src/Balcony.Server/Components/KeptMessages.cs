// Design decision 3 for components: an acknowledged message is in the store until it is written to the component.
using System.Globalization;
using System.Runtime.CompilerServices;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Components;

/// <summary>Messages for components that were not written yet, so that they outlive the server. Any thread.</summary>
internal sealed class KeptMessages
{
    private readonly IStorage _storage;
    private readonly IMapStore<byte[]> _store;
    private readonly TimeProvider _clock;
    private readonly long _first;
    private long _last;

    public KeptMessages(IStorage storage, TimeProvider clock)
    {
        _storage = storage;
        _store = storage.OpenMap("component-messages", BytesCodec.Instance);
        _clock = clock;
        _first = _last = clock.GetUtcNow().Ticks;
    }

    /// <summary>When a message came, by its key.</summary>
    public static DateTimeOffset TimeOf(long key) => new(key, TimeSpan.Zero);

    /// <summary>Keys grow, and say the time.</summary>
    public CommitTicket Add(BareJid component, Stanza stanza, Jid to, out long key)
    {
        long now = _clock.GetUtcNow().Ticks;
        long last, next;
        do
        {
            last = Volatile.Read(ref _last);
            next = Math.Max(last + 1, now);
        }
        while (Interlocked.CompareExchange(ref _last, next, last) != last);
        key = next;
        return _storage.Commit(new UnitOfWork().Set(_store, component, Text(key), stanza.Readdress(to, stanza.From).ToUtf8()));
    }

    /// <summary>They were written, or answered. If that is lost, they come again.</summary>
    public void Remove(BareJid component, IReadOnlyCollection<long> keys)
    {
        if (keys.Count == 0)
        {
            return;
        }
        var unit = new UnitOfWork();
        foreach (long key in keys)
        {
            unit.Remove(_store, component, Text(key));
        }
        _storage.Commit(unit);
    }

    /// <summary>Those of the server's last run, in their order.</summary>
    public async IAsyncEnumerable<ComponentItem> ListAsync(BareJid component, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var (text, xml) in _store.ListAsync(component, cancel).ConfigureAwait(false))
        {
            long key = long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
            if (key <= _first)
            {
                yield return new ComponentItem(Stanza.Read(XmlElement.Parse(xml)), null, null, key);
            }
        }
    }

    private static string Text(long key) => key.ToString("D19", CultureInfo.InvariantCulture);
}
