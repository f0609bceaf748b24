// What the store keeps of an account: SCRAM keys, never a password.
using System.Buffers;
using System.Buffers.Binary;
using Balcony.Server.Storage;
using Balcony.Xmpp.Sasl;

namespace Balcony.Server.Accounts;

/// <param name="Created">When it was made.</param>
/// <param name="IsDisabled">It may not log in.</param>
/// <param name="IsLeaving">Its removal has begun: for everybody else it does not exist.</param>
/// <param name="Keys">One for each hash; all of one password.</param>
internal sealed record StoredAccount(DateTimeOffset Created, bool IsDisabled, bool IsLeaving, IReadOnlyList<ScramKeys> Keys)
{
    public KeyShape Shape => KeyShape.Of(Keys);

    /// <summary>Null when it has none at all: nobody can log in.</summary>
    public ScramKeys? AnyKeys => Keys.Count == 0 ? null : Keys[0];

    /// <summary>The keys for a hash; null when there are none.</summary>
    public ScramKeys? KeysFor(ScramHash hash)
    {
        foreach (var keys in Keys)
        {
            if (keys.Hash == hash) return keys;
        }
        return null;
    }
}

/// <summary>
/// <code>
///   version 1, flags 1, created 8 (ms since 1970), count 1, then for each: hash 1, iterations 4, and salt, stored key, server key with a length byte each
/// </code>
/// Binary, so that reading an account costs next to nothing: the time of an answer must not tell accounts from fakes.
/// </summary>
internal sealed class StoredAccountCodec : IStoreCodec<StoredAccount>
{
    private const byte Version = 1;
    private const byte Disabled = 1, Leaving = 2;

    public static StoredAccountCodec Instance { get; } = new();

    public void Write(StoredAccount value, IBufferWriter<byte> output)
    {
        Span<byte> head = stackalloc byte[11];
        head[0] = Version;
        head[1] = (byte)((value.IsDisabled ? Disabled : 0) | (value.IsLeaving ? Leaving : 0));
        BinaryPrimitives.WriteInt64BigEndian(head[2..], value.Created.ToUnixTimeMilliseconds());
        head[10] = (byte)value.Keys.Count;
        output.Write(head);
        Span<byte> each = stackalloc byte[5];
        foreach (var keys in value.Keys)
        {
            each[0] = (byte)keys.Hash;
            BinaryPrimitives.WriteInt32BigEndian(each[1..], keys.Iterations);
            output.Write(each);
            WriteBytes(keys.Salt, output);
            WriteBytes(keys.StoredKey, output);
            WriteBytes(keys.ServerKey, output);
        }
    }

    public StoredAccount Read(ReadOnlySpan<byte> stored)
    {
        var rest = StoredVersion.Skip(stored, Version);
        try
        {
            var flags = rest[0];
            var created = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(rest[1..]));
            var keys = new ScramKeys[rest[9]];
            rest = rest[10..];
            for (var i = 0; i < keys.Length; i++)
            {
                var (hash, iterations) = ((ScramHash)rest[0], BinaryPrimitives.ReadInt32BigEndian(rest[1..]));
                rest = rest[5..];
                keys[i] = new ScramKeys(hash, ReadBytes(ref rest), iterations, ReadBytes(ref rest), ReadBytes(ref rest));
            }
            return new StoredAccount(created, (flags & Disabled) != 0, (flags & Leaving) != 0, keys);
        }
        catch (Exception damage) when (damage is IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            throw new StorageException("a stored account cannot be read", damage);
        }
    }

    private static void WriteBytes(byte[] bytes, IBufferWriter<byte> output)
    {
        output.Write([(byte)bytes.Length]);
        output.Write(bytes);
    }

    private static byte[] ReadBytes(ref ReadOnlySpan<byte> rest)
    {
        var bytes = rest.Slice(1, rest[0]).ToArray();
        rest = rest[(1 + bytes.Length)..];
        return bytes;
    }
}
