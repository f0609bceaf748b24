// A terminal that a test types into and reads: a private tmux server with one window.
using System.Diagnostics;
using Xunit;

namespace Balcony.Interop.Tests.Rig;

internal sealed class Terminal(string folder) : IAsyncDisposable
{
    private const string Tmux = "/usr/bin/tmux";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly string _socket = Path.Combine(folder, "tmux");

    public async Task StartAsync(string program, IReadOnlyDictionary<string, string> environment)
    {
        var started = await ClientProgram.RunAsync(
            Tmux, ["-S", _socket, "-f", "/dev/null", "new-session", "-d", "-x", "160", "-y", "50", program], environment);
        started.AssertSucceeded();
    }

    public async Task TypeAsync(string line)
    {
        (await TmuxAsync("send-keys", "-l", line)).AssertSucceeded();
        (await TmuxAsync("send-keys", "Enter")).AssertSucceeded();
    }

    /// <summary>Key by key, as a person does: the program reads before all of it is there.</summary>
    public async Task TypeByKeysAsync(string line)
    {
        foreach (var key in line)
            (await TmuxAsync("send-keys", "-l", key.ToString())).AssertSucceeded();
        await PressAsync("Enter");
    }

    /// <summary>A key by tmux's name, such as C-d.</summary>
    public async Task PressAsync(string key) => (await TmuxAsync("send-keys", key)).AssertSucceeded();

    public async Task<string> ScreenAsync() => (await TmuxAsync("capture-pane", "-p", "-J")).Output;

    /// <summary>Waits until the screen shows the text.</summary>
    public async Task SeesAsync(string text)
    {
        var waited = Stopwatch.StartNew();
        string screen;
        do
        {
            screen = (await TmuxAsync("capture-pane", "-p", "-J")).Output;
            if (screen.Contains(text, StringComparison.Ordinal))
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
        while (waited.Elapsed < Patience);
        Assert.Fail($"The screen did not show '{text}' within {Patience}:\n{screen}");
    }

    public async ValueTask DisposeAsync() => await TmuxAsync("kill-server");

    private Task<ClientProgram> TmuxAsync(params string[] command) => ClientProgram.RunAsync(Tmux, ["-S", _socket, .. command]);
}
