// storage:, log: and modules: in the configuration.
using System.ComponentModel.DataAnnotations;
using System.Net;
using Balcony.Server.Net;
using Balcony.Server.Storage;
using Balcony.Server.Streams;
using Microsoft.Extensions.Logging;

namespace Balcony.Server.Hosting.Options;

public enum DatabaseKind
{
    /// <summary>A file in the data directory.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server.</summary>
    Postgresql,

    /// <summary>Nothing is kept: for tests.</summary>
    Memory,
}

/// <summary>Which database. The kind alone may stand for all of it: storage: postgresql.</summary>
[Shorthand(nameof(Kind))]
public sealed record DatabaseOptions
{
    /// <summary>The kind of database; memory forgets everything at the end.</summary>
    public DatabaseKind Kind { get; init; }

    /// <summary>How PostgreSQL is reached, in Npgsql's words: Host=...;Database=...;Username=...;Password=...</summary>
    [Secret]
    public string Connection { get; init; } = "Host=/var/run/postgresql;Database=balcony";
}

/// <summary>The bounds on what others may cost.</summary>
public sealed record LimitOptions
{
    /// <summary>Connections, before any of their bytes are understood.</summary>
    public NetLimits Connections { get; init; } = new();

    /// <summary>Client streams.</summary>
    public StreamLimits Streams { get; init; } = new();

    /// <summary>The database.</summary>
    public StorageOptions Storage { get; init; } = new();
}

/// <summary>What is served over HTTP, on every listener of kind http.</summary>
public sealed record HttpOptions
{
    /// <summary>Who may read /metrics and /health/ready: they tell how busy a server is and what ails it.</summary>
    public IReadOnlyList<IPNetwork> MetricsFrom { get; init; } = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>Most HTTP connections open at once.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; init; } = 1_000;
}

public enum LogFormat
{
    /// <summary>One line for people.</summary>
    Text,

    /// <summary>One JSON object a line.</summary>
    Json,
}

/// <summary>The log, on standard error.</summary>
[Shorthand(nameof(Level))]
public sealed record LogOptions
{
    /// <summary>The least that is logged.</summary>
    [Live]
    public LogLevel Level { get; init; } = LogLevel.Information;

    /// <summary>How a line is written.</summary>
    public LogFormat Format { get; init; }

    /// <summary>Levels for parts of the server, by the beginning of their names, such as Balcony.Server.Net.</summary>
    [Live]
    public IReadOnlyDictionary<string, LogLevel> Categories { get; init; } = new Dictionary<string, LogLevel>();
}

/// <summary>What was said of modules.</summary>
public sealed record ModuleOptions
{
    /// <summary>Modules that were turned on or off by name; the others have their default.</summary>
    public IReadOnlyDictionary<string, bool> Enabled { get; init; } = new Dictionary<string, bool>();

    /// <summary>The option records that were set at least in part, by the module's name.</summary>
    public IReadOnlyDictionary<string, object> Records { get; init; } = new Dictionary<string, object>();
}
