// RFC 4422 appendix A, XEP-0178: the client is who its certificate says.
using Balcony.Xmpp.Addressing;

namespace Balcony.Xmpp.Sasl;

internal sealed class ExternalServer(SaslContext context) : SaslServer(SaslMechanism.External, context)
{
    private protected override SaslStep Read(ReadOnlySpan<byte> message)
    {
        if (!TryText(message, out var authzid)) return SaslStep.Malformed("not UTF-8");
        var addresses = Context.CertificateAddresses;
        if (addresses.Count == 0) return SaslStep.NotAuthorized;
        if (authzid.Length == 0)
        {
            // XEP-0178 §2: several addresses leave open which one is meant.
            if (addresses.Count > 1) return SaslStep.Failure(SaslCondition.InvalidAuthzid, "the certificate names several addresses");
            Account = addresses[0];
            return SaslStep.Success();
        }
        if (!BareJid.TryParse(authzid, out BareJid? account) || !addresses.Contains(account))
            return SaslStep.Failure(SaslCondition.InvalidAuthzid);
        Account = account;
        return SaslStep.Success();
    }
}
