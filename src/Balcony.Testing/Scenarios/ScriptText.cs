// What stands between a script's text and the wire: variables, escapes, indentation.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
#pragma warning disable RS0030 // The rig judges our XML with a parser that is not ours.
using System.Xml;
using System.Xml.Linq;

namespace Balcony.Testing.Scenarios;

/// <summary>Pure functions over a step's body.</summary>
internal static partial class ScriptText
{
    private const int MaxRepeat = 100_000_000;

    /// <summary>Replaces <c>${name}</c>.</summary>
    /// <exception cref="KeyNotFoundException">No such variable.</exception>
    public static string Expand(string text, IReadOnlyDictionary<string, string> variables) =>
        Variable().Replace(text, match => variables.TryGetValue(match.Groups[1].Value, out var value)
            ? value : throw new KeyNotFoundException($"there is no ${{{match.Groups[1].Value}}}"));

    /// <summary>Script XML as sent: the layout between tags is dropped, everything else stays.</summary>
    public static byte[] ToWire(string body) => Encoding.UTF8.GetBytes(Functions(Layout().Replace(body.Trim(), "><")));

    /// <summary>Raw bytes: lines are joined without their indentation; <c>\n \r \t \0 \\ \xHH</c> are escapes.</summary>
    public static byte[] ToRawBytes(string body)
    {
        var text = Functions(string.Concat(body.Split('\n').Select(line => line.TrimStart())));
        return Unescape(text);
    }

    /// <summary>The elements that a step expects.</summary>
    /// <exception cref="XmlException">They are not well-formed.</exception>
    public static List<XElement> ToElements(string body)
    {
        var wrapped = $"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xmlns:db='jabber:server:dialback' xmlns:scansion='{StanzaMatcher.Scansion}'>{Functions(body)}</stream:stream>";
        var elements = XElement.Parse(wrapped, LoadOptions.PreserveWhitespace).Elements().ToList();
        elements.ForEach(e => e.Remove());
        // Failures show them: without the script's own layout.
        var layout = elements.SelectMany(e => e.DescendantNodesAndSelf().OfType<XText>()).Where(t => t.Parent is { HasElements: true } && string.IsNullOrWhiteSpace(t.Value));
        layout.ToList().ForEach(t => t.Remove());
        return elements;
    }

    private static string Functions(string text)
    {
        text = Repeat().Replace(text, match =>
        {
            var times = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            return new StringBuilder().Insert(0, match.Groups[2].Value, Math.Min(times, MaxRepeat)).ToString();
        });
        text = ScramProof().Replace(text, match => Proof(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value));
        text = HashedToken().Replace(text, match => HashToken(match.Groups[1].Value, match.Groups[2].Value));
        text = TokenAnswer().Replace(text, match => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(match.Groups[1].Value), "Responder"u8)));
        text = ComponentHandshake().Replace(text, match => ScenarioClient.Handshake(match.Groups[1].Value, match.Groups[2].Value));
        text = DialbackKey().Replace(text, match => ScenarioClient.DialbackKey(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value));
        text = SaltedPassword().Replace(text, match => Salt(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value));
        return Base64().Replace(text, match => Convert.ToBase64String(Unescape(match.Groups[1].Value)));
    }

    // A whole SCRAM-SHA-1 answer from its parts, right or wrong, for scripts that log in by hand.
    private static string Proof(string gs2Header, string bare, string password, string challenge)
    {
        var (message, _) = ScramLogin.Final(HashAlgorithmName.SHA1, gs2Header, bare, password, Encoding.UTF8.GetString(Convert.FromBase64String(challenge)));
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(message));
    }

    // HT-SHA-256-NONE: the client's message.
    private static string HashToken(string name, string token) =>
        Convert.ToBase64String([.. Encoding.UTF8.GetBytes(name), 0, .. HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "Initiator"u8)]);

    // RFC 5802 §3: what XEP-0480 has the client compute.
    private static string Salt(string hash, string password, string salt, string iterations)
    {
        var name = new HashAlgorithmName(hash);
        return Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), Convert.FromBase64String(salt),
            int.Parse(iterations, CultureInfo.InvariantCulture), name, CryptographicOperations.HashData(name, []).Length));
    }

    private static byte[] Unescape(string text)
    {
        var bytes = new List<byte>(text.Length);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                var rune = Rune.GetRuneAt(text, i);
                bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
                i += rune.Utf16SequenceLength - 1;
                continue;
            }
            i++;
            if (text[i] == 'x')
            {
                bytes.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else bytes.Add(text[i] switch { 'n' => (byte)'\n', 'r' => (byte)'\r', 't' => (byte)'\t', '0' => 0, var other => (byte)other });
        }
        return [.. bytes];
    }

    [GeneratedRegex(@"\$\{([^}]+)\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@">\s*\n\s*<")]
    private static partial Regex Layout();

    [GeneratedRegex(@"\{repeat (\d+) ([^}]*)\}")]
    private static partial Regex Repeat();

    [GeneratedRegex(@"\{scram-proof:([^|]*)\|([^|]*)\|([^|]*)\|([^}]*)\}")]
    private static partial Regex ScramProof();

    [GeneratedRegex(@"\{ht:([^|]*)\|([^}]*)\}")]
    private static partial Regex HashedToken();

    [GeneratedRegex(@"\{ht-answer:([^}]*)\}")]
    private static partial Regex TokenAnswer();

    [GeneratedRegex(@"\{handshake:([^|]*)\|([^}]*)\}")]
    private static partial Regex ComponentHandshake();

    [GeneratedRegex(@"\{dialback-key:([^|]*)\|([^|]*)\|([^}]*)\}")]
    private static partial Regex DialbackKey();

    [GeneratedRegex(@"\{salted-password:([^|]*)\|([^|]*)\|([^|]*)\|([^}]*)\}")]
    private static partial Regex SaltedPassword();

    [GeneratedRegex(@"\{base64:([^}]*)\}")]
    private static partial Regex Base64();
}
