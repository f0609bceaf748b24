// XEP-0227: what became of an import.
using Balcony.Xmpp.Addressing;

namespace Balcony.Server.Portable;

/// <summary>Something that was not taken over, and where it stands.</summary>
internal sealed record ImportProblem(string Where, string What);

/// <summary>Counts, and what an operator has to know. One import at a time.</summary>
internal sealed class ImportReport
{
    private const int MaxProblems = 1_000;

    private readonly List<ImportProblem> _problems = [];
    private readonly HashSet<string> _said = [];

    public int Users { get; set; }

    public int NewUsers { get; set; }

    public int Contacts { get; set; }

    public int Requests { get; set; }

    public int VCards { get; set; }

    public int PrivateElements { get; set; }

    public int Blocked { get; set; }

    public int OfflineMessages { get; set; }

    public long ArchivedMessages { get; set; }

    /// <summary>Of any kind: the account has it, and keeps it as it is.</summary>
    public long AlreadyThere { get; set; }

    public IReadOnlyList<ImportProblem> Problems => _problems;

    /// <summary>With those that were too many to keep.</summary>
    public long ProblemCount { get; private set; }

    /// <summary>The account that was being read when the import stopped; null: it did not.</summary>
    public BareJid? Unfinished { get; set; }

    /// <summary>Why it stopped; null: it did not.</summary>
    public string? Fault { get; set; }

    public void Add(PieEvent at, string what) => Add($"{Path.GetFileName(at.Path)}:{at.Line}", what);

    /// <summary>Said once, where it was met first.</summary>
    public void AddOnce(PieEvent at, string what)
    {
        if (_said.Count < MaxProblems && _said.Add(what)) Add(at, what);
    }

    private void Add(string where, string what)
    {
        ProblemCount++;
        if (_problems.Count < MaxProblems) _problems.Add(new(where, what));
    }
}
