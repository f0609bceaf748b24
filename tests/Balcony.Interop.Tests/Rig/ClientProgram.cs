// Runs a client program to its end and keeps what it said: a client that is missing, fails or hangs fails the test.
using System.Diagnostics;
using Xunit;

namespace Balcony.Interop.Tests.Rig;

internal sealed record ClientProgram(int ExitCode, string Output)
{
    public static async Task<ClientProgram> RunAsync(
        string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? input = null,
        int patience = 90)
    {
        using var process = Start(file, arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
            await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(patience));
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{file} did not end within {patience} s:\n{await output}{await errors}");
        }
        return new ClientProgram(process.ExitCode, await output + await errors);
    }

    /// <summary>Starts it with its three streams redirected; the caller owns the process.</summary>
    public static Process Start(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        Assert.True(File.Exists(file), $"{file} is missing: ./test installs what the tests need.");
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{file} does not start");
    }

    public void AssertSucceeded() => Assert.True(ExitCode == 0, $"exit code {ExitCode}:\n{Output}");
}
