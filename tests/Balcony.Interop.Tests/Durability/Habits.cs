// How the owner of a device uses it: when it is online, how it goes, whether it talks.
using Balcony.Testing.Delivery;

namespace Balcony.Interop.Tests.Durability;

/// <param name="Online">Most milliseconds between coming and going.</param>
/// <param name="Away">Most milliseconds until it comes back.</param>
/// <param name="Cuts">How many of a hundred goings are a lost connection; the others are in good order.</param>
/// <param name="IsTalking">Sends messages while it is online.</param>
internal sealed record Habits(int Online, int Away, int Cuts, bool IsTalking = true)
{
    /// <summary>Comes when the storm is over.</summary>
    public static Habits Absent { get; } = new(0, 0, 0, IsTalking: false);
}

/// <summary>A device and its owner.</summary>
internal sealed class Owner(Device device, Habits habits, IReadOnlyList<string> others, Random random)
{
    private const int LongestBurst = 6;

    public Device Device { get; } = device;

    /// <summary>Comes, talks and goes until the storm is over.</summary>
    public async Task LiveAsync(Func<bool> isOver, CancellationToken cancel)
    {
        if (habits == Habits.Absent)
            return;
        while (!isOver())
        {
            if (!await TryAsync(() => Device.ConnectAsync(cancel)))
            {
                await PauseAsync(20, 150, cancel);
                continue;
            }
            var patience = random.Next(habits.Online);
            while (Device.IsOnline && patience > 0 && !isOver())
            {
                if (habits.IsTalking)
                    await TryAsync(() => TalkAsync(cancel));
                patience -= await PauseAsync(5, 60, cancel);
            }
            if (!Device.IsOnline || isOver())
                continue;
            // A device that is about to be lost has often not answered the last <r/>.
            Device.Acknowledges = random.Next(3) > 0;
            if (random.Next(100) < habits.Cuts)
                await Device.CutAsync();
            else
                await Device.LeaveAsync(cancel);
            Device.Acknowledges = true;
            await PauseAsync(0, habits.Away, cancel);
        }
    }

    private async Task TalkAsync(CancellationToken cancel)
    {
        var burst = random.Next(1, LongestBurst);
        for (var i = 0; i < burst; i++)
            await Device.SendAsync(others[random.Next(others.Count)], cancel);
        // Some wait for the acknowledgement, others go on.
        if (random.Next(3) == 0)
            await Device.FlushAsync(cancel);
    }

    private async Task<int> PauseAsync(int least, int most, CancellationToken cancel)
    {
        var pause = random.Next(least, Math.Max(least + 1, most));
        await Task.Delay(TimeSpan.FromMilliseconds(pause), cancel);
        return pause + 1;
    }

    private static async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception fault) when (Device.IsLost(fault))
        {
            return false;
        }
    }
}
