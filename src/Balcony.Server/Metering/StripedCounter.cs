// A counter that many threads raise at once.
using System.Runtime.InteropServices;

namespace Balcony.Server.Metering;

/// <summary>Exact, and a few nanoseconds however many processors count: each has its own cache line, and reading adds them up.</summary>
public sealed class StripedCounter
{
    private static readonly int Mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount) - 1;

    private readonly Stripe[] _stripes = new Stripe[Mask + 1];

    public long Value
    {
        get
        {
            long sum = 0;
            foreach (ref var stripe in _stripes.AsSpan()) sum += Volatile.Read(ref stripe.Value);
            return sum;
        }
    }

    public void Add(long amount) => Interlocked.Add(ref _stripes[Thread.GetCurrentProcessorId() & Mask].Value, amount);

    public void Increment() => Add(1);

    [StructLayout(LayoutKind.Explicit, Size = 128)] // two lines: processors fetch them in pairs
    private struct Stripe
    {
        [FieldOffset(64)]
        public long Value;
    }
}
