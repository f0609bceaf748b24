// Somebody who should know whether a certificate was taken back, and did not say.
namespace Balcony.Server.Federation.Trust;

/// <param name="Address">Of the OCSP responder or the CRL.</param>
/// <param name="Authority">Whose certificates it is about.</param>
/// <param name="Failure">What went wrong, without a full stop.</param>
/// <param name="At">When it was asked.</param>
public sealed record RevocationTrouble(string Address, string Authority, string Failure, DateTimeOffset At);
