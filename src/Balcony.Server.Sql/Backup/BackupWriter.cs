// Writes the format of backups, in bounded memory.
using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Balcony.Server.Sql.Backup;

/// <summary>One thread; sections and rows one after the other.</summary>
internal sealed class BackupWriter : IDisposable
{
    private readonly Stream _output;
    private readonly IncrementalHash _all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _section = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[BackupFormat.BufferBytes];
    private int _length;
    private bool _isInRows;
    private string _table = "";
    private long _rows;
    private long _allRows;
    private int _sections;

    private BackupWriter(Stream output) => _output = output;

    /// <summary>Into a file, which stays open.</summary>
    public static BackupWriter Create(Stream file, BackupHeader header)
    {
        file.Write(BackupFormat.Magic);
        var writer = new BackupWriter(new BrotliStream(file, CompressionLevel.Fastest, leaveOpen: true));
        writer.WriteJson(json =>
        {
            json.WriteString("program", header.Program);
            json.WriteNumber("schema", header.Schema);
            json.WriteString("database", header.Database);
            json.WriteString("created", header.Created);
        });
        return writer;
    }

    /// <summary>Only sums up: what the rows of a table would be in a backup.</summary>
    public static BackupWriter Nowhere() => new(Stream.Null);

    public void BeginSection(TableLayout table)
    {
        WriteByte(BackupFormat.Section);
        WriteJson(json =>
        {
            json.WriteString("table", table.Name);
            json.WriteStartArray("columns");
            foreach (var column in table.Columns)
            {
                json.WriteStartObject();
                json.WriteString("name", column.Name);
                json.WriteNumber("kind", (int)column.Kind);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
        Flush();
        (_table, _rows, _isInRows) = (table.Name, 0, true);
    }

    public void BeginRow()
    {
        WriteByte(BackupFormat.Row);
        _rows++;
    }

    public void Null() => WriteByte((byte)CellKind.Null);

    public void Number(long value)
    {
        WriteByte((byte)CellKind.Number);
        WriteNumber((ulong)((value << 1) ^ (value >> 63)));
    }

    public void Text(string value)
    {
        WriteByte((byte)CellKind.Text);
        var count = Encoding.UTF8.GetByteCount(value);
        WriteNumber((ulong)count);
        if (count <= _buffer.Length)
        {
            Reserve(count);
            _length += Encoding.UTF8.GetBytes(value, _buffer.AsSpan(_length));
        }
        else
        {
            Write(Encoding.UTF8.GetBytes(value));
        }
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        if (value.Length > BackupFormat.MaxValueBytes) throw new InvalidDataException($"a value in {_table} has {value.Length} bytes");
        WriteByte((byte)CellKind.Bytes);
        WriteNumber((ulong)value.Length);
        Write(value);
    }

    public SectionSum EndSection()
    {
        Flush();
        _isInRows = false;
        var sum = new SectionSum(_table, _rows, _section.GetHashAndReset());
        WriteByte(BackupFormat.End);
        WriteNumber((ulong)_rows);
        Write(sum.Digest);
        _allRows += _rows;
        _sections++;
        return sum;
    }

    /// <summary>Nothing may follow.</summary>
    /// <returns>SHA-256 of the content.</returns>
    public byte[] Finish()
    {
        WriteByte(BackupFormat.Trailer);
        WriteNumber((ulong)_sections);
        WriteNumber((ulong)_allRows);
        Flush();
        var digest = _all.GetHashAndReset();
        _output.Write(digest);
        _output.Dispose();
        return digest;
    }

    public void Dispose()
    {
        // Not the output: what it still holds would be written behind what failed.
        _all.Dispose();
        _section.Dispose();
    }

    private void WriteJson(Action<Utf8JsonWriter> write)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        WriteNumber((ulong)text.WrittenCount);
        Write(text.WrittenSpan);
    }

    private void WriteNumber(ulong value)
    {
        Reserve(10);
        for (; value >= 0x80; value >>= 7) _buffer[_length++] = (byte)(value | 0x80);
        _buffer[_length++] = (byte)value;
    }

    private void WriteByte(byte value)
    {
        Reserve(1);
        _buffer[_length++] = value;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_length == _buffer.Length) Flush();
            var count = Math.Min(bytes.Length, _buffer.Length - _length);
            bytes[..count].CopyTo(_buffer.AsSpan(_length));
            _length += count;
            bytes = bytes[count..];
        }
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _length < count) Flush();
    }

    private void Flush()
    {
        var bytes = _buffer.AsSpan(0, _length);
        _all.AppendData(bytes);
        if (_isInRows) _section.AppendData(bytes);
        _output.Write(bytes);
        _length = 0;
    }
}
