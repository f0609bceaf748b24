// Values and maps.
using System.Globalization;
using Balcony.Server.Storage;
using Balcony.Xmpp.Addressing;

namespace Balcony.Testing.StorageConformance;

internal static class ShapeCases
{
    private static readonly BareJid Juliet = BareJid.Parse("juliet@capulet.lit");
    private static readonly BareJid Romeo = BareJid.Parse("romeo@montague.lit");
    private static readonly BareJid Nurse = BareJid.Parse("nurse@capulet.lit");

    // First letters, so that one value can have two terms or none.
    private static readonly StoreIndex<string> ByWord = new("by-word", (_, value) => value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct());

    public static async Task A_value_is_read_back_replaced_and_removed(StorageRig rig)
    {
        await using var storage = rig.Open();
        var store = storage.OpenValue("nick", TextCodec.Instance);
        Expect.Equal(null, await store.GetAsync(Juliet).ConfigureAwait(false), "before");
        await storage.Commit(new UnitOfWork().Set(store, Juliet, "Jule")).AsTask().ConfigureAwait(false);
        Expect.Equal("Jule", await store.GetAsync(Juliet).ConfigureAwait(false), "after set");
        Expect.Equal(null, await store.GetAsync(Romeo).ConfigureAwait(false), "another owner");
        await storage.Commit(new UnitOfWork().Set(store, Juliet, "")).AsTask().ConfigureAwait(false);
        Expect.Equal("", await store.GetAsync(Juliet).ConfigureAwait(false), "an empty value is a value");
        await storage.Commit(new UnitOfWork().Remove(store, Juliet)).AsTask().ConfigureAwait(false);
        Expect.Equal(null, await store.GetAsync(Juliet).ConfigureAwait(false), "after remove");
    }

    public static async Task Stores_of_other_names_are_other_stores(StorageRig rig)
    {
        await using var storage = rig.Open();
        var (one, two) = (storage.OpenMap("one", TextCodec.Instance), storage.OpenMap("two", TextCodec.Instance));
        await storage.Commit(new UnitOfWork().Set(one, Juliet, "k", "1").Set(two, Juliet, "k", "2")).AsTask().ConfigureAwait(false);
        Expect.Equal("1", await one.GetAsync(Juliet, "k").ConfigureAwait(false), "one");
        Expect.Equal("2", await two.GetAsync(Juliet, "k").ConfigureAwait(false), "two");
        await storage.Commit(new UnitOfWork().RemoveAll(one, Juliet)).AsTask().ConfigureAwait(false);
        Expect.Equal(0, await one.CountAsync(Juliet).ConfigureAwait(false), "one after removal");
        Expect.Equal(1, await two.CountAsync(Juliet).ConfigureAwait(false), "two after removal");
    }

    public static async Task A_name_keeps_its_shape(StorageRig rig)
    {
        await using var storage = rig.Open();
        Expect.Equal(true, ReferenceEquals(storage.OpenValue("nick", TextCodec.Instance), storage.OpenValue("nick", TextCodec.Instance)), "same store");
        try
        {
            storage.OpenMap("nick", TextCodec.Instance);
        }
        catch (InvalidOperationException)
        {
            return;
        }
        throw new ConformanceException("a value store was opened as a map");
    }

    public static async Task Keys_come_in_the_order_of_their_bytes(StorageRig rig)
    {
        // U+1F600 is behind U+FFEE in UTF-8 and before it in UTF-16.
        string[] keys = ["", "a", "aa", "b", "z", "é", "\uFFEE", "\U0001F600"];
        await using var storage = rig.Open();
        var store = storage.OpenMap("map", TextCodec.Instance);
        var unit = new UnitOfWork();
        foreach (var key in keys.Reverse()) unit.Set(store, Juliet, key, "of " + key);
        await storage.Commit(unit).AsTask().ConfigureAwait(false);
        var listed = await Expect.ListAsync(store.ListAsync(Juliet)).ConfigureAwait(false);
        Expect.Same(keys, listed.Select(item => item.Key), "keys");
        Expect.Same(keys.Select(key => "of " + key), listed.Select(item => item.Value), "values");
        Expect.Equal(keys.Length, await store.CountAsync(Juliet).ConfigureAwait(false), "count");
    }

    public static async Task A_scan_sees_all_owners_in_order_and_goes_on_anywhere(StorageRig rig)
    {
        await using var storage = rig.Open();
        var store = storage.OpenMap("map", TextCodec.Instance);
        var expected = new List<string>();
        var unit = new UnitOfWork();
        for (var i = 0; i < 600; i++)
        {
            var owner = BareJid.Parse(string.Create(CultureInfo.InvariantCulture, $"u{i % 7}@capulet.lit"));
            var key = i.ToString("D4", CultureInfo.InvariantCulture);
            unit.Set(store, owner, key, key);
            expected.Add($"{owner} {key}");
        }
        await storage.Commit(unit).AsTask().ConfigureAwait(false);
        expected.Sort(StringComparer.Ordinal);
        var all = await Expect.ListAsync(store.ScanAsync()).ConfigureAwait(false);
        Expect.Same(expected, all.Select(entry => $"{entry.Owner} {entry.Key}"), "all");
        var rest = await Expect.ListAsync(store.ScanAsync(new MapPosition(all[299].Owner, all[299].Key))).ConfigureAwait(false);
        Expect.Same(expected.Skip(300), rest.Select(entry => $"{entry.Owner} {entry.Key}"), "rest");
        var values = storage.OpenValue("value", TextCodec.Instance);
        await storage.Commit(new UnitOfWork().Set(values, Romeo, "r").Set(values, Juliet, "j").Set(values, Nurse, "n")).AsTask().ConfigureAwait(false);
        var owners = await Expect.ListAsync(values.ScanAsync()).ConfigureAwait(false);
        Expect.Same([Juliet, Nurse, Romeo], owners.Select(item => item.Key), "owners of values");
        Expect.Equal(2, (await Expect.ListAsync(values.ScanAsync(Juliet)).ConfigureAwait(false)).Count, "values after");
    }

