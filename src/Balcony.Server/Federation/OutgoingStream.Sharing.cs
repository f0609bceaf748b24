// XEP-0220 §2.6: further pairs on a stream that we made, each proven by a dialback of its own.
using Balcony.Server.Federation.Diary;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Dns;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Federation;

internal sealed partial class OutgoingStream
{
    // A peer works on few requests at a time, and says resource-constraint to more.
    private const int MaxUnderWay = 2;

    // Who refuses so many wants none.
    private const int MaxRefused = 20;

    private Sharing? _sharing;
    private DialbackOffer _dialback;

    private enum DialbackOffer : byte
    {
        None,

        /// <summary>§2.4: what it does not want may end the stream.</summary>
        Plain,

        /// <summary>It says so, and the stream goes on.</summary>
        WithErrors,
    }

    public ServiceTarget Target => _target;

    /// <summary>By which further pairs find it; null: they do not.</summary>
    public SharedStreams.Dial? Dial { get; set; }

    // Made with the first further pair: most streams have none.
    private sealed class Sharing
    {
        public SemaphoreSlim Turns { get; } = new(MaxUnderWay);

        public Dictionary<LinkKey, TaskCompletionSource<string>> Asked { get; } = [];

        public HashSet<LinkKey> Refused { get; } = [];

        public List<PeerAttempt> Attempts { get; } = [];
    }

