// RFC 6120 §6.5: why an authentication failed, as the element that says so.
namespace Balcony.Xmpp.Sasl;

/// <summary>A SASL failure condition, named by its element.</summary>
public readonly record struct SaslCondition(string Name)
{
    public const string Ns = "urn:ietf:params:xml:ns:xmpp-sasl";

    /// <summary>The client sent <c>&lt;abort/&gt;</c>.</summary>
    public static SaslCondition Aborted => new("aborted");

    /// <summary>Only for who has proved to own the account: to others it would tell that the account exists.</summary>
    public static SaslCondition AccountDisabled => new("account-disabled");

    /// <inheritdoc cref="AccountDisabled"/>
    public static SaslCondition CredentialsExpired => new("credentials-expired");

    /// <summary>The mechanism needs TLS first.</summary>
    public static SaslCondition EncryptionRequired => new("encryption-required");

    /// <summary>The data is not base64.</summary>
    public static SaslCondition IncorrectEncoding => new("incorrect-encoding");

    public static SaslCondition InvalidAuthzid => new("invalid-authzid");

    /// <summary>The mechanism is not one of those offered.</summary>
    public static SaslCondition InvalidMechanism => new("invalid-mechanism");

    /// <summary>The decoded data breaks the mechanism's syntax.</summary>
    public static SaslCondition MalformedRequest => new("malformed-request");

    public static SaslCondition MechanismTooWeak => new("mechanism-too-weak");

    public static SaslCondition NotAuthorized => new("not-authorized");

    /// <summary>Our fault, not the client's: it may try again.</summary>
    public static SaslCondition TemporaryAuthFailure => new("temporary-auth-failure");
}
