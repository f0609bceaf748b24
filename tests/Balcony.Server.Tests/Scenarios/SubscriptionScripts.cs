// Writes tests/scenarios/6121-subscription/*.xs: every outbound row of RFC 6121 appendix A, and what it does to the contact's side.

namespace Balcony.Server.Tests.Scenarios;

/// <summary>Romeo sends, Juliet is the contact; both are local, so the inbound table is seen from her side.</summary>
internal static class SubscriptionScripts
{
    public const string Folder = "6121-subscription";

    private const string Romeo = "romeo@example.org";
    private const string Juliet = "juliet@example.org";

    public static IEnumerable<(string Name, string Text)> All() =>
        SubscriptionTables.Outbound.Select(row => ($"{Folder}/{row.Before.FileName}--{row.Type}.xs", Render(row)));

    private static string Render(SubscriptionRow row)
    {
        var (mine, hers) = (new Side(row.Before), new Side(row.Before.Mirrored));
        var script = new List<string>();
        Header(script, row);
        Prelude(script, row.Before);
        foreach (var (name, side, other, resource) in new[] { ("Romeo", mine, Juliet, "orchard"), ("Juliet", hers, Romeo, "balcony") })
        {
            AskRoster(script, name, "before", other, side);
            script.Add($"{name} sends:\n\t<presence/>\n{name} receives in any order:\n\t<presence from='{name.ToLowerInvariant()}@example.org/{resource}'/>\n");
            if (side.State.PendingIn) script.Add($"\t<presence type='subscribe' from='{other}'/>\n");
            // §4.3.2: Romeo came first, so only Juliet finds somebody there; he is told that nobody is.
            if (side.State.To) script.Add(name == "Juliet" ? $"\t<presence from='{Romeo}/orchard'/>\n" : $"\t<presence type='unavailable' from='{Juliet}'/>\n");
        }
        if (row.Before.To) script.Add($"Romeo receives:\n\t<presence from='{Juliet}/balcony'/>\n");
        script.Add($"# {(row.Passes ? "routed" : "not routed")}; then Romeo's state is {row.After.FileName}\n");
        script.Add($"Romeo sends:\n\t<presence type='{row.Type}' to='{Juliet}'/>\n");
        var (romeoGets, julietGets) = Effects(row, mine, hers);
        Receives(script, "Romeo", romeoGets);
        Receives(script, "Juliet", julietGets);
        AskRoster(script, "Romeo", "after", Juliet, mine);
        AskRoster(script, "Juliet", "after", Romeo, hers);
        return string.Concat(script);
    }

    private static void Header(List<string> script, SubscriptionRow row)
    {
        var table = row.Type switch { "subscribe" => 1, "unsubscribe" => 2, "subscribed" => 3, _ => 4 };
        script.Add($"# RFC 6121 §A.2.{table} and §A.3.{table}: {row.Type} in state {row.Before.FileName}\n");
        script.Add("# Written by SubscriptionScripts.cs; do not edit.\n");
        script.Add("## prosody: it pushes anew what it asks again\n");
        script.Add($"[Client] Romeo\n\tjid: {Romeo}/orchard\n[Client] Juliet\n\tjid: {Juliet}/balcony\n-----\n");
        script.Add("# the state is made before anybody has asked for the roster: nobody is told\n");
    }

    private static void Prelude(List<string> script, SubscriptionState state)
    {
        void Send(string who, string type, string to) => script.Add($"{who} sends:\n\t<presence type='{type}' to='{to}'/>\n");
        if (state.To || state.PendingOut) Send("Romeo", "subscribe", Juliet);
        if (state.To) Send("Juliet", "subscribed", Romeo);
        if (state.From || state.PendingIn) Send("Juliet", "subscribe", Romeo);
        if (state.From) Send("Romeo", "subscribed", Juliet);
    }

    private static (List<string> Romeo, List<string> Juliet) Effects(SubscriptionRow row, Side mine, Side hers)
    {
        var (romeoGets, julietGets) = (new List<string>(), new List<string>());
        // §3.4.2: an approval that nobody asked for is kept for later.
        var isPreApproval = row.Type == "subscribed" && !row.Passes && !row.Before.From;
        if (mine.Become(row.After, row.Type == "subscribe", isPreApproval)) romeoGets.Add(Push(Juliet, mine));
        if (!row.Passes) return (romeoGets, julietGets);
        var inbound = SubscriptionTables.Find(SubscriptionTables.Inbound, row.Type, hers.State);
        if (inbound.Passes) julietGets.Add($"<presence type='{row.Type}' from='{Romeo}'/>");
        if (hers.Become(inbound.After, false, false)) julietGets.Add(Push(Romeo, hers));
        // §3.1.5, §3.2.2, §3.3.3: who begins to be seen shows himself, who ends to be seen goes.
        if (!row.Before.From && row.After.From) julietGets.Add($"<presence from='{Romeo}/orchard'/>");
        if (row.Before.From && !row.After.From) julietGets.Add($"<presence type='unavailable' from='{Romeo}/orchard'/>");
        if (inbound.Before.From && !inbound.After.From) romeoGets.Add($"<presence type='unavailable' from='{Juliet}/balcony'/>");
        return (romeoGets, julietGets);
    }

    private static string Push(string contact, Side side) =>
        $"<iq type='set' id='{{scansion:any}}'><query xmlns='jabber:iq:roster' ver='{{scansion:any}}'>{side.Item(contact)}</query></iq>";

    private static void Receives(List<string> script, string who, List<string> stanzas)
    {
        if (stanzas.Count > 0) script.Add($"{who} receives in any order:\n\t{string.Join("\n\t", stanzas)}\n");
        script.Add($"{who} receives: nothing\n");
    }

    private static void AskRoster(List<string> script, string who, string id, string contact, Side side) => script.Add(
        $"{who} sends:\n\t<iq type='get' id='{id}'><query xmlns='jabber:iq:roster' ver=''/></iq>\n" +
        $"{who} receives:\n\t<iq type='result' id='{id}'><query xmlns='jabber:iq:roster' ver='{{scansion:any}}'>{(side.IsListed ? side.Item(contact) : "")}</query></iq>\n");

    // One side's roster entry as its clients see it. A request that waits is not in the roster (§A.1).
    private sealed class Side(SubscriptionState state)
    {
        private bool _isApproved;

        public SubscriptionState State { get; private set; } = state;

        public bool IsListed { get; private set; } = state.To || state.From || state.PendingOut;

        /// <summary>Whether the clients see a difference.</summary>
        public bool Become(SubscriptionState after, bool isAsking, bool isPreApproval)
        {
            var seen = IsListed ? Item("") : "";
            State = after;
            _isApproved |= isPreApproval;
            IsListed |= isAsking || isPreApproval || after.To || after.From;
            return IsListed && Item("") != seen;
        }

        public string Item(string contact) =>
            $"<item jid='{contact}' subscription='{State.Word}'{(State.PendingOut ? " ask='subscribe'" : "")}{(_isApproved ? " approved='true'" : "")}/>";
    }
}
