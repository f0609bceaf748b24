// How fast a client may send.
namespace Balcony.Server.Streams;

internal sealed partial class ClientStream
{
    private double _allowance = double.MaxValue;
    private long _allowanceAt;

    // A bucket that holds one second's worth: what was read too fast is paid for by reading later, which slows the client down through TCP.
    private TimeSpan PauseFor(int bytes)
    {
        int rate = _services.Limits.BytesPerSecond;
        if (rate == 0)
        {
            return TimeSpan.Zero;
        }
        long now = _lastHeard;
        double refilled = _allowance + (_services.Clock.GetElapsedTime(_allowanceAt, now).TotalSeconds * rate);
        _allowance = Math.Min(refilled, rate) - bytes;
        _allowanceAt = now;
        return _allowance >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_allowance / rate);
    }
}
