// The parts of the binder that know maps, modules and how records are made.
using System.Collections;
using System.Reflection;

namespace Balcony.Server.Hosting.Options;

public sealed partial class OptionBinder
{
    private const string Enabled = "enabled";

    /// <summary>The options of a record by the key they are written with.</summary>
    internal static SortedDictionary<string, PropertyInfo> Properties(Type type)
    {
        var properties = new SortedDictionary<string, PropertyInfo>(StringComparer.Ordinal);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            // What has no setter is worked out from the others; what is called is not written in a file.
            if (property.SetMethod is { IsPublic: true } && !property.PropertyType.IsAssignableTo(typeof(Delegate))) properties.Add(OptionNames.KeyOf(property.Name), property);
        }
        return properties;
    }

    internal static Type? ElementOf(Type type, Type shape) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == shape ? type.GetGenericArguments()[^1] : null;

    private static PropertyInfo? Find(SortedDictionary<string, PropertyInfo> properties, OptionEntry entry) =>
        properties.TryGetValue(entry.Key, out var property) ? property
        : entry.At.HasLooseKeys ? properties.FirstOrDefault(pair => OptionNames.AreLooselyEqual(pair.Key, entry.Key)).Value
        : null;

    // Records copy themselves; `with` is not to be had for a type known only now.
    private static object Clone(object record) => record.GetType().GetMethod("<Clone>$")?.Invoke(record, null)
        ?? throw new ArgumentException($"{record.GetType()} is not a record.");

    private object ReadMap(OptionNode node, PropertyInfo property, Type type, string path)
    {
        var values = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), type))!;
        if (node is OptionScalar { Text: null }) return values;
        if (node is not OptionMap map)
        {
            Report(node.At, $"{path} is a map of names to options, not a {Kind(node)}");
            return values;
        }
        foreach (var entry in map.Entries)
        {
            var below = $"{path}:{entry.Key}";
            if (values.Contains(entry.Key)) Report(entry.At, $"'{entry.Key}' is here twice");
            else if (!OptionValues.IsSingle(type)) values[entry.Key] = ReadRecord(entry.Value, Activator.CreateInstance(type)!, below);
            else if (TryReadSingle(entry.Value, property, type, below, out var value)) values[entry.Key] = value;
        }
        return values;
    }

    // modules:
    //   ping: off
    //   blocking:
    //     enabled: true
    //     maxItems: 500
    private ModuleOptions ReadModules(OptionNode node, string path)
    {
        var enabled = new Dictionary<string, bool>();
        var records = new Dictionary<string, object>();
        if (node is OptionScalar { Text: null }) return new ModuleOptions();
        if (node is not OptionMap map)
        {
            Report(node.At, $"{path} is a map of module names to options, not a {Kind(node)}");
            return new ModuleOptions();
        }
        foreach (var entry in map.Entries)
        {
            var module = _modules.FirstOrDefault(module => module.Name == entry.Key
                || (entry.At.HasLooseKeys && OptionNames.AreLooselyEqual(module.Name, entry.Key)));
            if (module is null)
            {
                Report(entry.At, $"'{entry.Key}' is not a module{OptionNames.DidYouMean(entry.Key, _modules.Select(module => module.Name))}");
                continue;
            }
            ReadModule(module, entry.Value, $"{path}:{module.Name}", enabled, records);
        }
        return new ModuleOptions { Enabled = enabled, Records = records };
    }

    private void ReadModule(ModuleSection module, OptionNode node, string path, Dictionary<string, bool> enabled, Dictionary<string, object> records)
    {
        if (node is OptionScalar { Text: { } text })
        {
            if (OptionValues.Read(typeof(bool), Enabled, text, out var isOn) is not null) Report(node.At, $"{path}: '{Shortened(text)}' is neither on nor off, nor options");
            else enabled[module.Name] = (bool)isOn!;
            return;
        }
        if (node is OptionMap map && map.Entries.FirstOrDefault(entry => entry.Key == Enabled || (entry.At.HasLooseKeys && OptionNames.AreLooselyEqual(entry.Key, Enabled))) is { } flag)
        {
            ReadModule(module, flag.Value, $"{path}:{Enabled}", enabled, records);
            node = new OptionMap([.. map.Entries.Where(entry => entry != flag)], map.At);
        }
        if (module.Options is not null) records[module.Name] = ReadRecord(node, Activator.CreateInstance(module.Options)!, path);
        else if (node is OptionMap { Entries: [var first, ..] }) Report(first.At, $"'{first.Key}' is not an option of {path}, which has none but 'enabled'");
    }
}
