// What all storms have in common: how long they are, who lives through them, and how they end.
using System.Globalization;
using Balcony.Testing.Delivery;

namespace Balcony.Interop.Tests.Durability;

internal static class Storm
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Afterwards = TimeSpan.FromMilliseconds(500);

    /// <summary>BALCONY_SEED repeats the choices of an earlier run; the moments are the machine's.</summary>
    public static int Seed { get; } = Number("BALCONY_SEED", Environment.TickCount);

    /// <summary>BALCONY_KILLS=50 is the long proof.</summary>
    public static int Kills(int otherwise) => Number("BALCONY_KILLS", otherwise);

    /// <summary>Everybody comes, talks and goes, until what is done to them has been done.</summary>
    /// <param name="owners">Who lives through it.</param>
    /// <param name="strike">One blow; false: it was the last.</param>
    /// <param name="cancel">Gives it up.</param>
    public static async Task RageAsync(IEnumerable<Owner> owners, Func<Task<bool>> strike, CancellationToken cancel)
    {
        var isOver = false;
        var lives = owners.Select(owner => Task.Run(() => owner.LiveAsync(() => Volatile.Read(ref isOver), cancel), cancel)).ToList();
        try
        {
            do
            {
                if (lives.FirstOrDefault(life => life.IsFaulted) is { } broken) await broken;
            }
            while (await strike());
            await Task.Delay(Afterwards, cancel);
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            await Task.WhenAll(lives);
        }
    }

    /// <summary>Everybody comes back, and gets what he has a right to, if it comes at all.</summary>
    /// <param name="owners">Who lived through it.</param>
    /// <param name="isMissing">Whether a device has not got all of it yet.</param>
    /// <param name="cancel">Gives it up.</param>
    public static async Task SettleAsync(IReadOnlyList<Owner> owners, Func<Device, bool> isMissing, CancellationToken cancel)
    {
        var began = TimeProvider.System.GetTimestamp();
        do
        {
            foreach (var owner in owners) await owner.Device.SettleAsync(Calm, cancel);
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
        }
        while (owners.Any(owner => isMissing(owner.Device)) && TimeProvider.System.GetElapsedTime(began) < Calm);
    }

    public static string Summary(DeliveryLog log, int kills, int restarts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{kills} kills, {restarts} restarts; {log.Count} messages: {log.CountOf(Fate.Acknowledged)} acknowledged, {log.CountOf(Fate.Uncertain)} uncertain, {log.CountOf(Fate.Refused)} refused ({string.Join(", ", log.Refusals)}), {log.CountOf(Fate.Open)} open");

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
