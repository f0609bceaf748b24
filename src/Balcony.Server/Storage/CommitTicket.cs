// Design decision 3: the promise that a unit of work will be durable, or the news that it is not.
using System.Runtime.CompilerServices;

namespace Balcony.Server.Storage;

/// <summary>
/// Completes when its unit is durable or has failed. Tickets complete one after the other in the order of their units: when a ticket is completed, the
/// callbacks of all earlier ones have run. Any thread may call.
/// </summary>
public sealed class CommitTicket
{
    private Action<CommitTicket, object?>? _callback;
    private object? _state;
    private List<(Action<CommitTicket, object?> Callback, object? State)>? _more;
    private volatile bool _isCompleted;

    internal CommitTicket()
    {
    }

    /// <summary>A ticket of nothing: completed, not failed.</summary>
    public static CommitTicket Completed { get; } = new() { _isCompleted = true };

    public bool IsCompleted => _isCompleted;

    public bool IsFailed => _isCompleted && Error is not null;

    /// <summary>Why it failed: always a <see cref="StorageException"/>.</summary>
    public Exception? Error { get; private set; }

    /// <summary>Calls back once, at once when it is completed already. The callback must not block: those of later tickets wait behind it.</summary>
    public void OnCompleted(Action<CommitTicket, object?> callback, object? state)
    {
        if (!TryAdd(callback, state)) callback(this, state);
    }

    /// <summary>A task that fails as the ticket does.</summary>
    public Task AsTask()
    {
        if (_isCompleted) return Error is null ? Task.CompletedTask : Task.FromException(Error);
        var task = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        OnCompleted(
            static (ticket, state) =>
            {
                var task = (TaskCompletionSource)state!;
                if (ticket.Error is null) task.SetResult();
                else task.SetException(ticket.Error);
            },
            task);
        return task.Task;
    }

    public TaskAwaiter GetAwaiter() => AsTask().GetAwaiter();

    internal static CommitTicket Failed(Exception error) => new() { Error = error, _isCompleted = true };

    /// <summary>Set by the writer before it hands the ticket to <see cref="Complete"/>.</summary>
    internal void SetError(Exception error) => Error = error;

    /// <summary>Completes and runs the callbacks on this thread.</summary>
    internal void Complete(Action<Exception> onFault)
    {
        Action<CommitTicket, object?>? callback;
        List<(Action<CommitTicket, object?> Callback, object? State)>? more;
        lock (this)
        {
            _isCompleted = true;
            (callback, more) = (_callback, _more);
            (_callback, _more) = (null, null);
        }
        if (callback is null) return;
        Run(callback, _state, onFault);
        foreach (var (next, state) in more ?? []) Run(next, state, onFault);
    }

    // The lock is the ticket itself: nobody outside locks one, and a ticket is made for every message.
    private bool TryAdd(Action<CommitTicket, object?> callback, object? state)
    {
        if (_isCompleted) return false;
        lock (this)
        {
            if (_isCompleted) return false;
            if (_callback is null) (_callback, _state) = (callback, state);
            else (_more ??= []).Add((callback, state));
            return true;
        }
    }

    private void Run(Action<CommitTicket, object?> callback, object? state, Action<Exception> onFault)
    {
        try
        {
            callback(this, state);
        }
#pragma warning disable CA1031 // One caller's fault must not keep the others' callbacks from running.
        catch (Exception fault)
#pragma warning restore CA1031 // as above
        {
            onFault(fault);
        }
    }
}
