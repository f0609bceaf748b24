// House style that a machine can check: file size, opening lines, suppressions with a reason.
using Xunit;
namespace Balcony.Xmpp.Tests.Structure;

public sealed class OffenderTests
{
    private const int LongestFile = 400;

    // A parser, a table or a state machine may read better whole; it says so in a line that begins with this.
    private const string SizeExemption = "// size: ";

    private static readonly string[] SourceFolders = ["src", "tests", "bench"];

    [Fact]
    public void Files_a_person_cannot_hold_say_why()
    {
        var offenders =
            from file in Repository.SourceFiles(SourceFolders)
            let lines = Repository.ReadLines(file)
            where lines.Length > LongestFile && !lines.Any(line => line.TrimStart().StartsWith(SizeExemption, StringComparison.Ordinal))
            orderby lines.Length descending
            select $"{lines.Length} lines: {file}";
        Repository.AssertNone(offenders);
    }

    [Fact]
    public void Every_file_begins_with_what_it_is()
    {
        var offenders =
            from file in Repository.SourceFiles(SourceFolders)
            let first = Repository.ReadLines(file).FirstOrDefault() ?? ""
            where !first.StartsWith("//", StringComparison.Ordinal)
            select file;
        Repository.AssertNone(offenders);
    }

    [Fact]
    public void Every_suppressed_warning_has_its_reason_on_the_same_line()
    {
        var offenders =
            from file in Repository.SourceFiles(SourceFolders)
            from line in Repository.ReadLines(file)
            where line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal) && !line.Contains("//", StringComparison.Ordinal)
            select $"{file}: {line.Trim()}";
        Repository.AssertNone(offenders);
    }

    [Fact]
    public void Nothing_is_left_undone()
    {
        // Put together here, or this file would be its own offender.
        string[] marks = ["FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception"];
        var offenders =
            from file in Repository.SourceFiles("src")
            from line in Repository.ReadLines(file)
            where marks.Any(mark => line.Contains(mark, StringComparison.Ordinal))
            select $"{file}: {line.Trim()}";
        Repository.AssertNone(offenders);
    }
}
