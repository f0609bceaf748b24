// Bounds that [Range] puts on an option, without the converters that its own IsValid would load at every start.
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Balcony.Server.Hosting.Options;

internal static class OptionBounds
{
    /// <returns>Null, or what is wrong.</returns>
    public static string? Check(PropertyInfo property, object? value)
    {
        if (value is not IComparable comparable || property.GetCustomAttribute<RangeAttribute>() is not { } range) return null;
        var type = value.GetType();
        var text = OptionValues.Write(value, property.Name);
        if (comparable.CompareTo(Bound(range.Minimum, type)) < 0) return $"{text} is too small; from {Describe(property)}";
        if (comparable.CompareTo(Bound(range.Maximum, type)) > 0) return $"{text} is too large; from {Describe(property)}";
        return null;
    }

    /// <summary><c>4 to 1000</c>; null where nothing bounds it.</summary>
    public static string? Describe(PropertyInfo property)
    {
        if (property.GetCustomAttribute<RangeAttribute>() is not { } range) return null;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return $"{OptionValues.Write(Bound(range.Minimum, type), property.Name)} to {OptionValues.Write(Bound(range.Maximum, type), property.Name)}";
    }

    private static object Bound(object bound, Type type) => type == typeof(TimeSpan)
        ? TimeSpan.Parse((string)bound, CultureInfo.InvariantCulture)
        : Convert.ChangeType(bound, type, CultureInfo.InvariantCulture);
}
