// What one step of a login came to, before a dialect of SASL puts it into words.
using System.Runtime.InteropServices;
using Balcony.Xmpp.Sasl;

namespace Balcony.Server.Streams;

internal enum LoginStepKind : byte
{
    /// <summary>The client has to answer <see cref="LoginStep.Data"/>.</summary>
    Challenge,

    /// <summary>The client is who it says.</summary>
    Success,

    /// <summary>It is not, as far as it may know. Counted and logged already.</summary>
    Failure,
}

[StructLayout(LayoutKind.Auto)]
internal readonly record struct LoginStep(LoginStepKind Kind)
{
    /// <summary>Of a challenge (may be empty) or of a success (empty: none).</summary>
    public ReadOnlyMemory<byte> Data { get; init; }

    public SaslCondition Condition { get; init; }

    /// <summary>For people; null says nothing.</summary>
    public string? Text { get; init; }
}
