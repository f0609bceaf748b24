// What one step of a SASL server decides.
using System.Runtime.InteropServices;

namespace Balcony.Xmpp.Sasl;

public enum SaslStepKind
{
    /// <summary>Send <see cref="SaslStep.Data"/> as a challenge; the client's answer is the next <see cref="SaslServer.Step"/>.</summary>
    Challenge,

    /// <summary>Look up <see cref="SaslServer.Account"/>, then call <see cref="SaslServer.Provide"/>.</summary>
    NeedCredentials,

    /// <summary>The client is who it says. <see cref="SaslStep.Data"/> goes with the success, if there is any.</summary>
    Success,

    /// <summary>The exchange is over: send <see cref="SaslStep.Condition"/>.</summary>
    Failure,
}

/// <summary>The decision of one step. <see cref="Data"/> is plain bytes: the stream encodes them.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SaslStep
{
    private SaslStep(SaslStepKind kind) => Kind = kind;

    public SaslStepKind Kind { get; }

    /// <summary>Of a challenge (may be empty) or of a success (empty: none).</summary>
    public ReadOnlyMemory<byte> Data { get; private init; }

    public SaslCondition Condition { get; private init; }

    /// <summary>What was wrong, in words that tell an outsider nothing he may not know; null says nothing.</summary>
    public string? Text { get; private init; }

    public static SaslStep NeedCredentials => new(SaslStepKind.NeedCredentials);

    public static SaslStep Challenge(ReadOnlyMemory<byte> data) => new(SaslStepKind.Challenge) { Data = data };

    public static SaslStep Success(ReadOnlyMemory<byte> data = default) => new(SaslStepKind.Success) { Data = data };

    public static SaslStep Failure(SaslCondition condition, string? text = null) =>
        new(SaslStepKind.Failure) { Condition = condition, Text = text };

    internal static SaslStep Malformed(string text) => Failure(SaslCondition.MalformedRequest, text);

    internal static SaslStep NotAuthorized => Failure(SaslCondition.NotAuthorized);
}
