// XEP-0227: takes over the users of another server from a file.
using Balcony.Server.Accounts;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Payloads;

namespace Balcony.Server.Portable;

/// <summary>
/// Adds what is missing and changes nothing that is there, so that running it again adds nothing. An account that is new can be used when all of it is there,
/// and not before. Only while no server runs.
/// </summary>
internal sealed class UserImport(
    UserStores stores, IAccountImport accounts, IReadOnlyCollection<BareJid> hosts, TimeProvider clock, bool isDryRun, IProgress<CopyProgress>? progress,
    CancellationToken cancel)
{
    private readonly ImportReport _report = new();
    private BareJid? _host;
    private ImportedUser? _user;

    /// <summary>What is wrong with a file is in the report; by then everything before it is done.</summary>
    /// <param name="path">A file, or a folder of them: Prosody writes one for each user, ejabberd one for each host and one that includes them.</param>
    /// <exception cref="StorageException">The store failed; running it again goes on.</exception>
    public async Task<ImportReport> RunAsync(string path)
    {
        try
        {
            string[] files = Directory.Exists(path) ? [.. Directory.GetFiles(path, "*.xml").Order(StringComparer.Ordinal)] : [path];
            var included = new HashSet<string>();
            foreach (var (done, file) in files.Index())
            {
                if (included.Contains(Path.GetFullPath(file))) continue;
                using var reader = new PieReader(file);
                await ReadAsync(reader, files.Length == 1 ? null : (done, files.Length)).ConfigureAwait(false);
                included.UnionWith(reader.Included);
            }
            if (files.Length == 0) _report.Fault = $"there is no file *.xml in {path}";
        }
        catch (Exception fault) when (fault is PieException or IOException or UnauthorizedAccessException)
        {
            (_report.Fault, _report.Unfinished) = (fault.Message, _user?.Owner);
        }
        return _report;
    }

    private async Task ReadAsync(PieReader reader, (int Done, int Total)? files)
    {
        while (reader.Next() is { } next)
        {
            cancel.ThrowIfCancellationRequested();
            await TakeAsync(next).ConfigureAwait(false);
            if (next is not { IsEnd: true, Kind: PieKind.User } || progress is null) continue;
            progress.Report(files is var (done, total) ? new("importing", done, total) : new("importing", reader.Main.Position, reader.Main.Length));
        }
    }

    private async ValueTask TakeAsync(PieEvent next)
    {
        switch (next.Kind)
        {
            case PieKind.Host when next.IsBegin:
                BeginHost(next);
                break;
            case PieKind.Host when next.IsEnd:
                _host = null;
                break;
            case PieKind.User when next.IsBegin:
                if (_host is not null) await BeginUserAsync(next).ConfigureAwait(false);
                break;
            case PieKind.User when next.IsEnd:
                if (_user is { } user) await user.EndAsync(next, cancel).ConfigureAwait(false);
                _user = null;
                break;
            case PieKind.PubSub:
                if (next.IsBegin && _user is not null) _report.AddOnce(next, "PEP nodes are not taken over");
                break;
            case PieKind.OfflineMessages when _user is not null && !next.IsPart:
                await _user.AddOfflineAsync(next, cancel).ConfigureAwait(false);
                break;
            case PieKind.Archive when _user is not null && !next.IsPart:
                await _user.AddArchivedAsync(next, cancel).ConfigureAwait(false);
                break;
            case PieKind.ServerData or PieKind.Host when !next.IsPart:
                Unknown(next);
                break;
            case PieKind.User when _user is not null && !next.IsPart:
                await AddAsync(_user, next).ConfigureAwait(false);
                break;
        }
    }

    private void BeginHost(PieEvent next)
    {
        var jid = next.Element!.Attribute("jid");
        _host = BareJid.TryParse(jid, out BareJid? host) && hosts.Contains(host) ? host : null;
        // §3.1
        if (_host is null) _report.Add(next, $"'{jid}' is no host of this server, and its users are passed over");
    }

    private async ValueTask BeginUserAsync(PieEvent next)
    {
        var name = next.Element!.Attribute("name");
        if (name is null || !BareJid.TryParse($"{name}@{_host}", out BareJid? owner) || owner.IsDomain || !owner.Host.Equals(_host))
        {
            _report.Add(next, $"'{name}' cannot be the name of an account, and is passed over");
            return;
        }
        var start = await accounts.BeginImportAsync(owner, isDryRun, cancel).ConfigureAwait(false);
        if (start == ImportStart.Leaving)
        {
            _report.Add(next, $"an account {owner} is still being removed; start the server once, and import again");
            return;
        }
        _report.Users++;
        if (start is ImportStart.New or ImportStart.Unfinished) _report.NewUsers++;
        _user = await ImportedUser.OpenAsync(stores, accounts, owner, start, clock, isDryRun, _report, cancel).ConfigureAwait(false);
        if (next.Element.Attribute("password") is { } password) _user.AddPassword(next, password);
    }

    private async ValueTask AddAsync(ImportedUser user, PieEvent next)
    {
        var element = next.Element!;
        switch (element.Name, element.Namespace)
        {
            case ("account", UserExport.OwnNs):
                user.AddAccount(element);
                break;
            case ("scram-credentials", PieReader.ScramNs):
                user.AddKeys(next);
                break;
            case (_, RosterQuery.Ns):
                await user.AddRosterAsync(next, cancel).ConfigureAwait(false);
                break;
            // COMPAT(Prosody 0.12): it names no namespace.
            case ("presence", "jabber:client" or PieReader.Ns):
                await user.AddRequestAsync(next, cancel).ConfigureAwait(false);
                break;
            case (_, VCard.Ns):
                await user.AddVCardAsync(element, cancel).ConfigureAwait(false);
                break;
            case (_, PrivateXml.Ns):
                await user.AddPrivateAsync(element, cancel).ConfigureAwait(false);
                break;
            case (_, BlockList.Ns):
                await user.AddBlocklistAsync(next, cancel).ConfigureAwait(false);
                break;
            case (_, PrivacyLists.Ns):
                await user.AddPrivacyAsync(next, cancel).ConfigureAwait(false);
                break;
            default:
                Unknown(next);
                break;
        }
    }

    // §3: ignored, and the operator is told.
    private void Unknown(PieEvent next) => _report.AddOnce(next, $"<{next.Element!.Name}/> of '{next.Element.Namespace}' is not known, and not taken over");
}
