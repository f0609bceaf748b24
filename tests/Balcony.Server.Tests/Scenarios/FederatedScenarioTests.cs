// Contacts on another server must behave as those on the same: scripts with several accounts once more, all but the first account elsewhere.
using System.Text.RegularExpressions;
using Balcony.Testing;
using Balcony.Testing.Scenarios;
using Xunit;

namespace Balcony.Server.Tests.Scenarios;

public sealed class FederatedScenarioTests
{
    private const string Here = "example.org";
    private const string There = "example.net";

    public static TheoryData<string> Scripts() => [.. ScenarioFiles.Names().Where(name => IsForTwoServers(ScenarioFiles.Read(name)))];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_script_goes_as_written_between_two_servers(string name)
    {
        await using var target = new MemoryTarget();
        await ScenarioRunner.RunAsync(Divide(name), target, TestContext.Current.CancellationToken);
    }

    private static bool IsForTwoServers(ScenarioScript script) =>
        !script.IsFederated && !script.Tags.ContainsKey("federated") && !script.Tags.ContainsKey("memory")
        && Others(script).Any() && script.Participants.All(participant => participant.Kind != ParticipantKind.Component && participant.Host == Here);

    private static IEnumerable<string> Others(ScenarioScript script) =>
        script.Participants.Where(participant => participant.Localpart.Length > 0).Select(participant => participant.BareJid).Distinct().Skip(1);

    private static ScenarioScript Divide(string name)
    {
        string text = File.ReadAllText(Path.Combine(ScenarioFiles.Folder, name));
        foreach (string account in Others(ScenarioFiles.Read(name)))
        {
            text = Regex.Replace(text, $@"(?<![\w.]){Regex.Escape(account)}\b", account.Replace(Here, There, StringComparison.Ordinal));
        }
        // What was delayed in these scripts was so on the recipient's server, which is never the first account's.
        text = text.Replace("xmlns='urn:xmpp:delay' from='example.org'", "xmlns='urn:xmpp:delay' from='example.net'", StringComparison.Ordinal);
        return ScriptReader.Read(name, "[Server]\n\tfederated: on\n" + text);
    }
}
