// One context of libunbound: its own thread waits for what the library's resolving thread has found, and nobody else waits on a thread.
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Balcony.Xmpp.Dns;

internal sealed partial class UnboundContext : IAsyncDisposable
{
    private const int ServerFailure = 2, NameError = 3, Refused = 5;
    private const int MaxRecords = 512;

    // Callbacks come on the context's own thread, out of ub_process.
    [ThreadStatic]
    private static UnboundContext? _current;

    private readonly Lock _lock = new();
    private readonly Dictionary<nint, Pending> _pending = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SafeFileHandle _wake;
    private nint _context;
    private nint _lastId;
    private bool _isStopping;

    /// <param name="configure">Sets options on the context; the first error ends it.</param>
    /// <exception cref="ResolverException">The library refuses an option.</exception>
    public unsafe UnboundContext(Action<nint> configure)
    {
        _context = Unbound.Create();
        if (_context == 0) throw new ResolverException("libunbound has no memory for a context");
        try
        {
            configure(_context);
            Check(Unbound.Async(_context, 1), "a thread of its own");
            // Of a zone that is not there: only now are files read and anchors understood.
            Check(Unbound.RemoveZone(_context, "balcony.invalid."), "its options, most likely a trust anchor");
            _wake = new SafeFileHandle(EventDescriptor(0, CloseOnExec), ownsHandle: true);
            if (_wake.IsInvalid) throw new ResolverException("there is no descriptor left for libunbound");
        }
        catch
        {
            Unbound.Delete(_context);
            throw;
        }
        new Thread(Run) { IsBackground = true, Name = "DNS answers" }.Start();
    }

    /// <summary>Nothing can be asked any more: it was stopped, or the library's thread has ended.</summary>
    public bool HasEnded => Volatile.Read(ref _isStopping);

    public static void Check(int error, string what)
    {
        if (error != 0) throw new ResolverException($"libunbound refuses {what}: {Unbound.Explain(error)}");
    }

    /// <summary>Asks for a prepared name.</summary>
    /// <exception cref="OperationCanceledException">The waiting was ended; the question is called off.</exception>
    public async Task<DnsAnswer> AskAsync(string name, DnsType type, CancellationToken cancel)
    {
        var pending = new Pending(name, type);
        var id = Begin(pending);
        if (id == 0) return await pending.Answer.Task.ConfigureAwait(false);
        await using var ending = cancel.UnsafeRegister(static (state, token) =>
        {
            var (context, id) = ((UnboundContext, nint))state!;
            context.CallOff(id, token);
        }, (this, id)).ConfigureAwait(false);
        return await pending.Answer.Task.ConfigureAwait(false);
    }

