// Bounds the questions under way and those that wait for their turn.
namespace Balcony.Xmpp.Dns;

internal sealed class QuestionGate(int maxQuestions, int maxWaiting) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(maxQuestions);
    private int _count;

    /// <returns>False when too many wait already.</returns>
    /// <exception cref="OperationCanceledException">The time was up before there was a turn.</exception>
    public async ValueTask<bool> EnterAsync(CancellationToken cancel)
    {
        if (Interlocked.Increment(ref _count) > maxQuestions + maxWaiting)
        {
            Interlocked.Decrement(ref _count);
            return false;
        }
        try
        {
            await _turns.WaitAsync(cancel).ConfigureAwait(false);
            return true;
        }
        catch
        {
            Interlocked.Decrement(ref _count);
            throw;
        }
    }

    public void Leave()
    {
        Interlocked.Decrement(ref _count);
        _turns.Release();
    }

    public void Dispose() => _turns.Dispose();
}
