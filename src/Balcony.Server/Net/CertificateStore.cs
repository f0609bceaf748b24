// Which certificate each host presents, and what the files say now.
using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Net;

/// <param name="InUse">Null if none could be loaded yet.</param>
/// <param name="Problem">Why the files as they are now are not in use; null if they are.</param>
public sealed record CertificateStatus(HostCertificateFiles Files, HostCertificate? InUse, string? Problem);

/// <summary>Loads certificates from PEM files and swaps them when these change; a bad new file leaves the old certificate in use. Any thread may call.</summary>
public sealed partial class CertificateStore : IDisposable
{
    private sealed record State(IReadOnlyList<CertificateStatus> Statuses, FrozenDictionary<string, HostCertificate> ByName, HostCertificate? First);

    private readonly Lock _loading = new();
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Dictionary<string, FileStamp> _stamps = [];
    private readonly HashSet<TlsProfile> _profiles = [];
    private IReadOnlyList<HostCertificateFiles> _files;
    private State _state = new([], FrozenDictionary<string, HostCertificate>.Empty, null);
    private ITimer? _watch;

    public CertificateStore(IReadOnlyList<HostCertificateFiles> files, TimeProvider clock, ILogger<CertificateStore> logger)
    {
        (_files, _clock, _logger) = (files, clock, logger);
        Reload();
    }

    /// <summary>One for each host, in the order of the configuration.</summary>
    public IReadOnlyList<CertificateStatus> Statuses => Volatile.Read(ref _state).Statuses;

    /// <summary>Each certificate once: those that also serve another of our domains are not listed again for it.</summary>
    public IEnumerable<CertificateStatus> Unshared => Statuses.Where(status => !status.Files.IsShared);

    /// <summary>The host's certificate; for no host, or one that is not ours, the first, so that the peer's error names what it met.</summary>
    public HostCertificate? Find(string? host)
    {
        var state = Volatile.Read(ref _state);
        return host is not null && state.ByName.TryGetValue(host, out var found) ? found : state.First;
    }

    /// <summary>Reads all files again, changed or not.</summary>
    /// <returns>Whether all of them are in use now.</returns>
    public bool Reload()
    {
        lock (_loading) return Load();
    }

    /// <summary>Other hosts or other files, after a change of the configuration.</summary>
    public bool Reload(IReadOnlyList<HostCertificateFiles> files)
    {
        lock (_loading)
        {
            _files = files;
            return Load();
        }
    }

    /// <summary>Stapled certificates are made ready for such listeners, beside everything else: OCSP answers are then there when the first peer asks.</summary>
    internal void PrepareFor(TlsProfile profile)
    {
        lock (_loading)
        {
            if (_profiles.Add(profile)) Prepare();
        }
    }

    /// <summary>Looks for changed files from now on. Tools that renew certificates replace files in ways that file notifications miss.</summary>
    public void Watch(TimeSpan every)
    {
        lock (_loading)
        {
            _watch?.Dispose();
            _watch = _clock.CreateTimer(static store => ((CertificateStore)store!).ReloadIfChanged(), this, every, every);
        }
    }

    public void Dispose() => _watch?.Dispose();

    private void ReloadIfChanged()
    {
        lock (_loading)
        {
            // A certificate and its key are two files: between the two writes they do not match, so a failure is tried again.
            var isDue = _state.Statuses.Any(status => status.Problem is not null)
                || _files.Any(files => HasChanged(files.CertificatePath) || HasChanged(files.KeyPath));
            if (isDue) Load();
        }
    }

    private bool HasChanged(string path) => !_stamps.TryGetValue(path, out var stamp) || stamp != FileStamp.Of(path);

