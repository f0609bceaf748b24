// Both ends of SASL, talking to each other or to a script, for the tests beside it.
using System.Text;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Tls;

namespace Balcony.Xmpp.Tests.Sasl;

internal static class SaslExchange
{
    public static BareJid Host { get; } = BareJid.Parse("example.org");

    public static IReadOnlyList<string> AllMechanisms { get; } =
        [.. SaslMechanism.Scram, SaslMechanism.Plain, SaslMechanism.External, SaslMechanism.Anonymous];

    public static ChannelBindings Channel { get; } =
        ChannelBindings.Of((ChannelBindings.Exporter, "exporter"u8.ToArray()), (ChannelBindings.ServerEndPoint, "end-point"u8.ToArray()));

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(ReadOnlyMemory<byte> data) => Encoding.UTF8.GetString(data.Span);

    public static SaslContext Context(ChannelBindings? bindings = null, string? nonce = null, params string[] mechanisms)
    {
        var offer = SaslOffer.For(mechanisms.Length > 0 ? mechanisms : AllMechanisms, bindings ?? ChannelBindings.None);
        var context = new SaslContext { Host = Host, Offer = offer, Bindings = bindings ?? ChannelBindings.None };
        return nonce is null ? context : context with { Nonce = () => nonce };
    }

    /// <summary>An offer without XEP-0474's attribute, as the RFCs' examples have it.</summary>
    public static SaslContext Unproved(this SaslContext context) =>
        context with { Offer = new SaslOffer(context.Offer.Mechanisms, context.Offer.ChannelBindingTypes) { HasDowngradeProtection = false } };

    public static SaslServer Server(string mechanism, SaslContext context) =>
        SaslServer.Create(mechanism, context) ?? throw new InvalidOperationException("not offered: " + mechanism);

    /// <summary>Lets both ends talk until the server decides. On success the client has verified the server.</summary>
    public static SaslStep Run(SaslClient client, SaslServer server, Func<SaslServer, ScramKeys> keys)
    {
        var step = server.Step(client.Begin().Span);
        for (var turn = 0; turn < 10; turn++)
        {
            switch (step.Kind)
            {
                case SaslStepKind.NeedCredentials:
                    step = server.Provide(keys(server));
                    break;
                case SaslStepKind.Challenge:
                    step = server.Step(client.Respond(step.Data.Span).Span);
                    break;
                case SaslStepKind.Success:
                    client.Finish(step.Data.Span);
                    return step;
                default:
                    return step;
            }
        }
        throw new InvalidOperationException("the exchange does not end");
    }
}
