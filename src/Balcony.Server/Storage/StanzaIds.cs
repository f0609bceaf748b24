// XEP-0359: what clients see of a ledger identifier.
using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Storage;

/// <summary>
/// A ledger identifier counts the messages of the whole database: seen by a client, it would tell it how many others send, and the same message would have one
/// name in two archives. So clients see the pair of owner and identifier, encrypted: one AES block with a key of the database. Nothing stores it.
/// Any thread may call.
/// </summary>
//   block: identifier (64 bits, big-endian), hash of the owner (64 bits); text: base64url, 22 characters
public sealed class StanzaIds : IDisposable
{
    /// <summary>Of the text, in characters and in bytes.</summary>
    public const int Length = 22;

    private const int BlockBytes = 16;

    // Ciphered at a time.
    private const int MaxBlocks = 64;
    private const ulong FnvPrime = 0x100000001B3;

    private readonly Lock _gate = new();
    private readonly Aes _aes;
    private readonly ICryptoTransform _encryptor;
    private readonly ICryptoTransform _decryptor;
    private readonly byte[] _input = new byte[MaxBlocks * BlockBytes];
    private readonly byte[] _output = new byte[MaxBlocks * BlockBytes];
    private readonly ulong _seed;

    public StanzaIds(IStorage storage)
    {
        Span<byte> derived = stackalloc byte[BlockBytes + sizeof(ulong)];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, storage.Secret.Span, derived, salt: [], "stanza ids"u8);
        _seed = BinaryPrimitives.ReadUInt64BigEndian(derived[BlockBytes..]);
        _aes = Aes.Create();
        _aes.Key = derived[..BlockBytes].ToArray();
#pragma warning disable CA5358 // One block whose plaintexts never repeat: there is nothing to chain.
        _aes.Mode = CipherMode.ECB;
#pragma warning restore CA5358 // as above
        _aes.Padding = PaddingMode.None;
        _encryptor = _aes.CreateEncryptor();
        _decryptor = _aes.CreateDecryptor();
    }

    /// <summary>The text for an entry of the owner.</summary>
    public string Of(BareJid owner, long id) => string.Create(Length, (Ids: this, Owner: owner, Id: id), static (text, made) =>
    {
        Span<byte> utf8 = stackalloc byte[Length];
        made.Ids.Write(made.Owner, made.Id, utf8);
        for (var i = 0; i < Length; i++) text[i] = (char)utf8[i];
    });

    /// <summary>Writes the text as UTF-8.</summary>
    /// <param name="output">At least <see cref="Length"/> bytes.</param>
    public void Write(BareJid owner, long id, Span<byte> output)
    {
        Span<byte> block = stackalloc byte[BlockBytes];
        BinaryPrimitives.WriteInt64BigEndian(block, id);
        BinaryPrimitives.WriteUInt64BigEndian(block[sizeof(long)..], HashOf(owner));
        Transform(_encryptor, block);
        Base64Url.EncodeToUtf8(block, output);
    }

    /// <summary>Writes the texts of many, one behind the other: ciphering them together costs a tenth of one by one.</summary>
    /// <param name="output">At least <see cref="Length"/> bytes for each.</param>
    public void Write(BareJid owner, ReadOnlySpan<long> ids, Span<byte> output)
    {
        var hash = HashOf(owner);
        Span<byte> blocks = stackalloc byte[MaxBlocks * BlockBytes];
        while (!ids.IsEmpty)
        {
            var count = Math.Min(ids.Length, MaxBlocks);
            for (var i = 0; i < count; i++)
            {
                BinaryPrimitives.WriteInt64BigEndian(blocks[(i * BlockBytes)..], ids[i]);
                BinaryPrimitives.WriteUInt64BigEndian(blocks[((i * BlockBytes) + sizeof(long))..], hash);
            }
            Transform(_encryptor, blocks[..(count * BlockBytes)]);
            for (var i = 0; i < count; i++)
            {
                Base64Url.EncodeToUtf8(blocks.Slice(i * BlockBytes, BlockBytes), output[(i * Length)..]);
            }
            ids = ids[count..];
            output = output[(count * Length)..];
        }
    }

    /// <summary>The identifier that a text stands for.</summary>
    /// <returns>False for what was not made here, or for another owner.</returns>
    public bool TryRead(BareJid owner, ReadOnlySpan<char> text, out long id)
    {
        id = 0;
        Span<byte> block = stackalloc byte[BlockBytes];
        // The decoder skips white space; it refuses bits in the last character that a block does not have, so that each block has one text.
        if (text.Length != Length || text.ContainsAny(" \t\r\n")
            || Base64Url.DecodeFromChars(text, block, out var read, out var written) != OperationStatus.Done || read != Length || written != BlockBytes)
        {
            return false;
        }
        Transform(_decryptor, block);
        if (BinaryPrimitives.ReadUInt64BigEndian(block[sizeof(long)..]) != HashOf(owner)) return false;
        id = BinaryPrimitives.ReadInt64BigEndian(block);
        return id != 0;
    }

    public void Dispose()
    {
        _encryptor.Dispose();
        _decryptor.Dispose();
        _aes.Dispose();
    }

    // FNV-1a with a final mix. Who finds two owners with one hash gains nothing: what an identifier stands for is looked up with its owner.
    private ulong HashOf(BareJid owner)
    {
        var hash = _seed;
        foreach (var one in owner.Utf8) hash = (hash ^ one) * FnvPrime;
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        return hash ^ (hash >> 33);
    }

    // A cipher that is kept costs a tenth of one that is made for each block; it has state, so one thread at a time.
    private void Transform(ICryptoTransform cipher, Span<byte> blocks)
    {
        lock (_gate)
        {
            blocks.CopyTo(_input);
            cipher.TransformBlock(_input, 0, blocks.Length, _output, 0);
            _output.AsSpan(0, blocks.Length).CopyTo(blocks);
        }
    }
}
