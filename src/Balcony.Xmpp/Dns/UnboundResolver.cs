// Asks through libunbound, which caches, follows aliases and validates.
using System.Net;

namespace Balcony.Xmpp.Dns;

/// <summary>A validating resolver. It forwards to the configured name servers and checks every signature itself, from the trust anchor down.</summary>
/// <remarks>
/// With <see cref="DnsValidation.Auto"/> the root's keys are asked for once. When they come with the right signatures, validation stays on as long as the
/// same name servers are asked: a missing signature is an attack, or a fault, and never "insecure". When the name servers answer without them, as those of closed networks and
/// some routers do, nothing could ever be validated: then answers are insecure, and the root's keys are asked for again from time to time.
/// </remarks>
public sealed class UnboundResolver : IDnsResolver
{
    private static readonly TimeSpan AskRootAgainAfter = TimeSpan.FromMinutes(2);

    private readonly DnsOptions _options;
    private readonly TimeProvider _clock;
    private readonly QuestionGate _gate;
    private readonly SystemNames _system;
    private readonly bool _isAuto;
    private readonly Lock _lock = new();
    private Contexts _contexts;
    private Task<RootFinding>? _asking;
    private long _askedRoot;
    private volatile RootFinding _root;
    private bool _isDisposed;

    /// <exception cref="ResolverException">The library is missing.</exception>
    /// <exception cref="ResolverException">It refuses an option.</exception>
    public UnboundResolver(DnsOptions options, TimeProvider clock)
    {
        if (Unbound.WhyNot is { } why) throw new ResolverException(why);
        (_options, _clock) = (options, clock);
        _gate = new QuestionGate(options.MaxQuestions, options.MaxWaiting);
        _system = new SystemNames(options, clock);
        _contexts = new Contexts(options, _system.Servers);
        // Made at once, so that what the library refuses is known at the start.
        _ = options.Validation == DnsValidation.Off ? _contexts.Plain : _contexts.Validating;
        // Who names anchors wants them to be used.
        _isAuto = options.Validation == DnsValidation.Auto && TrustAnchors.AreDefault(options);
        _root = _isAuto ? RootFinding.Unknown : options.Validation == DnsValidation.Off ? RootFinding.Unsigned : RootFinding.Signed;
    }

    /// <summary>The library can be loaded.</summary>
    public static bool IsAvailable => Unbound.WhyNot is null;

    public bool Validates => _root == RootFinding.Signed;

    public string? WhyNotValidating => Validates ? null
        : _options.Validation == DnsValidation.Off ? "it is turned off"
        : _root == RootFinding.Unknown ? "the name servers have not been heard yet"
        : $"the name servers ({string.Join(", ", _system.Servers)}) do not deliver the root's keys and signatures";

