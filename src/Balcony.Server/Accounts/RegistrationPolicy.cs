// Who may make accounts in band.
namespace Balcony.Server.Accounts;

/// <summary>Who may make accounts in band (XEP-0077).</summary>
/// <param name="IsOpen">Anybody may; otherwise only admins make accounts.</param>
public sealed record RegistrationPolicy(bool IsOpen);
