// One message routed between two sessions of a server in memory: time and bytes allocated, from the sender's bytes to the recipient's.
using Balcony.Testing;
using BenchmarkDotNet.Attributes;

namespace Balcony.Benchmarks;

[MemoryDiagnoser]
public class RoutingBenchmarks
{
    private RoutingRig? _rig;
    private byte[] _message = [];

    [Params(100, 1_000, 4_000)]
    public int BodyBytes { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        // Not awaited by the in-process runner where it is a task.
        _rig = RoutingRig.StartAsync().GetAwaiter().GetResult();
        _message = RoutingRig.Message(BodyBytes);
    }

    [GlobalCleanup]
    public void CleanUp() => _rig!.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark]
    public long Route() => _rig!.Route(_message);
}