    public async ValueTask<DnsAnswer> AskAsync(string name, DnsType type, CancellationToken cancel = default)
    {
        if (!DnsNames.TryPrepare(name, out var prepared)) return DnsAnswer.Without(name, type, DnsCode.BadName);
        if (_system.Find(prepared, type) is { } known) return known;
        using var timeout = new CancellationTokenSource(_options.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            if (!await _gate.EnterAsync(either.Token).ConfigureAwait(false)) return DnsAnswer.Without(prepared, type, DnsCode.Overloaded);
            try
            {
                var contexts = Current();
                var isPlain = await AskRootAsync(contexts, either.Token).ConfigureAwait(false) == RootFinding.Unsigned;
                return await (isPlain ? contexts.Plain : contexts.Validating).AskAsync(prepared, type, either.Token).ConfigureAwait(false);
            }
            finally
            {
                _gate.Leave();
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return DnsAnswer.Without(prepared, type, DnsCode.Timeout);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Contexts contexts;
        lock (_lock)
        {
            if (_isDisposed) return;
            _isDisposed = true;
            contexts = _contexts;
        }
        await contexts.StopAsync().ConfigureAwait(false);
    }

    // Name servers change when a machine moves between networks.
    private Contexts Current()
    {
        lock (_lock)
        {
            var servers = _system.Servers;
            var isSame = ReferenceEquals(servers, _contexts.Servers) || servers.SequenceEqual(_contexts.Servers);
            if (_isDisposed || (isSame && !_contexts.HaveEnded)) return _contexts;
            // What was asked of the old servers is answered as a failure. Ends by itself.
            _ = _contexts.StopAsync();
            _asking = null;
            // Another network may be one without signatures.
            if (_isAuto) _root = RootFinding.Unknown;
            return _contexts = new Contexts(_options, servers);
        }
    }

    private async ValueTask<RootFinding> AskRootAsync(Contexts contexts, CancellationToken cancel)
    {
        if (!_isAuto || _root == RootFinding.Signed) return _root;
        Task<RootFinding> asking;
        lock (_lock)
        {
            var isDue = _asking is null || (_asking.IsCompleted && _clock.GetElapsedTime(_askedRoot) > AskRootAgainAfter);
            if (isDue)
            {
                _askedRoot = _clock.GetTimestamp();
                _asking = FindRootAsync(contexts);
            }
            asking = _asking!;
        }
        // Only the first time there is something to wait for.
        return _root == RootFinding.Unsigned ? RootFinding.Unsigned : await asking.WaitAsync(cancel).ConfigureAwait(false);
    }

    private async Task<RootFinding> FindRootAsync(Contexts contexts)
    {
        using var timeout = new CancellationTokenSource(_options.Timeout / 2, _clock);
        var finding = RootFinding.Unknown;
        try
        {
            var answer = await contexts.Validating.AskAsync(".", DnsType.Dnskey, timeout.Token).ConfigureAwait(false);
            if (answer.IsSecure) finding = RootFinding.Signed;
        }
        catch (OperationCanceledException)
        {
            // Perhaps no name server is there, perhaps one that drops what it does not know.
        }
        if (finding != RootFinding.Signed && await IsHeardAsync(contexts.Servers).ConfigureAwait(false)) finding = RootFinding.Unsigned;
        lock (_lock)
        {
            // Once signed, always signed; and what old servers did not say is no matter any more.
            if (_root != RootFinding.Signed && ReferenceEquals(contexts, _contexts)) _root = finding;
            if (finding == RootFinding.Unknown) _asking = null;
            return _root;
        }
    }

    // Whether a name server says anything at all about the root's keys: silence proves nothing.
    private async Task<bool> IsHeardAsync(IReadOnlyList<IPEndPoint> servers)
    {
        await using var stub = new StubResolver(_options with { Servers = servers, HostsFile = null, Tries = 1, Timeout = _options.Timeout / 2 }, _clock);
        var answer = await stub.AskAsync(".", DnsType.Dnskey).ConfigureAwait(false);
        return answer.Code is not (DnsCode.Timeout or DnsCode.Unreachable or DnsCode.Overloaded);
    }

    private enum RootFinding
    {
        Unknown,
        Signed,
        Unsigned,
    }

    // A context's options cannot be changed once it was asked: one validates, the other, made when it is needed, does not.
    private sealed class Contexts(DnsOptions options, IReadOnlyList<IPEndPoint> servers)
    {
        private readonly Lazy<UnboundContext> _validating = new(() => UnboundConfiguration.Create(options, servers, validates: true));
        private readonly Lazy<UnboundContext> _plain = new(() => UnboundConfiguration.Create(options, servers, validates: false));

        public IReadOnlyList<IPEndPoint> Servers => servers;

        public UnboundContext Validating => _validating.Value;

        public UnboundContext Plain => _plain.Value;

        public bool HaveEnded => _validating is { IsValueCreated: true, Value.HasEnded: true } || _plain is { IsValueCreated: true, Value.HasEnded: true };

        public async Task StopAsync()
        {
            if (_validating.IsValueCreated) await _validating.Value.DisposeAsync().ConfigureAwait(false);
            if (_plain.IsValueCreated) await _plain.Value.DisposeAsync().ConfigureAwait(false);
        }
    }
}
