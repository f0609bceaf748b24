// `balcony lab peers`: starts a lab and says how a server is put into it.
using System.CommandLine;
using System.Net;
using System.Runtime.InteropServices;
using Balcony.Cli.Lab.Peers;

namespace Balcony.Cli.Lab.Ground;

internal static class LabPeersCommand
{
    public static Command Create()
    {
        var command = new Command("peers", "Start the peers, list them, and stay until Ctrl-C");
        var folder = new Option<string?>("--folder") { Description = "Where certificates and trust anchors are written (default: a temporary folder)", HelpName = "DIRECTORY" };
        var dns = new Option<string?>("--dns") { Description = "Where the lab's DNS server listens (default: a free port of an address of its own)", HelpName = "ADDRESS:PORT" };
        var servers = new Option<string[]>("--server")
        {
            Description = "A server under test: the lab's DNS names it and its authority makes it a certificate; a second address is for direct TLS",
            HelpName = "DOMAIN=ADDRESS:PORT[,ADDRESS:PORT]",
        };
        var output = new Option<string>("--output", "-o") { Description = "text, or json for scripts", DefaultValueFactory = _ => "text" };
        output.AcceptOnlyFromAmong("text", "json");
        foreach (var option in (Option[])[folder, dns, servers, output]) command.Add(option);
        command.SetAction(async (parsed, cancel) =>
        {
            if (!LabSubjects.TryParse(parsed.GetValue(servers) ?? [], out var subjects, out var problem) || !TryReadDns(parsed.GetValue(dns), out var at, out problem))
            {
                Terminal.Error.WriteLine($"balcony: {problem}");
                return ExitCode.Usage;
            }
            return await RunAsync(parsed.GetValue(folder), at, subjects, parsed.GetValue(output) == "json", cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(string? folder, IPEndPoint? dns, IReadOnlyList<LabSubject> subjects, bool isJson, CancellationToken cancel)
    {
        string? temporary = null;
        try
        {
            if (folder is null) temporary = Directory.CreateTempSubdirectory("balcony-lab-").FullName;
            var options = new LabOptions { Folder = Path.GetFullPath(folder ?? temporary!), Dns = dns, Subjects = subjects };
            var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
            await using var network = await LabNetwork.StartAsync(options, LabCatalogue.All, TimeProvider.System, cancel);
            await using var servers = LabPeerServers.Start(network, TimeProvider.System);
            if (isJson) LabListing.WriteJson(network, Terminal.Out);
            else LabListing.WriteText(network, Terminal.Out);
            await Terminal.Out.FlushAsync(cancel);
            await ended.Task;
            return ExitCode.Ok;

            void End(PosixSignalContext context)
            {
                context.Cancel = true;
                ended.TrySetResult();
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DllNotFoundException)
        {
            Terminal.Error.WriteLine($"balcony: {fault.Message}");
            return ExitCode.Failed;
        }
        finally
        {
            if (temporary is not null) Directory.Delete(temporary, recursive: true);
        }
    }

    private static bool TryReadDns(string? text, out IPEndPoint? at, out string? problem)
    {
        (at, problem) = (null, null);
        if (text is null || (IPEndPoint.TryParse(text, out at) && at.Port != 0)) return true;
        problem = $"'{text}' is not an address and a port, such as 127.0.0.1:5353";
        return false;
    }
}
