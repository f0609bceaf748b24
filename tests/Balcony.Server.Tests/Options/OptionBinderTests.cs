// The strict binder: what is read, and what each mistake is told.
using System.ComponentModel.DataAnnotations;
using System.Net;
using Balcony.Server.Hosting.Options;
using Balcony.Xmpp.Addressing;
using Xunit;

namespace Balcony.Server.Tests.Options;

public sealed class OptionBinderTests
{
    public enum Colour { DarkRed, Blue }

    public sealed record Inner
    {
        [Range(4, 1_000)]
        public int Depth { get; init; } = 64;

        public string Name { get; init; } = "inner";
    }

    public sealed record Outer : ICheckedOptions
    {
        public bool Flag { get; init; }

        [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
        public TimeSpan Wait { get; init; } = TimeSpan.FromMinutes(4);

        [Range(10_000, 16_777_216)]
        public int MaxBytes { get; init; } = 262_144;

        public double Rate { get; init; } = 20;

        public Colour Colour { get; init; }

        public Inner Nested { get; init; } = new() { Depth = 10 };

        public IReadOnlyList<Inner> Items { get; init; } = [new(), new() { Name = "second" }];

        public IReadOnlyDictionary<string, Inner> Named { get; init; } = new Dictionary<string, Inner>();

        public IReadOnlyList<BareJid> Admins { get; init; } = [];

        public IPAddress Address { get; init; } = IPAddress.Any;

        [FilePath]
        public string? File { get; init; }

        public ModuleOptions Modules { get; init; } = new();

        public IEnumerable<(string Property, string Message)> Check()
        {
            if (Flag && Colour == Colour.Blue) yield return (nameof(Colour), "blue needs flag: false");
        }
    }

    [Fact]
    public void Nothing_written_is_all_defaults() => Assert.Equal(TimeSpan.FromMinutes(4), Value("").Wait);

    [Fact]
    public void Every_kind_of_value_is_read()
    {
        var value = Value("""
            flag: true
            wait: 1h30m
            maxBytes: 1MiB
            rate: 0.5
            colour: dark-red
            nested:
              depth: 5
            items:
              - depth: 6
              - name: b
            named:
              x:
                depth: 7
            admins:
              - a@example.org
            address: 127.0.0.1
            file: keys/a.pem
            """);
        Assert.True(value.Flag);
        Assert.Equal(TimeSpan.FromMinutes(90), value.Wait);
        Assert.Equal(1 << 20, value.MaxBytes);
        Assert.Equal(0.5, value.Rate);
        Assert.Equal(Colour.DarkRed, value.Colour);
        Assert.Equal(5, value.Nested.Depth);
        Assert.Equal([6, 64], value.Items.Select(item => item.Depth));
        Assert.Equal(7, value.Named["x"].Depth);
        Assert.Equal("a@example.org", Assert.Single(value.Admins).ToString());
        Assert.Equal(IPAddress.Loopback, value.Address);
        Assert.Equal("/etc/test/keys/a.pem", value.File);
    }

    [Fact]
    public void What_a_section_leaves_out_keeps_the_sections_own_default() => Assert.Equal(10, Value("nested:\n  name: other").Nested.Depth);

    [Theory]
    [InlineData("flagg: true", "balcony.yml:1: 'flagg' is not an option here; did you mean 'flag'?")]
    [InlineData("Flag: true", "balcony.yml:1: 'Flag' is not an option here; did you mean 'flag'?")]
    [InlineData("max-bytes: 10000", "balcony.yml:1: 'max-bytes' is not an option here; did you mean 'maxBytes'?")]
    [InlineData("quite-another: 1", "balcony.yml:1: 'quite-another' is not an option here")]
    [InlineData("rate: 1\nnested:\n  dpeth: 5", "balcony.yml:3: 'dpeth' is not an option of nested; did you mean 'depth'?")]
    [InlineData("flag: maybe", "balcony.yml:1: flag: 'maybe' is neither true nor false")]
    [InlineData("wait: 300", "balcony.yml:1: wait: '300' has no unit; write 300s for seconds, 300m for minutes")]
    [InlineData("wait: 2d", "balcony.yml:1: wait: 2d is too large; from 1s to 1d")]
    [InlineData("wait: soon", "balcony.yml:1: wait: 'soon' is not a duration; write it like 30s, 4m, 1h30m or 00:04:00")]
    [InlineData("maxBytes: 1kB", "balcony.yml:1: maxBytes: 1kB is too small; from 10kB to 16MiB")]
    [InlineData("maxBytes: 1kb/s", "balcony.yml:1: maxBytes: '1kb/s' is not a size; write it like 65536, 64KiB or 1MB")]
    [InlineData("colour: bleu", "balcony.yml:1: colour: 'bleu' is not one of dark-red, blue; did you mean 'blue'?")]
    [InlineData("rate: fast", "balcony.yml:1: rate: 'fast' is not a number")]
    [InlineData("rate:", "balcony.yml:1: rate has no value; take the line out for the default, or write number")]
    [InlineData("rate: 1\nrate: 2", "balcony.yml:2: 'rate' is here twice; the first is balcony.yml:1")]
    [InlineData("items:\n  - depth: 3", "balcony.yml:2: items:0:depth: 3 is too small; from 4 to 1000")]
    [InlineData("admins:\n  - a b@c", "balcony.yml:2: admins:0: 'a b@c' is not an address (name@host)")]
    [InlineData("nested: 5", "balcony.yml:1: nested needs options of its own below it (depth, name...), not a single value")]
    [InlineData("flag:\n  x: y", "balcony.yml:2: flag is a single value (true | false), not a map")]
    [InlineData("named: a", "balcony.yml:1: named is a map of names to options, not a single value")]
    [InlineData("items: a", "balcony.yml:1: items is a list, not a single value")]
    [InlineData("address: 1.2.3.400", "balcony.yml:1: address: '1.2.3.400' is not an IP address; write it like 192.0.2.1, 2001:db8::1, localhost, or * for all")]
    [InlineData("flag: true\ncolour: blue", "balcony.yml:2: blue needs flag: false")]
    public void A_mistake_is_told_with_its_line_and_what_to_write(string text, string problem) => Assert.Equal(problem, Assert.Single(Problems(text)));

