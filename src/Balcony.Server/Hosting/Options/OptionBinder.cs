// Turns a configuration tree into option records, strictly: whatever is not understood is a problem, and all problems are told at once.
using System.Globalization;
using System.Reflection;

namespace Balcony.Server.Hosting.Options;

/// <summary>A module that <c>modules:</c> may name.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Options">Its option record; null when it has nothing to set.</param>
/// <param name="IsOnByDefault">Whether it runs unless turned off.</param>
public sealed record ModuleSection(string Name, Type? Options, bool IsOnByDefault = true);

/// <summary>The options, or what is wrong with them.</summary>
public sealed record BoundOptions<T>(T Value, IReadOnlyList<OptionProblem> Problems)
{
    public bool IsValid => Problems.Count == 0;
}

/// <summary>Binds by the records themselves: a property is an option, its default the option's, its type and attributes the rules.</summary>
public sealed partial class OptionBinder
{
    // A file that is wrong everywhere is wrong in its beginning, and nobody reads more.
    private const int MaxProblems = 100;

    private readonly List<OptionProblem> _problems = [];
    private readonly IReadOnlyList<ModuleSection> _modules;

    private OptionBinder(IReadOnlyList<ModuleSection> modules) => _modules = modules;

    /// <param name="tree">What was written; null: nothing.</param>
    /// <param name="modules">What <c>modules:</c> may name.</param>
    public static BoundOptions<T> Bind<T>(OptionNode? tree, IReadOnlyList<ModuleSection> modules)
        where T : class, new()
    {
        var binder = new OptionBinder(modules);
        var value = tree is null ? new T() : (T)binder.ReadRecord(tree, new T(), "");
        return new BoundOptions<T>(value, binder._problems);
    }

    private void Report(SourcePosition at, string message)
    {
        if (_problems.Count < MaxProblems) _problems.Add(new OptionProblem(at, message));
    }

    private object ReadRecord(OptionNode node, object defaults, string path)
    {
        var type = defaults.GetType();
        if (node is OptionScalar { Text: null }) return Checked(node, defaults, []);
        if (node is OptionScalar && type.GetCustomAttribute<ShorthandAttribute>() is { } shorthand)
        {
            node = new OptionMap([new OptionEntry(OptionNames.KeyOf(shorthand.Property), node.At, node)], node.At);
        }
        if (node is not OptionMap map)
        {
            Report(node.At, $"{Named(path)} needs options of its own below it ({string.Join(", ", Properties(type).Keys.Take(5))}...), not a {Kind(node)}");
            return defaults;
        }
        return ReadEntries(map, Clone(defaults), path);
    }

    private object ReadEntries(OptionMap map, object record, string path)
    {
        var properties = Properties(record.GetType());
        var set = new Dictionary<string, SourcePosition>();
        foreach (var entry in map.Entries)
        {
            var property = Find(properties, entry);
            if (property is null)
            {
                Report(entry.At, $"'{entry.Key}' is not an option {(path.Length == 0 ? "here" : $"of {path}")}{OptionNames.DidYouMean(entry.Key, properties.Keys)}");
                continue;
            }
            if (!set.TryAdd(property.Name, entry.At))
            {
                Report(entry.At, $"'{entry.Key}' is here twice; the first is {set[property.Name]}");
                continue;
            }
            var below = path.Length == 0 ? OptionNames.KeyOf(property.Name) : $"{path}:{OptionNames.KeyOf(property.Name)}";
            if (TryRead(entry.Value, property, property.GetValue(record), below, out var value)) property.SetValue(record, value);
        }
        return Checked(map, record, set);
    }

    private object Checked(OptionNode node, object record, Dictionary<string, SourcePosition> set)
    {
        if (record is ICheckedOptions options)
        {
            foreach (var (property, message) in options.Check()) Report(set.GetValueOrDefault(property) ?? node.At, message);
        }
        return record;
    }

