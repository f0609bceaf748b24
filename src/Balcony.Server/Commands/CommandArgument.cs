// The typed arguments of commands: read from text in one place, whichever front end it came from.
using System.Globalization;
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Commands;

/// <summary>One argument: a flag of the command line, a field of a form (XEP-0004), a property of a request.</summary>
/// <param name="Name">In lower case with hyphens; unique in its command.</param>
/// <param name="Summary">One sentence for people, without a full stop.</param>
public abstract record CommandArgument(string Name, string Summary)
{
    public bool IsRequired { get; init; }

    /// <summary>The command line takes it without its name, in the order of declaration.</summary>
    public bool IsPositional { get; init; }

    /// <summary>The only values it may have; empty when others may be.</summary>
    public virtual IReadOnlyList<string> Choices => [];

    /// <summary>The type of its field in a data form (XEP-0004 §3.3).</summary>
    public abstract string FormFieldType { get; }

    /// <summary>Never shown, never logged, and not taken from where other users could see it without saying so.</summary>
    public virtual bool IsSecret => false;

    /// <summary>It has any number of values.</summary>
    public virtual bool TakesMany => false;

    /// <returns>Null, or what is wrong.</returns>
    internal abstract string? Read(IReadOnlyList<string> texts, out object? value);

    /// <summary>The host whose admins may give this value; null when anybody who may run the command may.</summary>
    internal virtual BareJid? HostOf(object value) => null;
}

/// <summary>An argument whose value is a <typeparamref name="T"/>.</summary>
public abstract record CommandArgument<T>(string Name, string Summary) : CommandArgument(Name, Summary)
{
    internal override string? Read(IReadOnlyList<string> texts, out object? value)
    {
        value = null;
        if (texts.Count != 1) return "takes one value";
        var problem = ReadOne(texts[0], out var one);
        value = one;
        return problem;
    }

    private protected abstract string? ReadOne(string text, out T? value);
}

public sealed record TextArgument(string Name, string Summary) : CommandArgument<string>(Name, Summary)
{
    /// <summary>It may have more than one line.</summary>
    public bool HasLines { get; init; }

    public override string FormFieldType => HasLines ? "text-multi" : "text-single";

    // Each line of a form's field is a value of its own.
    internal override string? Read(IReadOnlyList<string> texts, out object? value) => base.Read(HasLines ? [string.Join('\n', texts)] : texts, out value);

    private protected override string? ReadOne(string text, out string? value)
    {
        value = text;
        return text.Length == 0 ? "is empty" : null;
    }
}

/// <summary>A password or the like.</summary>
public sealed record SecretArgument(string Name, string Summary) : CommandArgument<string>(Name, Summary)
{
    /// <summary>The argument that makes this one necessary; null when none does.</summary>
    public CommandArgument? NeededWith { get; init; }

    public override string FormFieldType => "text-private";

    public override bool IsSecret => true;

    private protected override string? ReadOne(string text, out string? value)
    {
        value = text;
        return text.Length == 0 ? "is empty" : null;
    }
}

/// <summary>Many lines, from a file on the command line. They may hold secrets.</summary>
public sealed record LinesArgument(string Name, string Summary) : CommandArgument<IReadOnlyList<string>>(Name, Summary)
{
    public override string FormFieldType => "text-multi";

    public override bool IsSecret => true;

    public override bool TakesMany => true;

    internal override string? Read(IReadOnlyList<string> texts, out object? value)
    {
        value = texts;
        return null;
    }

    private protected override string? ReadOne(string text, out IReadOnlyList<string>? value)
    {
        value = [text];
        return null;
    }
}

/// <summary>The address of an account of ours.</summary>
public sealed record AccountArgument(string Name, string Summary) : CommandArgument<BareJid>(Name, Summary)
{
    public override string FormFieldType => "jid-single";

    internal override BareJid HostOf(object value) => ((BareJid)value).Host;

    private protected override string? ReadOne(string text, out BareJid? value) =>
        BareJid.TryParse(text, out value) && !value.IsDomain ? null : $"'{text}' is not the address of an account (name@host)";
}

/// <summary>The address of an account of ours, or of one of its sessions.</summary>
public sealed record SessionArgument(string Name, string Summary) : CommandArgument<Jid>(Name, Summary)
{
    public override string FormFieldType => "jid-single";

    internal override BareJid HostOf(object value) => ((Jid)value).Bare.Host;

    private protected override string? ReadOne(string text, out Jid? value) =>
        Jid.TryParse(text, out value) && value.Local is not null ? null : $"'{text}' is not the address of an account or a session (name@host/resource)";
}

/// <summary>The address of a room: who administers the host whose rooms are there may name it.</summary>
public sealed record RoomArgument(string Name, string Summary) : CommandArgument<BareJid>(Name, Summary)
{
    /// <summary>Nothing is done to it: any admin may name it, and it may be another server's.</summary>
    public bool IsAnywhere { get; init; }

    public override string FormFieldType => "jid-single";

    // Rooms are one label below their host.
    internal override BareJid? HostOf(object value) =>
        IsAnywhere ? null : ((BareJid)value).Domain is var domain && domain.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? BareJid.Create(null, domain[(dot + 1)..]) : (BareJid)value;

    private protected override string? ReadOne(string text, out BareJid? value) =>
        BareJid.TryParse(text, out value) && !value.IsDomain ? null : $"'{text}' is not the address of a room (name@conference.host)";
}

/// <summary>A host of ours.</summary>
public sealed record HostArgument(string Name, string Summary) : CommandArgument<BareJid>(Name, Summary)
{
    public override string FormFieldType => "jid-single";

    internal override BareJid HostOf(object value) => (BareJid)value;

    private protected override string? ReadOne(string text, out BareJid? value) =>
        BareJid.TryParse(text, out value) && value.IsDomain ? null : $"'{text}' is not a host";
}

/// <summary>A file of the server's machine, by its whole path: the command line completes it.</summary>
public sealed record FileArgument(string Name, string Summary) : CommandArgument<string>(Name, Summary)
{
    public override string FormFieldType => "text-single";

    private protected override string? ReadOne(string text, out string? value)
    {
        value = text;
        return Path.IsPathFullyQualified(text) && !text.Contains('\0', StringComparison.Ordinal) ? null : $"'{text}' is not a whole path";
    }
}

public sealed record FlagArgument(string Name, string Summary) : CommandArgument<bool>(Name, Summary)
{
    public override string FormFieldType => "boolean";

    private protected override string? ReadOne(string text, out bool value)
    {
        // XEP-0004 §3.3: the lexical forms of XML Schema.
        value = text is "true" or "1";
        return text is "true" or "1" or "false" or "0" ? null : $"'{text}' is neither true nor false";
    }
}

public sealed record NumberArgument(string Name, string Summary, int From, int To) : CommandArgument<int>(Name, Summary)
{
    public override string FormFieldType => "text-single";

    private protected override string? ReadOne(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= From && value <= To
            ? null : $"'{text}' is not a whole number from {From} to {To}";
}

public sealed record ChoiceArgument(string Name, string Summary, params IReadOnlyList<string> Values) : CommandArgument<string>(Name, Summary)
{
    public override IReadOnlyList<string> Choices => Values;

    public override string FormFieldType => "list-single";

    private protected override string? ReadOne(string text, out string? value)
    {
        value = text;
        return Values.Contains(text) ? null : $"'{text}' is not one of {string.Join(", ", Values)}";
    }
}
