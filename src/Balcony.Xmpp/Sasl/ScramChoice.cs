// Which SCRAM mechanism and channel binding a client takes: RFC 5802 §6, with the rules of XEP-0440 §3 and XEP-0474 §6.
using Balcony.Xmpp.Tls;

namespace Balcony.Xmpp.Sasl;

/// <param name="Mechanism">One of those offered.</param>
/// <param name="Flag">The GS2 flag: p, y or n.</param>
/// <param name="BindingType">With p; otherwise empty.</param>
/// <param name="BindingData">With p; otherwise empty.</param>
/// <param name="NeedsProofOfOffer">The offer is odd: only a server that proves it (XEP-0474) is trusted.</param>
internal sealed record ScramChoice(string Mechanism, char Flag, string BindingType, byte[] BindingData, bool NeedsProofOfOffer)
{
    /// <returns>Null when no SCRAM mechanism is offered.</returns>
    public static ScramChoice? Choose(SaslOffer offer, ChannelBindings bindings)
    {
        var canBind = bindings.Types.Count > 0;
        // Rule 5: types without a mechanism that uses them: someone took the mechanisms out.
        if (canBind && offer.ChannelBindingTypes.Count > 0 && !offer.HasPlus)
            throw new SaslException("the server lists channel-binding types and no mechanism for them");

        if (canBind && offer.HasPlus && Strongest(offer, isPlus: true) is { } plus)
        {
            // Without a list (rule 4, older servers): the default of the TLS version, which is our strongest (RFC 9266 §3).
            var mutual = offer.ChannelBindingTypes.Count == 0 ? bindings.Types : bindings.Types.Where(offer.ChannelBindingTypes.Contains);
            foreach (var type in mutual)
            {
                if (bindings.Data(type) is { } data) return new ScramChoice(plus, 'p', type, data, NeedsProofOfOffer: false);
            }
        }
        if (Strongest(offer, isPlus: false) is not { } plain) return null;
        // Rule 3: y lets the server notice that its -PLUS mechanisms got lost on the way. To say it to a server that offers them fails.
        if (canBind && !offer.HasPlus) return new ScramChoice(plain, 'y', "", [], NeedsProofOfOffer: false);
        // Rule 6: every server has tls-server-end-point; where a list lacks it the server has to prove that it wrote the list.
        var isOdd = canBind && offer.ChannelBindingTypes.Count > 0 && !offer.ChannelBindingTypes.Contains(ChannelBindings.ServerEndPoint);
        return new ScramChoice(plain, 'n', "", [], isOdd);
    }

    private static string? Strongest(SaslOffer offer, bool isPlus) =>
        SaslMechanism.Scram.FirstOrDefault(name => SaslMechanism.IsPlus(name) == isPlus && offer.Mechanisms.Contains(name));
}