    /// <summary>Calls off what is asked, and frees the library's thread and memory. Done when that is done.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (!_isStopping) Wake();
            _isStopping = true;
        }
        await _ended.Task.ConfigureAwait(false);
    }

    private unsafe nint Begin(Pending pending)
    {
        lock (_lock)
        {
            if (_isStopping) return Fail(pending, "the resolver is stopped");
            var id = ++_lastId;
            _pending[id] = pending;
            var error = Unbound.Resolve(_context, pending.Name == "." ? "." : pending.Name + ".", pending.Type, id, &OnResult, out pending.Handle);
            if (error == 0) return id;
            _pending.Remove(id);
            return Fail(pending, Unbound.Explain(error));
        }
    }

    private static nint Fail(Pending pending, string why)
    {
        pending.Answer.SetResult(DnsAnswer.Without(pending.Name, pending.Type, DnsCode.ServerFailure, why));
        return 0;
    }

    private unsafe void CallOff(nint id, CancellationToken token)
    {
        lock (_lock)
        {
            if (!_pending.Remove(id, out var pending)) return;
            if (_context != 0) _ = Unbound.Cancel(_context, pending.Handle);
            pending.Answer.TrySetCanceled(token);
        }
    }

    private unsafe void Run()
    {
        _current = this;
        var waiting = stackalloc PollDescriptor[2];
        while (!Volatile.Read(ref _isStopping))
        {
            waiting[0] = new PollDescriptor { Descriptor = Unbound.Descriptor(_context), Events = PollIn };
            waiting[1] = new PollDescriptor { Descriptor = (int)_wake.DangerousGetHandle(), Events = PollIn };
            // Interrupted by a signal it returns -1, and begins again.
            if (Poll(waiting, 2, -1) > 0 && waiting[0].Happened != 0 && Unbound.Process(_context) != 0) break;
        }
        nint context;
        lock (_lock)
        {
            _isStopping = true;
            foreach (var pending in _pending.Values) Fail(pending, "the resolver is stopped");
            _pending.Clear();
            (context, _context) = (_context, 0);
        }
        // Ends the library's thread, which takes a moment: here nobody waits for it.
        Unbound.Delete(context);
        _wake.Dispose();
        _ended.SetResult();
    }

    [UnmanagedCallersOnly]
    private static unsafe void OnResult(nint id, int error, Unbound.Result* result)
    {
        try
        {
            _current!.Settle(id, error, result);
        }
        finally
        {
            if (result != null) Unbound.Free(result);
        }
    }

    private unsafe void Settle(nint id, int error, Unbound.Result* result)
    {
        Pending? pending;
        lock (_lock)
        {
            if (!_pending.Remove(id, out pending)) return;
        }
        if (error != 0 || result == null) Fail(pending, Unbound.Explain(error));
        else pending.Answer.TrySetResult(Read(pending, *result));
    }

    private static unsafe DnsAnswer Read(Pending question, in Unbound.Result result)
    {
        var answer = DnsAnswer.Without(question.Name, question.Type, DnsCode.NoError) with
        {
            CanonicalName = Name(result.CanonicalName) ?? question.Name,
            Security = result.IsBogus != 0 ? DnsSecurity.Bogus : result.IsSecure != 0 ? DnsSecurity.Secure : DnsSecurity.Insecure,
            Ttl = TimeSpan.FromSeconds(Math.Clamp(result.Ttl, 0, 86_400)),
        };
        // Data that is bogus is not even looked at.
        if (result.IsBogus != 0) return answer with { Code = DnsCode.Bogus, WhyBogus = Marshal.PtrToStringUTF8((nint)result.WhyBogus) ?? "no reason is given" };
        if (result.IsNxDomain != 0 || result.ResponseCode == NameError) return answer with { Code = DnsCode.NxDomain };
        if (result.ResponseCode != 0)
        {
            return answer with
            {
                Code = result.ResponseCode == Refused ? DnsCode.Refused : DnsCode.ServerFailure,
                Security = DnsSecurity.Insecure,
                Detail = result.ResponseCode == ServerFailure ? "no name server gave an answer" : $"the name servers say {result.ResponseCode}",
            };
        }
        var records = new List<ReadOnlyMemory<byte>>();
        for (var i = 0; result.Data != null && result.Data[i] != null && i < MaxRecords; i++)
            records.Add(new ReadOnlySpan<byte>(result.Data[i], result.Lengths[i]).ToArray());
        return answer with { Code = records.Count > 0 ? DnsCode.NoError : DnsCode.NoData, Records = records };
    }

    private static unsafe string? Name(byte* text)
    {
        var name = Marshal.PtrToStringUTF8((nint)text)?.ToLowerInvariant();
        return string.IsNullOrEmpty(name) || name == "." ? name : name.TrimEnd('.');
    }

    private unsafe void Wake()
    {
        long one = 1;
        _ = Write((int)_wake.DangerousGetHandle(), &one, sizeof(long));
    }

    private sealed class Pending(string name, DnsType type)
    {
        public int Handle;

        public string Name => name;

        public DnsType Type => type;

        // Whoever asked goes on in the pool, never on the thread that brings answers.
        public TaskCompletionSource<DnsAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private const short PollIn = 1;
    private const int CloseOnExec = 0x80000;

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Happened;
    }

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static unsafe partial int Poll(PollDescriptor* descriptors, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial int EventDescriptor(uint initial, int flags);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static unsafe partial nint Write(int descriptor, void* bytes, nint count);
}
