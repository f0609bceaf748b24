// `balcony lab run`: a lab, a server under test in it, all tests, and the report.
using System.CommandLine;
using System.Net;
using Balcony.Xmpp.Addressing;

namespace Balcony.Cli.Lab.Run;

internal static class LabRunCommand
{
    public static Command Create()
    {
        var command = new Command("run", "Test a server against every peer of the lab, in both directions, and report");
        var flags = new LabRunFlags();
        flags.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            if (!flags.TryRead(parsed, out var plan, out var problem))
            {
                Terminal.Error.WriteLine($"balcony: {problem}");
                return ExitCode.Usage;
            }
            // The tested server is ended, too, and the folder removed.
            using var interruption = new Interruption(cancel, TimeSpan.FromSeconds(30));
            try
            {
                return await LabSession.RunAsync(plan, interruption.Token);
            }
            catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
            {
                Terminal.Error.WriteLine("balcony: the run was ended before it was over; there is no report");
                return ExitCode.Failed;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DllNotFoundException)
            {
                Terminal.Error.WriteLine($"balcony: {fault.Message}");
                return ExitCode.Failed;
            }
        });
        return command;
    }
}

/// <summary>All that the command line says.</summary>
internal sealed record LabPlan(LabRunOptions Options, string? Folder, IPEndPoint? Dns, string? Start, string Output, IReadOnlyList<string> Reports);

/// <summary>The flags of `balcony lab run`.</summary>
internal sealed class LabRunFlags
{
    private readonly Option<string> _against = new("--against") { Description = "The domain of the server under test", HelpName = "DOMAIN", Required = true };
    private readonly Option<string?> _connect = new("--connect") { Description = "Where it takes servers (default: 127.0.0.1:5269, with --start a free port)", HelpName = "ADDRESS:PORT" };
    private readonly Option<string?> _connectTls = new("--connect-tls") { Description = "Where it takes direct TLS from servers (with --start a free port)", HelpName = "ADDRESS:PORT" };
    private readonly Option<string?> _client = new("--client") { Description = "Where it takes clients (default: 127.0.0.1:5222, with --start a free port)", HelpName = "ADDRESS:PORT" };
    private readonly Option<string?> _account = new("--account") { Description = "An account on it: what it sends makes the server connect to the peers", HelpName = "JID" };
    private readonly Option<string?> _passwordFile = new("--password-file") { Description = "The account's password, on the first line", HelpName = "FILE" };
    private readonly Option<string?> _start = new("--start") { Description = "Starts the server under test in the foreground; it is told of the lab by LAB_... in its environment", HelpName = "COMMAND" };
    private readonly Option<string?> _folder = new("--folder") { Description = "Where certificates and trust anchors are written (default: a temporary folder)", HelpName = "DIRECTORY" };
    private readonly Option<string?> _dns = new("--dns") { Description = "Where the lab's DNS server listens (default: a free port of an address of its own)", HelpName = "ADDRESS:PORT" };
    private readonly Option<string[]> _only = new("--only") { Description = "Tests by name, * for anything; 2010 for those of the events of 2010", HelpName = "PATTERN" };
    private readonly Option<string> _trust = new("--trust") { Description = "What the server under test believes: verified certificates, or dialback, too", DefaultValueFactory = _ => "verified" };
    private readonly Option<string> _revocation = new("--revocation") { Description = "What it does when nobody can say whether a certificate was taken back: soft lets it in, hard does not, off never asks", DefaultValueFactory = _ => "soft" };
    private readonly Option<string?> _diary = new("--diary") { Description = "Prints what the server under test knows about {peer}, with Balcony's reason codes", HelpName = "COMMAND" };
    private readonly Option<string?> _log = new("--log") { Description = "A log of the server under test; its lines about a peer go into the report", HelpName = "FILE" };
    private readonly Option<bool> _brief = new("--brief") { Description = "Keeps what went over the streams of failures only" };
    private readonly Option<double> _patience = new("--patience") { Description = "Seconds that an answer may take", DefaultValueFactory = _ => 20 };
    private readonly Option<double> _longPatience = new("--long-patience") { Description = "Seconds that it may put up with a peer that says nothing, too little or too much", DefaultValueFactory = _ => 150 };
    private readonly Option<int> _atOnce = new("--at-once") { Description = "Peers that are tested at the same time", DefaultValueFactory = _ => 12 };
    private readonly Option<string> _output = new("--output", "-o") { Description = "What is printed: text, json, junit, html or markdown", DefaultValueFactory = _ => "text" };
    private readonly Option<string[]> _report = new("--report") { Description = "Written as well; the form by its ending: .json, .xml, .html, .md, .txt", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        _trust.AcceptOnlyFromAmong("verified", "dialback");
        _revocation.AcceptOnlyFromAmong("soft", "hard", "off");
        _output.AcceptOnlyFromAmong([.. ReportForms.Names]);
        Option[] all =
        [
            _against, _connect, _connectTls, _client, _account, _passwordFile, _start, _folder, _dns, _only, _trust, _revocation, _diary, _log,
            _brief, _patience, _longPatience, _atOnce, _output, _report,
        ];
        foreach (var option in all) command.Add(option);
    }

