// The reports of the lab: what a kept run looks like in each form.
using System.Xml.Linq;
using Balcony.Interop.Tests.Rig;
using Xunit;

namespace Balcony.Interop.Tests.Lab;

public sealed class LabReportTests : IDisposable
{
    private const string Kept = """
        {
          "against": "montague.example", "software": "Thing <1.0>", "started": "2026-11-21T20:00:00+00:00", "policy": "TLS required",
          "results": [
            { "test": "good", "direction": "in", "verdict": "passed", "summary": "As it should be", "expected": "is let in", "observed": "authenticated by EXTERNAL",
              "reference": "RFC 6120 §5", "seconds": 0.5, "trace": ["  0.00 > <stream:stream>"] },
            { "test": "expired", "direction": "in", "verdict": "failed", "summary": "Has run out", "expected": "is refused: Expired", "observed": "a \u0001 & b | c",
              "reason": "it was let in", "reference": "RFC 5280 §6.1.3", "control": "good", "seconds": 1, "trace": [] },
            { "test": "expired", "direction": "out", "verdict": "not tested", "summary": "Has run out", "expected": "is refused: Expired", "observed": "no account",
              "reason": "without an account", "reference": "RFC 5280 §6.1.3", "control": "good", "seconds": 0, "trace": [] }
          ]
        }
        """;

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Text_has_the_matrix_the_failures_and_why_others_were_not_tested()
    {
        var text = await WriteAsync("text");
        Assert.Contains("Interoperability of montague.example (Thing <1.0>)", text, StringComparison.Ordinal);
        Assert.Matches("(?m)^good +passed +- +As it should be", text);
        Assert.Matches("(?m)^expired +failed +not tested +Has run out", text);
        Assert.Contains("FAILED expired (in): it was let in", text, StringComparison.Ordinal);
        Assert.Contains("without an account: expired (out)", text, StringComparison.Ordinal);
        Assert.EndsWith("1 passed, 1 failed, 1 not tested", text.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task JUnit_is_XML_with_failures_and_skipped_tests()
    {
        var suites = XDocument.Parse(await WriteAsync("junit")).Root!;
        Assert.Equal("3", (string?)suites.Attribute("tests"));
        Assert.Equal(["montague.example.in", "montague.example.out"], suites.Elements("testsuite").Select(suite => (string?)suite.Attribute("name")));
        var cases = suites.Descendants("testcase").ToList();
        Assert.Equal("it was let in", (string?)cases.Single(test => test.Element("failure") is not null).Element("failure")!.Attribute("message"));
        Assert.Equal("without an account", (string?)cases.Single(test => test.Element("skipped") is not null).Element("skipped")!.Attribute("message"));
    }

    [Fact]
    public async Task HTML_needs_nothing_else_and_can_be_read_aloud()
    {
        var html = await WriteAsync("html");
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<1.0>", html, StringComparison.Ordinal);
        // Well-formed but for the doctype and what HTML leaves open.
        var body = XElement.Parse(html[html.IndexOf("<main>", StringComparison.Ordinal)..(html.IndexOf("</main>", StringComparison.Ordinal) + 7)]);
        var headers = body.Descendants("th").ToList();
        Assert.All(headers, header => Assert.NotNull(header.Attribute("scope")));
        Assert.NotNull(body.Descendants("table").Single().Element("caption"));
        var targets = body.Descendants("section").Select(section => "#" + section.Attribute("id")!.Value).ToHashSet();
        Assert.All(body.Descendants("a"), link => Assert.Contains(link.Attribute("href")!.Value, targets));
        Assert.Contains("\u2717 failed", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_has_a_row_for_each_test()
    {
        var rows = (await WriteAsync("markdown")).Split('\n').Where(row => row.StartsWith("| ", StringComparison.Ordinal)).Skip(2).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Contains("**failed**", rows[1], StringComparison.Ordinal);
        Assert.Contains("b \\| c", rows[1], StringComparison.Ordinal);
        Assert.Contains("without an account", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_read_and_written_is_the_same()
    {
        var once = await WriteAsync("json");
        await File.WriteAllTextAsync(_file, once, TestContext.Current.CancellationToken);
        Assert.Equal(once, (await ClientProgram.RunAsync(Checkout.Command, ["lab", "report", _file, "--output", "json"])).Output);
        Assert.Contains("\"failed\": 1", once, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "'against' is missing")]
    [InlineData("nonsense", "this is no report of the lab")]
    public async Task What_is_no_report_is_refused(string text, string explanation)
    {
        await File.WriteAllTextAsync(_file, text, TestContext.Current.CancellationToken);
        var run = await ClientProgram.RunAsync(Checkout.Command, ["lab", "report", _file]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(explanation, run.Output, StringComparison.Ordinal);
    }

    private async Task<string> WriteAsync(string form)
    {
        await File.WriteAllTextAsync(_file, Kept);
        var run = await ClientProgram.RunAsync(Checkout.Command, ["lab", "report", _file, "--output", form]);
        run.AssertSucceeded();
        return run.Output;
    }
}
