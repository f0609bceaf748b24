// A client as people have them: it keeps what it sent until it is acknowledged, resumes, and asks the archive for what it missed.
using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
#pragma warning disable RS0030 // The proof judges our XML with a parser that is not ours.
using System.Xml.Linq;
using Balcony.Testing.Scenarios;

namespace Balcony.Testing.Delivery;

/// <summary>
/// The memory of a device outlives its connections. It is used by one task; what arrives is handled by another. Everything it sees goes into the log.
/// </summary>
public sealed partial class Device(
    DeviceOptions options, Func<CancellationToken, ValueTask<Wire>> connect, DeliveryLog log, ServerHistory server, TimeProvider clock) : IAsyncDisposable
{
    // A guard, not a wait: what has not been answered by then never will be.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan SettleAgain = TimeSpan.FromMilliseconds(50);

    // As clients do, besides asking when they wait.
    private const int AskEvery = 5;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TaskCompletionSource<XElement>> _asked = new(StringComparer.Ordinal);
    private DeviceStream? _stream;
    private Task _reading = Task.CompletedTask;
    private int _streams;
    private int _requests;
    private bool _isLeaving;
    private volatile bool _isBound;

    public DeviceOptions Options => options;

    public bool IsOnline => _isBound;

    /// <summary>Messages that nobody has promised to keep yet.</summary>
    public int Unacknowledged
    {
        get { lock (_lock) return _unacknowledged.Count(sent => sent.Message is not null); }
    }

    /// <summary>Answers &lt;r/&gt;. While it does not, what it got is sent again after a loss.</summary>
    public bool Acknowledges { get; set; } = true;

    /// <summary>Reads nothing while it is true, as a process that was stopped; the connection stays.</summary>
    public bool IsStopped { get; set; }

    public async Task RegisterAsync(CancellationToken cancel)
    {
        await using var stream = new DeviceStream(await connect(cancel), options);
        await stream.RegisterAsync(cancel);
    }

    /// <summary>Logs in and resumes, or begins a new session; then sends again what was never acknowledged.</summary>
    /// <exception cref="IOException">The connection broke on the way.</exception>
    public async Task ConnectAsync(CancellationToken cancel)
    {
        if (_isBound) return;
        await LoseAsync();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        var stream = new DeviceStream(await connect(patience.Token), options);
        try
        {
            var features = await stream.LogInAsync(patience.Token);
            _streams++;
            _isLeaving = false;
            if (!options.HasStreamManagement)
            {
                await BindAsync(stream, patience.Token);
                lock (_lock) LeaveRooms();
            }
            else if (features.Element(Sm + "sm") is null) throw new InvalidDataException($"no stream management is offered: {features}");
            else if (_resumption is null || !await ResumeAsync(stream, patience.Token)) await BeginAsync(stream, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            await stream.DisposeAsync();
            log.Problem($"{options}: no session within {Patience.TotalSeconds} s");
            throw new IOException("no session in time");
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
        await StartAsync(stream, cancel);
    }

    /// <summary>Ends the session in good order, after everything sent is acknowledged. If the connection breaks meanwhile it is as good as cut.</summary>
    public async Task LeaveAsync(CancellationToken cancel)
    {
        if (!_isBound) return;
        try
        {
            await FlushAsync(cancel);
            if (options.HasStreamManagement) await WriteAsync($"<a xmlns='{Sm}' h='{Handled}'/>", null, cancel);
            _isLeaving = true;
            await WriteAsync("</stream:stream>", null, cancel);
            await _reading.WaitAsync(Patience, clock, cancel);
            log.Note($"{options} left");
        }
        catch (Exception fault) when (IsGone(fault))
        {
            log.Note($"{options} did not leave in good order: {fault.Message}");
        }
        await LoseAsync();
    }

    /// <summary>The connection is gone from one moment to the next.</summary>
    public async Task CutAsync()
    {
        if (_isBound) log.Note($"{options} loses its connection");
        _stream?.Abort();
        await LoseAsync();
    }

    /// <summary>Composes and sends the next message to an account or a room; waits while too many are in flight.</summary>
    /// <exception cref="IOException">The connection broke. The message is sent again in time, where that is right.</exception>
    public async Task SendAsync(string recipient, CancellationToken cancel)
    {
        while (Unacknowledged >= options.Window && _isBound) await FlushAsync(cancel);
        if (IsRoom(recipient)) await EnterAsync(cancel);
        if (!_isBound) throw new IOException("not connected");
        var message = log.Compose(options.Account, options.ToString(), recipient, IsRoom(recipient));
        await WriteAsync(Xml(message), message, cancel);
        if (!options.HasStreamManagement) await WriteAsync(PingFor(message), null, cancel);
        else if (message.Number % AskEvery == 0) await WriteAsync($"<r xmlns='{Sm}'/>", null, cancel);
    }

    /// <summary>Returns when everything that was sent is acknowledged, and everything that the server had for us has been read.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    public async Task FlushAsync(CancellationToken cancel)
    {
        await AskAsync("get", options.Host, new XElement(XNamespace.Get("urn:xmpp:ping") + "ping"), cancel);
        if (options.HasStreamManagement) await AskForAcknowledgementAsync(cancel);
    }

    /// <summary>Comes online, as often as it takes, until everything that was sent is acknowledged and what waited has been read.</summary>
    /// <exception cref="TimeoutException">It took longer than this.</exception>
    public async Task SettleAsync(TimeSpan patience, CancellationToken cancel)
    {
        var began = clock.GetTimestamp();
        Acknowledges = true;
        while (true)
        {
            try
            {
                await ConnectAsync(cancel);
                await FlushAsync(cancel);
                if (options.Rooms.Count == 0) return;
                // What was read may say that it is out of a room.
                await EnterAsync(cancel);
                await FlushAsync(cancel);
                return;
            }
            catch (Exception fault) when (IsLost(fault))
            {
                if (clock.GetElapsedTime(began) > patience) throw new TimeoutException($"{options} does not come to rest: {fault.Message}", fault);
            }
            await Task.Delay(SettleAgain, clock, cancel);
        }
    }

    /// <summary>What a connection that dies under a client looks like.</summary>
    public static bool IsLost(Exception fault) => fault is IOException or SocketException or AuthenticationException or ObjectDisposedException;

    public async ValueTask DisposeAsync()
    {
        _stream?.Abort();
        await LoseAsync();
        _gate.Dispose();
    }

    private static bool IsGone(Exception fault) => fault is IOException or ObjectDisposedException or InvalidOperationException or TimeoutException;

    private static string Xml(TrackedMessage message) =>
        $"<message to='{message.Recipient}' type='{(message.IsGroupchat ? "groupchat" : "chat")}' id='{message.Id}'><body>number {message.Number.ToString(CultureInfo.InvariantCulture)} of {message.Sender}</body></message>";

    private async Task BindAsync(DeviceStream stream, CancellationToken cancel)
    {
        var wanted = new XElement(DeviceStream.Bind + "bind", new XElement(DeviceStream.Bind + "resource", options.Resource));
        await stream.WriteAsync(Iq("set", "bind", null, wanted), cancel);
        var bound = await stream.ExpectAsync(DeviceStream.Client + "iq", cancel);
        if (bound.Attribute("type")?.Value != "result") throw new InvalidDataException($"{options} is not bound: {bound}");
    }

    private async Task StartAsync(DeviceStream stream, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            _stream = stream;
            _isBound = true;
            _reading = ReadAllAsync(stream);
            if (options.HasStreamManagement) await SendAgainAsync(stream, cancel);
        }
        finally
        {
            _gate.Release();
        }
        if (!IsResumed) await BeginPresenceAsync(cancel);
        await EnterAsync(cancel);
    }

    private async Task BeginPresenceAsync(CancellationToken cancel)
    {
        if (options.HasCarbons) await AskAsync("set", null, new XElement(XNamespace.Get("urn:xmpp:carbons:2") + "enable"), cancel);
        await WriteAsync("<presence/>", null, cancel);
        if (options.CatchesUp) await CatchUpAsync(null, cancel);
    }

    // One element at a time, and in the order in which they are counted.
    private async Task WriteAsync(string xml, TrackedMessage? message, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            if (_stream is null && message is not null && !options.HasStreamManagement) log.Decide(message, Fate.Uncertain, "there is no connection");
            else Count(xml, message);
            await (_stream ?? throw new IOException("not connected")).WriteAsync(xml, cancel);
        }
        catch (Exception fault) when (fault is not IOException && IsGone(fault))
        {
            throw new IOException("the connection broke", fault);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Waits until nothing is read any more, and fails what waits for answers.</summary>
    private async Task LoseAsync()
    {
        _isBound = false;
        if (Interlocked.Exchange(ref _stream, null) is not { } stream) return;
        stream.Abort();
        await _reading;
        await stream.DisposeAsync();
        Lost();
    }

    private static string Iq(string type, string id, string? to, XElement payload) =>
        new XElement(DeviceStream.Client + "iq", new XAttribute("type", type), new XAttribute("id", id), to is null ? null : new XAttribute("to", to), payload)
            .ToString(SaveOptions.DisableFormatting);
}
