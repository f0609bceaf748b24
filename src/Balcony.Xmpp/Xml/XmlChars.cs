// Which bytes and characters XML 1.0 allows where, and the checks for them.
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using Balcony.Xmpp.Streams;

namespace Balcony.Xmpp.Xml;

internal static class XmlChars
{
    public const byte NameStart = 1;
    public const byte Name = 2;
    public const byte Space = 4;
    public const byte Colon = 8;
    public const byte NonAscii = 16;

    private static readonly byte[] Classes = BuildClasses();

    /// <summary>Where a scan of text has to look: markup, references, what ends CDATA, forbidden characters, and anything that is not ASCII.</summary>
    public static SearchValues<byte> TextStops { get; } = Stops("<&]", "\t\n", withNonAscii: true);

    /// <summary>The same without what is not ASCII: the end of a run whose UTF-8 is checked at once.</summary>
    public static SearchValues<byte> TextRunStops { get; } = Stops("<&]", "\t\n", withNonAscii: false);

    public static SearchValues<byte> AposStops { get; } = Stops("'<&", "", withNonAscii: true);

    public static SearchValues<byte> AposRunStops { get; } = Stops("'<&", "", withNonAscii: false);

    public static SearchValues<byte> QuoteStops { get; } = Stops("\"<&", "", withNonAscii: true);

    public static SearchValues<byte> QuoteRunStops { get; } = Stops("\"<&", "", withNonAscii: false);

    public static SearchValues<byte> CDataStops { get; } = Stops("]", "\t\n", withNonAscii: true);

    public static SearchValues<byte> CDataRunStops { get; } = Stops("]", "\t\n", withNonAscii: false);

    /// <summary>What a byte may be in a name. Every byte of a character beyond ASCII passes here and is looked at by <see cref="CheckName"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Class(byte b) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Classes), b); // 256 entries: no check needed

    public static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r';

    /// <summary>XML 1.0 §2.2, Char.</summary>
    public static bool IsChar(int c) =>
        c is >= 0x20 and <= 0xD7FF or '\t' or '\n' or '\r' or >= 0xE000 and <= 0xFFFD or >= 0x10000 and <= 0x10FFFF;

    /// <summary>Checks a run of text: well-formed UTF-8 and no U+FFFE or U+FFFF, the only forbidden characters beyond ASCII that UTF-8 can hold.</summary>
    /// <returns>How many bytes are good: all, or all but the beginning of a character at the end that is not complete yet.</returns>
    public static int CheckRun(ReadOnlySpan<byte> run, bool isOpenEnded)
    {
        if (isOpenEnded)
            run = run[..^IncompleteTail(run)];
        if (!Utf8.IsValid(run))
        {
            // What comes first decides, as it does when the input is cut between the two.
            CheckForbidden(run[..ValidLength(run)]);
            throw BadUtf8();
        }
        CheckForbidden(run);
        return run.Length;
    }

    /// <summary>Checks the characters of a name that holds some beyond ASCII (XML 1.0, 5th edition, §2.3).</summary>
    public static void CheckName(ReadOnlySpan<byte> name)
    {
        if (!Utf8.IsValid(name))
            throw BadUtf8();
        var isFirst = true;
        while (!name.IsEmpty)
        {
            Rune.DecodeFromUtf8(name, out var rune, out var used);
            if (!(IsNameStart(rune.Value) || (!isFirst && IsNameOnly(rune.Value))))
                throw new StreamException(StreamCondition.NotWellFormed, "bad name");
            isFirst = rune.Value == ':';
            name = name[used..];
        }
    }

    public static bool IsNameStart(int c) => c < 0x80
        ? (Classes[c] & NameStart) != 0 || c == ':'
        : c is >= 0xC0 and <= 0xD6 or >= 0xD8 and <= 0xF6 or >= 0xF8 and <= 0x2FF or >= 0x370 and <= 0x37D or >= 0x37F and <= 0x1FFF
            or 0x200C or 0x200D or >= 0x2070 and <= 0x218F or >= 0x2C00 and <= 0x2FEF or >= 0x3001 and <= 0xD7FF
            or >= 0xF900 and <= 0xFDCF or >= 0xFDF0 and <= 0xFFFD or >= 0x10000 and <= 0xEFFFF;

    // RFC 6120 §4.9.3.22: for an encoding that isn't supported, and for "violating the rules of the UTF-8 encoding".
    public static StreamException BadUtf8() => new(StreamCondition.UnsupportedEncoding, "malformed UTF-8");

    public static StreamException Forbidden() => new(StreamCondition.NotWellFormed, "forbidden character");

    private static void CheckForbidden(ReadOnlySpan<byte> valid)
    {
        ReadOnlySpan<byte> lead = [0xEF, 0xBF];
        for (var rest = valid; rest.IndexOf(lead) is >= 0 and var at; rest = rest[(at + 2)..])
        {
            if (rest[at + 2] >= 0xBE)
                throw Forbidden();
        }
    }

    private static int ValidLength(ReadOnlySpan<byte> run)
    {
        var length = 0;
        while (length < run.Length && Rune.DecodeFromUtf8(run[length..], out _, out var used) == OperationStatus.Done)
            length += used;
        return length;
    }

    private static bool IsNameOnly(int c) => c < 0x80
        ? (Classes[c] & Name) != 0
        : c is 0xB7 or >= 0x300 and <= 0x36F or 0x203F or 0x2040;

    private static int IncompleteTail(ReadOnlySpan<byte> run)
    {
        for (var back = 1; back <= 3 && back <= run.Length; back++)
        {
            var b = run[^back];
            if (b < 0x80)
                return 0;
            if (b >= 0xC0)
                return back < (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2) ? back : 0;
        }
        return 0;
    }

    private static SearchValues<byte> Stops(string markup, string allowedControls, bool withNonAscii) =>
        SearchValues.Create([.. Enumerable.Range(0, 256).Select(b => (byte)b).Where(b =>
            markup.Contains((char)b) || (b < 0x20 && !allowedControls.Contains((char)b)) || (withNonAscii && b >= 0x80))]);

    private static byte[] BuildClasses()
    {
        var classes = new byte[256];
        for (var b = 0; b < 256; b++)
        {
            if (b >= 0x80)
                classes[b] = NameStart | Name | NonAscii;
            else if (char.IsAsciiLetter((char)b) || b == '_')
                classes[b] = NameStart | Name;
            else if (char.IsAsciiDigit((char)b) || b is '-' or '.')
                classes[b] = Name;
            else if (b == ':')
                classes[b] = Name | Colon;
            else if (IsSpace((byte)b))
                classes[b] = Space;
        }
        return classes;
    }
}
