// `serve --dev`: what the first try needs, and nothing that would be let out of this machine.
using Balcony.Server.Hosting.Options;

namespace Balcony.Cli.Serve;

internal static class DevMode
{
    public const string Password = "secret";

    /// <summary>People to try it with, in each other's rosters.</summary>
    public static IReadOnlyList<string> Names { get; } = ["alice", "bob", "carol"];

    /// <summary>Whether a check finds what is so by design: nobody trusts the throw-away certificate, and few connections will come.</summary>
    public static bool IsExpected(string check) => check is "certificate.chain" or "process.file-descriptors" or "dns.answers" or "dns.validation";

    /// <summary>Options that hold where file, environment and flags say nothing.</summary>
    public static OptionMap Underneath(string data)
    {
        var at = new SourcePosition("--dev");
        return Map(
            ("domain", Text("localhost")),
            ("data", Text(data)),
            ("registration", Text("open")),
            ("listeners", new OptionList([Listener("client"), Listener("client-tls"), Listener("http")], at)));

        OptionMap Listener(string kind) => Map(("kind", Text(kind)), ("address", Text("localhost")));
        OptionScalar Text(string text) => new(text, at);
        OptionMap Map(params (string Key, OptionNode Value)[] entries) => new([.. entries.Select(entry => new OptionEntry(entry.Key, at, entry.Value))], at);
    }
}
