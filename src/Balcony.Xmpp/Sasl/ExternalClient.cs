// RFC 4422 appendix A, client.
namespace Balcony.Xmpp.Sasl;

internal sealed class ExternalClient(SaslCredentials credentials) : SaslClient(SaslMechanism.External)
{
    public override ReadOnlyMemory<byte> Begin() =>
        credentials.AuthorizationId is { } account ? account.Utf8.ToArray() : ReadOnlyMemory<byte>.Empty;

    public override ReadOnlyMemory<byte> Respond(ReadOnlySpan<byte> challenge) =>
        challenge.IsEmpty ? Begin() : throw new SaslException("EXTERNAL has no challenges");

    public override void Finish(ReadOnlySpan<byte> data)
    {
    }
}
