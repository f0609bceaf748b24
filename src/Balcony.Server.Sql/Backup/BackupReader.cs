// Reads the format of backups, in bounded memory, and believes nothing that its digests do not confirm.
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Balcony.Server.Storage;

namespace Balcony.Server.Sql.Backup;

/// <summary>One value of a row; its bytes are valid until the next row.</summary>
internal readonly record struct Cell(CellKind Kind, long Number, ReadOnlyMemory<byte> Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes.Span);
}

/// <summary>Sections and rows one after the other, each to its end. What is not as it was written is a <see cref="BackupException"/>.</summary>
internal sealed class BackupReader : IDisposable
{
    private readonly Stream _file;
    private readonly BrotliStream _input;
    private readonly IncrementalHash _all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _section = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[BackupFormat.BufferBytes];
    private int _at;
    private int _hashed;
    private int _length;
    private bool _isInRows;
    private Cell[] _row = [];
    private long _rows;
    private long _allRows;
    private int _sections;
    private string _where = "its header";

    /// <param name="file">At its beginning; stays open.</param>
    public BackupReader(Stream file)
    {
        _file = file;
        Span<byte> magic = stackalloc byte[BackupFormat.Magic.Length];
        var read = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        if (!magic[..read].SequenceEqual(BackupFormat.Magic))
        {
            throw new BackupException(BackupFault.Unreadable, magic[..read].StartsWith(BackupFormat.Family)
                ? "it was written by a newer Balcony, in a format that this program does not know" : "it is no backup of Balcony");
        }
        _input = new BrotliStream(file, CompressionMode.Decompress, leaveOpen: true);
        Header = ReadJson(json => new BackupHeader(
            json.GetProperty("program").GetString()!, json.GetProperty("schema").GetInt32(), json.GetProperty("database").GetString()!,
            json.GetProperty("created").GetDateTimeOffset()));
    }

    public BackupHeader Header { get; }

    /// <summary>Of the last section that was read to its end.</summary>
    public SectionSum Sum { get; private set; } = new("", 0, []);

    /// <summary>SHA-256 of the content; when all was read.</summary>
    public byte[] Digest { get; private set; } = [];

    /// <summary>How far in the file it is.</summary>
    public long Position => _file.Position;

    /// <summary>The last row that was read.</summary>
    public ReadOnlySpan<Cell> Row => _row;

    /// <returns>Null when there is none any more, and all was as it was written.</returns>
    public TableLayout? NextSection()
    {
        var tag = ReadByte();
        if (tag == BackupFormat.Trailer)
        {
            ReadTrailer();
            return null;
        }
        if (tag != BackupFormat.Section) throw Damaged();
        var table = ReadJson(json => new TableLayout(
            json.GetProperty("table").GetString()!,
            [.. json.GetProperty("columns").EnumerateArray().Select(
                column => new TableColumn(column.GetProperty("name").GetString()!, (CellKind)column.GetProperty("kind").GetInt32(), 0))]));
        Hash();
        _where = $"the table {table.Name}";
        (_row, _rows, _isInRows) = (new Cell[table.Columns.Count], 0, true);
        Sum = new(table.Name, 0, []);
        return table;
    }

    /// <returns>False when the section is at its end, and was as it was written.</returns>
    public bool NextRow()
    {
        var tag = ReadByte();
        if (tag == BackupFormat.End)
        {
            // The digest is of the rows, without the byte that ends them.
            _at--;
            Hash();
            _at++;
            _isInRows = false;
            EndSection();
            return false;
        }
        if (tag != BackupFormat.Row) throw Damaged();
        for (var i = 0; i < _row.Length; i++) _row[i] = ReadCell();
        _rows++;
        return true;
    }

    public void Dispose()
    {
        _input.Dispose();
        _all.Dispose();
        _section.Dispose();
    }

    public BackupException Damaged(Exception? cause = null) =>
        new(BackupFault.Unreadable, $"it is damaged or was not written to its end: {_where} is not as it was written", cause);

    private void EndSection()
    {
        var digest = _section.GetHashAndReset();
        var rows = ReadNumber();
        if (rows != (ulong)_rows || !ReadBytes(SHA256.HashSizeInBytes).Span.SequenceEqual(digest)) throw Damaged();
        Sum = Sum with { Rows = _rows, Digest = digest };
        _allRows += _rows;
        _sections++;
        _where = "what follows the table " + Sum.Table;
    }

    private void ReadTrailer()
    {
        _where = "its end";
        var (sections, rows) = (ReadNumber(), ReadNumber());
        Hash();
        Digest = _all.GetHashAndReset();
        if (sections != (ulong)_sections || rows != (ulong)_allRows || !ReadBytes(SHA256.HashSizeInBytes).Span.SequenceEqual(Digest)) throw Damaged();
        if (TryFill()) throw Damaged();
    }

    private Cell ReadCell()
    {
        var kind = (CellKind)ReadByte();
        switch (kind)
        {
            case CellKind.Null:
                return default;
            case CellKind.Number:
                var number = ReadNumber();
                return new(kind, (long)(number >> 1) ^ -(long)(number & 1), default);
            case CellKind.Text or CellKind.Bytes:
                var length = ReadNumber();
                if (length > BackupFormat.MaxValueBytes) throw Damaged();
                return new(kind, 0, ReadBytes((int)length));
            default:
                throw Damaged();
        }
    }

    private T ReadJson<T>(Func<JsonElement, T> read)
    {
        var length = ReadNumber();
        if (length > BackupFormat.MaxHeaderBytes) throw Damaged();
        try
        {
            using var json = JsonDocument.Parse(ReadBytes((int)length));
            return read(json.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw Damaged(fault);
        }
    }

    private ulong ReadNumber()
    {
        var value = 0UL;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var next = ReadByte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
        throw Damaged();
    }

    private ReadOnlyMemory<byte> ReadBytes(int length)
    {
        if (length == 0) return default;
        // Grows with what is really there: a length that is a lie must not cost memory.
        var bytes = new byte[Math.Min(length, BackupFormat.BufferBytes)];
        for (var at = 0; at < length;)
        {
            if (_at == _length) Fill();
            if (at == bytes.Length) Array.Resize(ref bytes, Math.Min(length, bytes.Length * 2));
            var count = Math.Min(bytes.Length - at, _length - _at);
            _buffer.AsSpan(_at, count).CopyTo(bytes.AsSpan(at));
            (_at, at) = (_at + count, at + count);
        }
        return bytes;
    }

    private byte ReadByte()
    {
        if (_at == _length) Fill();
        return _buffer[_at++];
    }

    private void Fill()
    {
        if (!TryFill()) throw Damaged();
    }

    private bool TryFill()
    {
        Hash();
        try
        {
            (_at, _hashed, _length) = (0, 0, _input.Read(_buffer));
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException)
        {
            throw Damaged(fault);
        }
        return _length > 0;
    }

    // What was taken from the buffer since the last time.
    private void Hash()
    {
        var bytes = _buffer.AsSpan(_hashed, _at - _hashed);
        _all.AppendData(bytes);
        if (_isInRows) _section.AppendData(bytes);
        _hashed = _at;
    }
}
