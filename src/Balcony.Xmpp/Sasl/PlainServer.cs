// RFC 4616: the password itself, for clients that can do no better, under TLS only.
namespace Balcony.Xmpp.Sasl;

internal sealed class PlainServer(SaslContext context) : SaslServer(SaslMechanism.Plain, context)
{
    // §2: 1 to 255 characters of UTF-8, so at most 1,020 bytes.
    private const int MaxBytes = 1020;

    private string? _password;

    // message = [authzid] NUL authcid NUL passwd
    private protected override SaslStep Read(ReadOnlySpan<byte> message)
    {
        var first = message.IndexOf((byte)0);
        if (first < 0) return SaslStep.Malformed("no NUL");
        var rest = message[(first + 1)..];
        var second = rest.IndexOf((byte)0);
        if (second < 0) return SaslStep.Malformed("one NUL");
        var authzid = message[..first];
        var authcid = rest[..second];
        var password = rest[(second + 1)..];
        if (authcid.Length is 0 or > MaxBytes || password.Length is 0 or > MaxBytes)
            return SaslStep.Malformed("user name or password empty or too long");
        if (!TryText(authzid, out var forWhom) || !TryText(authcid, out var name) || !TryText(password, out _password))
            return SaslStep.Malformed("not UTF-8, or three NUL");
        return Identify(name, forWhom.Length == 0 ? null : forWhom) ?? SaslStep.NeedCredentials;
    }

    private protected override SaslStep Continue(ScramKeys keys)
    {
        var isRight = keys.Verify(_password!);
        _password = null;
        return isRight ? SaslStep.Success() : SaslStep.NotAuthorized;
    }
}