    public bool TryRead(ParseResult parsed, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LabPlan? plan, out string? problem)
    {
        plan = null;
        try
        {
            plan = Read(parsed);
            problem = null;
            return true;
        }
        catch (Exception wrong) when (wrong is FormatException or IOException or UnauthorizedAccessException)
        {
            problem = wrong.Message;
            return false;
        }
    }

    private LabPlan Read(ParseResult parsed)
    {
        var isStarted = parsed.GetValue(_start) is not null;
        var options = new LabRunOptions
        {
            Domain = ReadDomain(parsed.GetValue(_against)!),
            Servers = EndPoint(_connect, 5269)!,
            ServersDirect = isStarted || parsed.GetValue(_connectTls) is not null ? EndPoint(_connectTls, 0) : null,
            Clients = EndPoint(_client, 5222)!,
            Account = parsed.GetValue(_account) is { } account ? ReadAccount(account) : null,
            Password = parsed.GetValue(_passwordFile) is { } file ? File.ReadLines(file).FirstOrDefault() ?? "" : "",
            Policy = new LabPolicy { BelievesDialback = parsed.GetValue(_trust) == "dialback", Revocation = Enum.Parse<LabRevocationPolicy>(parsed.GetValue(_revocation)!, ignoreCase: true) },
            Only = parsed.GetValue(_only) ?? [],
            Diary = parsed.GetValue(_diary),
            LogFile = parsed.GetValue(_log),
            IsBrief = parsed.GetValue(_brief),
            Patience = Seconds(_patience),
            LongPatience = Seconds(_longPatience),
            AtOnce = Math.Clamp(parsed.GetValue(_atOnce), 1, 64),
        };
        var reports = parsed.GetValue(_report) ?? [];
        if (reports.FirstOrDefault(report => ReportForms.Of(report) is null) is { } unknown)
            throw new FormatException($"'{unknown}' has none of the endings .json, .xml, .html, .md, .txt");
        var dns = parsed.GetValue(_dns) is null ? null : EndPoint(_dns, 0);
        return new LabPlan(options, parsed.GetValue(_folder), dns, parsed.GetValue(_start), parsed.GetValue(_output)!, reports);

        TimeSpan Seconds(Option<double> option) => TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(option), 1, 3600));

        IPEndPoint EndPoint(Option<string?> option, int port) => parsed.GetValue(option) is { } text
            ? IPEndPoint.TryParse(text, out var given) && given.Port != 0 ? given : throw new FormatException($"'{text}' is not an address and a port, such as 127.0.0.1:5269")
            : isStarted ? FreePorts.Next() : new IPEndPoint(IPAddress.Loopback, port);
    }

    private static string ReadDomain(string text) => BareJid.TryParse(text, out var jid) && jid.IsDomain ? jid.Domain : throw new FormatException($"'{text}' is not a domain");

    private static BareJid ReadAccount(string text) =>
        BareJid.TryParse(text, out var jid) && !jid.IsDomain ? jid : throw new FormatException($"'{text}' is not the address of an account");
}
