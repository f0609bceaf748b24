// RFC 5802, RFC 7677: SCRAM on the server, with and without channel binding; XEP-0474's proof of the offer and XEP-0515's of the TLS version.
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Balcony.Xmpp.Sasl;

// C: n,,n=user,r=cnonce                          client-first: gs2-header, then client-first-bare
// S: r=cnonce snonce,s=salt,i=4096[,h=offer,t=0304]     server-first, once the caller has provided the keys
// C: c=gs2-header+binding,r=nonce,p=proof        client-final
// S: v=signature                                 server-final, goes with the success
internal sealed class ScramServer(string mechanism, ScramHash hash, SaslContext context) : SaslServer(mechanism, context)
{
    private byte[] _gs2 = [];
    private byte[] _nonce = [];
    private string _bindingType = "";
    private ScramKeys? _keys;

    // client-first-bare "," server-first ",": what both sign, up to the last part.
    private byte[] _signed = [];

    public override ScramHash? Hash => hash;

    private protected override SaslStep Read(ReadOnlySpan<byte> message)
    {
        if (message.Contains((byte)0) || !System.Text.Unicode.Utf8.IsValid(message)) return SaslStep.Malformed("not UTF-8");
        return _keys is null ? ReadFirst(message) : ReadFinal(message);
    }

    private SaslStep ReadFirst(ReadOnlySpan<byte> message)
    {
        if (!Gs2Header.TryRead(message, out var header)) return SaslStep.Malformed("no GS2 header");
        if (CheckBinding(header) is { } refusal) return refusal;
        var bare = message[header.Bytes.Length..];
        var attributes = new ScramAttributes(bare);
        // A mandatory extension ("m=") stands where the name has to: RFC 5802 §5.1 says to fail.
        if (!attributes.TryRead((byte)'n', out var saslname)) return SaslStep.Malformed("no user name");
        if (!ScramAttributes.TryUnescape(saslname, out var name)) return SaslStep.Malformed("the user name is escaped wrongly");
        if (!attributes.TryRead((byte)'r', out var nonce) || !ScramNonce.IsValid(nonce)) return SaslStep.Malformed("no nonce");
        if (!attributes.TrySkipExtensions()) return SaslStep.Malformed("an extension that we do not know, or not an extension");

        _gs2 = header.Bytes.ToArray();
        _bindingType = header.BindingType;
        _nonce = [.. nonce, .. Encoding.ASCII.GetBytes(Context.Nonce())];
        _signed = bare.ToArray();
        return Identify(name, header.AuthorizationId) ?? SaslStep.NeedCredentials;
    }

    // RFC 5802 §6.
    private SaslStep? CheckBinding(in Gs2Header header)
    {
        if (SaslMechanism.IsPlus(Mechanism))
        {
            if (header.Flag != 'p') return SaslStep.Malformed("a mechanism with channel binding, used without");
            // Types that are computed only on demand may turn out to be unavailable: then they were not offered in earnest.
            if (!Context.Offer.ChannelBindingTypes.Contains(header.BindingType) || Context.Bindings.Data(header.BindingType) is null)
                return SaslStep.Malformed("this channel-binding type is not offered");
            return null;
        }
        if (header.Flag == 'p') return SaslStep.Malformed("a mechanism without channel binding, used with it");
        // The client did not see the -PLUS mechanisms that we sent: someone between us took them out.
        return header.Flag == 'y' && Context.Offer.HasPlus && !Context.AllowsMissedBinding ? SaslStep.NotAuthorized : null;
    }

