// XEP-0227: reads a file of user data piece by piece, and the files that it includes (XInclude) in their places.
using System.Text;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Portable;

internal enum PieKind
{
    Document,
    ServerData,
    Host,
    User,
    OfflineMessages,
    Archive,

    /// <summary>XEP-0060 nodes and items: of any number and size, so that they are passed over one by one.</summary>
    PubSub,
}

/// <summary>What comes next: a part begins, a part ends, or an element inside of one.</summary>
/// <param name="Kind">The part; of an element, the part that it is in.</param>
/// <param name="Element">The element, whole; of a part that begins, its start tag alone; null at its end.</param>
internal readonly record struct PieEvent(PieKind Kind, XmlElement? Element, bool IsPart, string Path, long Line)
{
    public bool IsBegin => IsPart && Element is not null;

    public bool IsEnd => IsPart && Element is null;
}

/// <summary>Holds one element at a time: an archive may be larger than memory. Blocks while it reads.</summary>
internal sealed class PieReader : IDisposable
{
    public const string Ns = "urn:xmpp:pie:0";
    public const string ScramNs = "urn:xmpp:pie:0#scram";
    public const string ArchiveNs = "urn:xmpp:pie:0#mam";

    // COMPAT(ejabberd before 13, jabberd2 exporters): the namespace before the XEP was a draft.
    private const string OldNs = "http://www.xmpp.org/extensions/xep-0227.html#ns";
    private const string IncludeNs = "http://www.w3.org/2001/XInclude";
    private const string PubSubNs = "http://jabber.org/protocol/pubsub";
    private const int MaxIncludes = 8;

    // An element is a stanza, a roster, or all of a user's private XML.
    private static readonly XmlLimits Limits = new() { MaxStanzaBytes = 16 << 20, MaxDepth = 256, MaxAttributes = 256, MaxNameBytes = 1_024, MaxElements = 1_000_000 };

    private readonly Stack<Part> _parts = new();
    private readonly HashSet<string> _included = [];
    private readonly string _folder;
    private bool _mustEnd;

    /// <exception cref="IOException">It cannot be opened; also <see cref="UnauthorizedAccessException"/>.</exception>
    public PieReader(string path)
    {
        var full = Path.GetFullPath(path);
        _folder = Path.GetDirectoryName(full)!;
        var main = new PieSource(full);
        Main = main;
        _parts.Push(new Part(main, PieKind.Document, PieKind.Document, "", new Dictionary<string, string>()));
    }

    /// <summary>The files that were read in the place of an include.</summary>
    public IReadOnlyCollection<string> Included => _included;

    /// <summary>The file that was named, for the progress.</summary>
    public PieSource Main { get; }

    /// <returns>Null when everything was read.</returns>
    /// <exception cref="PieException">It is not well-formed, or not what it should be.</exception>
    public PieEvent? Next()
    {
        if (_mustEnd)
        {
            _mustEnd = false;
            return End();
        }
        while (_parts.TryPeek(out var part))
        {
            var source = part.Source;
            if (!source.SkipSpace())
            {
                if (part.Kind != PieKind.Document) throw Fault("the file ends before </" + part.RawName + ">");
                if (!part.HasRoot) throw Fault("the file is empty");
                _parts.Pop();
                source.Dispose();
            }
            else if (source.StartsWith("\uFEFF"u8)) source.Skip(3);
            else if (source.StartsWith("<?"u8)) source.SkipPast("?>"u8);
            else if (source.StartsWith("<!--"u8)) source.SkipPast("-->"u8);
            else if (source.StartsWith("<!"u8)) throw Fault("a document type or section, which has no place here");
            else if (source.StartsWith("</"u8)) return ReadEnd(part);
            else if (source.Window[0] != '<') throw Fault("text where an element should be");
            else if (ReadStart(part) is { } next) return next;
        }
        return null;
    }

    public void Dispose()
    {
        while (_parts.TryPop(out var part)) part.Source.Dispose();
        Main.Dispose();
    }

    private PieEvent? ReadStart(Part part)
    {
        if (part.Kind == PieKind.Document && part.HasRoot) throw Fault("something follows the root element");
        var line = part.Source.Line;
        PieTag tag;
        try
        {
            tag = PieTag.Read(part.Source.Tag(), part.Scope);
        }
        catch (StreamException fault)
        {
            throw Fault(Words(fault), fault);
        }
        part.HasRoot = true;
        // What stands at the root of an included file stands where the include stood.
        var place = part.Kind == PieKind.Document ? part.Context : part.Kind;
        if (KindOf(place, tag.Element) is { } kind)
        {
            part.Source.Skip(part.Source.Tag().Length);
            _parts.Push(new Part(part.Source, kind, kind, tag.RawName, tag.Scope));
            _mustEnd = tag.IsEmpty;
            return new(kind, tag.Element, IsPart: true, part.Source.Path, line);
        }
        if (place == PieKind.Document) throw Fault($"the root is <{tag.Element.Name}/> of '{tag.Element.Namespace}', not <server-data/> of '{Ns}'");
        var element = ReadElement(part);
        if (place is PieKind.ServerData or PieKind.Host or PieKind.User && element.Is("include", IncludeNs))
        {
            Include(part, place, element, line);
            return null;
        }
        return new(place, element, IsPart: false, part.Source.Path, line);
    }

