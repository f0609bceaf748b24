// XEP-0004: forms, to be filled in, submitted, or read. With the FORM_TYPE of XEP-0068.
using Balcony.Xmpp.Stanzas;
using Balcony.Xmpp.Xml;

namespace Balcony.Xmpp.Payloads;

/// <summary>What a form is for (§3.1).</summary>
public enum DataFormType
{
    Form,
    Submit,
    Cancel,
    Result,
}

/// <summary>A form, a submission or a result.</summary>
public sealed record DataForm(DataFormType Type) : IPayload<DataForm>
{
    public const string Ns = "jabber:x:data";

    /// <summary>XEP-0068: the hidden field that names a form's kind.</summary>
    public const string FormTypeVar = "FORM_TYPE";

    public static string ElementName => "x";

    public static string ElementNs => Ns;

    public string? Title { get; init; }

    /// <summary>Paragraphs.</summary>
    public IReadOnlyList<string> Instructions { get; init; } = [];

    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>§3.4: the columns of a table, when this is one.</summary>
    public IReadOnlyList<FormField> Reported { get; init; } = [];

    /// <summary>§3.4: the rows of a table.</summary>
    public IReadOnlyList<IReadOnlyList<FormField>> Items { get; init; } = [];

    /// <summary>XEP-0068 §3: the value of FORM_TYPE; null when the field is missing, or not hidden in a form that is no submission.</summary>
    public string? FormType =>
        Find(FormTypeVar) is { } kind && (Type == DataFormType.Submit || kind.Type == FormFieldType.Hidden) ? kind.Value : null;

    /// <summary>A form to be filled in.</summary>
    public static DataForm Form(string? formType, params IReadOnlyList<FormField> fields) => Make(DataFormType.Form, formType, fields);

    /// <summary>A filled-in form.</summary>
    public static DataForm Submit(string? formType, params IReadOnlyList<FormField> fields) => Make(DataFormType.Submit, formType, fields);

    /// <summary>Data.</summary>
    public static DataForm Result(string? formType, params IReadOnlyList<FormField> fields) => Make(DataFormType.Result, formType, fields);

    public FormField? Find(string var) => Fields.FirstOrDefault(field => field.Var == var);

    /// <summary>The first value of a field; null when the field or its value is missing.</summary>
    public string? Value(string var) => Find(var)?.Value;

    /// <summary>The values of a field; empty when it is missing.</summary>
    public IReadOnlyList<string> Values(string var) => Find(var)?.Values ?? [];

    /// <summary>The value of a boolean field; null when it is missing or not a boolean.</summary>
    public bool? Boolean(string var) => Schema.ReadBoolean(Value(var));

    /// <summary>This form, when it is a submission of that kind.</summary>
    /// <exception cref="StanzaException"><c>bad-request</c>.</exception>
    public DataForm Submitted(string formType) => Type == DataFormType.Submit && FormType == formType
        ? this : throw Schema.BadRequest($"a submitted form of type {formType} is needed");

    /// <summary>What a submission lacks to be an answer to <paramref name="form"/>, as a sentence; null when it lacks nothing.</summary>
    public string? ProblemAsAnswerTo(DataForm form)
    {
        // XEP-0068 §3.2: a submission may leave the FORM_TYPE out, but must not change it.
        if (Find(FormTypeVar) is not null && FormType != form.FormType) return "the form is of another type";
        return form.Fields.Where(field => field.Var is not null && field.Var != FormTypeVar)
            .Select(field => field.ProblemOf(Values(field.Var!))).FirstOrDefault(problem => problem is not null);
    }

    public static DataForm Read(XmlElement element) => new(ReadType(element.Attribute("type")))
    {
        Title = element.ChildText("title"),
        Instructions = [.. element.ChildrenNamed("instructions").Select(paragraph => paragraph.Text)],
        Fields = ReadFields(element),
        // Some send the columns in several parts, or behind the rows (§3.4).
        Reported = [.. element.ChildrenNamed("reported").SelectMany(ReadFields)],
        Items = [.. element.ChildrenNamed("item").Select(ReadFields)],
    };

    public void Write(XmlWriter writer)
    {
        writer.Start(ElementName, Ns).Attribute("type", TypeName).OptionalText("title", Title);
        foreach (var paragraph in Instructions) writer.TextElement("instructions", null, paragraph);
        WriteFields(writer, Fields);
        if (Reported.Count > 0)
        {
            writer.Start("reported");
            WriteFields(writer, Reported);
            writer.End();
        }
        foreach (var item in Items)
        {
            writer.Start("item");
            WriteFields(writer, item);
            writer.End();
        }
        writer.End();
    }

    private string TypeName => Type switch
    {
        DataFormType.Form => "form",
        DataFormType.Submit => "submit",
        DataFormType.Cancel => "cancel",
        _ => "result",
    };

    private static DataForm Make(DataFormType type, string? formType, IReadOnlyList<FormField> fields) => new(type)
    {
        Fields = formType is null ? fields : [new FormField(FormTypeVar, FormFieldType.Hidden, formType), .. fields],
    };

    private static DataFormType ReadType(string? text) => text switch
    {
        "form" => DataFormType.Form,
        "submit" => DataFormType.Submit,
        "cancel" => DataFormType.Cancel,
        "result" => DataFormType.Result,
        _ => throw Schema.BadRequest("a form is of type form, submit, cancel or result"),
    };

    private static IReadOnlyList<FormField> ReadFields(XmlElement parent) => [.. parent.ChildrenNamed("field").Select(FormField.Read)];

    private static void WriteFields(XmlWriter writer, IReadOnlyList<FormField> fields)
    {
        foreach (var field in fields) field.Write(writer);
    }
}
