// Single values between text and their types.
using System.Globalization;
using System.Net;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Hosting.Options;

internal static class OptionValues
{
    public static bool IsSingle(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum || type.IsPrimitive || type == typeof(string) || type == typeof(TimeSpan) || type == typeof(BareJid)
            || type.IsAssignableTo(typeof(IPAddress)) || type == typeof(IPNetwork) || type == typeof(IPEndPoint);
    }

    /// <param name="type">One that <see cref="IsSingle"/> accepts.</param>
    /// <param name="property">Its name says whether a number counts bytes.</param>
    /// <param name="text">What was written.</param>
    /// <param name="value">The value.</param>
    /// <returns>Null, or what is wrong with the text, to be put after it.</returns>
    public static string? Read(Type type, string property, string text, out object? value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        value = null;
        if (type == typeof(string)) value = text;
        else if (type == typeof(bool)) return ReadBoolean(text, out value);
        else if (type.IsEnum) return ReadEnum(type, text, out value);
        else if (type == typeof(TimeSpan)) return ReadDuration(text, out value);
        else if (type == typeof(int) || type == typeof(long)) return ReadInteger(type, property, text, out value);
        else if (type == typeof(double)) return ReadNumber(text, out value);
        else if (type == typeof(BareJid)) return BareJid.TryParse(text, out var jid) && Is(jid, out value) ? null : "is not an address (name@host)";
        else return ReadNetwork(type, text, out value);
        return null;
    }

    public static string Write(object? value, string property) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        Enum member => OptionNames.ValueOf(member.ToString()),
        TimeSpan duration => Durations.Format(duration),
        int or long when CountsBytes(property) => Sizes.Format(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>What may be written, for the reference.</summary>
    public static string Kind(Type type, string property)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum ? string.Join(" | ", Members(type))
            : type == typeof(bool) ? "true | false"
            : type == typeof(TimeSpan) ? "duration"
            : type == typeof(string) ? "text"
            : type == typeof(BareJid) ? "address"
            : type == typeof(IPAddress) ? "IP address"
            : type == typeof(IPNetwork) ? "IP address or network"
            : type == typeof(IPEndPoint) ? "IP address, or with port"
            : CountsBytes(property) ? "size"
            : type == typeof(double) ? "number" : "whole number";
    }

    private static bool CountsBytes(string property) => property.Contains("Bytes", StringComparison.Ordinal);

    private static bool Is(object? parsed, out object? value) => (value = parsed) is not null;

    private static IEnumerable<string> Members(Type type) => Enum.GetNames(type).Select(OptionNames.ValueOf);

    private static string? ReadBoolean(string text, out object? value)
    {
        // YAML 1.1 had yes and on, and files are full of them.
        value = text switch { "true" or "yes" or "on" => true, "false" or "no" or "off" => false, _ => null };
        return value is null ? "is neither true nor false" : null;
    }

    private static string? ReadEnum(Type type, string text, out object? value)
    {
        var name = Array.Find(Enum.GetNames(type), name => OptionNames.ValueOf(name) == text);
        value = name is null ? null : Enum.Parse(type, name);
        return name is null ? $"is not one of {string.Join(", ", Members(type))}{OptionNames.DidYouMean(text, Members(type))}" : null;
    }

    private static string? ReadDuration(string text, out object? value)
    {
        value = Durations.TryParse(text, out var duration) ? duration : null;
        return value is not null ? null
            : text.All(char.IsAsciiDigit) ? $"has no unit; write {text}s for seconds, {text}m for minutes"
            : "is not a duration; write it like 30s, 4m, 1h30m or 00:04:00";
    }

    private static string? ReadInteger(Type type, string property, string text, out object? value)
    {
        value = null;
        var isSize = CountsBytes(property);
        var plain = text.Replace("_", "", StringComparison.Ordinal);
        long number = 0;
        var isNumber = isSize ? Sizes.TryParse(plain, out number)
            : long.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        if (!isNumber) return isSize ? "is not a size; write it like 65536, 64KiB or 1MB" : "is not a whole number";
        if (type == typeof(int) && number is > int.MaxValue or < int.MinValue) return "is too large";
        value = type == typeof(int) ? (object)(int)number : number;
        return null;
    }

    private static string? ReadNumber(string text, out object? value)
    {
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
        value = isNumber ? number : null;
        return isNumber ? null : "is not a number";
    }

    private static string? ReadNetwork(Type type, string text, out object? value)
    {
        value = null;
        if (type == typeof(IPAddress))
        {
            value = text switch
            {
                "*" => IPAddress.IPv6Any,
                "localhost" => IPAddress.Loopback,
                _ => IPAddress.TryParse(text, out var address) ? address : null,
            };
            return value is null ? "is not an IP address; write it like 192.0.2.1, 2001:db8::1, localhost, or * for all" : null;
        }
        if (type == typeof(IPEndPoint))
        {
            const int Dns = 53;
            if (IPAddress.TryParse(text, out var alone)) value = new IPEndPoint(alone, Dns);
            else if (IPEndPoint.TryParse(text, out var endPoint)) value = endPoint;
            return value is null ? "is not an IP address, or one with a port, like 127.0.0.1:5353 or [::1]:5353" : null;
        }
        if (IPAddress.TryParse(text, out var single)) value = new IPNetwork(single, single.GetAddressBytes().Length * 8);
        else if (IPNetwork.TryParse(text, out var network)) value = network;
        return value is null ? "is not an IP address or network, like 192.0.2.1 or 10.0.0.0/8" : null;
    }
}
