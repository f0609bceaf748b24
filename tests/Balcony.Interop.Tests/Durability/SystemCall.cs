// One system call in strace's output: where in the trace it began and ended, on which file, with what text.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Balcony.Interop.Tests.Durability;

/// <param name="Began">Line of the trace on which the call was entered.</param>
/// <param name="Ended">Line on which it returned; the same one unless another thread's call came in between.</param>
internal sealed partial record SystemCall(string Name, int File, string Text, int Began, int Ended)
{
    public bool IsFileWrite => Name is "write" or "pwrite64" or "writev" or "pwritev";
    public bool IsSync => Name is "fdatasync" or "fsync";
    public bool IsSend => Name is "send" or "sendto" or "sendmsg" or "write" or "writev";
    public bool IsReceive => Name is "recv" or "recvfrom" or "recvmsg" or "read";

    /// <summary>What the descriptor stands for, in a trace made with <c>-y</c>: a file's path, or a socket's number.</summary>
    public string Path
    {
        get
        {
            var begin = Text.IndexOf('<', StringComparison.Ordinal);
            if (begin < 0 || Text[..begin].Contains(',', StringComparison.Ordinal))
                return "";
            var path = Text[(begin + 1)..Text.IndexOf('>', begin)];
            // With -xx it is written as bytes, too.
            return path.StartsWith("\\x", StringComparison.Ordinal) ? Encoding.UTF8.GetString(Bytes(path)) : path;
        }
    }

    public bool IsSocket => Path.StartsWith("socket:", StringComparison.Ordinal) || Path.StartsWith("TCP", StringComparison.Ordinal);

    /// <summary>The bytes that went over, in a trace made with <c>-xx</c>.</summary>
    public byte[] Data
    {
        get
        {
            using var bytes = new MemoryStream();
            // One string, or the parts of a vector.
            foreach (Match part in Hex().Matches(Text))
                bytes.Write(Bytes(part.Groups["hex"].Value));
            return bytes.ToArray();
        }
    }

    /// <summary>Such as an offset or a length.</summary>
    public string LastArgument
    {
        get
        {
            var end = Text.LastIndexOf(')');
            return Text[(Text.LastIndexOf(',', end) + 1)..end].Trim();
        }
    }

    /// <summary>Calls of a <c>strace -f</c> trace, in the order in which they began. Those that failed are left out.</summary>
    public static IReadOnlyList<SystemCall> ReadTrace(string file)
    {
        var calls = new List<SystemCall>();
        var unfinished = new Dictionary<int, (string Call, int Line)>();
        var number = 0;
        foreach (var line in System.IO.File.ReadLines(file))
        {
            number++;
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0 || !int.TryParse(line.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var thread))
                continue;
            var rest = line[space..].TrimStart();
            if (rest.EndsWith("<unfinished ...>", StringComparison.Ordinal))
                unfinished[thread] = (rest[..^"<unfinished ...>".Length], number);
            else if (Resumed().Match(rest) is { Success: true } resumed)
            {
                if (unfinished.Remove(thread, out var begun))
                    Add(begun.Call + rest[resumed.Length..], begun.Line, number);
            }
            else
                Add(rest, number, number);
        }
        return [.. calls.OrderBy(call => call.Began)];

        void Add(string text, int began, int ended)
        {
            if (Call().Match(text) is { Success: true } call && !Failed().IsMatch(text))
            {
                var descriptor = int.Parse(call.Groups["fd"].Value, CultureInfo.InvariantCulture);
                calls.Add(new SystemCall(call.Groups["name"].Value, descriptor, text, began, ended));
            }
        }
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace("\\x", "", StringComparison.Ordinal));

    [GeneratedRegex(@"^<\.\.\. \w+ resumed>")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"^(?<name>\w+)\((?<fd>\d+)")]
    private static partial Regex Call();

    [GeneratedRegex(@"""(?<hex>(?:\\x[0-9a-f]{2})*)""")]
    private static partial Regex Hex();

    [GeneratedRegex(@"\) += -1 E\w+ \([^)]*\)$")]
    private static partial Regex Failed();
}
