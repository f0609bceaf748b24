// What an address costs: hot (from the cache), cold (read anew), and in another script.
using Balcony.Xmpp.Addressing;
using BenchmarkDotNet.Attributes;

namespace Balcony.Benchmarks;

[MemoryDiagnoser]
public class JidBenchmarks
{
    private static readonly JidCache OneSet = new(4);
    private readonly byte[][] _cold = [.. Enumerable.Range(0, 64).Select(i => System.Text.Encoding.UTF8.GetBytes($"user{i}@capulet.lit/balcony"))];
    private int _next;

    /// <summary>The target: under 50 ns, nothing allocated.</summary>
    [Benchmark(Baseline = true)]
    public Jid? Cached() => Jid.TryParse("juliet@capulet.lit/balcony"u8, out Jid? jid) ? jid : null;

    [Benchmark]
    public Jid? CachedLong() => Jid.TryParse("a-rather-long-localpart@conference.chat.montague.example/gajim.Q7H3R2K9-mobile"u8, out Jid? jid) ? jid : null;

    /// <summary>A cache of one set, so that nearly every address is read anew.</summary>
    [Benchmark]
    public Jid? ColdAscii() => OneSet.TryGet(_cold[_next++ & 63], out var jid) ? jid : null;

    [Benchmark]
    public bool ColdUnicodeLocalpart() => UsernameCaseMapped.TryPrepare("\u0414\u0436\u0443\u043B\u044C\u0435\u0442\u0442\u0430", out _);

    [Benchmark]
    public bool ColdUnicodeDomain() => Domainpart.TryPrepare("b\u00FCcher.example", out _);
}
