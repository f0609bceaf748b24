// The tested server's own words about a peer: from a command that prints its diary, or from its log.
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Balcony.Cli.Lab.Run;

/// <param name="Command">For the shell; {peer} stands for the peer's domain. Null: none.</param>
/// <param name="LogFile">Lines that name the peer are what it says. Null: none.</param>
internal sealed record LabDiary(string? Command, string? LogFile)
{
    private const int MaxChars = 64 * 1024;
    private const int MaxShown = 2_000;
    private const int MaxLines = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>It names reasons by codes, so that a wrong reason can be told from the right one.</summary>
    public bool HasReasons => Command is not null;

    /// <summary>Null: it says nothing.</summary>
    public async Task<string?> ReadAsync(string peer, CancellationToken cancel)
    {
        if (Command is not null) return await RunAsync(Command.Replace("{peer}", peer, StringComparison.Ordinal), cancel).ConfigureAwait(false);
        return LogFile is not null ? await SearchAsync(LogFile, peer, cancel).ConfigureAwait(false) : null;
    }

    /// <summary>The code in what `balcony federation show PEER --output json` prints: of the newest attempt; null: it is something else.</summary>
    public static string? CodeOf(string diary)
    {
        try
        {
            return diary.StartsWith('{') ? (string?)JsonNode.Parse(diary)?["fields"]?["code"] : null;
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public static string Shorten(string text) => text.Length <= MaxShown ? text : text[..MaxShown] + "…";

    private static async Task<string?> RunAsync(string command, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardInput = true });
        if (process is null) return null;
        process.StandardInput.Close();
        try
        {
            var text = await process.StandardOutput.ReadToEndAsync(patience.Token).ConfigureAwait(false);
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            return text.Length == 0 ? null : text[..Math.Min(text.Length, MaxChars)];
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
    }

    private static async Task<string?> SearchAsync(string file, string peer, CancellationToken cancel)
    {
        if (!File.Exists(file)) return null;
        var found = new Queue<string>();
        await foreach (var line in File.ReadLinesAsync(file, cancel).ConfigureAwait(false))
        {
            if (!line.Contains(peer, StringComparison.OrdinalIgnoreCase)) continue;
            found.Enqueue(line);
            if (found.Count > MaxLines) found.Dequeue();
        }
        return found.Count == 0 ? null : string.Join('\n', found);
    }
}
