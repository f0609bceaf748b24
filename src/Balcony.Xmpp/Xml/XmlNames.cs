// One string object per name and namespace that XMPP uses, found from UTF-8 without allocating.
using System.Text;

namespace Balcony.Xmpp.Xml;

/// <summary>Interns names. Known ones come from <see cref="XmlKnownNames"/>; others from a bounded cache that anyone may overwrite.</summary>
internal static class XmlNames
{
    private const int KnownSlots = 4096;
    private const int CacheSlots = 2048;
    private const int MaxCachedBytes = 128;

    private static readonly string?[] Known = BuildKnown();
    private static readonly string?[] Cache = new string?[CacheSlots];

    public static string Intern(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return "";
        var hash = Hash(utf8);
        for (var slot = hash & (KnownSlots - 1); Known[slot] is { } known; slot = (slot + 1) & (KnownSlots - 1))
        {
            if (Same(utf8, known))
                return known;
        }
        if (utf8.Length > MaxCachedBytes)
            return Encoding.UTF8.GetString(utf8);
        // Direct-mapped: a peer that floods it with names only costs others an allocation now and then.
        ref var cached = ref Cache[hash & (CacheSlots - 1)];
        var name = Volatile.Read(ref cached);
        if (name is null || !Same(utf8, name))
            Volatile.Write(ref cached, name = Encoding.UTF8.GetString(utf8));
        return name;
    }

    /// <summary>Compares UTF-8 with a string without allocating for ASCII.</summary>
    public static bool Same(ReadOnlySpan<byte> utf8, string text)
    {
        if (utf8.Length == text.Length)
            return Ascii.Equals(utf8, text) || (!Ascii.IsValid(utf8) && Encoding.UTF8.GetString(utf8) == text);
        return utf8.Length > text.Length && !Ascii.IsValid(text) && Encoding.UTF8.GetString(utf8) == text;
    }

    private static int Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = (uint)utf8.Length * 0x9E3779B1;
        foreach (var b in utf8)
            hash = (hash ^ b) * 0x01000193;
        return (int)((hash ^ (hash >> 15)) & int.MaxValue);
    }

    private static string?[] BuildKnown()
    {
        var table = new string?[KnownSlots];
        foreach (var name in XmlKnownNames.All)
        {
            var slot = Hash(Encoding.UTF8.GetBytes(name)) & (KnownSlots - 1);
            while (table[slot] is not null)
                slot = (slot + 1) & (KnownSlots - 1);
            table[slot] = string.Intern(name);
        }
        return table;
    }
}
