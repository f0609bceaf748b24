// Whom a client logs in as, where, and what it puts up with.
using System.ComponentModel.DataAnnotations;
using System.Net;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Xml;

namespace Balcony.Client;

/// <summary>Everything about a connection, fixed before it is made.</summary>
public sealed record XmppClientOptions
{
    /// <summary>The account; a host alone logs in anonymously (XEP-0175).</summary>
    public required BareJid Account { get; init; }

    /// <summary>As the user typed it. Null: none.</summary>
    public string? Password { get; init; }

    /// <summary>The wanted resource, not prepared; null leaves it to the server.</summary>
    public string? Resource { get; init; }

    /// <summary>The language of texts for people, as a tag such as <c>en</c>; null names none.</summary>
    [RegularExpression("[A-Za-z0-9-]{1,35}")]
    public string? Lang { get; init; }

    /// <summary>Where to connect; null: port 5222 of the account's host, or 5223 with <see cref="ClientTls.IsDirect"/>.</summary>
    public EndPoint? EndPoint { get; init; }

    public ClientTls Tls { get; init; } = new();

    /// <summary>See <see cref="SaslCredentials.AllowsPlain"/>.</summary>
    public bool AllowsPlain { get; init; }

    /// <summary>Goes on without TLS when the transport is not encrypted. For a server on the same machine, and tests.</summary>
    public bool AllowsPlaintext { get; init; }

    public XmlLimits Limits { get; init; } = new();

    /// <summary>How long everything up to the bound resource may take.</summary>
    public TimeSpan ConnectWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an answer to a request may take.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the server may take to end its side after we ended ours.</summary>
    public TimeSpan CloseWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Stanzas that wait to be read. When it is full nothing more is taken from the connection, answers included.</summary>
    [Range(1, 1_000_000)]
    public int MaxWaitingStanzas { get; init; } = 1_024;

    /// <summary>Requests that wait for their answers; one more fails at once.</summary>
    [Range(1, 1_000_000)]
    public int MaxOpenRequests { get; init; } = 1_024;

    /// <summary>Told of what a handler of requests throws, but for <see cref="Xmpp.Stanzas.StanzaException"/>; who asked gets <c>internal-server-error</c>.</summary>
    public Action<Exception>? HandlerFailed { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Never the password.</summary>
    public override string ToString() => Account.ToString();
}
