// XEP-0484 on a client stream: what is offered, asked for and proved.
using Balcony.Server.Accounts;
using Balcony.Server.Storage;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Streams;

internal sealed partial class ClientStream
{
    private IReadOnlyList<XmlElement> InlineFeatures() => Sasl2.HasTokens
        ? [.. Sasl2.Features, XmlElement.Build(new FastFeature(HtMechanism.For(Bindings())).Write)]
        : Sasl2.Features;

    // Null: not a login by token.
    private LoginStep? ReadTokenLogin(LoginExchange exchange, Authenticate request, out TokenLogin? login)
    {
        login = null;
        // Read even where it is not used: what cannot be read is refused before anybody is in.
        string? wanted = WantedToken(request);
        bool isHashed = Sasl2.HasTokens && HtMechanism.BindingOf(request.Mechanism) is not null;
        var element = request.Feature(Fast.ElementName, Fast.Ns);
        if (!isHashed && (element is null || !Sasl2.HasTokens))
        {
            return null;
        }
        // §3.4: one needs the other; §4.1: tokens are a client's, which must say who it is.
        if (!isHashed || element is null || request.UserAgent?.Id is null)
        {
            return exchange.Fail(SaslCondition.MalformedRequest, !isHashed ? "this mechanism proves no token" : element is null ? "<fast/> is missing" : "the user agent has no id");
        }
        login = new TokenLogin(request.UserAgent, Fast.Read(element), wanted);
        return null;
    }

    // §3.2: one of the mechanisms that were offered; for anything else the login is no worse, but there is no token.
    private string? WantedToken(Authenticate request) =>
        Sasl2.HasTokens && request.UserAgent?.Id is not null && request.Feature(RequestToken.ElementName, Fast.Ns) is { } element
            && RequestToken.Read(element).Mechanism is var mechanism && HtMechanism.For(Bindings()).Contains(mechanism)
            ? mechanism : null;

    // After a login by password. What was asked for is worth no failed login: if it cannot be stored there is no token.
    private async ValueTask<FastToken?> RememberClientAsync(Authenticate request, LoginKeys proved)
    {
        string? wanted = WantedToken(request);
        if (request.UserAgent?.Id is not { } agent || (wanted is null && !Sasl2.RemembersClients))
        {
            return null;
        }
        try
        {
            var token = await _services.Clients.LoggedInAsync(_account!, request.UserAgent, wanted).ConfigureAwait(false);
            if (token is null)
            {
                return null;
            }
            // The password may have been changed since it was proved, and its tokens taken away before this one was given.
            var now = await _services.Accounts.GetKeysAsync(_account!, proved.Keys.Hash).ConfigureAwait(false);
            if (now.MayLogIn && now.Keys.StoredKey.AsSpan().SequenceEqual(proved.Keys.StoredKey))
            {
                return token;
            }
            await _services.Clients.ForgetAsync(_account!, agent).ConfigureAwait(false);
        }
        catch (StorageException fault)
        {
            StreamsLog.LoginStoreFault(_services.Logger, fault);
        }
        return null;
    }
}
