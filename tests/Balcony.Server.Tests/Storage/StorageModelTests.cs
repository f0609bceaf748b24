// Generated operation sequences: the databases do what the model in memory does.
using Balcony.Testing.StorageConformance;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Balcony.Server.Tests.Storage;

public sealed class StorageModelTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    private static readonly Arbitrary<int[]> Sequences = Arb.From(Gen.Choose(0, int.MaxValue - 1).ArrayOf(90), Shorter);

    [Fact]
    public void Sqlite_does_what_the_model_does() => Check(() => new SqliteRig(), 30);

    [Fact]
    public void PostgreSql_does_what_the_model_does() => Check(postgres.CreateRig, 10);

    private static void Check(Func<StorageRig> create, int count) =>
        Prop.ForAll(Sequences, operations => RunAsync(create(), operations).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true));

    private static async Task RunAsync(StorageRig rig, int[] operations)
    {
        await using (rig)
        await using (var model = new StorageModel(rig))
        {
            await model.RunAsync(operations);
        }
    }

    private static IEnumerable<int[]> Shorter(int[] operations)
    {
        for (var part = operations.Length / 2; part > 0; part /= 2)
        {
            for (var at = 0; at + part <= operations.Length; at += part) yield return [.. operations[..at], .. operations[(at + part)..]];
        }
    }
}
