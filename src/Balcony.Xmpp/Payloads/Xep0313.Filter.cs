// XEP-0313 §4.1: which messages of an archive are wanted, as a form.
using Balcony.Xmpp.Addressing;
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>What a message must be; all that is given must hold.</summary>
public sealed record MamFilter
{
    private const string WithVar = "with";
    private const string StartVar = "start";
    private const string EndVar = "end";
    private const string BeforeIdVar = "before-id";
    private const string AfterIdVar = "after-id";
    private const string IdsVar = "ids";
    private const string IncludeGroupchatVar = "include-groupchat";

    // XEP-0122 §3.1: a list that the archive does not spell out.
    private static readonly XmlElement AnyString =
        XmlElement.Parse("<validate xmlns='http://jabber.org/protocol/xdata-validate' datatype='xs:string'><open/></validate>");

    /// <summary>To or from this address; without a resource, any of its resources. The own one: to and from oneself (§4.1.1).</summary>
    public Jid? With { get; init; }

    /// <summary>Not older (§4.1.2).</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Not younger (§4.1.2).</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Older than the message of this name (§4.1.3).</summary>
    public string? BeforeId { get; init; }

    /// <summary>Younger than the message of this name (§4.1.3).</summary>
    public string? AfterId { get; init; }

    /// <summary>One of these; null for any (§4.1.3). Never empty.</summary>
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Whether messages of rooms are wanted; null: as the archive likes (§4.1.4).</summary>
    public bool? IncludeGroupchat { get; init; }

    /// <summary>Words that the message has to have, as the archive understands them (XEP-0431); null for any.</summary>
    public string? Text { get; init; }

    /// <summary>The form with all fields, to be filled in (§4.1.5).</summary>
    /// <param name="hasText">Whether the archive can be searched for words.</param>
    public static DataForm Form(bool hasText) => DataForm.Form(
        MamQuery.Ns,
        [
            new(WithVar, FormFieldType.JidSingle), new(StartVar, FormFieldType.TextSingle), new(EndVar, FormFieldType.TextSingle),
            new(BeforeIdVar, FormFieldType.TextSingle), new(AfterIdVar, FormFieldType.TextSingle),
            new(IdsVar, FormFieldType.ListMulti) { Extensions = [AnyString] }, new(IncludeGroupchatVar, FormFieldType.Boolean),
            .. hasText ? [new FormField(FullTextSearch.Var, FormFieldType.TextSingle)] : Array.Empty<FormField>(),
        ]);

    /// <summary>Reads a submitted form. A field without a value, or with an empty one, is not there.</summary>
    /// <exception cref="StanzaException"><c>bad-request</c> for another form or a value that is wrong, <c>jid-malformed</c> for an address,
    /// <c>feature-not-implemented</c> for an unknown field (§4.1.5).</exception>
    public static MamFilter Read(DataForm form)
    {
        var filter = new MamFilter();
        foreach (var field in form.Submitted(MamQuery.Ns).Fields)
        {
            var values = field.Values.Where(value => value.Length > 0).ToList();
            var value = values.FirstOrDefault();
            filter = field.Var switch
            {
                null or DataForm.FormTypeVar => filter,
                WithVar => filter with { With = value is null ? null : ReadAddress(value) },
                StartVar => filter with { Start = value is null ? null : XmppDateTime.Read(value) },
                EndVar => filter with { End = value is null ? null : XmppDateTime.Read(value) },
                BeforeIdVar => filter with { BeforeId = value },
                AfterIdVar => filter with { AfterId = value },
                IdsVar => filter with { Ids = values.Count > 0 ? values : null },
                IncludeGroupchatVar => filter with { IncludeGroupchat = value is null ? null : ReadBoolean(value) },
                FullTextSearch.Var => filter with { Text = value },
                _ => throw new StanzaException(StanzaError.FeatureNotImplemented.With($"no archive field is called {field.Var}")),
            };
        }
        return filter;
    }

    /// <summary>The form filled in.</summary>
    public DataForm ToForm()
    {
        var fields = new List<FormField>();
        void Add(string var, string? value)
        {
            if (value is not null) fields.Add(new(var, null, value));
        }

        Add(WithVar, With?.ToString());
        Add(StartVar, Start is { } start ? XmppDateTime.Format(start) : null);
        Add(EndVar, End is { } end ? XmppDateTime.Format(end) : null);
        Add(BeforeIdVar, BeforeId);
        Add(AfterIdVar, AfterId);
        if (Ids is not null) fields.Add(new(IdsVar) { Values = Ids });
        Add(IncludeGroupchatVar, IncludeGroupchat switch { null => null, true => "true", false => "false" });
        Add(FullTextSearch.Var, Text);
        return DataForm.Submit(MamQuery.Ns, fields);
    }

    private static Jid ReadAddress(string text) => Jid.TryParse(text, out var jid) ? jid : throw new StanzaException(StanzaError.JidMalformed);

    private static bool ReadBoolean(string text) => Schema.ReadBoolean(text) ?? throw Schema.BadRequest("neither true nor false");
}
