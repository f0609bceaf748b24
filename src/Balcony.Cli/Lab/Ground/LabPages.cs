// What the lab's web server has: revocation lists, OCSP responders, the intermediate, and POSH documents.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Balcony.Cli.Lab.Ground;

internal sealed class LabPages
{
    private const string Posh = "/.well-known/posh/";
    private const string RightPosh = "/posh/right/";
    private const int MostRequestBytes = 16 * 1024;
    private const int HugeMegabytes = 12;
    private static readonly byte[] Blank = [.. Enumerable.Repeat((byte)' ', 64 * 1024)];

    private readonly int _plainPort;
    private readonly Dictionary<string, Func<byte[]>> _files;
    private readonly Dictionary<string, LabOcsp> _responders;
    private readonly Dictionary<string, LabPeer> _peers;

    /// <param name="plainPort">Of the HTTP that certificates name.</param>
    public LabPages(LabAuthority authority, IEnumerable<LabPeer> peers, int plainPort, TimeProvider clock)
    {
        _plainPort = plainPort;
        _peers = peers.Where(peer => peer.Spec.Posh != LabPosh.None).ToDictionary(peer => peer.Domain);
        var none = new Dictionary<string, LabRevocation>();
        var (root, own, ec, forger) = (authority.Root, authority.Intermediate, authority.EcIntermediate, authority.Forger);
        var day = TimeSpan.FromDays(1);
        _responders = new()
        {
            [LabUrls.OcspPath] = new(own, own, authority.Revoked, clock),
            [LabUrls.RootOcspPath] = new(root, root, none, clock),
            [LabUrls.EcOcspPath] = new(ec, ec, none, clock),
            [LabUrls.ForgedOcspPath] = new(own, forger, none, clock),
            [LabUrls.OutdatedOcspPath] = new(own, own, none, clock) { Age = day },
        };
        var huge = new Lazy<byte[]>(() => LabCrl.MakeHuge(own, clock.GetUtcNow()));
        _files = new()
        {
            [LabUrls.CrlPath] = () => LabCrl.Make(own, own, Listed(authority), clock.GetUtcNow()),
            [LabUrls.RootCrlPath] = () => LabCrl.Make(root, root, [], clock.GetUtcNow()),
            [LabUrls.EcCrlPath] = () => LabCrl.Make(ec, ec, [], clock.GetUtcNow()),
            [LabUrls.ForgedCrlPath] = () => LabCrl.Make(own, forger, [], clock.GetUtcNow()),
            [LabUrls.OutdatedCrlPath] = () => LabCrl.Make(own, own, [], clock.GetUtcNow() - day - day),
            [LabUrls.HugeCrlPath] = () => huge.Value,
            [LabUrls.IssuerPath] = () => own.Certificate.RawData,
        };
    }

    public async Task AnswerAsync(HttpContext http)
    {
        var (request, path) = (http.Request, http.Request.Path.Value ?? "");
        if (_peers.TryGetValue(request.Host.Host, out var peer)) await AnswerPoshAsync(http, peer);
        else if (_files.TryGetValue(path, out var file)) await WriteAsync(http.Response, path.EndsWith("crl", StringComparison.Ordinal) ? "application/pkix-crl" : "application/pkix-cert", file());
        else if (path == LabUrls.SilentOcspPath) await WaitAsync(http);
        else if (path.StartsWith(LabUrls.OcspPath, StringComparison.Ordinal)) await AnswerOcspAsync(http, path);
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static IReadOnlyList<byte[]> Listed(LabAuthority authority) =>
        [.. authority.Revoked.Where(entry => entry.Value == LabRevocation.Revoked).Select(entry => Convert.FromHexString(entry.Key))];

    private async Task AnswerOcspAsync(HttpContext http, string path)
    {
        byte[]? request = null;
        if (HttpMethods.IsPost(http.Request.Method) && http.Request.ContentLength is <= MostRequestBytes)
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            request = body.ToArray();
        }
        else if (HttpMethods.IsGet(http.Request.Method) && path.LastIndexOf('/') is var slash and > 0)
        {
            // RFC 6960 appendix A.1: the request in base64 behind the address; slashes in it are escaped, and Kestrel leaves those so.
            var text = Uri.UnescapeDataString(path[(slash + 1)..]);
            path = path[..slash];
            var bytes = new byte[text.Length];
            if (Convert.TryFromBase64String(text, bytes, out var count)) request = bytes[..count];
        }
        if (request is null || !_responders.TryGetValue(path, out var responder)) http.Response.StatusCode = StatusCodes.Status400BadRequest;
        else await WriteAsync(http.Response, "application/ocsp-response", responder.Answer(request));
    }

