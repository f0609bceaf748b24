// Configuration trees for tests, written as the file would be. Only the program reads real YAML; this understands maps, lists and words.
using Balcony.Server.Hosting.Options;

namespace Balcony.Server.Tests.Options;

internal static class Tree
{
    private const string Source = "balcony.yml";

    public static OptionNode? Of(string text)
    {
        var lines = new List<(int Number, int Indent, string Text)>();
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (line.Trim().Length == 0) continue;
            // "- key: value" is a list's item whose map begins two columns to the right.
            var rest = line.TrimStart();
            var indent = line.Length - rest.Length;
            for (; rest.StartsWith("- ", StringComparison.Ordinal); rest = rest[2..], indent += 2) lines.Add((index + 1, indent, "-"));
            lines.Add((index + 1, indent, rest.TrimEnd()));
        }
        var next = 0;
        return lines.Count == 0 ? null : Read(lines, ref next, lines[0].Indent);
    }

    public static BoundOptions<T> Bind<T>(string text, params ModuleSection[] modules)
        where T : class, new() => OptionBinder.Bind<T>(Of(text), modules);

    private static OptionNode Read(List<(int Number, int Indent, string Text)> lines, ref int next, int indent)
    {
        var (number, _, first) = lines[next];
        var at = new SourcePosition(Source, number, "/etc/test");
        if (first == "-")
        {
            var items = new List<OptionNode>();
            while (next < lines.Count && lines[next].Indent == indent && lines[next].Text == "-")
            {
                next++;
                items.Add(Read(lines, ref next, lines[next].Indent));
            }
            return new OptionList(items, at);
        }
        if (!IsEntry(first))
        {
            next++;
            return new OptionScalar(first, at);
        }
        var entries = new List<OptionEntry>();
        while (next < lines.Count && lines[next].Indent == indent && IsEntry(lines[next].Text))
        {
            var keyAt = new SourcePosition(Source, lines[next].Number, "/etc/test");
            var parts = lines[next].Text.Split(": ", 2);
            var key = parts[0].TrimEnd(':');
            next++;
            var hasBelow = parts.Length == 1 && next < lines.Count && lines[next].Indent > indent;
            entries.Add(new OptionEntry(key, keyAt, hasBelow ? Read(lines, ref next, lines[next].Indent) : new OptionScalar(parts.Length == 1 ? null : parts[1], keyAt)));
        }
        return new OptionMap(entries, at);
    }

    private static bool IsEntry(string text) => text.EndsWith(':') || text.Contains(": ", StringComparison.Ordinal);
}
