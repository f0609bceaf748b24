// What a client said of itself when it logged in, kept with its session.
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Sessions;

/// <summary>The client behind a session, as far as it said (XEP-0388 §2.3). Only for the account's owner and its admins.</summary>
public static class ClientOfSession
{
    /// <summary>Null when the client did not say, or did not log in by SASL2.</summary>
    public static SessionKey<UserAgent> UserAgent { get; } = new("user agent")
    {
        IsResumable = true,
        Text = (agent => XmlElement.Build(agent.Write).ToXml(), text => Balcony.Xmpp.Payloads.UserAgent.Read(XmlElement.Parse(text))),
    };
}
