// How values become bytes that later versions can read.
using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Balcony.Server.Storage;

/// <summary>
/// Writes and reads one kind of value. The first byte is the version of the encoding; a codec reads all versions that it ever wrote, and what it writes is
/// pinned by a golden file. Any thread may call.
/// </summary>
public interface IStoreCodec<T>
{
    void Write(T value, IBufferWriter<byte> output);

    /// <exception cref="StorageException">These bytes are of a newer version, or damaged.</exception>
    T Read(ReadOnlySpan<byte> stored);
}

/// <summary>Text, as UTF-8.</summary>
public sealed class TextCodec : IStoreCodec<string>
{
    private const byte Version = 1;

    public static TextCodec Instance { get; } = new();

    public void Write(string value, IBufferWriter<byte> output)
    {
        output.Write([Version]);
        Encoding.UTF8.GetBytes(value, output);
    }

    public string Read(ReadOnlySpan<byte> stored) => Encoding.UTF8.GetString(StoredVersion.Skip(stored, Version));
}

/// <summary>Bytes as they are: stored stanzas, keys.</summary>
public sealed class BytesCodec : IStoreCodec<byte[]>
{
    private const byte Version = 1;

    public static BytesCodec Instance { get; } = new();

    public void Write(byte[] value, IBufferWriter<byte> output)
    {
        output.Write([Version]);
        output.Write(value);
    }

    public byte[] Read(ReadOnlySpan<byte> stored) => StoredVersion.Skip(stored, Version).ToArray();
}

/// <summary>A whole number.</summary>
public sealed class NumberCodec : IStoreCodec<long>
{
    private const byte Version = 1;

    public static NumberCodec Instance { get; } = new();

    public void Write(long value, IBufferWriter<byte> output)
    {
        var span = output.GetSpan(9);
        span[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(span[1..], value);
        output.Advance(9);
    }

    public long Read(ReadOnlySpan<byte> stored) => BinaryPrimitives.ReadInt64BigEndian(StoredVersion.Skip(stored, Version));
}

/// <summary>
/// A record, as a JSON object behind its version byte. Names are written out in the codec, so that renaming a property in C# changes nothing that is stored;
/// unknown names are passed over, so that an older program can read what a newer one added.
/// </summary>
public abstract class JsonStoreCodec<T>(byte version = 1) : IStoreCodec<T>
{
    public void Write(T value, IBufferWriter<byte> output)
    {
        output.Write([version]);
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        Write(json, value);
        json.WriteEndObject();
    }

    public T Read(ReadOnlySpan<byte> stored)
    {
        var body = StoredVersion.Skip(stored, version);
        try
        {
            var reader = new Utf8JsonReader(body);
            return Read(JsonElement.ParseValue(ref reader), stored[0]);
        }
        catch (Exception damage) when (damage is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new StorageException($"a stored {typeof(T).Name} cannot be read", damage);
        }
    }

    /// <summary>Writes the members of the object, whose braces are written already.</summary>
    protected abstract void Write(Utf8JsonWriter json, T value);

    /// <param name="writtenAs">The version that it was written with: this codec's or an earlier one.</param>
    protected abstract T Read(JsonElement json, byte writtenAs);
}

internal static class StoredVersion
{
    public static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> stored, byte newest) =>
        stored.Length > 0 && stored[0] >= 1 && stored[0] <= newest
            ? stored[1..]
            : throw new StorageException(stored.IsEmpty ? "a stored value is empty" : $"a stored value has version {stored[0]}, this program reads up to {newest}");
}