    private protected override SaslStep Continue(ScramKeys keys)
    {
        if (keys.Hash != hash) throw new ArgumentException("keys of another hash", nameof(keys));
        _keys = keys;
        var challenge = new StringBuilder(160)
            .Append("r=").Append(Encoding.ASCII.GetString(_nonce))
            .Append(",s=").Append(Convert.ToBase64String(keys.Salt))
            .Append(",i=").Append(keys.Iterations.ToString(CultureInfo.InvariantCulture));
        if (Context.Offer.HasDowngradeProtection)
            challenge.Append(",h=").Append(Encoding.ASCII.GetString(Context.Offer.DowngradeHash(hash)));
        // XEP-0515 §4.1: a client under another version of TLS is not talking to us alone.
        if (Context.Offer.HasDowngradeProtection && Context.TlsVersion != 0)
            challenge.Append(",t=").Append(Context.TlsVersion.ToString("x4", CultureInfo.InvariantCulture));
        var serverFirst = Encoding.ASCII.GetBytes(challenge.ToString());
        _signed = [.. _signed, (byte)',', .. serverFirst, (byte)','];
        return SaslStep.Challenge(serverFirst);
    }

    private SaslStep ReadFinal(ReadOnlySpan<byte> message)
    {
        // No value holds a comma, so the last ",p=" is where the proof begins.
        var split = message.LastIndexOf(",p="u8);
        if (split < 0) return SaslStep.Malformed("no proof");
        var withoutProof = message[..split];
        var attributes = new ScramAttributes(withoutProof);
        if (!attributes.TryRead((byte)'c', out var binding) || !SaslBase64.TryDecodeUtf8(binding, out var bound))
            return SaslStep.Malformed("no channel binding");
        if (!attributes.TryRead((byte)'r', out var nonce)) return SaslStep.Malformed("no nonce");
        if (!attributes.TrySkipExtensions()) return SaslStep.Malformed("an extension that we do not know, or not an extension");
        if (!TryProof(message[(split + 3)..], out var proof)) return SaslStep.Malformed("the proof is not base64");

        // Each of these is told apart by nobody but us.
        return IsBound(bound) & CryptographicOperations.FixedTimeEquals(nonce, _nonce) && IsProved(withoutProof, proof, out var signature)
            ? SaslStep.Success(signature)
            : SaslStep.NotAuthorized;
    }

    private static bool TryProof(ReadOnlySpan<byte> text, [NotNullWhen(true)] out byte[]? proof)
    {
        proof = null;
        return !text.Contains((byte)',') && SaslBase64.TryDecodeUtf8(text, out proof);
    }

    // cbind-input = gs2-header [ cbind-data ]: the header as it arrived, so that nobody can have changed it on the way.
    private bool IsBound(ReadOnlySpan<byte> bound)
    {
        var data = _bindingType.Length == 0 ? default : Context.Bindings.Data(_bindingType).AsSpan();
        return bound.Length == _gs2.Length + data.Length
            && CryptographicOperations.FixedTimeEquals(bound[.._gs2.Length], _gs2)
            && CryptographicOperations.FixedTimeEquals(bound[_gs2.Length..], data);
    }

    private bool IsProved(ReadOnlySpan<byte> withoutProof, ReadOnlySpan<byte> proof, [NotNullWhen(true)] out byte[]? serverFinal)
    {
        serverFinal = null;
        var length = hash.Length();
        if (proof.Length != length) return false;
        byte[] authMessage = [.. _signed, .. withoutProof];

        // ClientKey = ClientProof XOR HMAC(StoredKey, AuthMessage); right if H(ClientKey) is the StoredKey.
        Span<byte> clientKey = stackalloc byte[length];
        hash.Hmac(_keys!.StoredKey, authMessage, clientKey);
        for (var i = 0; i < length; i++) clientKey[i] ^= proof[i];
        Span<byte> storedKey = stackalloc byte[length];
        hash.Digest(clientKey, storedKey);
        if (!CryptographicOperations.FixedTimeEquals(storedKey, _keys.StoredKey)) return false;

        Span<byte> signature = stackalloc byte[length];
        hash.Hmac(_keys.ServerKey, authMessage, signature);
        serverFinal = [.. "v="u8, .. SaslBase64.ToUtf8(signature)];
        return true;
    }
}
