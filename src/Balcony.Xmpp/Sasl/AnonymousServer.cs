// RFC 4505, XEP-0175: anyone may come in.
namespace Balcony.Xmpp.Sasl;

internal sealed class AnonymousServer(SaslContext context) : SaslServer(SaslMechanism.Anonymous, context)
{
    private const int MaxTraceCharacters = 255;

    // XEP-0175 §3: clients usually send no trace information at all; asking for an empty one would cost a round trip.
    public override SaslStep Begin() => Step(default);

    private protected override SaslStep Read(ReadOnlySpan<byte> message)
    {
        // §2: the trace is read by people, if at all; it is checked and forgotten.
        if (!TryText(message, out var trace) || trace.EnumerateRunes().Count() > MaxTraceCharacters)
            return SaslStep.Malformed("trace information is not UTF-8, or too long");
        return SaslStep.Success();
    }
}
