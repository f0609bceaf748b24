// XEP-0227: one file of an import, read in pieces.
namespace Balcony.Server.Portable;

/// <summary>What is wrong with a file, and where.</summary>
internal sealed class PieException(string path, long line, string message, Exception? cause = null) : Exception($"{path}:{line}: {message}", cause);

/// <summary>A window on a file, which grows only as far as one start tag needs.</summary>
internal sealed class PieSource : IDisposable
{
    private const int WindowBytes = 64 * 1024;
    private const int MaxWindowBytes = 1 << 20;

    private readonly FileStream _file;
    private byte[] _window = new byte[WindowBytes];
    private int _at;
    private int _length;

    /// <exception cref="IOException">It cannot be opened; also <see cref="UnauthorizedAccessException"/>.</exception>
    public PieSource(string path)
    {
        Path = path;
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
    }

    public string Path { get; }

    /// <summary>Where the next byte is, from 1.</summary>
    public long Line { get; private set; } = 1;

    public long Position => _file.Position - (_length - _at);

    public long Length => _file.Length;

    /// <summary>What was read and not used yet.</summary>
    public ReadOnlySpan<byte> Window => _window.AsSpan(_at, _length - _at);

    /// <returns>False at the end of the file.</returns>
    public bool Fill()
    {
        if (_at > 0)
        {
            _window.AsSpan(_at, _length - _at).CopyTo(_window);
            (_at, _length) = (0, _length - _at);
        }
        if (_length == _window.Length)
        {
            if (_window.Length == MaxWindowBytes) throw new PieException(Path, Line, "a tag or comment is too long");
            Array.Resize(ref _window, _window.Length * 2);
        }
        var read = _file.Read(_window.AsSpan(_length));
        _length += read;
        return read > 0;
    }

    public void Skip(int count)
    {
        Line += _window.AsSpan(_at, count).Count((byte)'\n');
        _at += count;
    }

    /// <returns>Whether anything is left behind the white space.</returns>
    public bool SkipSpace()
    {
        while (true)
        {
            var at = Window.IndexOfAnyExcept(" \t\r\n"u8);
            if (at >= 0)
            {
                Skip(at);
                return true;
            }
            Skip(Window.Length);
            if (!Fill()) return false;
        }
    }

    public bool StartsWith(ReadOnlySpan<byte> text)
    {
        while (Window.Length < text.Length)
        {
            if (!Fill()) return false;
        }
        return Window.StartsWith(text);
    }

    /// <summary>Skips to behind a text, which need not be near.</summary>
    public void SkipPast(ReadOnlySpan<byte> text)
    {
        var began = Line;
        while (true)
        {
            var at = Window.IndexOf(text);
            if (at >= 0)
            {
                Skip(at + text.Length);
                return;
            }
            Skip(Math.Max(0, Window.Length - text.Length + 1));
            if (!Fill()) throw new PieException(Path, began, "what begins here does not end");
        }
    }

    /// <summary>The bytes of the tag that begins here, with both brackets; valid until the next read. Nothing is skipped.</summary>
    public ReadOnlySpan<byte> Tag()
    {
        for (var (at, quote) = (1, (byte)0); ; at++)
        {
            if (at >= Window.Length && !Fill()) throw new PieException(Path, Line, "the file ends inside a tag");
            var next = Window[at];
            if (quote != 0) quote = next == quote ? (byte)0 : quote;
            else if (next is (byte)'"' or (byte)'\'') quote = next;
            else if (next == '>') return Window[..(at + 1)];
            else if (next == '<') throw new PieException(Path, Line, "the XML is not well-formed");
        }
    }

    public void Dispose() => _file.Dispose();
}
