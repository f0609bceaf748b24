// The PostgreSQL cluster that a class of tests shares; each test has a database of its own in it.
using Balcony.Server.Sql;
using Balcony.Server.Storage;
using Balcony.Testing;
using Balcony.Testing.StorageConformance;
using Npgsql;
using Xunit;

namespace Balcony.Server.Tests.Storage;

public sealed class PostgresServer : IAsyncLifetime
{
    private readonly PostgresCluster _cluster = new();

    public async ValueTask InitializeAsync() => await _cluster.CreateAsync();

    public Task StartAsync() => _cluster.StartAsync();

    public Task CrashAsync() => _cluster.CrashAsync();

    public StorageRig CreateRig() => new Rig(CreateDatabase());

    public string CreateDatabase()
    {
        var name = _cluster.NextDatabase();
        using var connection = new NpgsqlConnection(_cluster.ConnectionString("postgres") + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        command.ExecuteNonQuery();
        return _cluster.ConnectionString(name);
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private sealed class Rig(string connectionString) : StorageRig
    {
        public override IStorage Open(StorageOptions? options = null, TimeProvider? clock = null) =>
            SqlStorage.OpenPostgreSql(connectionString, options, clock: clock);

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
