// Fetches what verification needs, from whom a certificate or a domain names: few bytes, little time, public addresses only.
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Balcony.Xmpp.Tls;

namespace Balcony.Server.Federation.Trust;

/// <param name="Address">http or https.</param>
/// <param name="MaxBytes">The most that is read of the answer.</param>
/// <param name="Anchors">Whom a web server's certificate is believed by.</param>
internal sealed record FetchRequest(Uri Address, int MaxBytes, TrustAnchors Anchors)
{
    /// <summary>What is posted; null: a GET.</summary>
    public byte[]? Body { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Neither it nor what it is redirected to may go without TLS.</summary>
    public bool IsHttpsOnly { get; init; }
}

/// <param name="Bytes">Null when it failed.</param>
/// <param name="Failure">Why, without a full stop.</param>
internal readonly record struct FetchResult(byte[]? Bytes, string? Failure)
{
    public static FetchResult Failed(string why) => new(null, why);
}

/// <summary>Opens a connection to an address that was found to be allowed.</summary>
internal delegate ValueTask<Stream> FetchConnect(IPEndPoint endPoint, CancellationToken cancel);

/// <summary>Any thread may call.</summary>
internal sealed class Fetcher : IDisposable
{
    private const int LongestAddress = 2_048;
    private const int MaxHeaderKilobytes = 16;

    private readonly FetchOptions _options;
    private readonly Func<string, CancellationToken, ValueTask<IReadOnlyList<IPAddress>>> _resolve;
    private readonly TimeProvider _clock;
    private readonly FetchConnect _connect;
    private readonly ChainCheck _chains;
    private readonly SemaphoreSlim _turns;

    // One for each set of authorities: a connection that one of them vouched for must not serve another.
    private readonly ConditionalWeakTable<TrustAnchors, HttpMessageInvoker> _clients = [];

    public Fetcher(FetchOptions options, Func<string, CancellationToken, ValueTask<IReadOnlyList<IPAddress>>> resolve, TimeProvider clock, FetchConnect? connect = null)
    {
        _connect = connect ?? ConnectSocketAsync;
        _options = options;
        _resolve = resolve;
        _clock = clock;
        _chains = new ChainCheck(clock);
        _turns = new SemaphoreSlim(options.MaxAtOnce);
    }

    /// <summary>Whatever goes wrong is in the result.</summary>
    /// <exception cref="OperationCanceledException">The caller gave it up.</exception>
    public async ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(_options.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            await _turns.WaitAsync(either.Token).ConfigureAwait(false);
            try
            {
                return await FollowAsync(request, either.Token).ConfigureAwait(false);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return FetchResult.Failed($"no answer within {_options.Timeout.TotalSeconds:0.#} seconds");
        }
        catch (HttpRequestException fault)
        {
            return FetchResult.Failed(Innermost(fault).Message.TrimEnd('.'));
        }
        catch (Exception fault) when (fault is IOException or SocketException or InvalidOperationException or NotSupportedException or FormatException or ArgumentException)
        {
            return FetchResult.Failed(fault.Message.TrimEnd('.'));
        }
    }

    public void Dispose()
    {
        foreach (var (_, client) in _clients) client.Dispose();
        _turns.Dispose();
    }

    private async ValueTask<FetchResult> FollowAsync(FetchRequest request, CancellationToken cancel)
    {
        var client = _clients.GetValue(request.Anchors, Connect);
        var address = request.Address;
        for (var redirects = 0; ; redirects++)
        {
            if (Refuse(address, request.IsHttpsOnly) is { } refusal) return FetchResult.Failed(refusal);
            using var message = MessageFor(request, address);
            using var response = await client.SendAsync(message, cancel).ConfigureAwait(false);
            if (!IsRedirect(response.StatusCode, request.Body is not null))
            {
                return response.StatusCode == HttpStatusCode.OK
                    ? await ReadAsync(response, request.MaxBytes, cancel).ConfigureAwait(false)
                    : FetchResult.Failed($"the web server answered {(int)response.StatusCode}");
            }
            if (redirects == _options.MaxRedirects) return FetchResult.Failed($"more than {_options.MaxRedirects} redirects");
            if (response.Headers.Location is not { } location) return FetchResult.Failed("a redirect that leads nowhere");
            address = new Uri(address, location);
        }
    }