    private async Task AnswerPoshAsync(HttpContext http, LabPeer peer)
    {
        var (kind, response) = (peer.Spec.Posh, http.Response);
        var (path, document) = (http.Request.Path.Value ?? "", peer.Spec.Service == LabService.Server ? "xmpp-server.json" : "xmpp-client.json");
        var right = Fingerprint(peer.Identity.Certificate);
        if (path == RightPosh + document) await WriteJsonAsync(response, right);
        else if (path != Posh + document && kind is not (LabPosh.RedirectLoop or LabPosh.DelegationLoop)) response.StatusCode = StatusCodes.Status404NotFound;
        else if (kind == LabPosh.Redirected) response.Redirect($"https://{peer.Domain}{RightPosh}{document}");
        else if (kind == LabPosh.RedirectToPlain) response.Redirect($"http://{peer.Domain}:{_plainPort}{RightPosh}{document}");
        else if (kind == LabPosh.RedirectLoop) response.Redirect($"https://{peer.Domain}/again/{document}");
        else if (kind == LabPosh.Delegated) await WriteJsonAsync(response, $$"""{"url":"https://{{peer.Domain}}{{RightPosh}}{{document}}","expires":3600}""");
        else if (kind == LabPosh.DelegationLoop) await WriteJsonAsync(response, $$"""{"url":"https://{{peer.Domain}}{{Posh}}{{document}}","expires":3600}""");
        else if (kind == LabPosh.Wrong) await WriteJsonAsync(response, Fingerprint(peer.Identity.Presented.Count > 0 ? peer.Identity.Presented[0] : null));
        else if (kind == LabPosh.NotJson) await WriteJsonAsync(response, "<posh/>");
        else if (kind is LabPosh.Huge or LabPosh.Endless) await WriteLongAsync(http, kind == LabPosh.Endless ? int.MaxValue : HugeMegabytes * 16, right);
        else await WriteJsonAsync(response, right);
    }

    // RFC 7711 §3.1.
    private static string Fingerprint(X509Certificate2? certificate)
    {
        var hash = certificate is null ? RandomNumberGenerator.GetBytes(32) : SHA256.HashData(certificate.RawData);
        return $$"""{"fingerprints":[{"sha-256":"{{Convert.ToBase64String(hash)}}"}],"expires":3600}""";
    }

    private static async Task WriteLongAsync(HttpContext http, int blanks, string end)
    {
        http.Response.ContentType = "application/json";
        for (var i = 0; i < blanks; i++) await http.Response.Body.WriteAsync(Blank, http.RequestAborted);
        await http.Response.WriteAsync(end, http.RequestAborted);
    }

    // Until whoever asks has had enough.
    private static Task WaitAsync(HttpContext http) =>
        Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    private static Task WriteJsonAsync(HttpResponse response, string json) => WriteAsync(response, "application/json", Encoding.UTF8.GetBytes(json));

    private static Task WriteAsync(HttpResponse response, string type, byte[] content)
    {
        response.ContentType = type;
        response.ContentLength = content.Length;
        return response.Body.WriteAsync(content, 0, content.Length);
    }
}
