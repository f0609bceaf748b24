// Reads a YAML file into a configuration tree that knows its lines.
using Balcony.Server.Hosting.Options;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Balcony.Cli.Configuration;

/// <summary>The events of the parser are enough: its object model would lose nothing, and cost a start more than reading the file does.</summary>
internal sealed class YamlFile
{
    private const int MaxBytes = 4 * 1024 * 1024;
    private const int MaxDepth = 20;

    private readonly Parser _parser;
    private readonly string _source;
    private readonly string? _directory;
    private readonly bool _hasLines;
    private readonly List<OptionProblem> _problems = [];
    private readonly Dictionary<string, OptionNode> _anchors = [];
    private int _depth;

    private YamlFile(string text, string source, string? directory, bool hasLines)
    {
        _parser = new Parser(new StringReader(text));
        _source = source;
        _directory = directory;
        _hasLines = hasLines;
    }

    /// <summary>Reads a file. Problems name it as <paramref name="path"/> does.</summary>
    public static (OptionNode? Root, IReadOnlyList<OptionProblem> Problems) Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > MaxBytes) return (null, [new OptionProblem(new SourcePosition(path), $"the file has more than {MaxBytes} bytes")]);
            return Parse(File.ReadAllText(path), path, Path.GetDirectoryName(Path.GetFullPath(path)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, [new OptionProblem(new SourcePosition(path), "there is no such file")]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, [new OptionProblem(new SourcePosition(path), e.Message)]);
        }
    }

    /// <param name="text">YAML.</param>
    /// <param name="source">What problems call it.</param>
    /// <param name="directory">Where relative paths in it start.</param>
    /// <param name="hasLines">False for a flag or a variable.</param>
    public static (OptionNode? Root, IReadOnlyList<OptionProblem> Problems) Parse(string text, string source, string? directory, bool hasLines = true)
    {
        var file = new YamlFile(text, source, directory, hasLines);
        OptionNode? root = null;
        try
        {
            root = file.ReadDocument();
        }
        catch (YamlException e)
        {
            file._problems.Add(new OptionProblem(file.At(e.End), $"this is not YAML: {e.Message}"));
        }
        return (root, file._problems);
    }

    private OptionNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _)) return null;
        _parser.Consume<DocumentStart>();
        var root = ReadNode();
        _parser.Consume<DocumentEnd>();
        if (_parser.Current is DocumentStart second) _problems.Add(new OptionProblem(At(second.Start), "a second document begins here; there may be one"));
        return root is OptionScalar { Text: null } ? null : root;
    }

    private OptionNode ReadNode()
    {
        if (++_depth > MaxDepth) throw new YamlException(_parser.Current!.Start, _parser.Current.End, $"nested more than {MaxDepth} deep");
        var node = _parser.Current switch
        {
            Scalar => ReadScalar(),
            SequenceStart => ReadList(),
            MappingStart => ReadMap(),
            AnchorAlias => ReadAlias(),
            var other => throw new YamlException(other!.Start, other.End, "something unexpected"),
        };
        _depth--;
        return node;
    }

    private OptionScalar ReadScalar()
    {
        var scalar = _parser.Consume<Scalar>();
        var isNull = scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" };
        return Remember(scalar.Anchor, new OptionScalar(isNull ? null : scalar.Value, At(scalar.Start)));
    }

    private OptionList ReadList()
    {
        var start = _parser.Consume<SequenceStart>();
        var items = new List<OptionNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _)) items.Add(ReadNode());
        return Remember(start.Anchor, new OptionList(items, At(start.Start)));
    }

    private OptionMap ReadMap()
    {
        var start = _parser.Consume<MappingStart>();
        var entries = new List<OptionEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (_parser.Current is not Scalar) throw new YamlException(_parser.Current!.Start, _parser.Current.End, "a key must be a word");
            var key = _parser.Consume<Scalar>();
            entries.Add(new OptionEntry(key.Value, At(key.Start), ReadNode()));
        }
        return Remember(start.Anchor, new OptionMap(entries, At(start.Start)));
    }

    private OptionNode ReadAlias()
    {
        var alias = _parser.Consume<AnchorAlias>();
        return _anchors.TryGetValue(alias.Value.Value, out var node) ? node
            : throw new YamlException(alias.Start, alias.End, $"there is no anchor &{alias.Value.Value} above");
    }

    private T Remember<T>(AnchorName anchor, T node)
        where T : OptionNode
    {
        if (!anchor.IsEmpty) _anchors[anchor.Value] = node;
        return node;
    }

    private SourcePosition At(Mark mark) => new(_source, _hasLines ? (int)mark.Line : 0, _directory);
}
