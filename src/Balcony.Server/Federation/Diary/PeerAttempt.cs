// One attempt to speak with a peer, in either direction: what happened, step by step.
namespace Balcony.Server.Federation.Diary;

/// <param name="At">When.</param>
/// <param name="What">dns, connect, tls, chain, name, revocation, dane, posh, authentication, bidi, management, stream, end: a word that lasts.</param>
/// <param name="Outcome">For people.</param>
public sealed record AttemptStep(DateTimeOffset At, string What, string Outcome);

/// <summary>Any thread may read and add.</summary>
public sealed class PeerAttempt(LinkKey pair, bool isOutgoing, TimeProvider clock)
{
    /// <summary>More is left out: a peer decides how much happens.</summary>
    public const int MaxSteps = 64;

    private const int MaxOutcome = 500;

    private readonly Lock _gate = new();
    private readonly PackedSteps _steps = new();

    public LinkKey Pair => pair;

    public bool IsOutgoing => isOutgoing;

    public DateTimeOffset Began { get; } = clock.GetUtcNow();

    public DateTimeOffset? Ended { get; private set; }

    /// <summary>Stanzas could pass.</summary>
    public bool Succeeded { get; private set; }

    /// <summary>Why not, or why it ended, as a word that lasts; null: it works, or ended in good order.</summary>
    public string? Code { get; private set; }

    /// <summary>The same as a sentence.</summary>
    public string? Explanation { get; private set; }

    public string? Fix { get; private set; }

    public IReadOnlyList<AttemptStep> Steps
    {
        get
        {
            lock (_gate)
            {
                return _steps.Read(Began);
            }
        }
    }

    public void Note(string what, string outcome)
    {
        lock (_gate)
        {
            if (_steps.Count < MaxSteps)
            {
                _steps.Add(clock.GetUtcNow() - Began, what, outcome.Length > MaxOutcome ? outcome[..MaxOutcome] : outcome);
            }
        }
    }

    internal void Ready()
    {
        lock (_gate)
        {
            // What failed before was another address.
            Succeeded = true;
            _steps.Trim();
            (Code, Explanation, Fix, Ended) = (null, null, null, null);
        }
    }

    /// <summary>The first reason counts.</summary>
    internal void Fail(string code, string explanation, string? fix)
    {
        lock (_gate)
        {
            if (Code is null)
            {
                (Code, Explanation, Fix) = (code, explanation, fix);
            }
        }
    }

    internal void End()
    {
        lock (_gate)
        {
            Ended ??= clock.GetUtcNow();
        }
    }
}
