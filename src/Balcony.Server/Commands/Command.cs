// Design decision 5: one administrative act, declared once for every front end.
using Balcony.Server.Accounts;
using Balcony.Server.Components;
using Balcony.Server.Federation;
using Balcony.Server.Federation.Diary;
using Balcony.Server.Hosting.Options;
using Balcony.Server.Sessions;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Commands;

public enum CommandPermission
{
    /// <summary>Admins of a host, for their own host; and admins of the server.</summary>
    HostAdmin,

    /// <summary>Admins of the server only.</summary>
    ServerAdmin,
}

/// <summary>Where a command can be run from the command line.</summary>
public enum CommandPlace
{
    /// <summary>In a running server.</summary>
    Server,

    /// <summary>In a running server; without one, on its stores.</summary>
    ServerOrStores,

    /// <summary>Wherever the configuration can be read.</summary>
    Anywhere,

    /// <summary>In a running server; without one, on its database, which is not opened as stores for it.</summary>
    ServerOrDatabase,

    /// <summary>On the database that no server has.</summary>
    Database,

    /// <summary>On the stores that no server has: accounts in its memory would not see what changes.</summary>
    Stores,
}

/// <summary>One administrative act.</summary>
/// <param name="Name">Its words: a noun and a verb, or one word.</param>
/// <param name="Summary">What it does, one sentence without a full stop.</param>
/// <param name="Run">Does it. Arguments are valid and permitted by then.</param>
public sealed record Command(string Name, string Summary, Func<CommandContext, ValueTask<CommandResult>> Run)
{
    public IReadOnlyList<CommandArgument> Arguments { get; init; } = [];

    public CommandPermission Permission { get; init; }

    public CommandPlace Place { get; init; }

    /// <summary>Undoing it takes a backup: front ends ask before they run it.</summary>
    public bool IsDestructive { get; init; }

    /// <summary>Only with this flag is it destructive; null: always when it is.</summary>
    public FlagArgument? DestructiveWith { get; init; }

    /// <summary>It names files of the server's machine, which nobody does from elsewhere: the command line only.</summary>
    public bool NamesFiles => Arguments.Any(argument => argument is FileArgument);

    /// <summary>Its node as an ad-hoc command where XEP-0133 has one for it; null: made from the name.</summary>
    public string? AdHocNode { get; init; }

    /// <summary>What is done to what: the first word of a name of several.</summary>
    public string Group => Name.Contains(' ', StringComparison.Ordinal) ? Name[..Name.IndexOf(' ', StringComparison.Ordinal)] : "server";

    public string Node => AdHocNode ?? "urn:balcony:command:" + Name.Replace(' ', '-');
}

/// <summary>Who runs a command.</summary>
/// <param name="Name">For the log.</param>
/// <param name="IsServerAdmin">May run everything.</param>
/// <param name="Hosts">The hosts that he administers otherwise.</param>
public sealed record CommandCaller(string Name, bool IsServerAdmin, IReadOnlyList<BareJid> Hosts)
{
    /// <summary>The admin rights that the configuration gives an address.</summary>
    public static CommandCaller Of(BareJid address, ServerOptions options) => new(
        address.ToString(),
        options.Admins.Contains(address),
        [.. options.AllHosts.Where(host => host.Value.Admins.Contains(address)).Select(host => host.Key)]);

    public bool IsAdmin => IsServerAdmin || Hosts.Count > 0;

    public bool Administers(BareJid host) => IsServerAdmin || Hosts.Contains(host);
}

/// <summary>What commands work with. What is missing where a command runs, it must not need (<see cref="Command.Place"/>).</summary>
public sealed record CommandServices
{
    public required IServerConfiguration Configuration { get; init; }

    public IAccounts? Accounts { get; init; }

    public ClientAccess? Clients { get; init; }

    public ISessionDirectory? Sessions { get; init; }

    public IComponentDirectory? Components { get; init; }

    public IStorage? Storage { get; init; }

    public IBackupSource? Backups { get; init; }

    public IRestoreTarget? Restores { get; init; }

    public StandingMessages? Messages { get; init; }

    /// <summary>What the stores say of an account beside its password.</summary>
    public AccountReports? Reports { get; init; }

    /// <summary>What hosts ask of peers; null: made from the configuration and the stores.</summary>
    public PeerPolicies? Policies { get; init; }

    /// <summary>What is known of other servers; null: the server speaks with none.</summary>
    public PeerReports? Peers { get; internal set; }

    /// <summary>The rooms; null: there are none, or no server runs.</summary>
    internal Rooms.RoomDirectory? Rooms { get; set; }

    /// <summary>The program to stop; null where the server must not.</summary>
    public IServerProcess? Process { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>The configuration as commands see it.</summary>
public interface IServerConfiguration
{
    /// <summary>In force.</summary>
    ServerOptions Options { get; }

    /// <summary>The file they came from; null when there is none.</summary>
    string? File { get; }

    /// <summary>What is in the file, the environment and the flags now.</summary>
    BoundOptions<ServerOptions> Read();

    /// <summary>Puts it in force, and reads certificates again; only in a running server.</summary>
    Task<ReloadResult> ReloadAsync(CancellationToken cancel);
}

/// <summary>One run of a command.</summary>
public sealed class CommandContext
{
    private readonly IReadOnlyDictionary<CommandArgument, object> _values;

    internal CommandContext(
        CommandCaller caller, CommandServices services, IReadOnlyDictionary<CommandArgument, object> values, IProgress<CommandProgress>? progress,
        CancellationToken cancel)
    {
        Caller = caller;
        Services = services;
        _values = values;
        Progress = progress;
        Cancel = cancel;
    }

    public CommandCaller Caller { get; }

    public CommandServices Services { get; }

    public IProgress<CommandProgress>? Progress { get; }

    public CancellationToken Cancel { get; }

    internal IAccounts Accounts => Services.Accounts ?? throw new InvalidOperationException("This command needs the stores.");

    internal IStorage Storage => Services.Storage ?? throw new InvalidOperationException("This command needs the stores.");

    internal ClientAccess Clients => Services.Clients ?? throw new InvalidOperationException("This command needs the stores.");

    internal ISessionDirectory Sessions => Services.Sessions ?? throw new InvalidOperationException("This command needs a running server.");

    public bool Has(CommandArgument argument) => _values.ContainsKey(argument);

    /// <summary>The value of an argument; the default when it was not given.</summary>
    public T? Get<T>(CommandArgument<T> argument) => _values.TryGetValue(argument, out var value) ? (T)value : default;

    /// <summary>The value of a required argument.</summary>
    public T Need<T>(CommandArgument<T> argument) => (T)_values[argument];
}
