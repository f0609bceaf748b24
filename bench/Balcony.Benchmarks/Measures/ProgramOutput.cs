// What another program prints.
using System.Diagnostics;

namespace Balcony.Benchmarks.Measures;

internal static class ProgramOutput
{
    public static async Task<string> OfAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? printed : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }
}
