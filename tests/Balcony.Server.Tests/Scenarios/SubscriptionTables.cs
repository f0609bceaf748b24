// The tables of RFC 6121 appendix A, as printed there: the one source for the generated scripts and for the unit tests.
namespace Balcony.Server.Tests.Scenarios;

/// <summary>A state of RFC 6121 §A.1, from one side.</summary>
public readonly record struct SubscriptionState(bool To, bool From, bool PendingOut, bool PendingIn)
{
    public string Word => (To, From) switch { (false, false) => "none", (true, false) => "to", (false, true) => "from", _ => "both" };

    public string FileName => Word + (PendingOut, PendingIn) switch
    {
        (true, true) => "-pending-out-in",
        (true, false) => "-pending-out",
        (false, true) => "-pending-in",
        _ => "",
    };

    /// <summary>The other side, when nothing was lost between the two.</summary>
    public SubscriptionState Mirrored => new(From, To, PendingIn, PendingOut);

    public static SubscriptionState Parse(string name) => new(
        name.StartsWith("To", StringComparison.Ordinal) || name.StartsWith("Both", StringComparison.Ordinal),
        name.StartsWith("From", StringComparison.Ordinal) || name.StartsWith("Both", StringComparison.Ordinal),
        name.Contains("Out", StringComparison.Ordinal),
        name.EndsWith("In", StringComparison.Ordinal));
}

/// <summary>One row: from a state, by a stanza type, to a state. <see cref="Passes"/>: routed (outbound) or delivered (inbound).</summary>
public sealed record SubscriptionRow(string Type, SubscriptionState Before, bool Passes, SubscriptionState After)
{
    public override string ToString() => $"{Before.FileName} {Type}";
}

public static class SubscriptionTables
{
    private static readonly string[] States =
        ["None", "None + Pending Out", "None + Pending In", "None + Pending Out+In", "To", "To + Pending In", "From", "From + Pending Out", "Both"];

    /// <summary>§A.2: what the user's client sends; "=" is no state change.</summary>
    public static IReadOnlyList<SubscriptionRow> Outbound { get; } =
    [
        .. Table("subscribe", "MUST None + Pending Out|MUST =|MUST None + Pending Out+In|MUST =|MUST =|MUST =|MUST From + Pending Out|MUST =|MUST ="),
        .. Table("unsubscribe", "MUST =|MUST None|MUST =|MUST None + Pending In|MUST None|MUST None + Pending In|MUST =|MUST From|MUST From"),
        .. Table("subscribed", "NOT =|NOT =|MUST From|MUST From + Pending Out|NOT =|MUST Both|NOT =|NOT =|NOT ="),
        .. Table("unsubscribed", "NOT =|NOT =|MUST None|MUST None + Pending Out|NOT =|MUST To|MUST None|MUST None + Pending Out|MUST To"),
    ];

    /// <summary>§A.3: what comes from the contact.</summary>
    public static IReadOnlyList<SubscriptionRow> Inbound { get; } =
    [
        .. Table("subscribe", "MUST None + Pending In|MUST None + Pending Out+In|NOT =|NOT =|MUST To + Pending In|NOT =|NOT =|NOT =|NOT ="),
        .. Table("unsubscribe", "NOT =|NOT =|MUST None|MUST None + Pending Out|NOT =|MUST To|MUST None|MUST None + Pending Out|MUST To"),
        .. Table("subscribed", "NOT =|MUST To|NOT =|MUST To + Pending In|NOT =|NOT =|NOT =|MUST Both|NOT ="),
        .. Table("unsubscribed", "NOT =|MUST None|NOT =|MUST None + Pending In|MUST None|MUST None + Pending In|NOT =|MUST From|MUST From"),
    ];

    public static SubscriptionRow Find(IReadOnlyList<SubscriptionRow> table, string type, SubscriptionState before) =>
        table.Single(row => row.Type == type && row.Before == before);

    private static IEnumerable<SubscriptionRow> Table(string type, string cells) =>
        States.Zip(cells.Split('|'), (state, cell) =>
        {
            var before = SubscriptionState.Parse(state);
            var parts = cell.Split(' ', 2);
            return new SubscriptionRow(type, before, parts[0] == "MUST", parts[1] == "=" ? before : SubscriptionState.Parse(parts[1]));
        });
}
