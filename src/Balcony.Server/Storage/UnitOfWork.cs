// Changes that become durable together or not at all.
using System.Buffers;
using System.Globalization;
using System.Text;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Storage;

/// <summary>
/// A list of changes across stores, owners and the ledger, applied in this order. Values are encoded when they are added, so that the caller may change
/// them afterwards. One thread at a time; committed once.
/// </summary>
public sealed class UnitOfWork
{
    /// <summary>Most UTF-8 bytes of a key, an identifier or a session: a full JID fits.</summary>
    public const int MaxKeyBytes = 3071;

    private StoreOperation[] _operations = new StoreOperation[2];
    private int _count;
    private bool _isCommitted;

    public bool IsEmpty => _count == 0;

    internal ReadOnlySpan<StoreOperation> Operations => _operations.AsSpan(0, _count);

    /// <summary>Bytes of values and stanzas, for the writer's bound.</summary>
    internal int Bytes { get; private set; }

    public UnitOfWork Set<T>(IValueStore<T> store, BareJid owner, T value)
    {
        var typed = (ValueStore<T>)store;
        var bytes = Encode(typed.Codec, value);
        return Add(new(StoreOperationKind.Put, typed.Definition, owner, "", bytes), bytes.Length);
    }

    public UnitOfWork Remove<T>(IValueStore<T> store, BareJid owner) =>
        Add(new(StoreOperationKind.Remove, ((ValueStore<T>)store).Definition, owner, ""));

    /// <exception cref="ArgumentException">The key, or a term of an index, is too long or is not Unicode text.</exception>
    public UnitOfWork Set<T>(IMapStore<T> store, BareJid owner, string key, T value)
    {
        var typed = (MapStore<T>)store;
        var bytes = Encode(typed.Codec, value);
        return Add(new(StoreOperationKind.Put, typed.Definition, owner, Checked(key), bytes, Details: typed.TermsOf(key, value)), bytes.Length);
    }

    public UnitOfWork Remove<T>(IMapStore<T> store, BareJid owner, string key) =>
        Add(new(StoreOperationKind.Remove, ((MapStore<T>)store).Definition, owner, Checked(key)));

    /// <summary>Removes all that the owner has in this store.</summary>
    public UnitOfWork RemoveAll<T>(IMapStore<T> store, BareJid owner) =>
        Add(new(StoreOperationKind.RemoveAll, ((MapStore<T>)store).Definition, owner));

    /// <param name="id">Null: made from the position.</param>
    /// <param name="value">Must not change until the ticket completes.</param>
    public UnitOfWork Append(IArchive archive, BareJid owner, DateTimeOffset time, ReadOnlyMemory<byte> value, Jid? peer = null, string? id = null) =>
        Add(
            new(
                StoreOperationKind.Append, ((Archive)archive).Definition, owner,
                Details: new ArchiveAppend(id is null ? null : Checked(id), time, peer, value)),
            value.Length);

    public UnitOfWork Remove(IArchive archive, BareJid owner, string id) =>
        Add(new(StoreOperationKind.RemoveArchived, ((Archive)archive).Definition, owner, Checked(id)));

    /// <summary>Removes all that the owner has in this archive.</summary>
    public UnitOfWork RemoveAll(IArchive archive, BareJid owner) =>
        Add(new(StoreOperationKind.RemoveAll, ((Archive)archive).Definition, owner));

    public UnitOfWork Trim(IArchive archive, BareJid owner, Retention retention) =>
        Add(new(StoreOperationKind.TrimArchive, ((Archive)archive).Definition, owner, Details: retention));

