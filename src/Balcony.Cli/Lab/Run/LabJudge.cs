// From what was seen to a verdict. A bad peer's counts only with the success of its control, and for the right reason.
using Balcony.Cli.Lab.Ground;
using Balcony.Cli.Lab.Peers;

namespace Balcony.Cli.Lab.Run;

/// <summary>What the tested server is configured to do: expectations follow it.</summary>
internal sealed record LabPolicy
{
    /// <summary>Dialback is believed where a certificate does not hold.</summary>
    public bool BelievesDialback { get; init; }

    public LabRevocationPolicy Revocation { get; init; } = LabRevocationPolicy.Soft;

    public override string ToString() =>
        (BelievesDialback ? "TLS required, certificate or dialback" : "TLS required, certificate verified")
        + $", revocation {Revocation.ToString().ToLowerInvariant()}";
}

internal enum LabRevocationPolicy
{
    /// <summary>Who cannot be asked about is let in.</summary>
    Soft,

    /// <summary>Who cannot be asked about is refused.</summary>
    Hard,

    Off,
}

/// <param name="Policy">The tested server's.</param>
/// <param name="HasDiary">The tested server's own reasons can be read.</param>
internal sealed record LabJudge(LabPolicy Policy, bool HasDiary)
{
    // Whoever believes these knows that the tested server asks DNS, or the web, at all.
    private const string DaneProof = "dane-3-1-1";

    /// <summary>The peer that must pass for this one to count; null: none.</summary>
    public string? ControlOf(LabPeerSpec spec) =>
        spec.Name == LabCatalogue.Dialback && !Policy.BelievesDialback ? LabCatalogue.Good : spec.Control;

    /// <summary>Peers whose success shows that the tested server does at all what a test is about.</summary>
    public static string? ProofOf(LabPeerSpec spec) => spec.Tlsa.Count > 0 && spec.Name != DaneProof ? DaneProof : null;

    public LabExpectation Expected(LabTest test)
    {
        var expected = test.Spec.For(test.Direction);
        if (test.Spec.Name == LabCatalogue.Dialback && !Policy.BelievesDialback) return new LabExpectation(Passes: false);
        var isUnknown = test.Spec.Certificate is >= LabCertificate.CrlDown and <= LabCertificate.CrlHuge
            or >= LabCertificate.OcspUnknown and <= LabCertificate.OcspSilent;
        return isUnknown && Policy.Revocation == LabRevocationPolicy.Hard ? LabExpectation.Fail("RevocationUnknown") : expected;
    }

    /// <summary>Why the tested server's policy leaves nothing to test; null: it does not.</summary>
    public string? WhyNot(LabTest test)
    {
        if (Policy.Revocation == LabRevocationPolicy.Off && test.Spec.Certificate is (LabCertificate.RevokedByCrl or LabCertificate.RevokedByOcsp))
            return "the tested server is said not to ask about revocation";
        if (Policy.BelievesDialback && !Expected(test).Passes && test.Spec is { Script: null, Certificate: not LabCertificate.Good, Tls: LabTlsOffer.Good })
            return "the tested server is said to believe dialback, so that no certificate decides";
        return null;
    }

    /// <param name="test">What was tried.</param>
    /// <param name="seen">What came of it.</param>
    /// <param name="control">What came of its control in this direction; null: it has none.</param>
    /// <param name="diary">The tested server's own reason; null: it is not to be had.</param>
    public (LabVerdict Verdict, string? Reason) Judge(LabTest test, Observation seen, (string Name, Observation? Seen)? control, string? diary)
    {
        if (WhyNot(test) is { } policy) return (LabVerdict.NotTested, policy);
        if (seen.Outcome is Outcome.Unreachable or Outcome.Untested) return (LabVerdict.NotTested, seen.Text);
        var expected = Expected(test);
        if (control is { } has && has.Seen?.Outcome != Outcome.Accepted)
            return (LabVerdict.NotTested, $"its control '{has.Name}' did not pass: {has.Seen?.Text ?? "it was not run"}");
        if (expected.Passes)
        {
            return seen.Outcome == Outcome.Accepted ? (LabVerdict.Passed, null)
                : (LabVerdict.Failed, seen.Outcome == Outcome.Refused ? "it was refused" : "there was no answer");
        }
        return seen.Outcome switch
        {
            Outcome.Accepted => (LabVerdict.Failed, "it was let in"),
            Outcome.Unanswered => (LabVerdict.Failed, "it was neither let in nor refused"),
            _ when HasDiary && !test.IsInbound && expected.Fault is { } fault && !Names(diary, fault, test.Spec) =>
                (LabVerdict.Failed, $"it was refused for another reason than {fault}"),
            _ when test.IsInbound && expected.Error is { } error && !seen.Text.Contains(error, StringComparison.Ordinal) =>
                (LabVerdict.Failed, $"it was refused, but not told {error}"),
            _ => (LabVerdict.Passed, null),
        };
    }

    // Codes are told as wrong-name or as WrongName. A peer's own name says what is wrong with it, too, and is no reason.
    private static bool Names(string? diary, string fault, LabPeerSpec spec) => (diary is null ? null : LabDiary.CodeOf(diary) ?? diary)?
        .Replace(spec.Domain, "", StringComparison.OrdinalIgnoreCase)
        .Replace("-", "", StringComparison.Ordinal)
        .Contains(fault, StringComparison.OrdinalIgnoreCase) == true;
}
