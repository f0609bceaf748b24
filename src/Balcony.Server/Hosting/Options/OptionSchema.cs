// Walks option records: for the reference, for `config show`, and to tell what a reload changes.
using System.Collections;
using System.Reflection;

namespace Balcony.Server.Hosting.Options;

/// <summary>One option as a record declares it.</summary>
/// <param name="Path">Keys from the root, with <c>:</c> between them; <c>NAME</c> and <c>N</c> stand for a map's keys and a list's places.</param>
/// <param name="Property">The property, whose comment is its documentation.</param>
/// <param name="Kind">What may be written.</param>
/// <param name="Default">What holds when nothing is written; empty when that is nothing.</param>
/// <param name="Bounds">From and to; null where there are none.</param>
/// <param name="IsLive">Whether a reload changes it.</param>
public sealed record OptionDescription(string Path, PropertyInfo Property, string Kind, string Default, string? Bounds, bool IsLive);

/// <summary>The value that an option has.</summary>
/// <param name="Path">Keys from the root, with <c>:</c> between them.</param>
/// <param name="Value">As it would be written.</param>
/// <param name="IsLive">Whether a reload changes it.</param>
/// <param name="IsSecret">Whether it is never shown.</param>
/// <param name="Entry">The path of the map's entry that it is in, such as a host's; null outside of maps, and in maps that are live themselves.</param>
public sealed record OptionSetting(string Path, string Value, bool IsLive, bool IsSecret, string? Entry);

public static class OptionSchema
{
    /// <summary>All options of a record, sections before what is in them.</summary>
    public static IEnumerable<OptionDescription> Describe(object defaults, string path = "", bool isLive = false)
    {
        foreach (var property in InOrder(defaults.GetType()))
        {
            var type = property.PropertyType;
            if (type == typeof(ModuleOptions)) continue;
            var below = Join(path, OptionNames.KeyOf(property.Name));
            var live = isLive || property.IsDefined(typeof(LiveAttribute));
            var current = property.GetValue(defaults);
            yield return new OptionDescription(
                below, property, KindOf(type, property.Name), DefaultOf(property, current), OptionBounds.Describe(property), live);
            foreach (var inner in Inner(type, current, below, live)) yield return inner;
        }
    }

    /// <summary>What every option is, one line each.</summary>
    public static IEnumerable<OptionSetting> Settings(object record, string path = "", bool isLive = false, string? entry = null)
    {
        foreach (var property in InOrder(record.GetType()))
        {
            var below = Join(path, OptionNames.KeyOf(property.Name));
            var live = isLive || property.IsDefined(typeof(LiveAttribute));
            var isSecret = property.IsDefined(typeof(SecretAttribute));
            var place = new Place(below, live, isSecret, entry);
            foreach (var setting in SettingsOf(property.GetValue(record), property.Name, place)) yield return setting;
        }
    }

    internal static IEnumerable<OptionSetting> Differences(object before, object after)
    {
        var old = Settings(before).ToDictionary(setting => setting.Path);
        var now = Settings(after).ToDictionary(setting => setting.Path);
        // A host that comes or goes needs a restart, and with it all that is said of it.
        var comeOrGone = Entries(old.Values);
        comeOrGone.SymmetricExceptWith(Entries(now.Values));
        return now.Values.Where(setting => !old.TryGetValue(setting.Path, out var was) || was.Value != setting.Value)
            .Concat(old.Values.Where(setting => !now.ContainsKey(setting.Path)))
            .Select(setting => setting.Entry is { } entry && comeOrGone.Contains(entry) ? setting with { IsLive = false } : setting);
    }

    private static HashSet<string> Entries(IEnumerable<OptionSetting> settings) => [.. settings.Select(setting => setting.Entry).OfType<string>()];

    private static IEnumerable<OptionDescription> Inner(Type type, object? current, string path, bool isLive)
    {
        var element = OptionBinder.ElementOf(type, typeof(IReadOnlyList<>));
        var value = OptionBinder.ElementOf(type, typeof(IReadOnlyDictionary<,>));
        var (inner, suffix) = element is not null ? (element, ":N") : value is not null ? (value, ":NAME") : (type, "");
        if (OptionValues.IsSingle(inner)) return [];
        return Describe(suffix.Length == 0 && current is not null ? current : Activator.CreateInstance(inner)!, path + suffix, isLive);
    }

    private static IEnumerable<OptionSetting> SettingsOf(object? value, string property, Place place)
    {
        if (value is null || OptionValues.IsSingle(value.GetType()))
        {
            var isSecret = place.IsSecret && value is not null;
            return [new OptionSetting(place.Path, OptionValues.Write(value, property), place.IsLive, isSecret, place.Entry)];
        }
        if (value is ModuleOptions modules) return SettingsOfModules(modules, place);
        if (value is IDictionary map)
        {
            return map.Keys.Cast<string>().SelectMany(key => SettingsOf(map[key], property, place.EntryAt(key)));
        }
        if (value is IEnumerable list)
        {
            return list.Cast<object>().Index().SelectMany(item => SettingsOf(item.Item, property, place with { Path = $"{place.Path}:{item.Index}" }));
        }
        return Settings(value, place.Path, place.IsLive, place.Entry);
    }

    private static IEnumerable<OptionSetting> SettingsOfModules(ModuleOptions modules, Place place) => modules.Enabled
        .Select(module => new OptionSetting($"{place.Path}:{module.Key}:enabled", module.Value ? "true" : "false", place.IsLive, false, null))
        .Concat(modules.Records.SelectMany(record => Settings(record.Value, $"{place.Path}:{record.Key}", place.IsLive)));

    // As the record declares them: an author puts what matters first.
    private static IEnumerable<PropertyInfo> InOrder(Type type) => OptionBinder.Properties(type).Values.OrderBy(property => property.MetadataToken);

    private static string KindOf(Type type, string property)
    {
        if (OptionValues.IsSingle(type)) return OptionValues.Kind(type, property);
        if (OptionBinder.ElementOf(type, typeof(IReadOnlyList<>)) is { } item)
        {
            return OptionValues.IsSingle(item) ? $"list of {OptionValues.Kind(item, property)}" : "list";
        }
        if (OptionBinder.ElementOf(type, typeof(IReadOnlyDictionary<,>)) is { } entry)
        {
            return OptionValues.IsSingle(entry) ? $"map to {OptionValues.Kind(entry, property)}" : "map";
        }
        return "section";
    }

    private static string DefaultOf(PropertyInfo property, object? value) =>
        property.GetCustomAttribute<DefaultTextAttribute>() is { } text ? text.Text
        : value is not null && OptionValues.IsSingle(value.GetType()) ? OptionValues.Write(value, property.Name)
        : value is IEnumerable list and not IDictionary ? string.Join(", ", list.Cast<object>().Where(item => OptionValues.IsSingle(item.GetType())).Select(item => OptionValues.Write(item, property.Name)))
        : "";

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}:{key}";

    // Where a value is, and what was said on the way there.
    private readonly record struct Place(string Path, bool IsLive, bool IsSecret, string? Entry)
    {
        public Place EntryAt(string key) => this with { Path = $"{Path}:{key}", Entry = IsLive ? Entry : $"{Path}:{key}" };
    }
}
