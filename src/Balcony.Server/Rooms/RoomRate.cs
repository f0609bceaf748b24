// How often somebody may do something.
namespace Balcony.Server.Rooms;

/// <summary>A token bucket that holds what a minute brings. Only in the room's mailbox.</summary>
internal sealed class RoomRate
{
    private double _spent;
    private long _at;

    /// <summary>Nothing was taken of late: it need not be remembered.</summary>
    public bool IsFull(TimeProvider clock, int perMinute) => _spent <= clock.GetElapsedTime(_at).TotalMinutes * perMinute;

    /// <returns>False: too often.</returns>
    public bool TryTake(TimeProvider clock, int perMinute, int count = 1)
    {
        if (perMinute == 0)
        {
            return true;
        }
        long now = clock.GetTimestamp();
        if (_spent > 0)
        {
            _spent = Math.Max(0, _spent - (clock.GetElapsedTime(_at, now).TotalMinutes * perMinute));
        }
        _at = now;
        if (_spent + count > perMinute)
        {
            return false;
        }
        _spent += count;
        return true;
    }
}
