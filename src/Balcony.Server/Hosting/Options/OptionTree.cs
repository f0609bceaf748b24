// Lays single values (from variables and flags) over a configuration tree.
using System.Globalization;

namespace Balcony.Server.Hosting.Options;

public static class OptionTree
{
    /// <summary>The tree with one value put in; what was there before, and whatever it said, is replaced.</summary>
    /// <param name="root">The tree so far; null: an empty one.</param>
    /// <param name="path">Keys from the root; a number is a place in a list.</param>
    /// <param name="value">What to put there; its position is the new keys' position too.</param>
    public static OptionMap Set(OptionNode? root, ReadOnlySpan<string> path, OptionNode value) => SetInMap(root as OptionMap, path, value);

    private static OptionNode SetIn(OptionNode? node, ReadOnlySpan<string> path, OptionNode value) =>
        path.IsEmpty ? value
        : node is OptionList list && int.TryParse(path[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? SetInList(list, index, path[1..], value)
        : SetInMap(node as OptionMap, path, value);

    private static OptionMap SetInMap(OptionMap? map, ReadOnlySpan<string> path, OptionNode value)
    {
        var entries = map is null ? [] : map.Entries.ToList();
        var key = path[0];
        var at = entries.FindIndex(entry => Matches(entry.Key, key, value.At));
        if (at >= 0) entries[at] = entries[at] with { At = value.At, Value = SetIn(entries[at].Value, path[1..], value) };
        else entries.Add(new OptionEntry(key, value.At, SetIn(null, path[1..], value)));
        return new OptionMap(entries, map?.At ?? value.At);
    }

    private static OptionList SetInList(OptionList list, int index, ReadOnlySpan<string> path, OptionNode value)
    {
        var items = list.Items.ToList();
        if (index < items.Count) items[index] = SetIn(items[index], path, value);
        else items.Add(SetIn(null, path, value));
        return new OptionList(items, list.At);
    }

    private static bool Matches(string written, string key, SourcePosition at) =>
        written == key || (at.HasLooseKeys && OptionNames.AreLooselyEqual(written, key));
}
