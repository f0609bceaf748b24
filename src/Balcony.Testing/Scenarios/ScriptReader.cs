// Reads .xs files: scansion's syntax with the additions that tests/scenarios/README.md lists.
namespace Balcony.Testing.Scenarios;

/// <summary>The parser of scenario scripts. Errors are <see cref="ScenarioException"/> with the line.</summary>
public sealed class ScriptReader
{
    // Longest first where one is the beginning of another. A trailing colon means that XML follows below.
    private static readonly (string Words, StepKind Kind)[] Verbs =
    [
        ("connects", StepKind.Connects),
        ("accepts", StepKind.Accepts),
        ("disconnects", StepKind.Disconnects),
        ("loses the connection", StepKind.LosesConnection),
        ("opens a stream", StepKind.OpensStream),
        ("starts TLS", StepKind.StartsTls),
        ("does the TLS handshake", StepKind.HandshakesTls),
        ("authenticates", StepKind.Authenticates),
        ("binds", StepKind.Binds),
        ("resumes", StepKind.Resumes),
        ("sends raw:", StepKind.SendsRaw),
        ("sends:", StepKind.Sends),
        ("receives in any order:", StepKind.ReceivesInAnyOrder),
        ("receives nothing", StepKind.ReceivesNothing),
        ("receives: nothing", StepKind.ReceivesNothing),
        ("receives stream error:", StepKind.ReceivesStreamError),
        ("receives a stream header", StepKind.ReceivesStreamHeader),
        ("receives:", StepKind.Receives),
        ("is disconnected", StepKind.IsDisconnected),
    ];

    // What happens between servers; the network's own words follow.
    private static readonly string[] NetworkWords = ["policy ", "distrust ", "trust ", "silent ", "answers ", "restart ", "crash ", "all connections between servers break"];

    private readonly string _name;
    private readonly string[] _lines;
    private readonly Dictionary<string, string> _tags = [];
    private readonly Dictionary<string, string> _server = [];
    private readonly List<Participant> _participants = [];
    private readonly List<Step> _steps = [];
    private string? _title;
    private int _at;

    private ScriptReader(string name, string text)
    {
        _name = name;
        _lines = text.ReplaceLineEndings("\n").Split('\n');
    }

    public static ScenarioScript Read(string name, string text) => new ScriptReader(name, text).ReadAll();

    private ScenarioScript ReadAll()
    {
        while (_at < _lines.Length && !_lines[_at].StartsWith("---", StringComparison.Ordinal)) ReadPreambleLine();
        if (_at == _lines.Length) throw Fail(_at, "there is no ----- between the participants and the actions");
        for (_at++; _at < _lines.Length;) ReadStep();
        return new ScenarioScript(_name, _title ?? _name, _tags, _server, _participants, _steps);
    }

    private void ReadPreambleLine()
    {
        var line = _lines[_at];
        if (line.StartsWith("##", StringComparison.Ordinal))
        {
            var (tag, value) = Property(line[2..]);
            _tags[tag] = value;
        }
        else if (line.StartsWith('#')) _title ??= line[1..].Trim();
        else if (line.StartsWith('['))
        {
            ReadBlock();
            return;
        }
        else if (line.Trim().Length > 0) throw Fail(_at, $"'{line.Trim()}' is neither a comment nor a [Client] block");
        _at++;
    }

    private void ReadBlock()
    {
        var first = _at;
        var close = _lines[_at].IndexOf(']', StringComparison.Ordinal);
        if (close < 0) throw Fail(_at, "a block begins as [Client] Name");
        var (kind, name) = (_lines[_at][1..close], _lines[_at][(close + 1)..].Trim());
        var properties = kind == "Server" ? _server : [];
        for (_at++; _at < _lines.Length && _lines[_at] is ['\t' or ' ', ..]; _at++)
        {
            if (_lines[_at].Trim().Length == 0) continue;
            var (property, value) = Property(_lines[_at]);
            properties[property] = value;
        }
        if (kind == "Server") return;
        if (!Enum.TryParse<ParticipantKind>(kind, out var parsed)) throw Fail(first, $"[{kind}] is not known; there are [Client], [Account], [Component], [Peer] and [Server]");
        if (name.Length == 0 || _participants.Exists(p => p.Name == name)) throw Fail(first, $"[{kind}] needs a name of its own");
        if (parsed == ParticipantKind.Peer && properties.TryGetValue("domain", out var domain)) properties["jid"] = domain;
        if (!properties.ContainsKey("jid")) throw Fail(first, $"{name} has no jid or domain");
        _participants.Add(new Participant(parsed, name, properties, first + 1));
    }

    // A name alone says that it is so. The value is behind ": ", where a name has colons of its own.
    private static (string Name, string Value) Property(string line)
    {
        var parts = line.Split(line.Contains(": ", StringComparison.Ordinal) ? ": " : ":", 2);
        return (parts[0].Trim(), parts.Length == 2 ? parts[1].Trim() : "true");
    }

    private void ReadStep()
    {
        var line = _lines[_at].TrimEnd();
        var number = _at + 1;
        if (line.Length == 0 || line.StartsWith('#'))
        {
            _at++;
            return;
        }
        if (line[0] is '\t' or ' ') throw Fail(_at, "indented lines belong below 'sends:' or 'receives:'");
        _at++;
        if (line.StartsWith("after ", StringComparison.Ordinal))
        {
            _steps.Add(new Step(StepKind.After, "", line[6..].Trim(), number));
            return;
        }
        if (line == "the server stops")
        {
            _steps.Add(new Step(StepKind.ServerStops, "", "", number));
            return;
        }
        if (Array.Exists(NetworkWords, word => line.StartsWith(word, StringComparison.Ordinal)))
        {
            _steps.Add(new Step(StepKind.Network, "", line, number));
            return;
        }
        var who = _participants.Where(p => line.StartsWith(p.Name + " ", StringComparison.Ordinal)).MaxBy(p => p.Name.Length)
            ?? throw Fail(number - 1, $"nobody is called that: {line}");
        var action = line[(who.Name.Length + 1)..].Trim();
        var verb = Verbs.FirstOrDefault(v => action.StartsWith(v.Words, StringComparison.Ordinal));
        if (verb.Words is null || who.Kind == ParticipantKind.Account) throw Fail(number - 1, $"{who.Name} can't do that: {action}");
        var rest = action[verb.Words.Length..].TrimStart(':').Trim();
        var below = ReadBody();
        if (rest.Length > 0 && below.Length > 0) throw Fail(number - 1, "XML both after the colon and below it");
        if (verb.Kind is StepKind.Sends or StepKind.SendsRaw or StepKind.Receives or StepKind.ReceivesInAnyOrder && rest.Length + below.Length == 0)
            throw Fail(number - 1, "nothing follows the colon");
        _steps.Add(new Step(verb.Kind, who.Name, rest.Length > 0 ? rest : below, number));
    }

    // Everything indented; a blank line inside is kept out, a comment or an action at the margin ends it.
    private string ReadBody()
    {
        var body = new List<string>();
        for (; _at < _lines.Length && (_lines[_at].Trim().Length == 0 || _lines[_at][0] is '\t' or ' '); _at++)
        {
            if (_lines[_at].Trim().Length > 0) body.Add(_lines[_at]);
        }
        return string.Join('\n', body);
    }

    private ScenarioException Fail(int index, string what) => new(_name, index + 1, what);
}
