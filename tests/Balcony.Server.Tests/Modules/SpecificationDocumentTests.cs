// docs/xeps.md and doap.xml are made from what the modules say of themselves. BALCONY_WRITE_DOCS=1 writes them anew.
using Xunit;

namespace Balcony.Server.Tests.Modules;

public sealed class SpecificationDocumentTests
{
    [Theory]
    [InlineData("docs/xeps.md")]
    [InlineData("doap.xml")]
    public void A_document_says_what_the_modules_say(string name)
    {
        var path = Path.Combine(SpecificationDocuments.Root, name);
        var text = name == "doap.xml" ? SpecificationDocuments.Doap() : SpecificationDocuments.Xeps();
        if (Environment.GetEnvironmentVariable("BALCONY_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, text);
        }
        Assert.True(File.Exists(path) && File.ReadAllText(path) == text, $"{name} is stale: BALCONY_WRITE_DOCS=1 ./test unit writes it anew");
    }

    [Fact]
    public void Every_XEP_of_a_module_has_its_title_here() =>
        Assert.All(SpecificationDocuments.All, one => Assert.Contains(one.Xep.Number, XepTitles.All));

    [Fact]
    public void What_the_core_implements_is_no_modules() =>
        Assert.Equal(SpecificationDocuments.All.Count, SpecificationDocuments.All.Select(one => one.Xep.Number).Distinct().Count());
}
