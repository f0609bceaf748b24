// A client's end of a connection that can be cut off without the server's knowing: its machine is gone.
using Balcony.Testing.Scenarios;

namespace Balcony.Server.Tests.Delivery;

internal sealed class CableWire(Wire wire) : Wire
{
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override bool IsSecure => wire.IsSecure;

    public void Sever() => _gone.TrySetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        if (_gone.Task.IsCompleted) return 0;
        var read = wire.ReadAsync(buffer, cancel);
        if (read.IsCompleted) return await read;
        var reading = read.AsTask();
        return await Task.WhenAny(reading, _gone.Task) == reading && !_gone.Task.IsCompleted ? await reading : 0;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) =>
        _gone.Task.IsCompleted ? throw new IOException("the machine is gone") : wire.WriteAsync(bytes, cancel);

    public override ValueTask StartTlsAsync(string host, CancellationToken cancel) => wire.StartTlsAsync(host, cancel);

    public override ValueTask CloseAsync() => _gone.Task.IsCompleted ? default : wire.CloseAsync();

    public override void Abort()
    {
        if (!_gone.Task.IsCompleted) wire.Abort();
    }
}