    private static PieKind? KindOf(PieKind place, XmlElement element) => (place, element.Name, element.Namespace) switch
    {
        (PieKind.Document, "server-data", Ns or OldNs) => PieKind.ServerData,
        // A file that others include may be read alone.
        (PieKind.Document or PieKind.ServerData, "host", Ns or OldNs) => PieKind.Host,
        (PieKind.Host, "user", Ns or OldNs) => PieKind.User,
        (PieKind.User, "offline-messages", Ns or OldNs) => PieKind.OfflineMessages,
        (PieKind.User, "archive", ArchiveNs) => PieKind.Archive,
        (PieKind.User, "pubsub", PubSubNs or PubSubNs + "#owner") => PieKind.PubSub,
        (PieKind.PubSub, "items", PubSubNs) => PieKind.PubSub,
        _ => null,
    };

    private PieEvent ReadEnd(Part part)
    {
        var tag = Encoding.UTF8.GetString(part.Source.Tag());
        if (part.Kind == PieKind.Document || tag[2..^1].TrimEnd() != part.RawName) throw Fault($"{tag} where </{part.RawName}> should be");
        part.Source.Skip(part.Source.Tag().Length);
        return End();
    }

    private PieEvent End()
    {
        var part = _parts.Pop();
        return new(part.Kind, null, IsPart: true, part.Source.Path, part.Source.Line);
    }

    // The stream reader cuts elements out of a stream; here the part is the stream, and its header is made up.
    private static XmlElement ReadElement(Part part)
    {
        part.Elements ??= Begin(part.Scope);
        var began = part.Source.Line;
        try
        {
            while (true)
            {
                var rest = part.Source.Window;
                var before = rest.Length;
                var result = part.Elements.Read(ref rest);
                part.Source.Skip(before - rest.Length);
                if (result.Kind == XmlReadKind.Element) return result.Element!;
                if (!part.Source.Fill()) throw new PieException(part.Source.Path, began, "the file ends in the middle of the element that begins here");
            }
        }
        catch (StreamException fault)
        {
            throw new PieException(part.Source.Path, began, $"the element that begins here cannot be read: {Words(fault)}", fault);
        }
    }

    private static XmlStreamReader Begin(IReadOnlyDictionary<string, string> scope)
    {
        var ns = scope.GetValueOrDefault("", "");
        var reader = new XmlStreamReader(Limits, ns.Length == 0 ? Ns : ns);
        ReadOnlySpan<byte> header = Encoding.UTF8.GetBytes($"<balcony-pie:stream xmlns:balcony-pie='{XmlElement.StreamNs}'{PieTag.Declarations(scope)}>");
        reader.Read(ref header);
        return reader;
    }

    // §5: relative, whole files. They stay below the folder of the file that was named: it may come from anybody.
    private void Include(Part part, PieKind place, XmlElement include, long line)
    {
        var href = include.Attribute("href");
        if (href is null || include.Attribute("xpointer") is not null || include.Attribute("parse") is not (null or "xml"))
            throw new PieException(part.Source.Path, line, "an include that is not of a whole XML file");
        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(part.Source.Path)!, Uri.UnescapeDataString(href)));
        if (Uri.TryCreate(href, UriKind.Absolute, out _) || !file.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new PieException(part.Source.Path, line, $"an include of '{href}', which is not below {_folder}");
        if (_parts.Count(one => one.Kind == PieKind.Document) > MaxIncludes) throw new PieException(part.Source.Path, line, "files include each other too deep");
        try
        {
            _included.Add(file);
            _parts.Push(new Part(new PieSource(file), PieKind.Document, place, "", new Dictionary<string, string>()));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PieException(part.Source.Path, line, $"the included file {href} cannot be opened: {fault.Message}", fault);
        }
    }

    private PieException Fault(string message, Exception? cause = null)
    {
        var source = _parts.Peek().Source;
        return new(source.Path, source.Line, message, cause);
    }

    private static string Words(StreamException fault) =>
        fault.Condition == StreamCondition.PolicyViolation ? "it is larger or deeper than this program reads" : $"the XML is not well-formed ({fault.Message})";

    private sealed class Part(PieSource source, PieKind kind, PieKind context, string rawName, IReadOnlyDictionary<string, string> scope)
    {
        public PieSource Source => source;

        public PieKind Kind => kind;

        /// <summary>Of a file: the part in which it is included.</summary>
        public PieKind Context => context;

        public string RawName => rawName;

        public IReadOnlyDictionary<string, string> Scope => scope;

        public bool HasRoot { get; set; }

        public XmlStreamReader? Elements { get; set; }
    }
}
