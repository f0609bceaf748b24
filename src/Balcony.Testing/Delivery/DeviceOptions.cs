// Who a device is and what it can do.
namespace Balcony.Testing.Delivery;

/// <summary>Fixed for the device's life.</summary>
public sealed record DeviceOptions
{
    public required string Local { get; init; }

    public required string Host { get; init; }

    public required string Password { get; init; }

    public required string Resource { get; init; }

    /// <summary>XEP-0198 with resumption. Without it each message is followed by a ping, whose answer acknowledges it.</summary>
    public bool HasStreamManagement { get; init; }

    /// <summary>Asks the archive, after each login, for what came since the last one (XEP-0313).</summary>
    public bool CatchesUp { get; init; }

    /// <summary>Rooms (XEP-0045) that it is in whenever it is online, under its local part; bare addresses.</summary>
    public IReadOnlyList<string> Rooms { get; init; } = [];

    /// <summary>XEP-0280.</summary>
    public bool HasCarbons { get; init; }

    /// <summary>No TLS, so that a trace of system calls can be read; the login is SCRAM then.</summary>
    public bool IsPlaintext { get; init; }

    /// <summary>Messages in flight; sending one more waits.</summary>
    public int Window { get; init; } = 64;

    public string Account => $"{Local}@{Host}";

    public override string ToString() => $"{Local}/{Resource}";
}
