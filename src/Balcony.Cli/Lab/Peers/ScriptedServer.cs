// One peer of the lab: it listens, answers, and connects to the tested server, all as its script says.
using System.Net.Sockets;
using Balcony.Xmpp.Xml;

namespace Balcony.Cli.Lab.Peers;

/// <summary>For several threads. Dispose ends its streams.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private const int MaxKept = 256;

    private readonly PeerConnections _connections;
    private readonly List<AcceptedStream> _streams = [];
    private readonly Dictionary<string, TaskCompletionSource<XmlElement>> _awaited = [];
    private readonly HashSet<string> _taken = [];
    private readonly SemaphoreSlim _answering = new(1, 1);
    private OpenedStream? _answers;
    private int _pings;
    private int _isBroken;

    public ScriptedServer(PeerSelf self)
    {
        (Self, AcceptsAs) = (self, self.Script);
        _connections = new PeerConnections(ServeAsync);
    }

    public PeerSelf Self { get; }

    /// <summary>The streams that the tested server opened, oldest first; the first ones are kept.</summary>
    public IReadOnlyList<AcceptedStream> Streams
    {
        get { lock (_streams) return [.. _streams]; }
    }

    /// <summary>How it behaves on streams that the tested server opens: as its script says, unless the other direction is being tested.</summary>
    public PeerScript AcceptsAs { get; set; }

    /// <summary>How many pings the tested server has handed over.</summary>
    public int Pings => Volatile.Read(ref _pings);

    /// <summary>To whom a stanza goes that must not be let through, and its id: the same for all of its kind.</summary>
    public (string To, string Id)? Bait { get; set; }

    /// <summary>The stream that the tested server may resume (XEP-0198 §5); null: none.</summary>
    public string? ResumptionId { get; set; }

    /// <summary>It did.</summary>
    public bool IsResumed { get; set; }

    /// <summary>A connection is lost now: once.</summary>
    public bool TryBreak() => Interlocked.Exchange(ref _isBroken, 1) == 0;

    /// <summary>Takes connections from here on. The socket belongs to the caller.</summary>
    public void Listen(Socket listener, bool isDirect) => _connections.Listen(listener, isDirect);

    /// <summary>Completes when a stanza with this id arrives on an authenticated stream.</summary>
    public Task<XmlElement> Await(string id)
    {
        lock (_awaited)
        {
            if (!_awaited.TryGetValue(id, out var waiting))
                _awaited[id] = waiting = new TaskCompletionSource<XmlElement>(TaskCreationOptions.RunContinuationsAsynchronously);
            return waiting.Task;
        }
    }

    /// <summary>A stanza with this id has arrived.</summary>
    public bool HasTaken(string id)
    {
        lock (_awaited) return _taken.Contains(id);
    }

    internal bool IsOurs(string domain) => domain == Self.Domain || domain == Self.SecondDomain;

    internal string Forgery(string from, string to) => Bait is { } bait
        ? PeerWords.Message("romeo@" + from, bait.To, bait.Id, "This must not arrive.")
        : PeerWords.Ping(from, to, "unasked");

    internal void Own(Task task) => _connections.Own(task);

    internal void Took(XmlElement stanza, AcceptedStream stream)
    {
        if (stanza.Attribute("id") is { } id)
        {
            lock (_awaited)
            {
                if (_taken.Count < MaxKept) _taken.Add(id);
                if (_awaited.Remove(id, out var waiting)) waiting.TrySetResult(stanza);
            }
        }
        if (stanza.Attribute("type") == "get" && stanza.Child("ping", PeerWords.PingNs) is not null) Interlocked.Increment(ref _pings);
        if (PeerAnswers.To(stanza) is { } answer) Own(AnswerAsync(answer, stream));
    }

    public async ValueTask DisposeAsync()
    {
        // In good order: a tested server that still believes in a stream would send the next stanza into it.
        await Task.WhenAll(Streams.Select(stream => stream.EndAsync())).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _connections.EndAsync().ConfigureAwait(false);
        foreach (var stream in Streams) await stream.DisposeAsync().ConfigureAwait(false);
        await _connections.DisposeAsync().ConfigureAwait(false);
        if (_answers is not null) await _answers.DisposeAsync().ConfigureAwait(false);
    }

    private async Task ServeAsync(Stream bytes, bool isDirect, CancellationToken cancel)
    {
        await using var stream = new AcceptedStream(Self with { Script = AcceptsAs }, this, bytes, isDirect);
        lock (_streams)
        {
            if (_streams.Count < MaxKept) _streams.Add(stream);
        }
        await stream.RunAsync(cancel).ConfigureAwait(false);
    }

    // On the stream that the question came by where that was agreed on, otherwise on one of the peer's own.
    private async Task AnswerAsync(string answer, AcceptedStream stream)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_connections.Ended);
        patience.CancelAfter(Self.Patience);
        await _answering.WaitAsync(patience.Token).ConfigureAwait(false);
        try
        {
            if (stream.IsBidi)
            {
                await stream.SendAsync(answer, patience.Token).ConfigureAwait(false);
                return;
            }
            if (_answers is null)
            {
                var opened = new OpenedStream(Self with { Script = Self.Script.WithoutFaults });
                var seen = await opened.OpenAsync(patience.Token).ConfigureAwait(false);
                stream.Trace.Note("a stream back, to answer: " + seen.Text);
                _answers = opened;
                if (seen.Outcome != Outcome.Accepted) return;
            }
            await _answers.SendAsync(answer, patience.Token).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            stream.Trace.Note("could not answer: " + gone.Message);
        }
        finally
        {
            _answering.Release();
        }
    }
}