    private static HttpRequestMessage MessageFor(FetchRequest request, Uri address)
    {
        var message = new HttpRequestMessage(request.Body is null ? HttpMethod.Get : HttpMethod.Post, address);
        if (request.Body is null) return message;
        message.Content = new ByteArrayContent(request.Body);
        if (request.ContentType is { } type) message.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return message;
    }

    private static string? Refuse(Uri address, bool isHttpsOnly)
    {
        if (!address.IsAbsoluteUri || address.OriginalString.Length > LongestAddress) return "an address that is none";
        if (address.Scheme != Uri.UriSchemeHttps && (isHttpsOnly || address.Scheme != Uri.UriSchemeHttp)) return $"'{address.Scheme}' is not {(isHttpsOnly ? "https" : "http or https")}";
        return address.UserInfo.Length > 0 || address.Host.Length == 0 ? "an address with a user in it, or without a host" : null;
    }

    // What was posted is posted again only where the answer says so (RFC 9110 §15.4).
    private static bool IsRedirect(HttpStatusCode status, bool isPost) =>
        status is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        || (!isPost && status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther);

    private static async ValueTask<FetchResult> ReadAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancel)
    {
        var tooLarge = FetchResult.Failed($"more than {maxBytes} bytes");
        if (response.Content.Headers.ContentLength > maxBytes) return tooLarge;
        using var stream = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var count = await stream.ReadAsync(buffer, cancel).ConfigureAwait(false);
            if (count == 0) return new FetchResult(read.ToArray(), null);
            if (read.Length + count > maxBytes) return tooLarge;
            read.Write(buffer, 0, count);
        }
    }

    private HttpMessageInvoker Connect(TrustAnchors anchors)
    {
        // The callback decides; the runtime's own look at the chain must not fetch anything before it.
        var policy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            MaxConnectionsPerServer = 4,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
            ConnectCallback = ConnectAsync,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = policy,
                RemoteCertificateValidationCallback = (sender, certificate, chain, _) => IsTrusted((SslStream)sender, certificate, chain, anchors),
            },
        };
        return new HttpMessageInvoker(handler);
    }

    private bool IsTrusted(SslStream stream, X509Certificate? certificate, X509Chain? chain, TrustAnchors anchors)
    {
        if (certificate is not X509Certificate2 leaf) return false;
        using var result = _chains.Build(leaf, [.. chain?.ChainPolicy.ExtraStore ?? []], anchors, isOutgoing: true);
        return result.Problem is null
            && CertificateNames.Of(leaf).Match(stream.TargetHostName, CertificateNames.Server) is CertificateNameKind.DnsId or CertificateNameKind.IpId;
    }

    // The address is looked at here, where it is connected to: a name may resolve to another one each time it is asked for.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var host = context.DnsEndPoint.Host.Trim('[', ']');
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await _resolve(host, cancel).ConfigureAwait(false);
        SocketException? last = null;
        var refused = 0;
        foreach (var address in addresses)
        {
            if (!PublicAddresses.IsAllowed(address, _options.AllowedNetworks))
            {
                refused++;
                continue;
            }
            try
            {
                return await _connect(new IPEndPoint(address, context.DnsEndPoint.Port), cancel).ConfigureAwait(false);
            }
            catch (SocketException fault)
            {
                last = fault;
            }
        }
        if (last is not null) throw last;
        throw new IOException(refused > 0 ? $"{host} has no public address, and private ones are not fetched from" : $"{host} has no address");
    }

    private static async ValueTask<Stream> ConnectSocketAsync(IPEndPoint endPoint, CancellationToken cancel)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static Exception Innermost(Exception fault)
    {
        while (fault.InnerException is { } inner and not CryptographicException) fault = inner;
        return fault;
    }
}
