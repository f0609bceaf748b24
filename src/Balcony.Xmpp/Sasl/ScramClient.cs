// RFC 5802, RFC 7677: SCRAM on the client; ScramServer draws the exchange.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Balcony.Xmpp.Sasl;

internal sealed class ScramClient : SaslClient
{
    private readonly ScramChoice _choice;
    private readonly SaslOffer _offer;
    private readonly SaslCredentials _credentials;
    private readonly ScramHash _hash;
    private readonly byte[] _gs2;
    private readonly byte[] _nonce;
    private readonly byte[] _firstBare;
    private byte[]? _serverSignature;
    private State _state;

    public ScramClient(ScramChoice choice, SaslOffer offer, SaslCredentials credentials)
        : base(choice.Mechanism)
    {
        _choice = choice;
        _offer = offer;
        _credentials = credentials;
        _hash = SaslMechanism.HashOf(choice.Mechanism)!.Value;
        var flag = choice.Flag == 'p' ? $"p={choice.BindingType}" : choice.Flag.ToString();
        var authzid = credentials.AuthorizationId is { } account ? "a=" + ScramAttributes.Escape(account.ToString()) : "";
        _gs2 = Encoding.UTF8.GetBytes($"{flag},{authzid},");
        var nonce = credentials.Nonce();
        _nonce = Encoding.ASCII.GetBytes(nonce);
        _firstBare = Encoding.UTF8.GetBytes($"n={ScramAttributes.Escape(credentials.Name)},r={nonce}");
    }

    private enum State { First, Challenged, Proved, Verified }

    public override ReadOnlyMemory<byte> Begin()
    {
        _state = State.Challenged;
        return (byte[])[.. _gs2, .. _firstBare];
    }

    public override ReadOnlyMemory<byte> Respond(ReadOnlySpan<byte> challenge)
    {
        switch (_state)
        {
            case State.First:
                // The server ignored the initial response and asks for it.
                return challenge.IsEmpty ? Begin() : throw new SaslException("the server challenges before it was asked");
            case State.Challenged:
                return Prove(challenge);
            case State.Proved:
                // COMPAT(servers of RFC 3920): the signature comes as a challenge, and the success is empty.
                Verify(challenge);
                return default;
            default:
                throw new SaslException("a challenge too many");
        }
    }

    public override void Finish(ReadOnlySpan<byte> data)
    {
        if (_state == State.Proved) Verify(data);
        if (_state != State.Verified) throw new SaslException("success before the server proved that it knows the password");
    }

    private byte[] Prove(ReadOnlySpan<byte> serverFirst)
    {
        var (nonce, salt, iterations) = ReadFirst(serverFirst);
        if (iterations < _credentials.MinIterations || iterations > _credentials.MaxIterations)
            throw new SaslException($"the server asks for {iterations} iterations");
        if (!SaslPrep.TryPrepare(_credentials.Password!, out var password)) throw new SaslException("not a password");

        byte[] bound = [.. _gs2, .. _choice.BindingData];
        byte[] withoutProof = [.. "c="u8, .. SaslBase64.ToUtf8(bound), .. ",r="u8, .. nonce];
        byte[] authMessage = [.. _firstBare, (byte)',', .. serverFirst, (byte)',', .. withoutProof];

        var length = _hash.Length();
        Span<byte> salted = stackalloc byte[length];
        ScramKeys.SaltPassword(_hash, password, salt, iterations, salted);
        Span<byte> clientKey = stackalloc byte[length];
        Span<byte> storedKey = stackalloc byte[length];
        var proof = new byte[length];
        _hash.Hmac(salted, "Client Key"u8, clientKey);
        _hash.Digest(clientKey, storedKey);
        _hash.Hmac(storedKey, authMessage, proof);
        for (var i = 0; i < length; i++) proof[i] ^= clientKey[i];

        Span<byte> serverKey = stackalloc byte[length];
        _hash.Hmac(salted, "Server Key"u8, serverKey);
        _serverSignature = new byte[length];
        _hash.Hmac(serverKey, authMessage, _serverSignature);
        CryptographicOperations.ZeroMemory(salted);
        CryptographicOperations.ZeroMemory(clientKey);
        _state = State.Proved;
        return [.. withoutProof, .. ",p="u8, .. SaslBase64.ToUtf8(proof)];
    }

    private (byte[] Nonce, byte[] Salt, int Iterations) ReadFirst(ReadOnlySpan<byte> message)
    {
        var attributes = new ScramAttributes(message);
        if (message.Contains((byte)0) || !System.Text.Unicode.Utf8.IsValid(message)
            || !attributes.TryRead((byte)'r', out var nonce) || !ScramNonce.IsValid(nonce)
            || !attributes.TryRead((byte)'s', out var saltText) || !SaslBase64.TryDecodeUtf8(saltText, out var salt)
            || !attributes.TryRead((byte)'i', out var count) || !TryCount(count, out var iterations))
        {
            throw new SaslException("the server's first message is malformed");
        }
        // The server must have added something of its own, or it replays us.
        if (nonce.Length <= _nonce.Length || !nonce.StartsWith(_nonce)) throw new SaslException("the server's nonce is not ours");
        CheckExtensions(attributes);
        return (nonce.ToArray(), salt, iterations);
    }

    // XEP-0474 §5.2.
    private void CheckExtensions(ScramAttributes attributes)
    {
        var isProved = false;
        while (!attributes.IsAtEnd)
        {
            if (!attributes.TryReadAny(out var name, out var value)) throw new SaslException("the server's first message is malformed");
            if (name == 'm') throw new SaslException("the server demands an extension that we do not know");
            if (name != 'h') continue;
            if (!value.SequenceEqual(_offer.DowngradeHash(_hash)))
                throw new SaslException("the server offered other mechanisms than arrived here: someone is in between");
            isProved = true;
        }
        if (_choice.NeedsProofOfOffer && !isProved)
            throw new SaslException("the server's channel-binding types lack the one that every server has, and nothing proves them");
    }

    // posit-number = %x31-39 *DIGIT
    private static bool TryCount(ReadOnlySpan<byte> text, out int count)
    {
        count = 0;
        return text is [>= (byte)'1' and <= (byte)'9', ..]
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);
    }

    private void Verify(ReadOnlySpan<byte> serverFinal)
    {
        var attributes = new ScramAttributes(serverFinal);
        if (!attributes.TryReadAny(out var name, out var value)) throw new SaslException("the server does not prove that it knows the password");
        if (name == 'e') throw new SaslException("the server says: " + Encoding.UTF8.GetString(value));
        if (name != 'v' || !SaslBase64.TryDecodeUtf8(value, out var signature) || !attributes.TrySkipExtensions()
            || !CryptographicOperations.FixedTimeEquals(signature, _serverSignature))
        {
            throw new SaslException("the server does not know the password: it is not the one that we look for");
        }
        _state = State.Verified;
    }
}
