// Servers under test as the command line names them: capulet.example=127.0.0.1:5269,127.0.0.1:5270.
using System.Diagnostics.CodeAnalysis;
using System.Net;
using Balcony.Xmpp.Addressing;

namespace Balcony.Cli.Lab.Ground;

internal static class LabSubjects
{
    public static bool TryParse(IEnumerable<string> texts, out IReadOnlyList<LabSubject> subjects, [NotNullWhen(false)] out string? problem)
    {
        var found = new List<LabSubject>();
        (subjects, problem) = (found, null);
        foreach (var text in texts)
        {
            if (!TryParse(text, out var subject, out problem)) return false;
            found.Add(subject);
        }
        return true;
    }

    private static bool TryParse(string text, [NotNullWhen(true)] out LabSubject? subject, [NotNullWhen(false)] out string? problem)
    {
        (subject, problem) = (null, null);
        var parts = text.Split('=');
        var addresses = parts.Length == 2 ? parts[1].Split(',') : [];
        if (addresses.Length is < 1 or > 2 || !addresses.All(address => IPEndPoint.TryParse(address, out var at) && at.Port != 0))
        {
            problem = $"'{text}' is not a server under test, such as capulet.example=127.0.0.1:5269";
            return false;
        }
        if (!BareJid.TryParse(parts[0], out var jid) || jid.Local is not null || !parts[0].All(char.IsAscii))
        {
            problem = $"'{parts[0]}' is not a domain as DNS has it";
            return false;
        }
        var domain = parts[0].ToLowerInvariant();
        string[] taken = [LabNames.SecureZone, LabNames.InsecureZone, LabNames.BogusZone, LabNames.ExpiredZone];
        if (taken.Any(zone => LabZone.IsAtOrBelow(domain, zone)))
        {
            problem = $"'{domain}' is in a zone of the lab's peers; any other name will do, such as capulet.example";
            return false;
        }
        subject = new LabSubject(domain, IPEndPoint.Parse(addresses[0]), addresses.Length > 1 ? IPEndPoint.Parse(addresses[1]) : null);
        return true;
    }
}
