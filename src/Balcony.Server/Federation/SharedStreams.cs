// XEP-0220 §2.6: which of the streams that we made, or are making, could carry the stanzas of a further pair.
using Balcony.Server.Federation.Diary;
using Balcony.Server.Net;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Dns;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Tls;

namespace Balcony.Server.Federation;

/// <summary>Streams by where they go. Any thread may call.</summary>
internal sealed class SharedStreams(PeerServices services)
{
    // A peer that ended a stream because a further pair was asked for is left alone with that.
    private static readonly TimeSpan LeftAloneFor = TimeSpan.FromHours(1);

    private const int MaxLeftAlone = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<Place, List<Dial>> _dials = [];
    private readonly Dictionary<Place, long> _leftAlone = [];

    // "If the hostname and port resolution results in the same": what DNS names is compared, before addresses that change with each answer.
    private readonly record struct Place(string Host, int Port, bool DirectTls)
    {
        public static Place Of(ServiceTarget target) => new(target.Host.ToLowerInvariant(), target.Port, target.DirectTls);
    }

    /// <summary>A stream, or an attempt to make one.</summary>
    internal sealed class Dial(LinkKey pair)
    {
        private readonly TaskCompletionSource<OutgoingStream?> _made = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public LinkKey Pair => pair;

        /// <summary>Null: there is none after all.</summary>
        public Task<OutgoingStream?> Stream => _made.Task;

        /// <summary>Where it is found.</summary>
        public List<ServiceTarget> Targets { get; } = [];

        /// <summary>Null: not yet, or not at all.</summary>
        public OutgoingStream? Ready { get; private set; }

        public void Made(OutgoingStream? stream)
        {
            Ready = stream;
            _made.TrySetResult(stream);
        }
    }

    /// <summary>A stream to one of the targets that carries the pair from now on.</summary>
    /// <returns>Null: none does. The caller makes one, and says by the dial what became of that: others that come meanwhile wait for it.</returns>
    public async Task<OutgoingStream?> FindAsync(
        LinkKey pair, IReadOnlyList<ServiceTarget> targets, PeerPolicy policy, PeerAttempt attempt, Dial dial, CancellationToken cancel)
    {
        var tried = new HashSet<Dial>();
        while (Next(pair, targets, tried, dial) is { } other)
        {
            tried.Add(other);
            if (await other.Stream.WaitAsync(cancel).ConfigureAwait(false) is { } stream && TargetOf(stream, targets) is { } target
                && await stream.TryCarryAsync(pair, target, policy, attempt, cancel).ConfigureAwait(false))
            {
                return stream;
            }
        }
        return null;
    }

    /// <summary>The stream is ready: it goes to one of the targets only.</summary>
    public void Made(Dial dial, OutgoingStream stream)
    {
        lock (_gate)
        {
            Remove(dial);
            Add(dial, stream.Target);
        }
        dial.Made(stream);
        stream.Dial = dial;
        if (stream.IsLost)
        {
            // It ended before it knew.
            End(dial);
        }
    }

    /// <summary>The stream is gone, or was not made.</summary>
    public void End(Dial dial)
    {
        dial.Made(null);
        lock (_gate)
        {
            Remove(dial);
        }
    }

    /// <summary>The peer there ends streams rather than say that it does not want a further pair.</summary>
    public void LeaveAlone(ServiceTarget target)
    {
        lock (_gate)
        {
            if (_leftAlone.Count >= MaxLeftAlone)
            {
                _leftAlone.Clear();
            }
            _leftAlone[Place.Of(target)] = services.Clock.GetTimestamp();
        }
    }

    // The first that was not tried; without any, the caller's own takes its place, so that of many that come at once one connects and the others wait.
    private Dial? Next(LinkKey pair, IReadOnlyList<ServiceTarget> targets, HashSet<Dial> tried, Dial own)
    {
        lock (_gate)
        {
            foreach (var target in targets)
            {
                if (!IsLeftAlone(target) && _dials.TryGetValue(Place.Of(target), out var dials)
                    && dials.Find(dial => !tried.Contains(dial) && MayShare(dial, pair)) is { } found)
                {
                    return found;
                }
            }
            foreach (var target in targets)
            {
                Add(own, target);
            }
            return null;
        }
    }

    private void Add(Dial dial, ServiceTarget target)
    {
        if (!_dials.TryGetValue(Place.Of(target), out var dials))
        {
            _dials[Place.Of(target)] = dials = [];
        }
        dials.Add(dial);
        dial.Targets.Add(target);
    }

    private void Remove(Dial dial)
    {
        foreach (var place in dial.Targets.Select(Place.Of))
        {
            if (_dials.TryGetValue(place, out var dials) && dials.Remove(dial) && dials.Count == 0)
            {
                _dials.Remove(place);
            }
        }
        dial.Targets.Clear();
    }

    private bool IsLeftAlone(ServiceTarget target) =>
        _leftAlone.TryGetValue(Place.Of(target), out long since) && services.Clock.GetElapsedTime(since) < LeftAloneFor;

    // Whether it can be worth trying or waiting for: a peer that believes certificates wants one of the host itself.
    private bool MayShare(Dial dial, LinkKey pair) => !dial.Pair.Equals(pair)
        && (dial.Pair.Host.Equals(pair.Host) || (dial.Ready is { } ready && ready.AuthenticatedBy != SaslMechanism.External)
            || services.Parts.Certificate(dial.Pair.Host) is not { } own || IsFor(own, pair.Host));

    /// <summary>The certificate is for this host, too.</summary>
    public static bool IsFor(HostCertificate own, BareJid host) => own.Names.Match(host.Domain, CertificateNames.Server) != CertificateNameKind.None;

    private static ServiceTarget? TargetOf(OutgoingStream stream, IReadOnlyList<ServiceTarget> targets) =>
        targets.FirstOrDefault(target => Place.Of(target) == Place.Of(stream.Target));
}