    /// <summary>
    /// A stanza from before this ledger: it stands in front of all that the ledger took itself. The caller sees to it that each owner's times do not go back,
    /// neither among what is imported nor to the first that is not: what is asked by time is found by halves.
    /// </summary>
    /// <param name="record">Its time stays as it is.</param>
    /// <param name="id">From <see cref="IStorage.ReserveImported"/>; each once.</param>
    public UnitOfWork Import(LedgerRecord record, long id)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(id, 0);
        record.Id = id;
        return Add(new(StoreOperationKind.LedgerImport, Details: record), record.Stanza.Length);
    }

    /// <exception cref="ArgumentException">No owner, too many, or one twice.</exception>
    public UnitOfWork Append(LedgerRecord record)
    {
        var owners = record.OwnerArray;
        if (owners.Length is 0 or > byte.MaxValue) throw new ArgumentException("a record has 1 to 255 owners", nameof(record));
        for (var i = 1; i < owners.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (owners[i].Owner.Equals(owners[j].Owner)) throw new ArgumentException("an owner is there twice", nameof(record));
            }
        }
        return Add(new(StoreOperationKind.LedgerAppend, Details: record), record.Stanza.Length);
    }

    /// <summary>The owner gives up the entry; with its last owner the stanza goes. Nothing happens when the owner does not have it.</summary>
    public UnitOfWork RemoveEntry(BareJid owner, long id) => Add(new(StoreOperationKind.LedgerRemove, Owner: owner, Number: id));

    /// <summary>The entry keeps its place, its time and its owners, and says something else; what it said is in no store and no index any more. Nothing happens
    /// when the owner does not have it.</summary>
    /// <param name="owner">Who has it; all who own the stanza see the new one.</param>
    /// <param name="id">Which entry.</param>
    /// <param name="stanza">UTF-8; must not change until the ticket completes.</param>
    public UnitOfWork ReplaceEntry(BareJid owner, long id, byte[] stanza) =>
        Add(new(StoreOperationKind.LedgerReplace, Owner: owner, Value: stanza, Number: id), stanza.Length);

    /// <param name="owner">Whose entries go.</param>
    /// <param name="retention">What may stay.</param>
    /// <param name="upTo">Later ones stay in any case.</param>
    /// <param name="limit">So many of the oldest go at most.</param>
    public UnitOfWork TrimLedger(BareJid owner, Retention retention, long upTo = long.MaxValue, int limit = int.MaxValue) =>
        Add(new(StoreOperationKind.LedgerTrim, Owner: owner, Details: new LedgerTrim(retention, upTo, limit)));

    /// <summary>XEP-0198 §4: what is true of this session once the unit is durable.</summary>
    /// <param name="inbound">Stanzas of its client that are handled. What was said of more of them is not taken back.</param>
    /// <param name="delivered">The highest ledger identifier that its client acknowledged; null: as before.</param>
    public UnitOfWork SetSession(BareJid owner, string session, uint inbound, long? delivered = null) =>
        Add(new(StoreOperationKind.SetSession, Owner: owner, Key: Checked(session), Number: inbound, Delivered: delivered ?? StoreOperation.AsBefore));

    /// <summary>The session is as young as if it had been set now.</summary>
    public UnitOfWork TouchSession(string session) => Add(new(StoreOperationKind.TouchSession, Key: Checked(session)));

    /// <summary>The session cannot be resumed any more.</summary>
    public UnitOfWork EndSession(string session) => Add(new(StoreOperationKind.EndSession, Key: Checked(session)));

    /// <summary>Removes all that the owner has in all stores and in the ledger, at once: <see cref="IStorage.EraseOwnerAsync"/> is for those who have much.</summary>
    public UnitOfWork EraseOwner(BareJid owner) => Add(new(StoreOperationKind.EraseOwner, Owner: owner));

    /// <summary>Gives out identifiers, and times that never go back. Called in commit order, by one thread at a time.</summary>
    internal void Seal(ref long lastId, ref DateTimeOffset lastTime)
    {
        if (_isCommitted) throw new InvalidOperationException("a unit of work is committed once");
        _isCommitted = true;
        foreach (ref readonly var operation in Operations)
        {
            switch (operation.Details)
            {
                case LedgerRecord { Id: < 0 }:
                    break;
                case LedgerRecord record:
                    record.Id = ++lastId;
                    if (record.Time < lastTime) record.Time = lastTime;
                    else lastTime = record.Time;
                    break;
                case ArchiveAppend append:
                    append.Position = ++lastId;
                    append.Id ??= append.Position.ToString(CultureInfo.InvariantCulture);
                    break;
            }
        }
    }

    internal static string Checked(string key)
    {
        // PostgreSQL has no U+0000 in text, and a lone surrogate would come back as another key.
        if (key.Contains('\0', StringComparison.Ordinal)) throw new ArgumentException("U+0000 in a key", nameof(key));
        if (key.Length > MaxKeyBytes) throw new ArgumentException("a key is too long", nameof(key));
        try
        {
            if (StrictUtf8.GetByteCount(key) > MaxKeyBytes) throw new ArgumentException("a key is too long", nameof(key));
        }
        catch (EncoderFallbackException fault)
        {
            throw new ArgumentException("a key is not Unicode text", nameof(key), fault);
        }
        return key;
    }

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static byte[] Encode<T>(IStoreCodec<T> codec, T value)
    {
        var output = new ArrayBufferWriter<byte>(128);
        codec.Write(value, output);
        return output.WrittenSpan.ToArray();
    }

    private UnitOfWork Add(in StoreOperation operation, int bytes = 0)
    {
        if (_isCommitted) throw new InvalidOperationException("the unit of work is committed");
        if (_count == _operations.Length) Array.Resize(ref _operations, _count * 2);
        _operations[_count++] = operation;
        Bytes += bytes;
        return this;
    }
}
