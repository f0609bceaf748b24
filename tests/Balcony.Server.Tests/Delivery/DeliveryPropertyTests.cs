// Design decision 3 over any interleaving: loss, acknowledgement, resumption, restart, crash, full disk, expired session and new login.
using System.Globalization;
using Xunit;

namespace Balcony.Server.Tests.Delivery;

public sealed class DeliveryPropertyTests
{
    private const int StepsPerWorld = 60;

    // BALCONY_SEED=n repeats one world; BALCONY_WORLDS=n makes it a long proof. The few by default leave the rest of the tests their time.
    private static readonly int? Seed = Number("BALCONY_SEED");
    private static readonly int Worlds = Number("BALCONY_WORLDS") ?? 12;

    [Fact]
    public async Task Whatever_happens_each_acknowledged_message_is_kept_once_and_reaches_each_device_once()
    {
        foreach (var seed in Seed is { } one ? [one] : Enumerable.Range(1, Worlds))
        {
            await using var world = new DeliveryWorld(seed);
            await world.BeginAsync();
            for (var step = 0; step < StepsPerWorld; step++) await world.StepAsync();
            var report = await world.EndAsync();
            Assert.True(report is null, report);
        }
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
