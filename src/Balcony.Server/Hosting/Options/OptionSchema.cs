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
public sealed record OptionSetting(string Path, string Value, bool IsLive, bool IsSecret);

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
    public static IEnumerable<OptionSetting> Settings(object record, string path = "", bool isLive = false)
    {
        foreach (var property in InOrder(record.GetType()))
        {
            var below = Join(path, OptionNames.KeyOf(property.Name));
            var live = isLive || property.IsDefined(typeof(LiveAttribute));
            var isSecret = property.IsDefined(typeof(SecretAttribute));
            foreach (var setting in SettingsOf(property.GetValue(record), property.Name, below, live, isSecret)) yield return setting;
        }
    }

    internal static IEnumerable<OptionSetting> Differences(object before, object after)
    {
        var old = Settings(before).ToDictionary(setting => setting.Path);
        var now = Settings(after).ToDictionary(setting => setting.Path);
        return now.Values.Where(setting => !old.TryGetValue(setting.Path, out var was) || was.Value != setting.Value)
            .Concat(old.Values.Where(setting => !now.ContainsKey(setting.Path)));
    }

    private static IEnumerable<OptionDescription> Inner(Type type, object? current, string path, bool isLive)
    {
        var element = OptionBinder.ElementOf(type, typeof(IReadOnlyList<>));
        var value = OptionBinder.ElementOf(type, typeof(IReadOnlyDictionary<,>));
        var (inner, suffix) = element is not null ? (element, ":N") : value is not null ? (value, ":NAME") : (type, "");
        if (OptionValues.IsSingle(inner)) return [];
        return Describe(suffix.Length == 0 && current is not null ? current : Activator.CreateInstance(inner)!, path + suffix, isLive);
    }

    private static IEnumerable<OptionSetting> SettingsOf(object? value, string property, string path, bool isLive, bool isSecret)
    {
        if (value is null || OptionValues.IsSingle(value.GetType()))
        {
            return [new OptionSetting(path, OptionValues.Write(value, property), isLive, isSecret && value is not null)];
        }
        if (value is ModuleOptions modules) return SettingsOfModules(modules, path, isLive);
        if (value is IDictionary map)
        {
            return map.Keys.Cast<string>().SelectMany(key => SettingsOf(map[key], property, $"{path}:{key}", isLive, isSecret));
        }
        if (value is IEnumerable list)
        {
            return list.Cast<object>().Index().SelectMany(item => SettingsOf(item.Item, property, $"{path}:{item.Index}", isLive, isSecret));
        }
        return Settings(value, path, isLive);
    }

    private static IEnumerable<OptionSetting> SettingsOfModules(ModuleOptions modules, string path, bool isLive) =>
        modules.Enabled.Select(module => new OptionSetting($"{path}:{module.Key}:enabled", module.Value ? "true" : "false", isLive, false))
            .Concat(modules.Records.SelectMany(record => Settings(record.Value, $"{path}:{record.Key}", isLive)));

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
}
