// `kill -9` at any moment: what a client was told is kept is there after the restart, once and in order.
using System.Diagnostics;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Durability;

public sealed class KillTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(400)]
    public async Task Nothing_acknowledged_is_lost_when_the_server_is_killed(int acknowledgements)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var server = new BalconyProcess();
        await server.InitializeAsync();
        var seen = Path.Combine(server.Folder, "acknowledged.txt");
        using (var writer = ClientProgram.Start("/usr/bin/python3", Script(server, "write")))
        {
            writer.StandardInput.Close();
            var errors = writer.StandardError.ReadToEndAsync(cancel);
            var lines = await ReadUntilAsync(writer, acknowledgements);
            await server.KillAsync();
            // What the client had received by then counts as told, too.
            lines.AddRange((await writer.StandardOutput.ReadToEndAsync(cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
            await writer.WaitForExitAsync(cancel);
            Assert.True(lines.Count >= acknowledgements, $"Only {lines.Count} acknowledgements:\n{await errors}\n{server.Log}");
            await File.WriteAllLinesAsync(seen, lines, cancel);
        }

        await server.StartAsync();
        var reader = await ClientProgram.RunAsync("/usr/bin/python3", Script(server, "read", seen));
        Assert.True(reader.ExitCode == 0, $"{reader.Output}\nThe server's log:\n{server.Log}");
    }

    private static async Task<List<string>> ReadUntilAsync(Process writer, int acknowledgements)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var lines = new List<string>();
        // One of each kind at least, so that the check afterwards has something to look for.
        while (lines.Count < acknowledgements || lines.Select(line => line.Split(' ')[1]).Distinct().Count() < 3)
        {
            if (await writer.StandardOutput.ReadLineAsync(deadline.Token) is not { } line)
                break;
            lines.Add(line);
        }
        return lines;
    }

    private static string[] Script(BalconyProcess server, params string[] phase) =>
        ["-B", Checkout.ClientScript("acknowledged.py"), .. phase, .. SlixmppPeer.ConnectionArguments(server)];
}