    public static async Task An_index_finds_what_has_the_term_now(StorageRig rig)
    {
        await using var storage = rig.Open();
        var store = storage.OpenMap("map", TextCodec.Instance, ByWord);
        await storage.Commit(new UnitOfWork().Set(store, Romeo, "1", "rose name").Set(store, Juliet, "2", "rose").Set(store, Juliet, "1", "thorn rose"))
            .AsTask().ConfigureAwait(false);
        Expect.Same(["juliet@capulet.lit 1", "juliet@capulet.lit 2", "romeo@montague.lit 1"], await Found(store, "rose").ConfigureAwait(false), "rose");
        await storage.Commit(new UnitOfWork().Set(store, Juliet, "1", "thorn").Remove(store, Romeo, "1")).AsTask().ConfigureAwait(false);
        Expect.Same(["juliet@capulet.lit 2"], await Found(store, "rose").ConfigureAwait(false), "rose, later");
        Expect.Same([], await Found(store, "name").ConfigureAwait(false), "name");
        Expect.Same([], await Found(store, "ros").ConfigureAwait(false), "a beginning is not a term");
        await storage.Commit(new UnitOfWork().RemoveAll(store, Juliet)).AsTask().ConfigureAwait(false);
        Expect.Same([], await Found(store, "thorn").ConfigureAwait(false), "thorn");
    }

    public static async Task An_index_gives_a_range_in_order_whatever_its_size(StorageRig rig)
    {
        await using var storage = rig.Open();
        var store = storage.OpenMap("map", TextCodec.Instance, ByWord);
        var unit = new UnitOfWork();
        for (var i = 0; i < 700; i++)
            unit.Set(store, i % 2 == 0 ? Juliet : Romeo, i.ToString(CultureInfo.InvariantCulture), (i / 3).ToString("D4", CultureInfo.InvariantCulture));
        await storage.Commit(unit).AsTask().ConfigureAwait(false);
        var found = await Expect.ListAsync(store.RangeAsync(ByWord, "0010", "0200")).ConfigureAwait(false);
        Expect.Equal(570, found.Count, "in range");
        Expect.Same(found.Select(entry => entry.Value).Order(StringComparer.Ordinal), found.Select(entry => entry.Value), "order");
        Expect.Equal(700 - 30, (await Expect.ListAsync(store.RangeAsync(ByWord, "0010", null)).ConfigureAwait(false)).Count, "without end");
    }

    public static async Task An_index_that_is_new_is_built_from_what_is_there(StorageRig rig)
    {
        if (rig is MemoryRig) return;
        await using (var storage = rig.Open())
        {
            var store = storage.OpenMap("map", TextCodec.Instance);
            var unit = new UnitOfWork();
            for (var i = 0; i < 1_200; i++) unit.Set(store, Juliet, i.ToString(CultureInfo.InvariantCulture), i % 3 == 0 ? "rose" : "thorn");
            await storage.Commit(unit).AsTask().ConfigureAwait(false);
        }
        await using (var storage = rig.Open())
        {
            var store = storage.OpenMap("map", TextCodec.Instance, ByWord);
            Expect.Equal(400, (await Found(store, "rose").ConfigureAwait(false)).Count, "found");
        }
    }

    public static async Task What_was_committed_is_there_when_it_is_opened_again(StorageRig rig)
    {
        await using (var storage = rig.Open())
        {
            var (map, value) = (storage.OpenMap("map", TextCodec.Instance, ByWord), storage.OpenValue("value", BytesCodec.Instance));
            await storage.Commit(new UnitOfWork().Set(map, Juliet, "k", "rose").Set(value, Romeo, [1, 2, 3])).AsTask().ConfigureAwait(false);
        }
        await using (var storage = rig.Open())
        {
            var (map, value) = (storage.OpenMap("map", TextCodec.Instance, ByWord), storage.OpenValue("value", BytesCodec.Instance));
            Expect.Equal("rose", await map.GetAsync(Juliet, "k").ConfigureAwait(false), "map");
            Expect.Equal("010203", Convert.ToHexString(await value.GetAsync(Romeo).ConfigureAwait(false) ?? []), "value");
            Expect.Same(["juliet@capulet.lit k"], await Found(map, "rose").ConfigureAwait(false), "index");
        }
    }

    public static async Task A_key_that_no_database_could_keep_is_refused(StorageRig rig)
    {
        await using var storage = rig.Open();
        var store = storage.OpenMap("map", TextCodec.Instance);
        foreach (var key in new[] { "a\0b", "\uD800", new string('k', UnitOfWork.MaxKeyBytes + 1) })
        {
            try
            {
                new UnitOfWork().Set(store, Juliet, key, "");
            }
            catch (ArgumentException)
            {
                continue;
            }
            throw new ConformanceException("a bad key was taken");
        }
    }

    private static async Task<List<string>> Found(IMapStore<string> store, string term) =>
        [.. (await Expect.ListAsync(store.FindAsync(ByWord, term)).ConfigureAwait(false)).Select(entry => $"{entry.Owner} {entry.Key}")];
}
