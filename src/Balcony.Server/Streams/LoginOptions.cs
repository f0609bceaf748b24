// How clients may log in: sasl: in the configuration.
using System.ComponentModel.DataAnnotations;

namespace Balcony.Server.Streams;

/// <summary>How clients may log in.</summary>
public sealed record LoginOptions
{
    /// <summary>PLAIN is offered under TLS, for clients without SCRAM. The password is still only kept as SCRAM keys.</summary>
    public bool AllowPlain { get; init; } = true;

    /// <summary>Lets clients use SCRAM that claim not to have seen our channel bindings. RFC 5802 §6 wants them refused, and so do Prosody and ejabberd: it is
    /// what every client that can bind says when somebody on the way took the -PLUS mechanisms out, so allowing it gives that protection up for all of them.
    /// slixmpp before 1.8.5 says it under TLS 1.3 of itself, and when it is refused goes on to PLAIN, which shows the password to whoever holds the other
    /// end of TLS. Where such clients matter more, allow this and turn allowPlain off.</summary>
    public bool AllowMissedChannelBinding { get; init; }

    /// <summary>ANONYMOUS is offered: throw-away accounts that live as long as their session.</summary>
    public bool AllowAnonymous { get; init; }

    /// <summary>Failed logins of one account within <see cref="AttemptWindow"/>, from anywhere, after which further ones wait. More than one address may
    /// fail, so that nobody can lock another out from one place.</summary>
    [Range(3, 100_000)]
    public int MaxFailuresPerAccount { get; init; } = 200;

    /// <summary>Failed logins from one address (IPv6: its /64) within <see cref="AttemptWindow"/>, after which further ones wait.</summary>
    [Range(3, 100_000)]
    public int MaxFailuresPerAddress { get; init; } = 50;

    /// <summary>Whether the limit per address also holds for this machine's own loopback addresses.</summary>
    public bool LimitLoopback { get; init; }

    /// <summary>How long a failed login counts.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan AttemptWindow { get; init; } = TimeSpan.FromMinutes(5);

    internal AttemptLimits FailureLimits => new(MaxFailuresPerAddress, MaxFailuresPerAccount, AttemptWindow, LimitLoopback);
}