    /// <summary>Has the peer accept a further pair on this stream.</summary>
    /// <param name="pair">To be carried.</param>
    /// <param name="target">Of its domain: where the stream goes, too.</param>
    /// <param name="policy">For the pair.</param>
    /// <param name="attempt">Where what happens is noted.</param>
    /// <param name="cancel">Given up.</param>
    /// <returns>False: it needs a stream of its own.</returns>
    public async Task<bool> TryCarryAsync(LinkKey pair, ServiceTarget target, PeerPolicy policy, PeerAttempt attempt, CancellationToken cancel)
    {
        if (!MayCarry(pair, policy))
        {
            return false;
        }
        var sharing = Volatile.Read(ref _sharing) ?? Interlocked.CompareExchange(ref _sharing, new Sharing(), null) ?? _sharing;
        await sharing.Turns.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            // Others came meanwhile.
            if (!MayCarry(pair, policy) || !await IsTrustedAsync(pair, target, policy, attempt).ConfigureAwait(false))
            {
                return false;
            }
            attempt.Note("connect", $"on the stream of {_pair} to {_target}");
            string outcome = await AskAsync(sharing, pair, cancel).ConfigureAwait(false);
            attempt.Note("authentication", $"dialback: {outcome}");
            return outcome == "valid" && Carry(sharing, pair, attempt);
        }
        finally
        {
            sharing.Turns.Release();
        }
    }

    protected override void OnEnded()
    {
        base.OnEnded();
        if (Dial is { } dial)
        {
            Services.Shared.End(dial);
        }
        foreach (var attempt in TakeAttempts())
        {
            attempt.End();
            Services.Diary.Keep(attempt);
        }
    }

    // Certificates are for a host: a peer that believed ours, and believes no others, would have to be shown another one.
    private bool MayCarry(LinkKey pair, PeerPolicy policy)
    {
        if (!_isReady || !_isForLink || IsClosing || IsLost || Guests.Count + 1 >= Services.Options.MaxPairsPerStream || (Transport.Tls is null && policy.IsTlsRequired)
            || (Transport.Tls is { } tls && (tls.Protocol & policy.Protocols) == 0))
        {
            return false;
        }
        // §2.6.2: to ask for a domain that it may not serve needs a peer that can say so.
        if (_dialback == DialbackOffer.None || (_dialback == DialbackOffer.Plain && !pair.Peer.Equals(_pair.Peer)))
        {
            return false;
        }
        // XEP-0344: who believed our certificate, and can say that it does not, need not call back for another name in it. One that would call back gains nothing
        // from sharing: its call is a connection, too.
        if (AuthenticatedBy == SaslMechanism.External && (_dialback != DialbackOffer.WithErrors || !IsShown(pair.Host)))
        {
            return false;
        }
        return Volatile.Read(ref _sharing) is not { } sharing || !IsRefused(sharing, pair);
    }

    // The certificate that the peer saw is this host's, too.
    private bool IsShown(BareJid host) => host.Equals(_pair.Host) || (Services.Parts.Certificate(_pair.Host) is { } own && SharedStreams.IsFor(own, host));

    private static bool IsRefused(Sharing sharing, LinkKey pair)
    {
        lock (sharing)
        {
            return sharing.Refused.Contains(pair) || sharing.Refused.Count >= MaxRefused;
        }
    }

    // What proves the stream's own domain must prove each further one in the same way.
    private async ValueTask<bool> IsTrustedAsync(LinkKey pair, ServiceTarget target, PeerPolicy policy, PeerAttempt attempt)
    {
        if (Transport.Tls is not { } tls)
        {
            return policy.AllowsDialback;
        }
        attempt.Note("tls", $"{tls.Protocol} {tls.Cipher}");
        var verdict = await JudgeAsync(pair, target, policy, attempt).ConfigureAwait(false);
        return verdict.IsTrusted || policy.AllowsDialback;
    }

    // What the peer said: "valid", or why not.
    private async Task<string> AskAsync(Sharing sharing, LinkKey pair, CancellationToken cancel)
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (sharing)
        {
            sharing.Asked[pair] = answer;
        }
        if (IsLost)
        {
            FailFurther();
        }
        WriteControl(writer => WriteDialback(writer, "db:result", pair.Host, pair.Peer, key: Services.Keys.KeyFor(pair.Peer, pair.Host, _streamId!)));
        string outcome;
        try
        {
            // The peer may have to call back first.
            outcome = await answer.Task.WaitAsync(Services.Options.DialbackWithin + Services.Options.ConnectWithin, Services.Clock, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            outcome = "no answer";
        }
        lock (sharing)
        {
            sharing.Asked.Remove(pair);
            if (outcome != "valid")
            {
                sharing.Refused.Add(pair);
            }
        }
        return outcome;
    }

    private bool Carry(Sharing sharing, LinkKey pair, PeerAttempt attempt)
    {
        // XEP-0288 §2: "the inverse of any domain pair that has been used in a dialback request".
        if (IsBidirectional && Accept(pair))
        {
            attempt.Note("bidi", "stanzas pass both ways on this stream");
        }
        lock (sharing)
        {
            sharing.Attempts.Add(attempt);
        }
        attempt.Ready();
        Services.Diary.Keep(attempt);
        FederationLog.Up(Services.Logger, pair, "outgoing, shared", Security);
        return true;
    }

    // False: it answers no question about a further pair.
    private bool AnswersFurther(XmlElement element, string type)
    {
        if (Volatile.Read(ref _sharing) is not { } sharing)
        {
            return false;
        }
        var (from, to) = DomainsOf(element);
        TaskCompletionSource<string>? asked;
        lock (sharing)
        {
            sharing.Asked.TryGetValue(new LinkKey(to, from), out asked);
        }
        return asked?.TrySetResult(type == "valid" ? type : ConditionOf(element, type)) == true;
    }

    // A peer that has nothing else to end the stream for did not want to be asked.
    private void FailFurther()
    {
        if (Volatile.Read(ref _sharing) is not { } sharing)
        {
            return;
        }
        lock (sharing)
        {
            if (sharing.Asked.Count > 0 && HasPeerEnded)
            {
                Services.Shared.LeaveAlone(_target);
            }
            foreach (var (_, answer) in sharing.Asked)
            {
                answer.TrySetResult("the stream ended");
            }
        }
    }

    private List<PeerAttempt> TakeAttempts()
    {
        if (_sharing is not { } sharing)
        {
            return [];
        }
        lock (sharing)
        {
            return [.. sharing.Attempts];
        }
    }

    private static string ConditionOf(XmlElement element, string? type) =>
        element.Children.FirstOrDefault(child => child.Name == "error")?.Children.FirstOrDefault(child => child.Namespace == StanzaError.Ns)?.Name ?? type ?? "no type";
}
