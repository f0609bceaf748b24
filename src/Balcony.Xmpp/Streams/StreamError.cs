// RFC 6120 §4.9: stream errors. They end the stream.
using Balcony.Xmpp.Payloads;

namespace Balcony.Xmpp.Streams;

/// <summary>A defined stream error condition, named by its element (RFC 6120 §4.9.3).</summary>
public readonly record struct StreamCondition(string Name)
{
    public const string Ns = "urn:ietf:params:xml:ns:xmpp-streams";

    public static StreamCondition BadFormat => new("bad-format");
    public static StreamCondition BadNamespacePrefix => new("bad-namespace-prefix");
    public static StreamCondition Conflict => new("conflict");
    public static StreamCondition ConnectionTimeout => new("connection-timeout");
    public static StreamCondition HostGone => new("host-gone");
    public static StreamCondition HostUnknown => new("host-unknown");
    public static StreamCondition ImproperAddressing => new("improper-addressing");
    public static StreamCondition InternalServerError => new("internal-server-error");
    public static StreamCondition InvalidFrom => new("invalid-from");
    public static StreamCondition InvalidNamespace => new("invalid-namespace");
    public static StreamCondition InvalidXml => new("invalid-xml");
    public static StreamCondition NotAuthorized => new("not-authorized");
    public static StreamCondition NotWellFormed => new("not-well-formed");
    public static StreamCondition PolicyViolation => new("policy-violation");
    public static StreamCondition RemoteConnectionFailed => new("remote-connection-failed");
    public static StreamCondition Reset => new("reset");
    public static StreamCondition ResourceConstraint => new("resource-constraint");
    public static StreamCondition RestrictedXml => new("restricted-xml");
    public static StreamCondition SeeOtherHost => new("see-other-host");
    public static StreamCondition SystemShutdown => new("system-shutdown");
    public static StreamCondition UndefinedCondition => new("undefined-condition");
    public static StreamCondition UnsupportedEncoding => new("unsupported-encoding");
    public static StreamCondition UnsupportedFeature => new("unsupported-feature");
    public static StreamCondition UnsupportedStanzaType => new("unsupported-stanza-type");
    public static StreamCondition UnsupportedVersion => new("unsupported-version");
}

/// <summary>The stream is broken or must end: caught in one place, which sends the condition and closes (RFC 6120 §4.9.1.1).</summary>
public sealed class StreamException(StreamCondition condition, string? text = null) : Exception(text ?? condition.Name)
{
    public StreamCondition Condition { get; } = condition;

    /// <summary>Human-readable text for the peer; null sends none.</summary>
    public string? Text { get; } = text;

    /// <summary>The host of <c>see-other-host</c> (RFC 6120 §4.9.3.19), otherwise null.</summary>
    public string? OtherHost { get; init; }

    /// <summary>The application-specific condition (RFC 6120 §4.9.4) to send beside the other; null sends none.</summary>
    public IPayload? Detail { get; init; }
}
