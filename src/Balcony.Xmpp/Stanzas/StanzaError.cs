// RFC 6120 §8.3: stanza errors.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Stanzas;

/// <summary>What the sender may do about an error (RFC 6120 §8.3.2).</summary>
public enum StanzaErrorType
{
    Auth,
    Cancel,
    Continue,
    Modify,
    Wait,
}

/// <summary>A stanza error: type, defined condition, and what may accompany them (RFC 6120 §8.3.2).</summary>
/// <param name="Type">What the sender may do about it.</param>
/// <param name="Condition">The defined condition's element name, such as <c>item-not-found</c> (RFC 6120 §8.3.3).</param>
/// <param name="Text">Human-readable English text; null sends none.</param>
public sealed record StanzaError(StanzaErrorType Type, string Condition, string? Text = null)
{
    public const string Ns = "urn:ietf:params:xml:ns:xmpp-stanzas";

    public static StanzaError BadRequest { get; } = new(StanzaErrorType.Modify, "bad-request");
    public static StanzaError Conflict { get; } = new(StanzaErrorType.Cancel, "conflict");
    public static StanzaError FeatureNotImplemented { get; } = new(StanzaErrorType.Cancel, "feature-not-implemented");
    public static StanzaError Forbidden { get; } = new(StanzaErrorType.Auth, "forbidden");
    public static StanzaError Gone { get; } = new(StanzaErrorType.Cancel, "gone");
    public static StanzaError InternalServerError { get; } = new(StanzaErrorType.Cancel, "internal-server-error");
    public static StanzaError ItemNotFound { get; } = new(StanzaErrorType.Cancel, "item-not-found");
    public static StanzaError JidMalformed { get; } = new(StanzaErrorType.Modify, "jid-malformed");
    public static StanzaError NotAcceptable { get; } = new(StanzaErrorType.Modify, "not-acceptable");
    public static StanzaError NotAllowed { get; } = new(StanzaErrorType.Cancel, "not-allowed");
    public static StanzaError NotAuthorized { get; } = new(StanzaErrorType.Auth, "not-authorized");
    public static StanzaError PolicyViolation { get; } = new(StanzaErrorType.Modify, "policy-violation");
    public static StanzaError RecipientUnavailable { get; } = new(StanzaErrorType.Wait, "recipient-unavailable");
    public static StanzaError Redirect { get; } = new(StanzaErrorType.Modify, "redirect");
    public static StanzaError RegistrationRequired { get; } = new(StanzaErrorType.Auth, "registration-required");
    public static StanzaError RemoteServerNotFound { get; } = new(StanzaErrorType.Cancel, "remote-server-not-found");
    public static StanzaError RemoteServerTimeout { get; } = new(StanzaErrorType.Wait, "remote-server-timeout");
    public static StanzaError ResourceConstraint { get; } = new(StanzaErrorType.Wait, "resource-constraint");
    public static StanzaError ServiceUnavailable { get; } = new(StanzaErrorType.Cancel, "service-unavailable");
    public static StanzaError SubscriptionRequired { get; } = new(StanzaErrorType.Auth, "subscription-required");
    public static StanzaError UndefinedCondition { get; } = new(StanzaErrorType.Cancel, "undefined-condition");
    public static StanzaError UnexpectedRequest { get; } = new(StanzaErrorType.Wait, "unexpected-request");

    /// <summary>An application-specific condition beside the defined one (RFC 6120 §8.3.4); null sends none.</summary>
    public XmlElement? Application { get; init; }

    /// <summary>The alternate address of <c>gone</c> or <c>redirect</c> (RFC 6120 §8.3.3.5, §8.3.3.14); null sends none.</summary>
    public string? Alternate { get; init; }

    /// <summary>The entity that reports the error, when it is not the stanza's <c>from</c> (RFC 6120 §8.3.2).</summary>
    public Jid? By { get; init; }

    /// <summary>The same error with a text for people.</summary>
    public StanzaError With(string text) => this with { Text = text };

    /// <summary>The same error with an application-specific condition.</summary>
    public StanzaError With(XmlElement application) => this with { Application = application };

    /// <summary>Reads the error child of a stanza of type error; null when it has none.</summary>
    public static StanzaError? Read(XmlElement stanza)
    {
        if (stanza.Child("error", stanza.Namespace) is not { } error)
        {
            return null;
        }
        string condition = "undefined-condition";
        string? text = null, alternate = null;
        XmlElement? application = null;
        foreach (var child in error.Children)
        {
            if (child.Namespace != Ns)
            {
                application ??= child;
            }
            else if (child.Name == "text")
            {
                text = child.Text;
            }
            else
            {
                condition = child.Name;
                alternate = child.Text is { Length: > 0 } address ? address : null;
            }
        }
        var by = Jid.TryParse(error.Attribute("by"), out var reporter) ? reporter : null;
        return new StanzaError(ReadType(error.Attribute("type")), condition, text) { Application = application, Alternate = alternate, By = by };
    }

    /// <summary>Writes the <c>error</c> element into a stanza that is being written.</summary>
    public void Write(XmlWriter writer)
    {
        writer.Start("error").Attribute("type", WriteType(Type)).Attribute("by", By?.ToString());
        writer.Start(Condition, Ns);
        if (Alternate is not null)
        {
            writer.Text(Alternate);
        }
        writer.End();
        if (Text is not null)
        {
            writer.Start("text", Ns).Lang("en").Text(Text).End();
        }
        if (Application is not null)
        {
            writer.Element(Application);
        }
        writer.End();
    }

    // An unknown type is treated as cancel: the sender must not retry what nobody defined.
    private static StanzaErrorType ReadType(string? text) => text switch
    {
        "auth" => StanzaErrorType.Auth,
        "continue" => StanzaErrorType.Continue,
        "modify" => StanzaErrorType.Modify,
        "wait" => StanzaErrorType.Wait,
        _ => StanzaErrorType.Cancel,
    };

    private static string WriteType(StanzaErrorType type) => type switch
    {
        StanzaErrorType.Auth => "auth",
        StanzaErrorType.Continue => "continue",
        StanzaErrorType.Modify => "modify",
        StanzaErrorType.Wait => "wait",
        _ => "cancel",
    };
}

/// <summary>The sender's mistake: caught in one place, answered with the error, and the stream goes on.</summary>
public sealed class StanzaException(StanzaError error) : Exception(error.Text ?? error.Condition)
{
    public StanzaError Error { get; } = error;
}
