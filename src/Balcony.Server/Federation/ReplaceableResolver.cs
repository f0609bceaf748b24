// The resolver of a server whose configuration may change under it.
using Balcony.Xmpp.Dns;

namespace Balcony.Server.Federation;

/// <summary>Asks whoever was put there last; who was there before is disposed when its last question is answered. Any thread may call.</summary>
/// <param name="first">Owned from now on.</param>
public sealed class ReplaceableResolver(IDnsResolver first) : IDnsResolver
{
    private readonly Lock _gate = new();
    private Post _post = new(first);

    public IDnsResolver Current
    {
        get
        {
            lock (_gate) return _post.Resolver;
        }
    }

    public bool Validates => Current.Validates;

    public string? WhyNotValidating => Current.WhyNotValidating;

    public async ValueTask<DnsAnswer> AskAsync(string name, DnsType type, CancellationToken cancel = default)
    {
        Post post;
        lock (_gate)
        {
            post = _post;
            post.Asking++;
        }
        try
        {
            return await post.Resolver.AskAsync(name, type, cancel).ConfigureAwait(false);
        }
        finally
        {
            bool isLast;
            lock (_gate) isLast = --post.Asking == 0 && post != _post;
            if (isLast) await post.Resolver.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>From now on <paramref name="next"/> is asked, and owned.</summary>
    public async ValueTask ReplaceAsync(IDnsResolver next)
    {
        Post before;
        bool isIdle;
        lock (_gate)
        {
            before = _post;
            _post = new Post(next);
            isIdle = before.Asking == 0;
        }
        if (isIdle) await before.Resolver.DisposeAsync().ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => Current.DisposeAsync();

    private sealed class Post(IDnsResolver resolver)
    {
        public IDnsResolver Resolver => resolver;

        public int Asking { get; set; }
    }
}