    private bool Load()
    {
        var loaded = new Dictionary<(string, string, bool), (HostCertificate? Certificate, string? Problem)>();
        var statuses = new List<CertificateStatus>(_files.Count);
        var byName = new Dictionary<string, HostCertificate>(StringComparer.OrdinalIgnoreCase);
        foreach (var files in _files)
        {
            var key = (files.CertificatePath, files.KeyPath, files.IsStapled);
            if (!loaded.TryGetValue(key, out var result)) loaded[key] = result = TryLoad(files);
            var before = _state.Statuses.FirstOrDefault(status => status.Files == files);
            var inUse = result.Certificate ?? before?.InUse;
            statuses.Add(new CertificateStatus(files, inUse, result.Problem));
            if (result.Problem != before?.Problem) Report(files, result.Problem, inUse);
            if (inUse is null) continue;
            foreach (var name in NamesOf(files.Host)) byName[name] = inUse;
        }
        var first = statuses.FirstOrDefault(status => status.InUse is not null)?.InUse;
        Volatile.Write(ref _state, new State(statuses, byName.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), first));
        Prepare();
        return statuses.TrueForAll(status => status.Problem is null);
    }

    private void Prepare()
    {
        HostCertificate[] stapled = [.. _state.Statuses.Select(status => status.InUse).OfType<HostCertificate>().Where(certificate => certificate.IsStapled).Distinct()];
        TlsProfile[] profiles = [.. _profiles];
        if (stapled.Length == 0 || profiles.Length == 0) return;
        // Reads all of the system's roots, and begins to ask: what goes wrong there comes again, and is told, in a handshake.
        _ = Task.Run(() =>
        {
            foreach (var certificate in stapled)
            {
                foreach (var profile in profiles) certificate.OptionsFor(profile);
            }
        });
    }

    private (HostCertificate?, string?) TryLoad(HostCertificateFiles files)
    {
        // Before reading: a change that comes while we read is seen the next time.
        _stamps[files.CertificatePath] = FileStamp.Of(files.CertificatePath);
        _stamps[files.KeyPath] = FileStamp.Of(files.KeyPath);
        try
        {
            var certificate = HostCertificate.Load(files.CertificatePath, files.KeyPath, files.IsStapled);
            // Unchanged files keep their context, and with it the clients' TLS session tickets.
            var before = _state.Statuses.FirstOrDefault(status =>
                (status.Files.CertificatePath, status.Files.KeyPath, status.Files.IsStapled) == (files.CertificatePath, files.KeyPath, files.IsStapled))?.InUse;
            return (before is not null && before.IsSameAs(certificate) ? before : certificate, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return (null, e.Message);
        }
    }

    // A client's SNI has A-labels (RFC 6066 §3), a stream's 'to' has U-labels (RFC 7622 §3.2).
    private static IEnumerable<string> NamesOf(string host)
    {
        yield return host;
        string? ascii = null;
        try
        {
            ascii = new IdnMapping().GetAscii(host);
        }
        catch (ArgumentException)
        {
            // An address literal, or a name that DNS cannot have: it is found as it is written.
        }
        if (ascii is not null && ascii != host) yield return ascii;
    }

    private void Report(HostCertificateFiles files, string? problem, HostCertificate? inUse)
    {
        if (problem is not null) LogBad(files.Host, problem, inUse is null ? "there is none to present" : "the one before stays in use");
        else LogLoaded(files.Host, inUse!.NotAfter);
    }

    [LoggerMessage(1020, LogLevel.Error, "The certificate of {Host} cannot be used: {Problem}; {Consequence}")]
    private partial void LogBad(string host, string problem, string consequence);

    [LoggerMessage(1021, LogLevel.Debug, "The certificate of {Host} is loaded, valid until {NotAfter:u}")]
    private partial void LogLoaded(string host, DateTimeOffset notAfter);

    private readonly record struct FileStamp(DateTime LastWrite, long Length)
    {
        public static FileStamp Of(string path)
        {
            var file = new FileInfo(path);
            return file.Exists ? new FileStamp(file.LastWriteTimeUtc, file.Length) : default;
        }
    }
}