    private bool TryRead(OptionNode node, PropertyInfo property, object? current, string path, out object? value)
    {
        var type = property.PropertyType;
        value = current;
        if (type == typeof(ModuleOptions)) value = ReadModules(node, path);
        else if (OptionValues.IsSingle(type)) return TryReadSingle(node, property, type, path, out value);
        else if (ElementOf(type, typeof(IReadOnlyList<>)) is { } item) value = ReadList(node, property, item, current, path);
        else if (ElementOf(type, typeof(IReadOnlyDictionary<,>)) is { } entry) value = ReadMap(node, property, entry, path);
        else value = ReadRecord(node, current ?? Activator.CreateInstance(type)!, path);
        return true;
    }

    private bool TryReadSingle(OptionNode node, PropertyInfo property, Type type, string path, out object? value)
    {
        value = null;
        if (node is not OptionScalar scalar)
        {
            Report(node.At, $"{path} is a single value ({OptionValues.Kind(type, property.Name)}), not a {Kind(node)}");
            return false;
        }
        // `key:` with nothing behind it is a line that somebody has not finished, not a way to say "default".
        if (scalar.Text is not { } text)
        {
            Report(node.At, $"{path} has no value; take the line out for the default, or write {OptionValues.Kind(type, property.Name)}");
            return false;
        }
        var fault = OptionValues.Read(type, property.Name, text, out value) is { } why ? $"'{Shortened(text)}' {why}" : OptionBounds.Check(property, value);
        if (fault is not null)
        {
            Report(node.At, $"{path}: {fault}");
            return false;
        }
        if (value is string file && property.IsDefined(typeof(FilePathAttribute)))
        {
            value = Path.GetFullPath(file, node.At.Directory ?? Environment.CurrentDirectory);
        }
        return true;
    }

    private Array ReadList(OptionNode node, PropertyInfo property, Type type, object? current, string path)
    {
        var values = new List<object?>();
        if (node is OptionMap map && map.Entries.All(IsNumbered)) values = ReadPlaces(map, property, type, current, path);
        else if (ItemsOf(node, OptionValues.IsSingle(type)) is { } nodes)
        {
            foreach (var (index, item) in nodes.Index())
            {
                if (TryReadItem(item, property, type, defaults: null, $"{path}:{index}", out var value)) values.Add(value);
            }
        }
        else Report(node.At, $"{path} is a list, not a {Kind(node)}");
        var array = Array.CreateInstance(type, values.Count);
        for (var i = 0; i < values.Count; i++) array.SetValue(values[i], i);
        return array;
    }

    // --set listeners:0:port=7222 changes the first of the listeners that there are by default, and leaves the others.
    private List<object?> ReadPlaces(OptionMap map, PropertyInfo property, Type type, object? current, string path)
    {
        var values = (current as System.Collections.IEnumerable)?.Cast<object?>().ToList() ?? [];
        foreach (var entry in map.Entries.OrderBy(entry => Place(entry)))
        {
            var at = Math.Min(Place(entry), values.Count);
            var before = at < values.Count ? values[at] : null;
            if (!TryReadItem(entry.Value, property, type, before, $"{path}:{at}", out var value)) continue;
            if (at < values.Count) values[at] = value;
            else values.Add(value);
        }
        return values;
    }

    private bool TryReadItem(OptionNode node, PropertyInfo property, Type type, object? defaults, string path, out object? value)
    {
        if (OptionValues.IsSingle(type)) return TryReadSingle(node, property, type, path, out value);
        value = ReadRecord(node, defaults ?? Activator.CreateInstance(type)!, path);
        return true;
    }

    private static bool IsNumbered(OptionEntry entry) => int.TryParse(entry.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static int Place(OptionEntry entry) => int.Parse(entry.Key, CultureInfo.InvariantCulture);

    // One value is a list of one; a variable or flag separates values by commas.
    private static IReadOnlyList<OptionNode>? ItemsOf(OptionNode node, bool areSingle) => node switch
    {
        OptionList list => list.Items,
        OptionScalar { Text: null } => [],
        OptionScalar { At.Line: 0, Text: { } text } when areSingle => [.. text
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => new OptionScalar(part, node.At))],
        OptionScalar when areSingle => [node],
        _ => null,
    };

    private static string Named(string path) => path.Length == 0 ? "the file" : path;

    private static string Kind(OptionNode node) => node switch { OptionList => "list", OptionMap => "map", _ => "single value" };

    private static string Shortened(string text) => text.Length <= 80 ? text : text[..77] + "...";
}
