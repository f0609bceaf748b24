// RFC 4505, client: no trace information is given.
namespace Balcony.Xmpp.Sasl;

internal sealed class AnonymousClient() : SaslClient(SaslMechanism.Anonymous)
{
    public override ReadOnlyMemory<byte> Begin() => default;

    public override ReadOnlyMemory<byte> Respond(ReadOnlySpan<byte> challenge) =>
        challenge.IsEmpty ? default : throw new SaslException("ANONYMOUS has no challenges");

    public override void Finish(ReadOnlySpan<byte> data)
    {
    }
}
