// What happened on one stream of a scripted server, in order: the evidence behind a verdict.
using System.Globalization;

namespace Balcony.Cli.Lab.Peers;

/// <summary>Bounded: what is too much is left out at the end. For several threads.</summary>
internal sealed class PeerTrace(TimeProvider clock)
{
    private const int MaxLines = 200;
    private const int MaxLineChars = 400;

    private readonly long _start = clock.GetTimestamp();
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get { lock (_lines) return [.. _lines]; }
    }

    public void Sent(string text) => Add("> " + text);

    public void Received(string text) => Add("< " + text);

    public void Note(string text) => Add("  " + text);

    private void Add(string text)
    {
        var at = clock.GetElapsedTime(_start).TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
        var line = string.Create(CultureInfo.InvariantCulture, $"{at,6} {(text.Length > MaxLineChars ? text[..MaxLineChars] + "…" : text)}");
        lock (_lines)
        {
            if (_lines.Count < MaxLines) _lines.Add(line);
        }
    }
}
