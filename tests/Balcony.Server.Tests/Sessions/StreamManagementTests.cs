// The counts of XEP-0198 in any order of handling and committing: none that is told or committed covers what a crash would lose.
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Server.Tests.Sessions;

public sealed class StreamManagementTests
{
    [Fact]
    public async Task Everybody_who_waits_for_the_counts_is_told_and_hears_of_a_store_that_fails()
    {
        await using var storage = new MemoryStorage();
        var management = new StreamManagement("id", BareJid.Parse("juliet@example.org"), TimeSpan.FromHours(1), new AcknowledgementPace(10, TimeSpan.FromMinutes(1)), storage);
        var told = new List<(uint, bool)>();
        management.WhenSettled((count, isDurable) => told.Add((count, isDurable)));
        management.WhenSettled((count, isDurable) => told.Add((count, isDurable)));
        Assert.Equal([(0u, true), (0u, true)], told);
    }
}
