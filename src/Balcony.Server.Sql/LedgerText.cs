// Which messages have a word: the index behind the ledger's search.
using System.Globalization;
using System.Text;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Sql;

/// <summary>
/// A message is in the index once, with its words and, for each account whose archive has it, a word of the account and one of it and its contact; so a search
/// meets the short list of an account, or of a chat, early. It follows behind the entries in lots, when there is time: what it does not have yet is searched one by one. The writer's thread only, but for what is static.
/// </summary>
internal sealed class LedgerText(bool isOn, int lotMessages)
{
    // No word of a text begins like this (TextWords).
    private const char OwnerSign = '_';

    // Kept from lot to lot: accounts come again.
    private const int MaxHashes = 4_096;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly StringBuilder _line = new();
    private readonly List<(long Id, string Words)> _lot = [];
    private readonly Dictionary<BareJid, long> _hashes = [];
    private long _indexed;
    private long _committed;
    private long _waiting;

    /// <summary>There is a lot to be indexed.</summary>
    public bool IsDue => isOn && _waiting >= lotMessages;

    public void Load(SqlSession session)
    {
        _committed = _indexed = Indexed(session);
        // After a start nobody knows how many there are; the first lot finds out.
        _waiting = lotMessages;
    }

    /// <summary>So many messages got their entries.</summary>
    public void Entered(int messages) => _waiting += messages;

    public void Committed() => _committed = _indexed;

    public void Discard() => _indexed = _committed;

    /// <summary>The journal up to here is in the index.</summary>
    public static long Indexed(SqlSession session) => session["SELECT value FROM mark WHERE name = 'text'"].Single() ?? 0;

    /// <summary>What an engine's index is asked for.</summary>
    public static string QueryOf(SqlSession session, BareJid owner, BareJid? contact, TextQuery text)
    {
        // Of the two words of an owner the shorter list.
        var words = new List<string> { contact is null ? WordOf(JournalOwners.HashOf(owner)) : WordOf(JournalOwners.HashOf(owner), JournalOwners.HashOf(contact)) };
        words.AddRange(text.Words);
        return session.TextQuery(words);
    }

    /// <summary>Takes in the next messages that have their entries.</summary>
    public void EnterLot(SqlSession session, long entered)
    {
        var select = session["SELECT id, stanza, owners FROM journal WHERE id > $1 AND id <= $2 ORDER BY id LIMIT $3"]
            .Bind(1, _indexed).Bind(2, entered).Bind(3, lotMessages);
        var read = 0;
        while (select.Read())
        {
            read++;
            _indexed = select.Int64(0);
            if (LineOf(select.Bytes(1), JournalOwners.Decode(select.Bytes(2))) is { } line) _lot.Add((_indexed, line));
        }
        session.InsertText(_lot);
        _lot.Clear();
        if (_hashes.Count > MaxHashes) _hashes.Clear();
        if (read < lotMessages) _indexed = Math.Max(_indexed, entered);
        _waiting = read < lotMessages ? 0 : Math.Max(_waiting - read, lotMessages);
        session["UPDATE mark SET value = $1 WHERE name = 'text'"].Bind(1, _indexed).Run();
    }

    /// <summary>Takes in an imported message at once: it stands before all lots, unless these begin anew.</summary>
    public void Import(SqlSession session, LedgerRecord record)
    {
        if (record.Id <= _indexed && LineOf(record.Stanza.ToArray(), record.OwnerArray) is { } line) session.InsertText([(record.Id, line)]);
    }

    /// <summary>A message's owners change, or the message goes. Before its row does.</summary>
    public void Change(SqlSession session, long id, LedgerOwner[] before, LedgerOwner[] after)
    {
        if (id > _indexed || !Array.Exists(before, owner => owner.IsArchived)) return;
        var select = session["SELECT stanza FROM journal WHERE id = $1"].Bind(1, id);
        byte[]? stanza = select.Read() ? select.Bytes(0) : null;
        select.Reset();
        if (stanza is null || LineOf(stanza, before) is not { } line) return;
        session.RemoveText(id, line);
        if (LineOf(stanza, after) is { } left) session.InsertText([(id, left)]);
    }

    /// <summary>A message says something else. Before its row does.</summary>
    public void Replace(SqlSession session, long id, LedgerOwner[] owners, byte[] stanza)
    {
        if (id > _indexed) return;
        var select = session["SELECT stanza FROM journal WHERE id = $1"].Bind(1, id);
        byte[]? before = select.Read() ? select.Bytes(0) : null;
        select.Reset();
        if (before is null) return;
        if (LineOf(before, owners) is { } line) session.RemoveText(id, line);
        if (LineOf(stanza, owners) is { } now) session.InsertText([(id, now)]);
    }

    // Null when there is nothing to be found, or nobody who may.
    private string? LineOf(byte[] stanza, LedgerOwner[] owners)
    {
        if (!Array.Exists(owners, owner => owner.IsArchived) || TextWords.BodiesOf(stanza) is not { } text) return null;
        _words.Clear();
        TextWords.Add(text, _words);
        if (_words.Count == 0) return null;
        _line.Clear();
        foreach (ref readonly var owner in owners.AsSpan())
        {
            if (!owner.IsArchived) continue;
            var (mine, theirs) = (Hash(owner.Owner), Hash(owner.Contact));
            _line.Append(WordOf(mine)).Append(' ').Append(WordOf(mine, theirs)).Append(' ');
        }
        foreach (var word in _words) _line.Append(word).Append(' ');
        _line.Length--;
        return _line.ToString();
    }

    private static string WordOf(long owner) => string.Create(CultureInfo.InvariantCulture, $"{OwnerSign}{owner:x16}");

    // Not the same the other way round. As with the hashes themselves, what is the same by chance costs time only.
    private static string WordOf(long owner, long contact) =>
        string.Create(CultureInfo.InvariantCulture, $"{OwnerSign}{OwnerSign}{unchecked((owner * 31) + contact):x16}");

    private long Hash(BareJid address)
    {
        if (!_hashes.TryGetValue(address, out var hash)) _hashes.Add(address, hash = JournalOwners.HashOf(address));
        return hash;
    }
}
