// One `lab run` from start to end: the ground, the server under test, the client, the tests, the report.
using System.Globalization;
using System.Security.Authentication;
using System.Security.Cryptography;
using Balcony.Cli.Lab.Ground;
using Balcony.Cli.Lab.Peers;
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Sasl;
using Balcony.Xmpp.Streams;

namespace Balcony.Cli.Lab.Run;

internal static class LabSession
{
    private const string AccountName = "romeo";
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);

    // By a person, who reads first what is printed.
    private static readonly TimeSpan SetUpWithin = TimeSpan.FromMinutes(30);

    public static async Task<int> RunAsync(LabPlan plan, CancellationToken cancel)
    {
        var clock = TimeProvider.System;
        var temporary = plan.Folder is null ? Directory.CreateTempSubdirectory("balcony-lab-").FullName : null;
        try
        {
            var options = plan.Start is null ? plan.Options : WithAccount(plan.Options);
            var folder = Path.GetFullPath(plan.Folder ?? temporary!);
            Directory.CreateDirectory(folder);
            var subject = new LabSubject(options.Domain, options.Servers, options.ServersDirect);
            var ground = new LabOptions { Folder = folder, Dns = plan.Dns, Subjects = [subject] };
            await using var network = await LabNetwork.StartAsync(ground, LabCatalogue.All, clock, cancel);
            await using var process = plan.Start is { } start ? TestedProcess.Start(start, Environment(network, subject, options)) : null;
            if (process is null) Explain(network, options);
            var within = process is null ? SetUpWithin : StartsWithin;
            await TestedProcess.ListensAsync(options.Servers, process, within, clock, cancel);
            await using var client = await LogInAsync(options, network, process, clock, cancel);
            var report = await new LabRunner(options, network, client, new LabDiary(options.Diary, options.LogFile), Tell).RunAsync(clock, cancel);
            ReportForms.Write(report, plan.Output, Terminal.Out);
            foreach (var file in plan.Reports) ReportForms.Save(report, file);
            return report.Count(LabVerdict.Failed) == 0 ? ExitCode.Ok : ExitCode.Failed;
        }
        finally
        {
            if (temporary is not null) Directory.Delete(temporary, recursive: true);
        }
    }

    // Keys and certificates are new with each run: whoever starts the server himself has to know them first.
    private static void Explain(LabNetwork network, LabRunOptions options)
    {
        LabListing.WriteSetUp(network, Terminal.Error);
        Terminal.Error.WriteLine();
        if (options.Account is null) Terminal.Error.WriteLine("lab: without --account and --password-file only the direction in is tested");
        Terminal.Error.WriteLine($"lab: waiting for {options.Servers}: start the server now, configured like that. Ctrl-C ends the run.");
    }

    // Who starts the server can make an account on it, too.
    private static LabRunOptions WithAccount(LabRunOptions options) => options.Account is not null ? options : options with
    {
        Account = BareJid.Parse($"{AccountName}@{options.Domain}"),
        Password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)),
    };

    private static Dictionary<string, string> Environment(LabNetwork network, LabSubject subject, LabRunOptions options) => new()
    {
        ["LAB_FOLDER"] = network.Options.Folder,
        ["LAB_DOMAIN"] = options.Domain,
        ["LAB_CERTIFICATE"] = network.Files.CertificateOf(subject),
        ["LAB_KEY"] = network.Files.KeyOf(subject),
        ["LAB_AUTHORITY"] = network.Files.Root,
        ["LAB_TRUST_ANCHOR"] = network.Files.TrustAnchor,
        ["LAB_DNS_ADDRESS"] = network.Dns.Address.ToString(),
        ["LAB_DNS_PORT"] = network.Dns.Port.ToString(CultureInfo.InvariantCulture),
        ["LAB_SERVER_PORT"] = options.Servers.Port.ToString(CultureInfo.InvariantCulture),
        ["LAB_SERVER_TLS_PORT"] = options.ServersDirect?.Port.ToString(CultureInfo.InvariantCulture) ?? "",
        ["LAB_CLIENT_PORT"] = options.Clients.Port.ToString(CultureInfo.InvariantCulture),
        ["LAB_ACCOUNT"] = options.Account?.Local ?? "",
        ["LAB_PASSWORD"] = options.Password,
        ["LAB_TRUST"] = options.Policy.BelievesDialback ? "dialback" : "verified",
        ["LAB_REVOCATION"] = options.Policy.Revocation.ToString().ToLowerInvariant(),
    };

    private static async Task<LabClient?> LogInAsync(
        LabRunOptions options, LabNetwork network, TestedProcess? process, TimeProvider clock, CancellationToken cancel)
    {
        if (options.Account is not { } account) return null;
        await TestedProcess.ListensAsync(options.Clients, process, StartsWithin, clock, cancel);
        var begun = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return await LabClient.ConnectAsync(account, options.Password, options.Clients, network.Authority, options.LongPatience, cancel);
            }
            // A server that was just started may know the account a moment later.
            catch (Exception fault) when (fault is SaslException or StreamException or IOException or AuthenticationException)
            {
                if (process is null || clock.GetElapsedTime(begun) > StartsWithin) throw new IOException($"{account} cannot log in: {fault.Message}", fault);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, cancel);
            }
        }
    }

    private static void Tell(LabTest test, Observation seen) => Terminal.Error.WriteLine($"lab: {test.Spec.Name} ({test.Way}): {seen.Text}");
}
