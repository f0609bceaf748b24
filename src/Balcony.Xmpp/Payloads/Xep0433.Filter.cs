// XEP-0433 §6.1: which rooms are searched for, as a form.
using Balcony.Xmpp.Stanzas;

namespace Balcony.Xmpp.Payloads;

/// <summary>In which order (§6.1).</summary>
public enum ChannelOrder
{
    /// <summary>Most users first. Pages may overlap or leave something out, since users come and go.</summary>
    Users,

    /// <summary>By address.</summary>
    Address,
}

/// <summary>What is searched for: the defaults are those of the form, for fields that a submission leaves out (§5).</summary>
public sealed record ChannelFilter
{
    /// <summary>The FORM_TYPE.</summary>
    public const string FormType = "urn:xmpp:channel-search:0:search-params";

    private const string TextVar = "q";
    private const string AllVar = "all";
    private const string NameVar = "sinname";
    private const string DescriptionVar = "sindescription";
    private const string AddressVar = "sinaddress";

    // So called in the example of §4.2.1, and therefore by some clients.
    private const string AddressAlias = "sinaddr";
    private const string MinUsersVar = "min_users";
    private const string TypesVar = "types";
    private const string KeyVar = "key";
    private const string ByUsers = "{urn:xmpp:channel-search:0:order}nusers";
    private const string ByAddress = "{urn:xmpp:channel-search:0:order}address";

    /// <summary>Words to search for; null: <see cref="IsAll"/>.</summary>
    public string? Text { get; init; }

    /// <summary>Everything is wanted, and there is no text.</summary>
    public bool IsAll { get; init; }

    public bool InName { get; init; } = true;

    public bool InDescription { get; init; } = true;

    public bool InAddress { get; init; } = true;

    public long MinUsers { get; init; }

    /// <summary>Only services of these types, see <see cref="FoundChannel.Muc"/>.</summary>
    public IReadOnlyList<string> Types { get; init; } = [FoundChannel.Muc];

    public ChannelOrder Order { get; init; }

    /// <summary>The form to be filled in.</summary>
    /// <param name="allowsAll">Whether everything may be asked for.</param>
    public static DataForm Form(bool allowsAll)
    {
        List<FormField> fields = [new(TextVar, FormFieldType.TextSingle) { Label = "Search for" }];
        if (allowsAll) fields.Add(new(AllVar, FormFieldType.Boolean, "false") { Label = "Return all entries, whatever their text" });
        fields.AddRange(
        [
            new(NameVar, FormFieldType.Boolean, "true") { Label = "Search in names" },
            new(DescriptionVar, FormFieldType.Boolean, "true") { Label = "Search in descriptions" },
            new(AddressVar, FormFieldType.Boolean, "true") { Label = "Search in addresses" },
            new(MinUsersVar, FormFieldType.TextSingle, "0") { Label = "Minimum number of users" },
            new(TypesVar, FormFieldType.ListMulti, FoundChannel.Muc) { Label = "Types of service", Options = [new(FoundChannel.Muc, "Rooms (XEP-0045)")] },
            new(KeyVar, FormFieldType.ListSingle, ByUsers)
            {
                Label = "Sort by", Options = [new(ByUsers, "Number of users"), new(ByAddress, "Address")],
            },
        ]);
        return DataForm.Form(FormType, fields);
    }

    /// <summary>Reads a submission. Unknown fields are ignored (§5).</summary>
    /// <exception cref="StanzaException">One of <see cref="ChannelSearchErrors"/>; <c>bad-request</c> for another form, or a value that is wrong.</exception>
    public static ChannelFilter Read(DataForm form)
    {
        form = form.Submitted(FormType);
        var types = form.Values(TypesVar).Where(type => type.Length > 0).ToList();
        var filter = new ChannelFilter
        {
            Text = form.Value(TextVar)?.Trim() is { Length: > 0 } text ? text : null,
            IsAll = ReadBoolean(form, AllVar) ?? false,
            InName = ReadBoolean(form, NameVar) ?? true,
            InDescription = ReadBoolean(form, DescriptionVar) ?? true,
            InAddress = ReadBoolean(form, AddressVar) ?? ReadBoolean(form, AddressAlias) ?? true,
            MinUsers = form.Value(MinUsersVar) is { Length: > 0 } users ? Schema.ReadNumber(users).Value : 0,
            Types = types.Count > 0 ? types : [FoundChannel.Muc],
            Order = form.Value(KeyVar) switch
            {
                null or "" or ByUsers => ChannelOrder.Users,
                ByAddress => ChannelOrder.Address,
                _ => throw new StanzaException(ChannelSearchErrors.InvalidSortKey),
            },
        };
        if (filter.Text is null && !filter.IsAll) throw new StanzaException(ChannelSearchErrors.NoSearchConditions);
        if (filter.Text is not null && filter.IsAll)
            throw new StanzaException(ChannelSearchErrors.ConflictingFields("Either everything is returned, or what matches a text.", AllVar, TextVar));
        if (filter.Text is not null && !filter.InName && !filter.InDescription && !filter.InAddress)
        {
            throw new StanzaException(ChannelSearchErrors.ConflictingFields(
                "The text is to be searched for nowhere.", TextVar, NameVar, DescriptionVar, AddressVar));
        }
        return filter;
    }

    /// <summary>The submission.</summary>
    public DataForm ToForm()
    {
        var fields = new List<FormField>();
        if (Text is not null) fields.Add(new(TextVar, null, Text));
        if (IsAll) fields.Add(new(AllVar, null, "true"));
        if (!InName) fields.Add(new(NameVar, null, "false"));
        if (!InDescription) fields.Add(new(DescriptionVar, null, "false"));
        // By both names, since services know one or the other.
        if (!InAddress) fields.AddRange([new(AddressVar, null, "false"), new(AddressAlias, null, "false")]);
        if (MinUsers != 0) fields.Add(new(MinUsersVar, null, Schema.WriteNumber(MinUsers)!));
        fields.Add(new FormField(TypesVar) { Values = Types });
        fields.Add(new(KeyVar, null, Order == ChannelOrder.Address ? ByAddress : ByUsers));
        return DataForm.Submit(FormType, fields);
    }

    private static bool? ReadBoolean(DataForm form, string name) => form.Value(name) is not { Length: > 0 } text
        ? null : Schema.ReadBoolean(text) ?? throw Schema.BadRequest($"{name} is true or false");
}
