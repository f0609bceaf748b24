// kill -9 cannot tell a synced file from a cached one; system calls can: each acknowledgement leaves after the sync that covers it.
using System.Globalization;
using System.Text;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Durability;

public sealed class SyncOrderTests
{
    private const int Messages = 30;

    [Fact]
    public async Task Every_acknowledgement_is_sent_after_the_sync_that_covers_it()
    {
        var folder = Directory.CreateTempSubdirectory("balcony-strace-").FullName;
        try
        {
            var trace = Path.Combine(folder, "trace");
            await using (var server = new BalconyProcess
            {
                Wrapper =
                [
                    "/usr/bin/strace", "-f", "-s", "65536", "-o", trace,
                    "-e", "trace=fdatasync,fsync,write,pwrite64,writev,pwritev,send,sendto,sendmsg,openat,close",
                ],
            })
            {
                await server.InitializeAsync();
                var client = await ClientProgram.RunAsync("/usr/bin/python3",
                    ["-B", Checkout.ClientScript("traced.py"), server.PlainPort.ToString(CultureInfo.InvariantCulture),
                        BalconyProcess.Domain, Messages.ToString(CultureInfo.InvariantCulture)]);
                Assert.True(client.ExitCode == 0, $"{client.Output}\nThe server's log:\n{server.Log}");
            }
            AssertOrder(SystemCall.ReadTrace(trace));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void AssertOrder(IReadOnlyList<SystemCall> calls)
    {
        var problems = new StringBuilder();
        foreach (var (body, acknowledgement) in Enumerable.Range(0, Messages).SelectMany(Promises))
        {
            var written = calls.FirstOrDefault(call => call.IsFileWrite && call.Text.Contains(body, StringComparison.Ordinal));
            var sent = calls.FirstOrDefault(call => call.IsSend && call.Text.Contains(acknowledgement, StringComparison.Ordinal));
            if (written is null)
                problems.AppendLine(CultureInfo.InvariantCulture, $"{body} was never written to a file");
            else if (sent is null)
                problems.AppendLine(CultureInfo.InvariantCulture, $"{acknowledgement} was never sent");
            else if (!calls.Any(call => call.IsSync && call.File == written.File && call.Began > written.Ended && call.Ended < sent.Began))
                problems.AppendLine(CultureInfo.InvariantCulture, $"{acknowledgement} was sent (line {sent.Began}) without a sync of {body} (written at line {written.Ended})");
        }
        Assert.True(problems.Length == 0, problems.ToString());
    }

    // The names that traced.py puts into bodies, roster items and ids.
    private static IEnumerable<(string Body, string Acknowledgement)> Promises(int number)
    {
        yield return ($"covered-message-{number:000}", $"ack-message-{number:000}");
        yield return ($"covered-contact-{number:000}", $"ack-contact-{number:000}");
    }
}
