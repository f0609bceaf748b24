// The conformance suite on every storage there is.
using Balcony.Testing.StorageConformance;
using Xunit;

namespace Balcony.Server.Tests.Storage;

public sealed class StorageConformanceTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    public static TheoryData<string> Cases => [.. StorageCases.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Memory(string name)
    {
        await using var rig = new MemoryRig();
        await StorageCases.RunAsync(name, rig);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Sqlite(string name)
    {
        await using var rig = new SqliteRig();
        await StorageCases.RunAsync(name, rig);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task PostgreSql(string name)
    {
        await using var rig = postgres.CreateRig();
        await StorageCases.RunAsync(name, rig);
    }
}
