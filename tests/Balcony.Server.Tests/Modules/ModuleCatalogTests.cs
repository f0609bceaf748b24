// The table of contents: complete, in order, and without two of a name.
using Balcony.Server.Modules;
using Xunit;

namespace Balcony.Server.Tests.Modules;

public sealed class ModuleCatalogTests
{
    [Fact]
    public void Every_module_of_the_assembly_is_in_the_catalogue_once()
    {
        var modules = typeof(IModule).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IModule)) && type is { IsInterface: false, IsAbstract: false });
        Assert.Equal(modules.OrderBy(type => type.Name), ModuleCatalog.All.Select(entry => entry.Type).OrderBy(type => type.Name));
    }

    [Fact]
    public void Those_of_RFCs_come_first_and_then_the_XEPs_in_their_order()
    {
        var firsts = ModuleCatalog.All.Select(entry => entry.Info.Xeps.Count > 0 ? entry.Info.Xeps[0].Number : 0).ToList();
        Assert.Equal(firsts.Order(), firsts);
    }

    [Fact]
    public void No_two_have_the_same_name() =>
        Assert.Equal(ModuleCatalog.All.Count, ModuleCatalog.All.Select(entry => entry.Info.Name).Distinct().Count());

    [Fact]
    public void Names_are_keys_of_the_configuration() => Assert.All(ModuleCatalog.All, entry => Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", entry.Info.Name));

    [Fact]
    public void Each_says_what_it_is_in_a_sentence() => Assert.All(ModuleCatalog.All, entry => Assert.EndsWith(".", entry.Info.Summary, StringComparison.Ordinal));

    [Fact]
    public void A_file_is_named_after_the_first_XEP_of_its_module()
    {
        var folder = Path.Combine(SpecificationDocuments.Root, "src", "Balcony.Server", "Modules");
        foreach (var entry in ModuleCatalog.All.Where(entry => entry.Info.Xeps.Count > 0))
        {
            var files = Directory.GetFiles(folder, $"Xep{entry.Info.Xeps[0].Number:0000}.*.cs");
            Assert.Contains(files, file => File.ReadAllText(file).Contains($"class {entry.Type.Name}", StringComparison.Ordinal));
        }
    }
}
