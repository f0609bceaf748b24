// Dino (Vala, GTK 4) as the client, a desktop program on a screen that nobody sees.
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Clients;

public sealed class DinoTests
{
    [Fact]
    public Task Dino_chats_resumes_and_reads_its_history_from_the_archive() => RunAsync("dino");

    [Fact]
    public Task Dino_enters_a_group_and_a_channel_reads_what_was_said_and_speaks() => RunAsync("dino_rooms");

    private static async Task RunAsync(string script)
    {
        Assert.True(File.Exists("/usr/bin/dino-im"), "dino-im is missing: ./test installs what the tests need.");
        var folder = Directory.CreateTempSubdirectory("balcony-dino-").FullName;
        try
        {
            using (var authority = new TestAuthority())
                authority.WriteFor("localhost", folder);
            var asRoot = Environment.UserName == "root" ? Array.Empty<string>() : ["--map-root-user"];
            var run = await ClientProgram.RunAsync(
                "/usr/bin/unshare",
                ["--mount", "--net", .. asRoot, "/usr/bin/python3", "-B", Checkout.ClientScript($"{script}.py"), Checkout.Command, folder],
                patience: 180);
            run.AssertSucceeded();
            Assert.Contains($"ok {script}", run.Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
