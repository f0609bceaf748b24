// XEP-0199: answers pings to the server and to accounts on their behalf (§4.2, §4.3), and pings clients that have long been silent (§4.1).
using System.ComponentModel.DataAnnotations;
using Balcony.Server.Sessions;
using Balcony.Xmpp.Payloads;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Streams;

namespace Balcony.Server.Modules;

/// <summary>When silent clients are asked whether they are still there.</summary>
public sealed record PingOptions
{
    /// <summary>How long a client may be silent before the server pings it. Zero turns it off.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>How long the answer may take; after that the client's session ends.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromMinutes(1);
}

/// <summary>XEP-0199: pings, both ways.</summary>
public sealed class PingModule(PingOptions options, SessionDirectory sessions, TimeProvider clock) : IModule
{
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(15);
    private static readonly SessionKey<long> Pinged = new("when a silent client was pinged");

    public static ModuleInfo Info => new("ping", new Xep(199, "2.0.1")) { Summary = "Pings to and from the server.", Options = typeof(PingOptions) };

    public void Register(ModuleBuilder module)
    {
        module.OnGet<Ping>(IqTarget.Server | IqTarget.OwnAccount | IqTarget.Account | IqTarget.RoomService, (_, _) => IqReply.Result());
        if (options.IdleAfter > TimeSpan.Zero)
        {
            module.Every(CheckInterval, CheckIdle);
        }
    }

    private ValueTask CheckIdle(CancellationToken cancel)
    {
        long now = clock.GetTimestamp();
        foreach (var session in sessions.All.Where(session => !session.IsHibernating))
        {
            long heard = session.Shell.LastHeard;
            long pinged = session.Get(Pinged);
            if (clock.GetElapsedTime(heard, now) < options.IdleAfter)
            {
                continue;
            }
            if (pinged <= heard)
            {
                session.Set(Pinged, now);
                session.Deliver(new Iq(IqType.Get, session.Address, session.Account.Host, $"ping-{now:x}", new Ping()));
            }
            else if (clock.GetElapsedTime(pinged, now) >= options.AnswerWithin)
            {
                // §4.1: no answer, not even an error: nobody is there.
                session.Shell.Close(StreamCondition.ConnectionTimeout, "no answer to a ping");
            }
        }
        return default;
    }
}