    [Fact]
    public void All_mistakes_are_told_at_once() => Assert.Equal(3, Problems("flagg: true\nwait: 5\nnested:\n  depth: 3").Count);

    [Fact]
    public void A_module_is_turned_off_by_a_word_or_given_options()
    {
        var ping = new ModuleSection("ping", typeof(Inner));
        var bound = Tree.Bind<Outer>("modules:\n  ping:\n    depth: 9\n  roster: off", ping, new ModuleSection("roster", null));
        Assert.Empty(bound.Problems);
        Assert.Equal(9, Assert.IsType<Inner>(bound.Value.Modules.Records["ping"]).Depth);
        Assert.False(bound.Value.Modules.Enabled["roster"]);
        Assert.False(bound.Value.Modules.Enabled.ContainsKey("ping"));
    }

    [Theory]
    [InlineData("modules:\n  pign: off", "balcony.yml:2: 'pign' is not a module; did you mean 'ping'?")]
    [InlineData("modules:\n  ping: sometimes", "balcony.yml:2: modules:ping: 'sometimes' is neither on nor off, nor options")]
    [InlineData("modules:\n  ping:\n    deph: 9", "balcony.yml:3: 'deph' is not an option of modules:ping; did you mean 'depth'?")]
    public void A_mistake_in_a_module_is_told(string text, string problem) =>
        Assert.Equal(problem, Assert.Single(Tree.Bind<Outer>(text, new ModuleSection("ping", typeof(Inner))).Problems).ToString());

    [Fact]
    public void A_flag_lies_over_the_file_and_a_variable_needs_no_capitals()
    {
        var tree = Tree.Of("nested:\n  depth: 5\n  name: kept");
        var variable = new SourcePosition("BALCONY__NESTED__DEPTH") { HasLooseKeys = true };
        tree = OptionTree.Set(tree, ["nested", "DEPTH"], new OptionScalar("6", variable));
        tree = OptionTree.Set(tree, ["maxbytes"], new OptionScalar("20kB", new SourcePosition("BALCONY__MAXBYTES") { HasLooseKeys = true }));
        var bound = OptionBinder.Bind<Outer>(tree, []);
        Assert.Empty(bound.Problems);
        Assert.Equal(("kept", 6, 20_000), (bound.Value.Nested.Name, bound.Value.Nested.Depth, bound.Value.MaxBytes));
    }

    [Fact]
    public void A_bad_variable_is_named_in_the_message()
    {
        var tree = OptionTree.Set(null, ["wait"], new OptionScalar("x", new SourcePosition("BALCONY__WAIT") { HasLooseKeys = true }));
        Assert.StartsWith("BALCONY__WAIT: wait: 'x' is not", Assert.Single(OptionBinder.Bind<Outer>(tree, []).Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_in_a_list_of_defaults_can_be_changed_alone()
    {
        var tree = OptionTree.Set(null, ["items", "1", "depth"], new OptionScalar("8", new SourcePosition("--set")));
        var value = OptionBinder.Bind<Outer>(tree, []).Value;
        Assert.Equal([("inner", 64), ("second", 8)], value.Items.Select(item => (item.Name, item.Depth)));
    }

    [Fact]
    public void A_flag_separates_the_values_of_a_list_by_commas()
    {
        var tree = OptionTree.Set(null, ["admins"], new OptionScalar("a@b.example, c@d.example", new SourcePosition("--set")));
        Assert.Equal(2, OptionBinder.Bind<Outer>(tree, []).Value.Admins.Count);
    }

    private static Outer Value(string text)
    {
        var bound = Tree.Bind<Outer>(text);
        Assert.Empty(bound.Problems);
        return bound.Value;
    }

    private static List<string> Problems(string text) => [.. Tree.Bind<Outer>(text).Problems.Select(problem => problem.ToString())];
}
