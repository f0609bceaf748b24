// What a search in the ledger sees of a text: its words, the same in every engine.
using System.Buffers;
using System.Globalization;
using System.Text;
using Balcony.Xmpp.Streams;
using Balcony.Xmpp.Xml;

namespace Balcony.Server.Storage;

/// <summary>
/// Words are runs of letters and digits in lower case, without the accents of Latin, Greek and Cyrillic; in scripts that leave no space between words each
/// character is one. Engines store what this makes, and remove from their indexes by making it again: changing it means indexing anew (a migration).
/// </summary>
internal static class TextWords
{
    /// <summary>The rest of a longer word does not matter.</summary>
    public const int MaxWordLength = 64;

    /// <summary>Further words of a message are not found.</summary>
    public const int MaxWords = 2_048;

    private static readonly SearchValues<char> AsciiWord = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>All bodies of a message, a line each; null when it has none.</summary>
    public static string? BodiesOf(ReadOnlySpan<byte> stanza)
    {
        // Most of what is not a chat has none, and a look is cheaper than reading it.
        if (stanza.IndexOf("<body"u8) < 0) return null;
        try
        {
            string? bodies = null;
            var message = XmlElement.Parse(stanza);
            foreach (var child in message.Children)
            {
                if (child.Is("body", message.ContentNs)) bodies = bodies is null ? child.Text : bodies + "\n" + child.Text;
            }
            return bodies;
        }
        catch (StreamException)
        {
            // Damaged in the store: it cannot be found by its words, and must not keep others from it.
            return null;
        }
    }

    /// <summary>Adds the words of a text.</summary>
    public static void Add(string text, HashSet<string> words)
    {
        if (Ascii.IsValid(text)) AddAscii(text, words);
        else AddUnicode(Fold(text), words, null);
    }

    /// <summary>Adds the words of a text, and the runs of characters that must stand as they are.</summary>
    public static void Add(string text, HashSet<string> words, List<string> runs) => AddUnicode(Fold(text), words, runs);

    /// <summary>The text as its words are taken from it.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var one in Normalized(text))
        {
            if (one is not (>= '\u0300' and <= '\u036F')) folded.Append(one);
        }
        return folded.ToString().ToLowerInvariant();
    }

    private static string Normalized(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // A code point that Unicode leaves out for ever: nothing to be searched for.
            return "";
        }
    }

    private static void AddAscii(ReadOnlySpan<char> text, HashSet<string> words)
    {
        Span<char> lower = stackalloc char[MaxWordLength];
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        while (words.Count < MaxWords)
        {
            var start = text.IndexOfAny(AsciiWord);
            if (start < 0) return;
            text = text[start..];
            var end = text.IndexOfAnyExcept(AsciiWord);
            var word = end < 0 ? text : text[..end];
            var length = Math.Min(word.Length, MaxWordLength);
            Ascii.ToLower(word[..length], lower, out _);
            known.Add(lower[..length]);
            text = text[word.Length..];
        }
    }

    private static void AddUnicode(string folded, HashSet<string> words, List<string>? runs)
    {
        var place = 0;
        while (place < folded.Length && words.Count < MaxWords)
        {
            var start = place;
            var kind = KindAt(folded, ref place);
            if (kind == Kind.Space) continue;
            if (kind == Kind.Alone) words.Add(folded[start..place]);
            var next = place;
            while (place < folded.Length && KindAt(folded, ref next) == kind)
            {
                if (kind == Kind.Alone) words.Add(folded[place..next]);
                place = next;
            }
            if (kind == Kind.Letter) words.Add(Cut(folded.AsSpan(start, place - start)));
            else if (place - start > 1) runs?.Add(folded[start..place]);
        }
    }

    // Never through the middle of a character.
    private static string Cut(ReadOnlySpan<char> word)
    {
        if (word.Length <= MaxWordLength) return word.ToString();
        return word[..(char.IsHighSurrogate(word[MaxWordLength - 1]) ? MaxWordLength - 1 : MaxWordLength)].ToString();
    }

    private static Kind KindAt(string text, ref int place)
    {
        if (!Rune.TryGetRuneAt(text, place, out var rune))
        {
            place++;
            return Kind.Space;
        }
        place += rune.Utf16SequenceLength;
        return Rune.GetUnicodeCategory(rune) switch
        {
            <= UnicodeCategory.OtherNumber => IsAlone(rune.Value) ? Kind.Alone : Kind.Letter,
            _ => Kind.Space,
        };
    }

    // Thai, Lao; Myanmar; Khmer; kana and bopomofo; Han. (Hangul has spaces.)
    private static bool IsAlone(int rune) => rune is >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF
        or >= 0x3005 and <= 0x312F or >= 0x31A0 and <= 0x31BF or >= 0x31F0 and <= 0x31FF or >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF
        or >= 0x20000 and <= 0x3FFFF;

    private enum Kind
    {
        Space,
        Letter,
        Alone,
    }
}

/// <summary>Words that a message has to have, all of them.</summary>
public sealed class TextQuery
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly List<string> _runs = [];

    private TextQuery()
    {
    }

    /// <summary>It selects nothing: there is no word in it.</summary>
    public bool IsEmpty => _words.Count == 0;

    internal IReadOnlyCollection<string> Words => _words;

    /// <summary>Takes the words out of what somebody wrote into a search field.</summary>
    public static TextQuery Parse(string text)
    {
        var query = new TextQuery();
        TextWords.Add(text, query._words, query._runs);
        return query;
    }

    internal bool Matches(ReadOnlySpan<byte> stanza)
    {
        if (IsEmpty || TextWords.BodiesOf(stanza) is not { } text) return false;
        var words = new HashSet<string>(StringComparer.Ordinal);
        TextWords.Add(text, words);
        if (!_words.IsSubsetOf(words)) return false;
        if (_runs.Count == 0) return true;
        var folded = TextWords.Fold(text);
        return _runs.TrueForAll(run => folded.Contains(run, StringComparison.Ordinal));
    }
}
